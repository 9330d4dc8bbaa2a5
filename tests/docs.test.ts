import { expect, test } from "bun:test";
import { join } from "node:path";
import { sayFault } from "../src/curriculum/faults.ts";
import { latexFaults } from "../src/curriculum/latex.ts";
import { parseMaterial } from "../src/curriculum/material.ts";
import { numberFaults } from "../src/curriculum/number-faults.ts";
import { parseCurriculum } from "../src/curriculum/parse.ts";
import { standardFaults } from "../src/curriculum/standards.ts";

const root = join(import.meta.dir, "..");

test("the worked example of docs/curriculum.md is a sound curriculum", async () => {
  const text = await Bun.file(join(root, "docs", "curriculum.md")).text();
  const files = new Map([["note-template.md", "# {{title}}\n\n## Key idea\n"]]);
  for (const [, name, body] of text.matchAll(
    /^## (\S+\.yaml)\n(?:(?!## ).*\n)*?```yaml\n([\s\S]*?)```/gm,
  )) {
    files.set(name ?? "", body ?? "");
  }
  expect([...files.keys()]).toContain("papers/ddpm/guide.yaml");
  const parsed = parseCurriculum(files, "docs");
  const material = parseMaterial(files);
  const faults = [
    ...(parsed.ok ? [] : parsed.faults),
    ...(material.ok
      ? [...latexFaults(material.material, files), ...numberFaults(material.material, files)]
      : material.faults),
    ...standardFaults(files),
  ];
  expect(faults.map(sayFault)).toEqual([]);
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
    "docs/moving-in.md",
  ]) {
    const text = await Bun.file(join(root, file)).text();
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      if (!(await Bun.file(join(root, file, "..", target)).exists()))
        missing.push(`${file}: ${target}`);
    }
  }
  expect(missing).toEqual([]);
});

test("every dependency has its reason in ARCHITECTURE.md, and no reason is left of one that is gone", async () => {
  const { dependencies, optionalDependencies, devDependencies } = await Bun.file(
    join(root, "package.json"),
  ).json();
  const text = await Bun.file(join(root, "ARCHITECTURE.md")).text();
  const table = text.slice(text.indexOf("## Dependencies"));
  const told = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
  const used = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
  const says = (name: string) =>
    told.includes(name) ||
    told.some((one) => one.endsWith("*") && name.startsWith(one.slice(0, -1)));
  expect(used.filter((name) => !says(name))).toEqual([]);
  expect(told.filter((name) => !name.endsWith("*") && !used.includes(name))).toEqual([]);
});
