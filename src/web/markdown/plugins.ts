/** How Markdown is read everywhere: tables, math by Pandoc's rule, links between papers. */
import type { Options } from "react-markdown";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { remarkCallouts } from "./callouts.ts";
import { remarkDollarMath } from "./dollar-math.ts";
import { remarkFootnotes } from "./footnotes.ts";
import { remarkPaperLinks } from "./paper-links.ts";

export const remarkPlugins: Options["remarkPlugins"] = [
  remarkGfm,
  remarkFootnotes,
  [remarkMath, { singleDollarTextMath: false }],
  remarkDollarMath,
  remarkCallouts,
  remarkPaperLinks,
];
