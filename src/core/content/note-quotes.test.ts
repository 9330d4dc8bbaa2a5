import { expect, test } from "bun:test";
import fc from "fast-check";
import { type Quote, quotesAfter, withoutQuote, withQuote } from "./note-quotes.ts";

const quote: Quote = { paper: "bert", page: 3, text: "Masked language models." };
const block = "> Masked language models.\n> ([p. 3](../papers/bert.pdf#page=3))\n";

test("the first quote brings its heading, and takes it along when it goes", () => {
  const note = "# BERT\n\n## The problem\n\nWords.\n";
  const quoted = withQuote(note, quote);
  expect(quoted).toBe(`${note}\n## Quotes\n\n${block}`);
  expect(withoutQuote(quoted, quote)).toBe(note);
});

test("a quote between others goes alone", () => {
  const [one, three] = [1, 3].map((page) => ({ ...quote, page }));
  const all = [one, quote, three].map((each, at) => ({ ...(each as Quote), text: `Words ${at}.` }));
  const note = all.reduce(withQuote, "# BERT\n\n## Quotes\n\n## After\n\nWords.\n");
  const expected = [all[0], all[2]].reduce(
    (text, each) => withQuote(text, each as Quote),
    "# BERT\n\n## Quotes\n\n## After\n\nWords.\n",
  );
  expect(withoutQuote(note, all[1] as Quote)).toBe(expected);
});

for (const edited of [
  block.replace("Masked", "Hidden"),
  block.replace("p. 3", "page 3"),
  `${block}> And what I think of it.\n`,
  `> My words on this:\n${block}`,
  `${block}A thought right beneath it.\n`,
]) {
  test(`what the learner has changed stays: ${JSON.stringify(edited)}`, () => {
    const note = `# BERT\n\n## Quotes\n\n${edited}`;
    expect(withoutQuote(note, quote)).toBe(note);
  });
}

const line = fc.constantFrom(
  "",
  "words",
  "## Quotes",
  "## Other",
  "> quoted",
  "- item",
  "```",
  "# BERT",
);
const text = fc.array(line, { maxLength: 14 }).map((lines) => `${lines.join("\n")}\n`);

test("a quote that comes and goes leaves every other line where it was", () => {
  fc.assert(
    fc.property(text, (note) => {
      const filled = (of: string) => of.split("\n").filter((one) => one.trim() !== "");
      const after = filled(withoutQuote(withQuote(note, quote), quote));
      const before = filled(note);
      // The heading goes with its last quote.
      const last = before.lastIndexOf("## Quotes");
      const others = (lines: readonly string[]) => lines.filter((one) => one !== "## Quotes");
      expect(others(after)).toEqual(others(before));
      expect(before.length - after.length).toBeLessThanOrEqual(last === -1 ? 0 : 1);
    }),
  );
});

test("a mark that comes back brings its quote back, once", () => {
  const note = "# BERT\n";
  const there = quotesAfter(note, { gone: [], come: [quote] });
  expect(quotesAfter(there, { gone: [], come: [quote] })).toBe(there);
  expect(quotesAfter(there, { gone: [quote], come: [] })).toBe(note);
});
