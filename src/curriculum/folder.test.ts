import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sayFault } from "./faults.ts";
import { contentVersion, readCurriculum, readFolder } from "./folder.ts";

const dir = mkdtempSync(join(tmpdir(), "curriculum-"));
afterAll(() => rmSync(dir, { recursive: true }));

async function refusalOf(path: string): Promise<readonly string[]> {
  const folder = await readFolder(path);
  return folder.ok ? [] : folder.faults.map(sayFault);
}

test("a folder that does not exist is told, not thrown", async () => {
  const path = join(dir, "nowhere");
  const sentence = `curriculum.yaml:1:1: the folder ${path} does not exist`;
  expect(await refusalOf(path)).toEqual([sentence]);
  const read = await readCurriculum(path);
  expect(read.ok ? [] : read.faults.map(sayFault)).toEqual([sentence]);
});

test("a file in place of a folder is told", async () => {
  const path = join(dir, "file");
  writeFileSync(path, "");
  expect(await refusalOf(path)).toEqual([`curriculum.yaml:1:1: ${path} is a file, not a folder`]);
});

test("a folder without curriculum.yaml is told", async () => {
  const path = join(dir, "empty");
  mkdirSync(path);
  expect(await refusalOf(path)).toEqual([
    `curriculum.yaml:1:1: the folder ${path} holds no curriculum.yaml`,
  ]);
});

test("YAML and Markdown of all depths are read, hidden and other files are not", async () => {
  const path = join(dir, "full");
  mkdirSync(join(path, "papers", "bert"), { recursive: true });
  mkdirSync(join(path, ".git"));
  const put = (file: string) => writeFileSync(join(path, file), `${file}\n`);
  ["weeks.yaml", "curriculum.yaml", "papers/bert/paper.yaml", "note-template.md"].forEach(put);
  ["picture.png", ".git/config.yaml", ".hidden.md"].forEach(put);
  const folder = await readFolder(path);
  expect(folder.ok ? [...folder.files] : folder.faults).toEqual([
    ["curriculum.yaml", "curriculum.yaml\n"],
    ["note-template.md", "note-template.md\n"],
    ["papers/bert/paper.yaml", "papers/bert/paper.yaml\n"],
    ["weeks.yaml", "weeks.yaml\n"],
  ]);
});

test("the version depends on the content and not on the order of the files", () => {
  const version = contentVersion(
    new Map([
      ["a.yaml", "1"],
      ["b.yaml", "2"],
    ]),
  );
  const turned = new Map([
    ["b.yaml", "2"],
    ["a.yaml", "1"],
  ]);
  expect(contentVersion(turned)).toBe(version);
  expect(contentVersion(turned.set("a.yaml", "3"))).not.toBe(version);
  expect(version).toMatch(/^[0-9a-z]+$/);
});
