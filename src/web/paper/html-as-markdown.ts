/** What was copied from a page, as Markdown: its headings, lists, links, tables, code and formulas. */
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const structure = /<(?:a|b|strong|em|i|h[1-6]|ul|ol|li|table|blockquote|pre|code|math|img)[\s>/]/i;

/** Null for what has no form that Markdown could keep: its words are pasted as they are. */
export function htmlAsMarkdown(html: string): string | null {
  if (!structure.test(html)) return null;
  const file = unified()
    .use(rehypeParse, { fragment: false })
    .use(rehypeRemark, { handlers: { math: mathOf, span: spanOf, img: () => undefined } })
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkStringify, {
      bullet: "-",
      emphasis: "*",
      rule: "-",
      fences: true,
      listItemIndent: "one",
    })
    .processSync(withoutFrames(html));
  const text = String(file).trim();
  return text === "" ? null : text;
}

/** Editors mark the piece that was copied; browsers put a style or a title before it. */
function withoutFrames(html: string): string {
  return (
    html
      .replace(/<!--(?:Start|End)Fragment-->/g, "")
      .replace(/<(style|script|title)\b[\s\S]*?<\/\1>/gi, "")
      // What looks bold and is said not to be.
      .replace(/<b\b[^>]*font-weight:\s*normal[^>]*>([\s\S]*)<\/b>/i, "$1")
  );
}

interface Element {
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Element[];
}

function mathOf(_: unknown, element: Element) {
  const { alttext, display } = element.properties ?? {};
  const value = typeof alttext === "string" ? alttext : texIn(element);
  if (value === null) return { type: "text" as const, value: wordsIn(element) };
  return mathNode(value, display === "block");
}

/** A formula as KaTeX sets it carries its source. */
function spanOf(state: { readonly all: (node: never) => unknown }, element: Element) {
  const classes = element.properties?.className;
  const names = Array.isArray(classes) ? classes : [];
  if (names.includes("katex") || names.includes("katex-display")) {
    const value = texIn(element);
    if (value !== null) return mathNode(value, names.includes("katex-display"));
  }
  return state.all(element as never) as never;
}

function mathNode(value: string, isBlock: boolean) {
  const tex = value.replace(/^\\displaystyle\s*/, "").trim();
  return { type: isBlock ? "math" : "inlineMath", value: tex } as never;
}

function texIn({ tagName, properties, children = [], ...rest }: Element): string | null {
  if (tagName === "annotation" && properties?.encoding === "application/x-tex") {
    return wordsIn({ children, ...rest }).trim();
  }
  for (const child of children) {
    const found = texIn(child);
    if (found !== null) return found;
  }
  return null;
}

function wordsIn({ value = "", children = [] }: Element): string {
  return value + children.map(wordsIn).join("");
}
