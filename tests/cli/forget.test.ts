/** What is erased is nowhere in the folder any more. */
import { afterEach, beforeEach, expect, test } from "bun:test";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Folder, workspace } from "./study.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await workspace();
});
afterEach(() => folder.remove());

interface Past {
  readonly id: string;
  readonly what: readonly string[];
}

/** The files of the folder that hold the words. */
function holding(words: string, from = folder.path): readonly string[] {
  return readdirSync(from).flatMap((name) => {
    const path = join(from, name);
    if (statSync(path).isDirectory()) return holding(words, path);
    return readFileSync(path).includes(words) ? [path] : [];
  });
}

test("a forgotten command is in no file and no figure, and an export of before brings nothing back", async () => {
  await folder.ok("task", "add", "call the secret doctor");
  await folder.ok("log", "40m", "bert");
  await folder.ok("export", "before.jsonl");
  const text = readFileSync(join(folder.path, "before.jsonl"), "utf8");
  expect(holding("secret doctor").length).toBeGreaterThan(2);
  const past = await folder.json<readonly Past[]>("history");
  const id = past.find(({ what }) => what.join().includes("secret"))?.id ?? "";
  expect(await folder.refused("forget", id)).toContain("say --yes to erase it");
  const said = await folder.ok("forget", id, "--yes");
  expect(said).toContain("secret doctor");
  expect(said).toContain("Exports and backups that you made, other devices");
  expect(holding("secret doctor")).toEqual([join(folder.path, "before.jsonl")]);
  writeFileSync(join(folder.path, "again.jsonl"), text);
  await folder.ok("import", "again.jsonl");
  expect(JSON.stringify(await folder.json("history"))).not.toContain("secret");
  expect(await folder.ok("status")).toMatch(/Study hours\s+40m/);
  expect(await folder.ok("doctor")).not.toMatch(/Journal:/);
});

test("a forgotten note goes with its versions and images, and nothing else", async () => {
  mkdirSync(join(folder.path, "notes", "images"), { recursive: true });
  writeFileSync(join(folder.path, "notes", "bert.md"), "a private thought");
  writeFileSync(join(folder.path, "notes", "images", "bert-1a2b.png"), "x");
  writeFileSync(join(folder.path, "notes", "gpt-2.md"), "kept");
  await folder.ok("log", "40m", "bert");
  await folder.ok("notes", "--history");
  await folder.ok("forget", "notes/bert.md", "--yes");
  expect(readdirSync(join(folder.path, "notes")).toSorted()).toEqual(["gpt-2.md", "images"]);
  expect(readdirSync(join(folder.path, "notes", "images"))).toEqual([]);
  expect(await folder.ok("notes", "--history")).not.toMatch(/\d {2}bert {2}/);
  expect(JSON.stringify(await folder.json("history"))).toContain("BERT");
});

test("a forgotten paper of one's own is gone, with its hours", async () => {
  await folder.ok("paper", "add", "Mamba");
  await folder.ok("log", "40m", "mamba");
  await folder.ok("log", "20m", "bert");
  await folder.ok("forget", "mamba", "--yes");
  expect(holding("Mamba")).toEqual([]);
  expect(await folder.refused("forget", "mamba", "--yes")).toContain("no paper");
  expect(await folder.refused("forget", "gpt-2", "--yes")).toContain("nothing of gpt-2 to forget");
});
