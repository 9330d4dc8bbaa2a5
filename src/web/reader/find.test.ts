import { expect, test } from "bun:test";
import fc from "fast-check";
import { around, findOn, flowing, foldPage, type PageText } from "./find.ts";

/** A page of lines; a bar parts the pieces of a line. */
const pageOf = (...lines: readonly string[]): PageText => ({
  pieces: lines.flatMap((line) =>
    line.split("|").map((text, at, all) => ({ text, ends: at === all.length - 1 })),
  ),
});
const count = (page: PageText, query: string) => findOn(1, foldPage(page), query).length;

for (const [lines, query, matches] of [
  [["The model and the models"], "MODEL", 2],
  [["one two", "three four"], "two three", 1],
  [["We use self-", "attention layers"], "self-attention", 1],
  [["We use pre-", "training here"], "pretraining", 1],
  [["pre-training"], "pretraining", 1],
  [["the ef\u{fb01}cient model"], "efficient", 1],
  [["na\u00efve and cafe\u0301"], "naive", 1],
  [["na\u00efve and cafe\u0301"], "caf\u00e9", 1],
  [["a|tten|tion"], "attention", 1],
  [["model\u2019s words"], "model's", 1],
  [["so many   words"], "so  many words", 1],
  [["aaaa"], "aa", 2],
  [["words"], "  ", 0],
  [["words"], "", 0],
  [["-"], "-", 0],
  [["1\u20132 and 3\u22124"], "1\u20132", 1],
  [["\u{1d465} + \u{1d466}"], "x + y", 1],
  [["softmax(QK)"], "softmax(", 1],
] as const) {
  test(`${JSON.stringify(lines)} holds ${JSON.stringify(query)} ${matches} times`, () => {
    expect(count(pageOf(...lines), query)).toBe(matches);
  });
}

test("a match says where it begins and ends in the text as it is drawn", () => {
  const page = pageOf("the ef\u{fb01}|cient", "model");
  const [match] = findOn(3, foldPage(page), "efficient model");
  expect(match).toEqual({
    page: 3,
    from: { piece: 0, letter: 4 },
    to: { piece: 2, letter: 5 },
  });
  expect(around(page, match as never)).toEqual(["the ", "ef\u{fb01}cient model", ""]);
});

test("what stands in a page is found there, wherever its pieces and lines end", () => {
  const words = fc.array(fc.constantFrom("attention", "is", "all", "you", "need", "(Vaswani)"), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, fc.array(fc.nat(60)), fc.nat(), fc.nat(), (said, cuts, one, other) => {
      const text = said.join(" ");
      const at = [...new Set(cuts.filter((cut) => cut > 0 && cut < text.length))].sort(
        (a, b) => a - b,
      );
      const pieces = [0, ...at].map((from, index) => ({
        text: text.slice(from, at[index]),
        ends: false,
      }));
      const [first, last] = [one % said.length, other % said.length].sort((a, b) => a - b);
      const query = said.slice(first, (last ?? 0) + 1).join(" ");
      const lines = pageOf(...said);
      expect(count({ pieces }, query)).toBeGreaterThan(0);
      expect(count(lines, query)).toBe(count({ pieces }, query));
    }),
  );
});

test("lines become words that go on, and a divided word is one again", () => {
  expect(flowing("a trans-\nformer and\nmore")).toBe("a transformer and more");
  expect(flowing("GPT-\n3 and A-\nB")).toBe("GPT- 3 and A- B");
});
