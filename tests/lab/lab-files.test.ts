/** What the executable carries of the lab: all that a run needs, and no tool of the tests. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { bundleLab } from "../../scripts/lab-files.ts";

const { files } = bundleLab(join(import.meta.dir, "..", ".."));
const harness = Object.entries(files).filter(([path]) => path.startsWith("python/"));

test("every module of the harness is one that a run or a notebook imports", () => {
  const texts = new Map(harness.map(([path, text]) => [path.slice("python/".length), text]));
  const reached = new Set(["run.py", "study_lab/__init__.py"]);
  for (const path of reached) {
    const imports = texts.get(path)?.matchAll(/^\s*from (?:study_lab)?\.(\w+) import/gm) ?? [];
    for (const [, name] of imports) reached.add(`study_lab/${name}.py`);
    for (const [, name] of texts.get(path)?.matchAll(/^\s*import (\w+)$/gm) ?? []) {
      if (texts.has(`${name}.py`)) reached.add(`${name}.py`);
    }
  }
  expect([...texts.keys()].sort()).toEqual([...reached].sort());
});

test("the exercises' texts are carried, solutions and vectors are not", () => {
  const paths = Object.keys(files);
  expect(paths).toContain("curricula/llm/papers/attention/exercises/multi-head/reference.py");
  const strange = paths.filter(
    (path) =>
      !/^python\/|^curricula\/[\w-]+\/papers\/[\w-]+\/exercises\/[\w-]+\/(exercise\.md|starter\.py|reference\.py|mistakes\.py|properties\.py)$|^curricula\/[\w-]+\/milestones\/[\w-]+\/(exercise\.md|starter\.py|source\.py|verify\.py)$/.test(
        path,
      ),
  );
  expect(strange).toEqual([]);
});
