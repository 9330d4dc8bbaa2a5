/** What is erased is nowhere in the folder any more. */
import { afterEach, beforeEach, expect, test } from "bun:test";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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

/** A workspace with a backup of before something was forgotten, and an entry since. */
async function forgetAfterBackup(): Promise<string> {
  await folder.ok("log", "40m", "bert");
  await folder.ok("task", "add", "call the secret doctor");
  await folder.ok("backup", "old.db");
  const past = await folder.json<readonly Past[]>("history");
  const id = past.find(({ what }) => what.join().includes("secret"))?.id ?? "";
  await folder.ok("forget", id, "--yes");
  return id;
}

async function holdsNoSecret(): Promise<void> {
  expect(JSON.stringify(await folder.json("history"))).not.toContain("secret");
  const state = holding("secret doctor", join(folder.path, ".study"));
  expect(state.filter((path) => !path.includes(".before-restore-"))).toEqual([]);
  expect(readFileSync(join(folder.path, "TRACKER.md"), "utf8")).not.toContain("secret");
  expect(await folder.ok("status")).toMatch(/Study hours\s+40m/);
  expect(await folder.ok("doctor")).not.toMatch(/Journal:/);
}

test("journal.74 a backup of before is restored without what was forgotten, which is said, also twice and where the journal is gone", async () => {
  await forgetAfterBackup();
  expect(await folder.ok("restore", "old.db")).toContain("1 entry that was forgotten is left out");
  await holdsNoSecret();
  expect(await folder.ok("restore", "old.db")).toContain("1 entry that was forgotten is left out");
  for (const name of readdirSync(join(folder.path, ".study"))) {
    if (/^journal\.db(-wal|-shm|\.count|\.before.*)?$/.test(name)) {
      rmSync(join(folder.path, ".study", name));
    }
  }
  rmSync(join(folder.path, ".study", "backups"), { recursive: true });
  expect(await folder.ok("restore", "old.db")).toContain("1 entry that was forgotten is left out");
  await holdsNoSecret();
});

test("journal.74 a backup of before that is copied in the journal's place by hand loses it again, which is said", async () => {
  await forgetAfterBackup();
  const journal = join(folder.path, ".study", "journal.db");
  for (const part of ["", "-wal", "-shm"]) rmSync(journal + part, { force: true });
  copyFileSync(join(folder.path, "old.db"), journal);
  const { err } = await folder.study("status");
  expect(err).toContain("1 entry that was forgotten was in the journal again");
  await holdsNoSecret();
});

test("journal.74 an import and a merge leave out what was forgotten, and say so", async () => {
  await forgetAfterBackup();
  expect(await folder.ok("import", "old.db")).toContain("1 entry that was forgotten is left out");
  const other = await workspace();
  await other.ok("task", "add", "another secret");
  await other.ok("log", "20m", "gpt-2");
  await other.ok("export", join(folder.path, "other.jsonl"));
  other.remove();
  await folder.ok("import", "other.jsonl", "--merge");
  const past = await folder.json<readonly Past[]>("history");
  const merged = past.find(({ what }) => what.join().includes("another"))?.id ?? "";
  await folder.ok("forget", merged, "--yes");
  const again = await folder.ok("import", "other.jsonl", "--merge");
  expect(again).toContain("Took 0 new entries");
  expect(again).toMatch(/\d entries that were forgotten are left out/);
  expect(again).not.toContain("study undo");
  expect(JSON.stringify(await folder.json("history"))).not.toContain("another secret");
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
