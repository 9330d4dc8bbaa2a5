import { expect, test } from "bun:test";
import { intervalText } from "./learn/interval.ts";
import { layProse } from "./prose.ts";

test("lines of a paragraph are joined and broken at the width", () => {
  expect(layProse("one two\nthree four", "  ", 12)).toBe("  one two\n  three four");
});

test("paragraphs stay apart, lines of lists and tables stay lines", () => {
  expect(layProse("Two things:\n- one\n  more of it\n- two\n\n| a | b |\n| 1 | 2 |", "", 40)).toBe(
    "Two things:\n- one more of it\n- two\n\n| a | b |\n| 1 | 2 |",
  );
});

test("code keeps its lines, its blanks and its empty lines", () => {
  expect(layProse("Look:\n```python\nx = 1\n\n    y\n```\nSo.", "", 40)).toBe(
    "Look:\n\n  x = 1\n  \n      y\n\nSo.",
  );
});

test("a formula is a line of Unicode; one that has none stands alone, as its source", () => {
  expect(layProse("It is $\\frac{a}{b}$ here.")).toBe("It is a/b here.");
  expect(layProse("Choose $\\binom{n}{k}$ of them:\n$$\\sqrt{d_k}$$\nNo more.", "  ", 60)).toBe(
    "  Choose\n    \\binom{n}{k}\n  of them:\n    √d_k\n  No more.",
  );
});

test("prices are prices, and code is code", () => {
  for (const text of [
    "From $4.6M to $12M.",
    "It costs $5.",
    "Run `echo $HOME $PATH`.",
    "5 \\$ each",
  ]) {
    expect(layProse(text)).toBe(text);
  }
});

test("intervals in their fitting unit", () => {
  const day = 86_400_000;
  expect(
    [1, 60_000, 600_000, 2 * 3_600_000, 8 * day, 75 * day, 900 * day].map(intervalText),
  ).toEqual(["1m", "1m", "10m", "2h", "8d", "2.5mo", "2.5y"]);
});
