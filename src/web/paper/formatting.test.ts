import { expect, test } from "bun:test";
import fc from "fast-check";
import { asLink, type Formatted, toggleMark } from "./formatting.ts";

/** A text with its selection between bars. */
function done(text: string, format: (text: string, from: number, to: number) => Formatted): string {
  const [before = "", inner, after] = text.split("|");
  const bare = text.replaceAll("|", "");
  const from = before.length;
  const to = after === undefined ? from : from + (inner ?? "").length;
  const { from: start, to: end, insert, select } = format(bare, from, to);
  const whole = bare.slice(0, start) + insert + bare.slice(end);
  const [first, last] = select;
  return first === last
    ? `${whole.slice(0, first)}|${whole.slice(first)}`
    : `${whole.slice(0, first)}|${whole.slice(first, last)}|${whole.slice(last)}`;
}

for (const [before, mark, after] of [
  ["a |word| b", "**", "a **|word|** b"],
  ["a **|word|** b", "**", "a |word| b"],
  ["a |**word**| b", "**", "a |word| b"],
  ["a wo|rd b", "*", "a *|word|* b"],
  ["a *wo|rd* b", "*", "a |word| b"],
  ["a **wo|rd** b", "*", "a ***|word|*** b"],
  ["a | word | b", "`", "a  `|word|`  b"],
  ["a | b", "**", "a **|** b"],
  ["|x_1|", "$", "$|x_1|$"],
] as const) {
  test(`${before} with ${mark} is ${after}`, () => {
    expect(done(before, (text, from, to) => toggleMark(text, from, to, mark))).toBe(after);
  });
}

test("a mark that is put there twice is as if it had not been", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,2}$/);
  fc.assert(
    fc.property(word, word, word, fc.constantFrom("**", "*", "`", "$", "~~"), (a, b, c, mark) => {
      const text = `${a} |${b}| ${c}`;
      const once = done(text, (all, from, to) => toggleMark(all, from, to, mark));
      expect(done(once, (all, from, to) => toggleMark(all, from, to, mark))).toBe(text);
    }),
  );
});

test("a selection becomes a link's words, and an address its address", () => {
  expect(done("see |the paper| now", asLink)).toBe("see [the paper](|) now");
  expect(done("see |https://a.example/b|", asLink)).toBe("see [|](https://a.example/b)");
});
