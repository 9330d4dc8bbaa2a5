import { expect, test } from "bun:test";
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { splitLines } from "./blocks.ts";

/** Held fixed: against another parser, a rare corner found by chance should not stop a build. */
const seed = 20261123;

const line = fc.oneof(
  fc.constantFrom(
    "",
    "```",
    "````",
    "```js",
    "~~~",
    "~~~~ x",
    "   ```",
    "<!-- a",
    "b -->",
    "<!-- c -->",
    "<pre>",
    "</pre>",
    "<div>",
    "</div>",
    "### Week 1: x",
    "- [ ] a task",
    "| a | b |",
    "a paragraph",
    "**Goal**: x",
  ),
  fc.stringMatching(/^[ -~]{0,12}$/),
);
const document = fc.array(line, { maxLength: 14 });

/** The lines that CommonMark's reference family of parsers sees as code or HTML at the top level. */
function notText(text: string, kinds: readonly string[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { type, position } of fromMarkdown(text).children) {
    if (!kinds.includes(type) || position === undefined) continue;
    for (let at = position.start.line; at <= position.end.line; at += 1) lines.add(at);
  }
  return lines;
}

/** What the tracker may own: headings, rows, checklist lines and labels at the margin. */
const looksOwned = (text: string) => /^ ?(?:#|\||[-*+] {1,4}\[|\*\*|- )/.test(text);

test("no line inside fenced code, a comment or HTML is taken for the tracker's", () => {
  fc.assert(
    fc.property(document, (lines) => {
      const text = lines.join("\n");
      const opaque = new Set(
        splitLines(text).flatMap((found) => (found.opaque ? [found.number] : [])),
      );
      for (const number of notText(text, ["code", "html"])) {
        const content = lines[number - 1] ?? "";
        if (!looksOwned(content)) continue;
        expect({ text, number, opaque: opaque.has(number) }).toEqual({
          text,
          number,
          opaque: true,
        });
      }
    }),
    { numRuns: 3000, seed },
  );
});

test("a heading outside of code and HTML is text", () => {
  fc.assert(
    fc.property(document, (lines) => {
      const text = lines.filter((content) => !content.includes("<")).join("\n");
      const found = splitLines(text);
      for (const { type, position } of fromMarkdown(text).children) {
        if (type !== "heading" || position === undefined) continue;
        expect(found[position.start.line - 1]?.opaque).toBe(false);
      }
    }),
    { numRuns: 3000, seed },
  );
});
