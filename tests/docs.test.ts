import { expect, test } from "bun:test";
import { join } from "node:path";
import { sayFault } from "../src/curriculum/faults.ts";
import { parseCurriculum } from "../src/curriculum/parse.ts";

const root = join(import.meta.dir, "..");

test("the worked example of docs/curriculum.md is a sound curriculum", async () => {
  const text = await Bun.file(join(root, "docs", "curriculum.md")).text();
  const files = new Map([["note-template.md", "# {{title}}\n"]]);
  for (const [, name, body] of text.matchAll(/^## (\S+\.yaml)\n\n```yaml\n([\s\S]*?)```/gm)) {
    files.set(name ?? "", body ?? "");
  }
  const parsed = parseCurriculum(files, "docs");
  expect(parsed.ok ? [] : parsed.faults.map(sayFault)).toEqual([]);
});

test("every link of the documents leads to a file", async () => {
  const missing: string[] = [];
  for (const file of [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "bench/README.md",
    "docs/exercises.md",
  ]) {
    const text = await Bun.file(join(root, file)).text();
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      if (!(await Bun.file(join(root, file, "..", target)).exists()))
        missing.push(`${file}: ${target}`);
    }
  }
  expect(missing).toEqual([]);
});
