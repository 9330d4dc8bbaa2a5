/** What every guide of the llm curriculum gives a reader. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { readMaterialFolder } from "../../src/workspace/content.ts";
import { byJavaScript } from "./by-javascript.ts";

const { guides, decks } = await readMaterialFolder(
  join(import.meta.dir, "..", "..", "curricula", "llm"),
);
const all = Object.entries(guides);

test("fifteen guides answer every question of their passes", () => {
  expect(all).toHaveLength(15);
  const open = all.flatMap(([paper, { passes }]) =>
    passes.flatMap(({ answer, answers }) =>
      answer.filter((_, at) => (answers[at] ?? "") === "").map((one) => `${paper}: ${one}`),
    ),
  );
  expect(open).toEqual([]);
});

test("every guide walks through numbers, most of them worked out again by the content check", () => {
  for (const [paper, { walkthrough }] of all) {
    const computed = walkthrough?.steps.flatMap((step) => step.computed) ?? [];
    expect(`${paper} ${computed.length >= 5}`).toBe(`${paper} true`);
  }
});

test("each number of a walk-through is what another evaluator makes of its formula", () => {
  const wrong: string[] = [];
  for (const [paper, { walkthrough }] of all) {
    const values: Record<string, number> = {};
    for (const { name, is, shown } of walkthrough?.steps.flatMap((step) => step.computed) ?? []) {
      const result = byJavaScript(is, values);
      if (name !== null) values[name] = result;
      const places = shown.split(".")[1]?.length ?? 0;
      const off = Math.abs(result - Number(shown));
      if (!(off <= 0.5001 * 10 ** -places))
        wrong.push(`${paper}: ${is} is ${result}, not ${shown}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every rounded number of a walk-through is worked out", () => {
  const open = all.flatMap(([paper, { walkthrough }]) => {
    const steps = walkthrough?.steps ?? [];
    const shown = new Set(steps.flatMap(({ computed }) => computed.map((one) => one.shown)));
    const rounded = steps.flatMap(({ text }) => [...text.matchAll(/\\approx (-?[\d.]+)/g)]);
    return rounded.flatMap(([, number = ""]) => (shown.has(number) ? [] : `${paper}: ${number}`));
  });
  expect(open).toEqual([]);
});

test("every guide joins equations with cards and exercises", () => {
  for (const [paper, { equations }] of all) {
    const joined = equations.filter(({ cards }) => cards.length > 0).length;
    expect(`${paper} ${joined >= 4}`).toBe(`${paper} true`);
    expect(equations.some(({ exercises }) => exercises.length > 0)).toBe(true);
  }
});

test("companions have no row of their own", () => {
  const titles = all.flatMap(([, { companions }]) => companions.map(({ title }) => title));
  expect(titles).toContain("Training Compute-Optimal Large Language Models");
  expect(titles).toContain(
    "Sparks of Artificial General Intelligence: Early experiments with GPT-4",
  );
  expect(Object.keys(decks)).toHaveLength(15);
});
