import { expect, test } from "bun:test";
import { type Failure, failureOf, type HintTexts, hintsFor, nextHint } from "./hint.ts";

const texts: HintTexts = {
  hints: ["weak", "strong"],
  answers: [
    { to: { by: "step", name: "variance" }, hint: "to the step" },
    { to: { by: "law", name: "changed when a constant" }, hint: "to the law" },
    { to: { by: "mistake", name: "unbiased" }, hint: "to the mistake" },
    { to: { by: "mistake", name: "no-root" }, hint: "to the step" },
  ],
};
const failing = (found: Partial<Failure>): Failure => ({
  mistakes: [],
  laws: [],
  steps: [],
  leads: [],
  ...found,
});
const named = (id: string) => ({ id, sentence: "", diff: [] });

test("the list is given where nothing answers to the failure", () => {
  expect(hintsFor(texts, null)).toEqual(["weak", "strong"]);
  expect(hintsFor(texts, failing({ steps: ["mean"], laws: ["Another law."] }))).toEqual([
    "weak",
    "strong",
  ]);
});

test("what answers to the failure comes before the list: to a name, then to a law, then to a step", () => {
  const all = failing({
    mistakes: [named("unbiased")],
    laws: ["The result changed when a constant was added to all units."],
    steps: ["variance"],
  });
  expect(hintsFor(texts, all)).toEqual([
    "to the mistake",
    "to the law",
    "to the step",
    "weak",
    "strong",
  ]);
});

test("what the failure itself gives comes after what answers to it and before the list", () => {
  const led = failing({ steps: ["variance"], leads: ["look there", "weak"] });
  expect(hintsFor(texts, led)).toEqual(["to the step", "look there", "weak", "strong"]);
});

test("a hint that answers in two ways is given once", () => {
  const both = failing({ mistakes: [named("no-root")], steps: ["variance"] });
  expect(hintsFor(texts, both)).toEqual(["to the step", "weak", "strong"]);
});

test("a hint that was given is not given again before the others; after the last it is the last", () => {
  expect(nextHint(["a", "b"], [])).toEqual({ text: "a", number: 1, more: true });
  expect(nextHint(["new", "a", "b"], ["a"])).toEqual({ text: "new", number: 1, more: true });
  expect(nextHint(["new", "a", "b"], ["a", "new"])).toEqual({ text: "b", number: 3, more: false });
  expect(nextHint(["a", "b"], ["a", "b"])).toEqual({ text: "b", number: 2, more: false });
  expect(nextHint([], [])).toBeNull();
});

test("a verdict's failure holds its names, its laws and the steps of both", () => {
  expect(failureOf({ kind: "passed", sentence: "", remarks: [] })).toBeNull();
  expect(
    failureOf({
      kind: "wrong",
      sentence: "",
      path: [],
      mistakes: [
        { id: "unbiased", sentence: "By H - 1.", steps: ["variance"], diff: ["-a", "+b"] },
      ],
      laws: ["A law."],
      step: { name: "mean", sentence: "" },
      leads: ["Look there."],
      shown: [],
    }),
  ).toEqual({
    mistakes: [{ id: "unbiased", sentence: "By H - 1.", diff: ["-a", "+b"] }],
    laws: ["A law."],
    steps: ["variance", "mean"],
    leads: ["Look there."],
  });
});
