import { describe, expect, test } from "bun:test";
import { sayFault } from "./faults.ts";
import { parseMaterial } from "./material.ts";
import { numberFaults } from "./number-faults.ts";

const deck = "papers/one/deck.yaml";

/** All faults of a deck of one card. */
function faultsOf(card: string): readonly string[] {
  const text = `- id: a\n  kind: apply\n  source: Section 1\n${card}\n`;
  const files = new Map([
    ["papers/one/paper.yaml", ""],
    [deck, text],
  ]);
  const parsed = parseMaterial(files);
  const faults = parsed.ok ? numberFaults(parsed.material, files) : parsed.faults;
  return faults.map((fault) => sayFault(fault).replace(`${deck}:`, ""));
}

const sides = "  front: What is {{d}} squared?\n  back: $ {{s}}$\n";

test("a card with numbers that come out well has no fault", () => {
  expect(
    faultsOf(`${sides}  numbers:\n    d: { from: 2, to: 9 }\n    s: { is: d^2 }\n  only: d != 5`),
  ).toEqual([]);
});

describe("the form", () => {
  const number = (written: string) =>
    faultsOf(`${sides}  numbers:\n    d: ${written}\n    s: { is: d^2 }`);

  test("a number is drawn from a list, from a range, or worked out", () => {
    expect(number("{ places: 2 }")).toEqual([
      '7:8: "d" must hold one of these: of (a list), from with to, or is (a formula)',
    ]);
    expect(number("{ of: [1, 2], from: 3, to: 4 }")).toEqual([
      '7:8: "d" must hold one of these: of (a list), from with to, or is (a formula)',
    ]);
    expect(number("{ from: 3 }")).toEqual([
      '7:8: "d" must hold from and to together, and step only with them',
    ]);
    expect(number("{ from: 3, to: 9, step: 0 }")).toEqual([
      '7:8: "d" must go up from "from" to "to" in at most 1000 steps',
    ]);
    expect(number("{ from: 1, to: 1e9 }")).toEqual([
      '7:8: "d" must go up from "from" to "to" in at most 1000 steps',
    ]);
    expect(number("{ frm: 3, to: 9 }")[0]).toBe(
      '7:10: "frm" is not known here; did you mean "from"?',
    );
    expect(number("{ of: [1, 2, 3, 4], places: 2, digits: 2 }")).toEqual([
      '7:8: "d" must be rounded by places or by digits, not by both',
    ]);
  });

  test("a condition needs numbers", () => {
    expect(faultsOf("  front: What?\n  back: That.\n  only: d > 2")).toEqual([
      "6:9: a condition without numbers holds nothing; give the card numbers",
    ]);
  });
});

describe("the formulas", () => {
  const worked = (is: string, more = "") =>
    faultsOf(`${sides}  numbers:\n    d: { from: 2, to: 9 }\n    s: { is: "${is}" }${more}`);

  test("what can't be read, is no arithmetic or knows nothing of a name", () => {
    expect(worked("d^")).toEqual([
      "8:14: the formula can't be read: unexpected end of expression (char 3)",
    ]);
    expect(worked("d.constructor")).toEqual(['8:14: "d.constructor" is no arithmetic']);
    expect(worked("dd^2")).toEqual(['8:14: nothing before this is called "dd"; known are d']);
    expect(worked("d^2", "\n  only: e > 2")[0]).toBe(
      '9:9: nothing before this is called "e"; known are d, s',
    );
  });

  test("a text that asks for no number of the card, and a number that is of no use", () => {
    expect(
      faultsOf(
        "  front: What is {{x}}?\n  back: $ {{s}}$\n  numbers:\n    d: { from: 2, to: 9 }\n    s: { is: d^2 }\n    t: { of: [1, 2] }",
      ),
    ).toEqual([
      '4:10: the card has no number "x"; it has d, s, t',
      '9:5: the number "t" is never used',
    ]);
  });
});

describe("the draws", () => {
  const drawn = (d: string, s: string, text = sides) =>
    faultsOf(`${text}  numbers:\n    d: ${d}\n    s: ${s}`)[0];

  test("what no person can read, or is no number at all", () => {
    expect(drawn("{ of: [3, 4, 5, 6] }", "{ is: d / 7 }")).toMatch(
      /^8:8: with d = \d it is 0\.\d+, and 0\.\d+ is long to read; give it places or digits$/,
    );
    expect(drawn("{ of: [0, 1, 2, 3] }", "{ is: 1 / d }")).toContain("that is not a number");
    expect(drawn("{ of: [3, 4, 5, 6] }", "{ is: d / 1e4, places: 2 }")).toContain(
      "rounding leaves 0; give it digits or more places",
    );
    expect(drawn("{ of: [3, 4, 5, 6] }", "{ is: d * 1e22 }")).toContain("say power: true");
  });

  test("a formula that can't be set, and a sign before a sign", () => {
    const open = "  front: What is {{d}} squared?\n  back: $\\frac{ {{s}}$\n";
    expect(drawn("{ of: [3, 4, 5, 6] }", "{ is: d^2 }", open)).toMatch(
      /^5:9: with d = \d the formula .* can't be set$/,
    );
    const signs = "  front: What is {{d}} squared?\n  back: $1 - {{s}}$\n";
    expect(drawn("{ of: [3, 4, 5, 6] }", "{ is: -d }", signs)).toMatch(
      /^5:9: with d = \d it says "- -\d"$/,
    );
  });

  test("too few questions, one answer for all, and a condition that nothing meets", () => {
    expect(drawn("{ of: [3, 4] }", "{ is: d^2 }")).toBe(
      "7:5: 2 different questions are too few; draw from more",
    );
    expect(drawn("{ of: [3, 4, 5, 6] }", "{ is: d - d }")).toBe(
      "5:9: the answer is the same for all numbers",
    );
    expect(
      faultsOf(`${sides}  numbers:\n    d: { from: 2, to: 9 }\n    s: { is: d^2 }\n  only: d > 9`),
    ).toEqual(["9:9: no draw meets this condition"]);
  });
});
