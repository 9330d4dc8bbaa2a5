import { expect, test } from "bun:test";
import type { CardId, CardNumbers } from "../content/material.ts";
import { readNumbers } from "../content/written-numbers.ts";
import { drawn } from "./drawn.ts";
import { asAsked, ownNumbersFault } from "./own-numbers.ts";

const weights = {
  front:
    "A layer has width {{d in 64, 128, 256, 512}}. How many weights have {{n in 2..8 step 2}} of them?",
  back: "$12 \\cdot {{n}} \\cdot {{d}}^2 = {{w := 12 * n * d^2 / 1e6, digits 3, unit M}}$.",
};

test("recall.6 numbers are read where they are first said, and stay words everywhere else", () => {
  expect(readNumbers(weights)).toEqual({
    ok: true,
    sides: {
      front: "A layer has width {{d}}. How many weights have {{n}} of them?",
      back: "$12 \\cdot {{n}} \\cdot {{d}}^2 = {{w}}$.",
    },
    numbers: {
      each: [
        { name: "d", form: {}, of: [64, 128, 256, 512] },
        { name: "n", form: {}, from: 2, to: 8, step: 2 },
        { name: "w", form: { digits: 3, unit: "M" }, is: "12 * n * d^2 / 1e6" },
      ],
      only: null,
    },
  });
});

test("recall.6 LaTeX with braces in braces is no number", () => {
  const latex = {
    front: "What is $\\frac{{a}}{{b}}$ in $\\sum_{{n=1}}^{{N}}$?",
    back: "{{x}} in all",
  };
  expect(readNumbers(latex)).toEqual({ ok: true, sides: latex, numbers: null });
  expect(ownNumbersFault(latex)).toBeNull();
  expect(asAsked(latex)).toEqual(latex);
});

test("recall.6 a range, a condition and braces of LaTeX around a number", () => {
  const card = {
    front: "$2^{{{k in 3..9}}}$ beside {{m in 4, 5, 6}}?{{where k > m}} {{where m > 4}}",
    back: "{{r := 2^k / m, places 1}}",
  };
  expect(ownNumbersFault(card)).toBeNull();
  const read = readNumbers(card);
  expect(read.ok && read.numbers?.only).toBe("(k > m) and (m > 4)");
  expect(asAsked(card).front).toMatch(/^\$2\^\{[6-9]\}\$ beside [56]\?$/);
});

test("recall.6 what can't be read or drawn gets one sentence", () => {
  const faultOf = (front: string, back = "{{y := x^2}}") => ownNumbersFault({ front, back });
  expect(faultOf("{{x in }}?")).toBe(
    '"{{x in }}" names no numbers: write {{x in 64, 128, 256}} or {{x in 10..100 step 10}}.',
  );
  expect(faultOf("{{x in 3}}?")).toMatch(/^"x" has one value only/);
  expect(faultOf("{{x in 9..3}}?")).toMatch(/must go up/);
  expect(faultOf("{{x in 0..1 step 0.00001}}?")).toMatch(/at most 1000 steps/);
  expect(faultOf("{{x in 1..9}} {{x in 2..4}}?")).toBe(
    'The number "x" is given twice; say {{x}} the second time.',
  );
  expect(faultOf("{{x := }}?")).toMatch(/^"x" has no formula/);
  expect(faultOf("{{x in 1..9}}?", "{{y := z + 1}}")).toBe(
    'The formula of "y": nothing before this is called "z"; known are x.',
  );
  expect(faultOf("{{x in 1..9}}?", "{{y := x +}}")).toMatch(
    /^The formula of "y": the formula can't be read/,
  );
  expect(faultOf("{{x in 1..9}}?", "{{y := 1 / (x - x)}}")).toMatch(/that is not a number\.$/);
  expect(faultOf("{{x in 1..9}}?", "{{y := x / 7}}")).toMatch(
    /write , digits 3 or , places 1 behind it\.$/,
  );
  expect(faultOf("{{x in 1..9}} and {{q}}?")).toBe(
    'The question: the card has no number "q"; it has x, y.',
  );
  expect(faultOf("{{x in 1..9}}?", "Nine.")).toBe(
    "The answer: the answer is the same for all numbers.",
  );
  expect(faultOf("{{x in 1, 2}}?")).toBe("2 different questions are too few; draw from more.");
  expect(faultOf("{{x in 1..9}}?{{where x > 20}}")).toBe(
    "The condition after where: no draw meets this condition.",
  );
  expect(faultOf("Nothing{{where 1 > 0}}", "no numbers")).toMatch(/needs numbers/);
});

test("recall.6 a formula is arithmetic of a readable length; whatever else it is gets its sentence, too", () => {
  const faultOf = (formula: string) =>
    ownNumbersFault({ front: "{{n in 1..40}}?", back: `{{w := ${formula}}}` });
  for (const operator of [
    "n!",
    "(n*170)!",
    "n'",
    "~n",
    "n & 3",
    "n << 2",
    "n xor 2",
    "n | 1",
    "n to 3",
  ]) {
    expect(faultOf(operator)).toMatch(/^The formula of "w": /);
  }
  expect(faultOf("n!")).toBe(
    'The formula of "w": "n!" is no arithmetic; known are + - * / ^ mod, comparisons, and, or, not.',
  );
  for (const never of ["max()", "round(n, 1.5)", "sqrt()", "round(n, 99)", "log()", "abs()"]) {
    expect(faultOf(never)).toMatch(/that is not a number\.$/);
  }
  for (const long of [`${"1+".repeat(20_000)}n`, `${"(".repeat(5000)}n${")".repeat(5000)}`]) {
    expect(faultOf(long)).toMatch(/^The formula of "w": it has \d+ characters; 300 are enough\.$/);
  }
  expect(faultOf(`${"(".repeat(140)}n+1${")".repeat(140)}`)).toBeNull();
  expect(faultOf("+n")).toBeNull();
});

test("recall.6 what stands in two braces and is no number is told, not left in the card", () => {
  const faultOf = (back: string) => ownNumbersFault({ front: "{{n in 1..40}}?", back });
  for (const back of ["{{n*2}}", "{{n+1}} beside {{y := 2 * n}}", "{{w = n + 1}}", "{{2 n}}"]) {
    expect(faultOf(back)).toMatch(/ has no name: write {{answer := .*}}\.$/);
  }
  expect(faultOf("{{n*2}}")).toBe('"{{n*2}}" has no name: write {{answer := n*2}}.');
  expect(faultOf("{{w = n + 1}}")).toBe('"{{w = n + 1}}" has no name: write {{answer := n + 1}}.');
  expect(faultOf("$x^{{2}}$ is {{y := 2 * n}} of {{\\alpha}}")).toBeNull();
  expect(ownNumbersFault({ front: "{{__proto__ in 1..9}}?", back: "Nine." })).toBe(
    "\"__proto__\" can't be a number's name: begin it with a letter.",
  );
  expect(
    ownNumbersFault({ front: "Say {{ name }} in a template", back: "{{ x | upper }}" }),
  ).toBeNull();
});

test("recall.6 a card of the curriculum keeps its numbers beside those that are written in", () => {
  const deck: CardNumbers = {
    each: [{ name: "d", form: {}, of: [64, 128, 256, 512] }],
    only: null,
  };
  const sides = {
    front: "Width {{d}} and {{h in 2, 4, 8}} heads: the size of a head?",
    back: "{{k := d / h}}",
  };
  expect(ownNumbersFault(sides, deck)).toBeNull();
  // Words that have no use for the deck's numbers are no fault.
  expect(ownNumbersFault({ front: "{{h in 2..9}}?", back: "{{k := 2 * h}}" }, deck)).toBeNull();
  expect(ownNumbersFault({ front: "Fixed words?", back: "Fixed." }, deck)).toBeNull();
});

test("recall.6 an own card draws from its id and its answers alone", () => {
  const read = readNumbers(weights);
  if (!read.ok || read.numbers === null) throw new Error("no numbers");
  const card = {
    ...({ id: "own.layers" as CardId, paper: null, kind: "recall", source: null } as const),
    ...read.sides,
    numbers: read.numbers,
  };
  const once = [0, 1, 2, 3].map((answered) => drawn(card, answered).front);
  const again = [0, 1, 2, 3].map((answered) => drawn(structuredClone(card), answered).front);
  expect(again).toEqual(once);
  expect(new Set(once).size).toBe(4);
});
