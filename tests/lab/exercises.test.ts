/**
 * The lab itself, over all exercises: right solutions pass, starters fail, every mistake is named as itself, and
 * the references agree with vectors that independent implementations made. `npm run bench:lab` does it on more
 * seeds and prints the table.
 */
import { expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { curriculum, harness, python } from "./python.ts";
import { type Row, score } from "./score.ts";

const solutions = join(import.meta.dir, "solutions");
const vectors = join(import.meta.dir, "vectors");
const seeds = 2;

const rows = new Map<string, Row>();
for await (const row of score({ python, harness, curriculum, solutions, vectors, seeds })) {
  rows.set(row.exercise, row);
}

const exercises = [...new Bun.Glob("papers/*/exercises/*/exercise.md").scanSync(curriculum)]
  .map((path) => path.split("/"))
  .map(([, paper = "", , component = ""]) => ({ paper, component }));

test("every exercise of the curriculum was scored", () => {
  const names = exercises.map(({ paper, component }) => `${paper}/${component}`);
  expect([...rows.keys()].sort()).toEqual(names.sort());
});

for (const { paper, component } of exercises) {
  const name = `${paper}/${component}`;
  test(`lab.3 ${name}: mistakes named, no false alarm, starter fails`, () => {
    const row = rows.get(name);
    expect(row?.faults).toEqual([]);
    expect(row?.named).toBe((row?.mistakes ?? 0) * seeds);
    expect(row?.alarms).toBe(0);
    expect(row?.starter).toBe("not-started");
    expect(row?.mistakes).toBeGreaterThanOrEqual(6);
    // PyTorch may be absent; the other two always run.
    expect((row?.solutions.length ?? 0) + (row?.skipped.length ?? 0)).toBeGreaterThanOrEqual(3);
    expect(row?.solutions.length).toBeGreaterThanOrEqual(2);
    for (const reason of row?.skipped ?? []) console.log(`${name}: left out ${reason}`);
  });
}

test("every file of vectors has its script, and some vector of every paper was compared", () => {
  const files = readdirSync(vectors);
  for (const file of files.filter((name) => name.endsWith(".json"))) {
    expect(files).toContain(file.replace(/json$/, "py"));
    const paper = file.replace(/\.json$/, "");
    const compared = [...rows.values()].filter(({ exercise }) => exercise.startsWith(`${paper}/`));
    expect(compared.reduce((sum, row) => sum + row.vectors, 0)).toBeGreaterThan(0);
  }
});
