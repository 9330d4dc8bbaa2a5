import { expect, test } from "bun:test";
import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import ReactMarkdown from "react-markdown";
import { blocksOf } from "./blocks.ts";
import { remarkPlugins } from "./plugins.ts";

const html = (children: string) =>
  renderToStaticMarkup(createElement(ReactMarkdown, { remarkPlugins, children, skipHtml: true }));
/** White space between elements shows nothing. */
const plain = (markup: string) => markup.replace(/>\s+</g, "><").trim();
const inBlocks = (text: string) => plain(blocksOf(text).map(html).join(""));

const pieces = [
  "# Heading",
  "Some words.",
  "More words\nof two lines",
  "- one\n- two",
  "- one\n\n  of two paragraphs\n- two",
  "1. one\n\n2. two",
  "```\ncode\n\n# no heading\n```",
  "~~~py\nx\n\ny\n~~~",
  "- item\n\n  ```\n  in\n\n  it\n  ```",
  "$$\nx\n\ny\n$$",
  "> quoted\n\n> again",
  "| a | b |\n| - | - |\n| 1 | 2 |",
  "    indented\n\n    code",
  "A [link] and [another][two].",
  "[link]: https://a.example\n[two]: https://b.example",
  "Words\n---",
  "***",
  "$x$ and `$y$`",
];

test("pieces shown one by one show what the whole shows", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (chosen) => {
      const text = chosen.join("\n\n");
      expect(inBlocks(text)).toBe(plain(html(text)));
    }),
    { numRuns: 400 },
  );
});

test("a long note falls into many pieces", () => {
  const text = Array.from({ length: 100 }, (_, at) => `## Part ${at}\n\nWords $x_${at}$.`).join(
    "\n\n",
  );
  expect(blocksOf(text).length).toBe(200);
});
