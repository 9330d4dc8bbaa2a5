import { expect, test } from "bun:test";
import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import ReactMarkdown from "react-markdown";
import { blocksOf } from "./blocks.ts";
import { footnotesIn } from "./footnotes.ts";
import { remarkPlugins } from "./plugins.ts";

const html = (children: string) =>
  renderToStaticMarkup(createElement(ReactMarkdown, { remarkPlugins, children, skipHtml: true }));
const inBlocks = (text: string) => blocksOf(text).map(html).join("\n");
const sups = (markup: string) =>
  [...markup.matchAll(/<sup><a href="([^"]+)"[^>]*>(\d+)<\/a><\/sup>/g)].map(
    ([, href, number]) => `${href} ${number}`,
  );
const words = (markup: string) =>
  markup
    .replace(/<a [^>]*>↩.*?<\/a>/g, "")
    .replace(/<h2 class="sr-only".*?<\/h2>/g, "")
    .replace(/<[^>]+>|\s+/g, " ")
    .replace(/ +/g, " ")
    .trim();

test("a long note with footnotes falls into as many pieces as one without", () => {
  const part = (at: number) => `## Part ${at}\n\nWords of it[^${at}].\n\n[^${at}]: said ${at}`;
  const text = Array.from({ length: 100 }, (_, at) => part(at)).join("\n\n");
  const pieces = blocksOf(text);
  expect(pieces.length).toBe(300);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(60);
});

const pieces = [
  "Words[^a] and more[^b].",
  "Again[^A], and `[^b]` is code; [^nobody] is nobody.",
  "# Heading[^c]",
  "- item[^b]\n- another[^a]",
  "> said[^c]",
  "| a[^c] | b |\n| - | - |\n| 1[^a] | 2 |",
  "```\n[^a]: code[^b]\n```",
  "Plain words.",
];
const bodies = [
  "[^a]: First **bold**\nthat goes on",
  "[^b]: Second\n\n    of two paragraphs",
  "[^c]: Third, see[^a]",
];

test("the pieces have the numbers and the words of the whole", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 }),
      fc.shuffledSubarray(bodies, { minLength: bodies.length }),
      fc.nat(7),
      (chosen, notes, at) => {
        const text = chosen.toSpliced(at, 0, ...notes).join("\n\n");
        const whole = html(text);
        const used = new Set(sups(whole));
        const shown = inBlocks(text);
        expect(new Set(sups(shown).filter((one) => used.has(one)))).toEqual(used);
        // What nothing refers to is shown as well, behind the rest.
        expect(words(shown)).toStartWith(words(whole));
      },
    ),
    { numRuns: 120 },
  );
});

test("a footnote that nothing refers to is shown, and one that is said twice is the first", () => {
  const shown = inBlocks("Words.\n\n[^x]: alone\n\n[^x]: twice\n");
  expect(shown).toContain("alone");
  expect(shown).not.toContain("twice");
});

test("a piece says which footnote it holds, and which it is the first to refer to", () => {
  const [one, two, three] = blocksOf("One[^a].\n\nTwo[^a].\n\n[^a]: said\n").map(footnotesIn);
  expect(one).toEqual({ of: null, first: ["a"] });
  expect(two).toEqual({ of: null, first: [] });
  expect(three).toEqual({ of: "a", first: [] });
});

test("a text that is not shown in pieces has its footnotes as ever", () => {
  expect(html("One[^a].\n\n[^a]: said\n")).toContain('class="footnotes"');
});
