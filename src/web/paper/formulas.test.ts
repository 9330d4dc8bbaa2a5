import { expect, test } from "bun:test";
import { blockFormulas, formulasIn } from "./formulas.ts";

for (const [line, formulas] of [
  ["It cost $4.6M in 2020 and $12M in 2023.", []],
  ["Between $5 and $x$ lies much.", ["x"]],
  ["a $ b $ c", []],
  ["$x$-axis, ($y$), $z$s", ["x", "y", "z"]],
  ["$a\\$b$ and \\$5 and \\$6", ["a\\$b"]],
  ["`$x$` and $y$", ["y"]],
  ["$\\frac{1}{\\sqrt{d_k}}$", ["\\frac{1}{\\sqrt{d_k}}"]],
  ["$$x^2$$", ["x^2"]],
  ["$1$ and $2$", ["1", "2"]],
  ["US$5 and US$6", []],
  ["$", []],
] as const) {
  test(`${line} holds the formulas ${formulas.join(", ")}`, () => {
    expect(formulasIn(line).map(({ tex }) => tex)).toEqual([...formulas]);
  });
}

test("a formula is replaced with its dollars", () => {
  expect(formulasIn("so $x$ is")).toEqual([{ from: 3, to: 6, tex: "x", display: false }]);
});

test("a formula on its own lines goes from mark to mark, also where one is cut off above", () => {
  const lines = ["x", "$$", "", "words", "", "$$", "a", "b", "$$", "", "$$", "c", "$$"];
  expect(blockFormulas(lines)).toEqual([
    { first: 5, last: 8, tex: "a\nb" },
    { first: 10, last: 12, tex: "c" },
  ]);
});
