import { describe, expect, test } from "bun:test";
import type { Card, CardId, CardNumbers } from "../content/material.ts";
import { drawn, valuesAt } from "./drawn.ts";
import { readFormula } from "./formula.ts";

const id = (text: string) => text as CardId;

function card(front: string, back: string, numbers?: CardNumbers): Card {
  const rest = { id: id("paper.card"), paper: null, kind: "apply", source: null } as const;
  return { ...rest, front, back, ...(numbers === undefined ? {} : { numbers }) };
}

const heads: CardNumbers = {
  each: [
    { name: "d", form: {}, of: [256, 512, 1024] },
    { name: "h", form: {}, from: 2, to: 16, step: 2 },
    { name: "w", form: {}, is: "4 * d^2" },
    { name: "share", form: { places: 2 }, is: "h / d * 100" },
  ],
  only: "d % h == 0",
};

test("a card without numbers is asked as it is written, braces and all", () => {
  const plain = card("What is $\\sqrt{{d}}$?", "It.");
  expect(drawn(plain, 3)).toBe(plain);
});

test("the same answers given, the same numbers; after one more answer, others", () => {
  const asked = card("{{d}} and {{h}}", "{{w}}", heads);
  const questions = Array.from({ length: 12 }, (_, answered) => drawn(asked, answered).front);
  expect(drawn(asked, 5).front).toBe(questions[5] ?? "");
  for (const [at, question] of questions.entries()) expect(question).not.toBe(questions[at + 1]);
});

test("every combination that the condition allows comes once before any comes again", () => {
  const all = Array.from({ length: 12 }, (_, at) => {
    const values = valuesAt(heads, id("paper.card"), at);
    return `${values?.d}/${values?.h}`;
  });
  // 2, 4, 8 and 16 divide each of the three widths.
  expect(new Set(all).size).toBe(12);
  expect(valuesAt(heads, id("paper.card"), 12)).toEqual(valuesAt(heads, id("paper.card"), 0));
});

test("two cards with the same numbers do not draw alike", () => {
  const of = (name: string) => [0, 1, 2, 3].map((at) => valuesAt(heads, id(name), at));
  expect(of("a.one")).not.toEqual(of("a.two"));
});

test("numbers are written as math, prose and code want them", () => {
  const numbers: CardNumbers = {
    each: [
      { name: "n", form: {}, of: [1234567] },
      { name: "c", form: { digits: 3, power: true }, is: "6 * n * 3e11" },
      { name: "p", form: { places: 1, unit: "%" }, is: "n / 1e6 * 10 / 3" },
      { name: "m", form: { unit: "GB" }, is: "-2.5" },
    ],
    only: null,
  };
  const sides = drawn(
    card(
      "{{n}} $\\frac{{{n}}}{2}$ `{{n}}` {{c}}",
      "$ {{c}} {{p}} {{m}}$ {{p}} {{m}} {{x}}",
      numbers,
    ),
    0,
  );
  expect(sides.front).toBe("1,234,567 $\\frac{1{,}234{,}567}{2}$ `1234567` $2.22 \\times 10^{18}$");
  expect(sides.back).toBe("$ 2.22 \\times 10^{18} 4.1\\% -2.5\\,\\mathrm{GB}$ 4.1% -2.5 GB {{x}}");
});

test("a sum of tenths is rounded as it reads", () => {
  const numbers: CardNumbers = {
    each: [
      { name: "x", form: {}, from: 0.1, to: 0.7, step: 0.1 },
      { name: "y", form: { places: 2 }, is: "1.005 + x - x" },
    ],
    only: null,
  };
  const fronts = [0, 1, 2, 3, 4, 5, 6].map(
    (at) => drawn(card("{{x}} {{y}}", "", numbers), at).front,
  );
  expect(fronts.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7].map((tenth) => `0.${tenth} 1`));
});

test("a formula that can't be worked out leaves the card as it is written", () => {
  const broken: CardNumbers = { each: [{ name: "x", form: {}, is: "y + 1" }], only: null };
  expect(drawn(card("{{x}}", "", broken), 0)).toEqual(card("{{x}}", ""));
});

describe("formulas", () => {
  const fault = (text: string) => {
    const read = readFormula(text);
    return read.ok ? null : read.message;
  };

  test("arithmetic with powers, remainders, comparisons, choices and the usual functions", () => {
    const worth = (text: string) => {
      const read = readFormula(text);
      return read.ok ? read.formula.of({ d: 6, n: 4 }) : read.message;
    };
    expect(
      [
        "12 d^2",
        "d % n",
        "d > n and n != 6",
        "d > 9 ? 1 : 2",
        "round(exp(-2) * 100)",
        "log2(64)",
      ].map(worth),
    ).toEqual([432, 2, 1, 2, 14, 6]);
  });

  test("nothing of them is code", () => {
    expect(["x = 3", "f(x) = x", "d.constructor", "d[1]", "'text'", "[1, 2]"].map(fault)).toEqual([
      '"x = 3" is no arithmetic',
      '"f(x) = x" is no arithmetic',
      '"d.constructor" is no arithmetic',
      '"d[1]" is no arithmetic',
      '"text" is no number',
      '"[1, 2]" is no arithmetic',
    ]);
    expect(fault("evaluate(3)")).toStartWith('there is no function "evaluate"; known are abs,');
    expect(fault("3 +")).toBe("the formula can't be read: unexpected end of expression (char 4)");
  });
});
