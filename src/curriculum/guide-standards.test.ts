import { expect, test } from "bun:test";
import { sayFault } from "./faults.ts";
import { guideStandards } from "./guide-standards.ts";

/** The faults of a guide of the second of three papers. */
function faultsOf(guide: string): readonly string[] {
  const files = new Map([
    ["curriculum.yaml", "phases: [{ papers: [one, two] }]\nbonus: { papers: [three] }\n"],
    ["papers/two/guide.yaml", guide],
  ]);
  return guideStandards(files).map((fault) =>
    sayFault(fault).replace("papers/two/guide.yaml:", ""),
  );
}

test("what is read later is no need, and what is read before does not come later", () => {
  expect(
    faultsOf("needs: [{ paper: one }, { concept: Softmax }]\nahead: [{ paper: three }]\n"),
  ).toEqual([]);
  expect(faultsOf("needs: [{ paper: three }]\nahead: [{ paper: one }]\n")).toEqual([
    '1:18: "three" is read later than "two"; put it under "ahead" with what is enough',
    '2:18: "one" is read before "two"; put it under "needs" with why',
  ]);
});

const walk = (text: string, ...computed: readonly string[]) =>
  faultsOf(
    `walkthrough:\n  steps:\n    - text: "${text}"\n      computed:\n${computed.map((one) => `        - ${one}\n`).join("")}`,
  );

test("a walk-through's numbers are worked out again, with those before them", () => {
  expect(
    walk(
      "It is 0.88 of 393,216, or $346{,}030$.",
      '{ name: p, is: "1 / (1 + exp(-2))", shown: "0.88" }',
      '{ name: n, is: "96 * 4096", shown: "393216" }',
      '{ is: "round(0.88 * n)", shown: "346030" }',
    ),
  ).toEqual([]);
});

test("a number that is wrong, that the text does not say or that can't be worked out is told at its place", () => {
  expect(walk("It is 0.87.", '{ is: "1 / (1 + exp(-2))", shown: "0.87" }')).toEqual([
    "5:11: this is 0.88, not 0.87",
  ]);
  expect(walk("It is less than 1.", '{ is: "1 / (1 + exp(-2))", shown: "0.88" }')).toEqual([
    "5:11: the text does not say 0.88",
  ]);
  expect(walk("It is 3.", '{ is: "x + 1", shown: "3" }')).toEqual([
    '5:11: nothing before this is called "x"',
  ]);
});
