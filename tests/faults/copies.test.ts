/** What sync services do to a folder that is in use: files without their logs, and copies under other names. */
import { afterEach, expect, test } from "bun:test";
import { copyFileSync, cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSqliteJournal } from "../../src/journal/sqlite/journal.ts";
import { emptyFolder, type Folder, workspace } from "../cli/study.ts";
import { eventually } from "../web/visit.ts";
import { device, idsIn } from "./processes.ts";
import { serve } from "./served-page.ts";

const folders: Folder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

async function made(): Promise<Folder> {
  const folder = await workspace("--start", "2026-01-05");
  folders.push(folder);
  return folder;
}

const journalOf = ({ path }: Folder) => join(path, ".study", "journal.db");

/** Thirty entries by a process that stays, as a server does. */
async function writeThirty(folder: Folder) {
  const journal = openSqliteJournal(journalOf(folder), device("served"));
  for (let turn = 0; turn < 30; turn += 1) {
    await journal.record(Date.now(), () => ({
      steps: [{ by: "web", bodies: [{ type: "goal.set", week: 1, text: String(turn) }] }],
      result: null,
    }));
  }
  return journal;
}

test("journal.45 once it has rested, the journal's own file holds everything", async () => {
  const folder = await made();
  const journal = await writeThirty(folder);
  const copy = join(folder.path, "copy.db");
  try {
    for (let turn = 0; turn < 40; turn += 1) {
      await journal.marker();
      await Bun.sleep(50);
    }
    copyFileSync(journalOf(folder), copy);
    expect(await idsIn(copy)).toEqual(await idsIn(journalOf(folder)));
  } finally {
    journal.close();
  }
});

test("journal.46 a folder whose journal was copied without its log is not called sound", async () => {
  const folder = await made();
  const journal = await writeThirty(folder);
  const copy = emptyFolder();
  folders.push(copy);
  try {
    cpSync(folder.path, copy.path, { recursive: true });
  } finally {
    journal.close();
  }
  for (const log of ["-wal", "-shm"]) rmSync(journalOf(copy) + log, { force: true });
  const { code, out } = await copy.study("doctor");
  expect(code).toBe(1);
  expect(out).toContain("entries that were recorded: its file was copied without its log");
  expect(out).not.toContain("Sound  the journal");
  expect(await folder.ok("doctor")).toContain("Sound  the journal");
});

test("journal.47 copies that a sync service left are named by doctor, and the program's own are not", async () => {
  const folder = await made();
  await folder.ok("read", "bert");
  await folder.ok("backup", "saved.db");
  await folder.ok("restore", "saved.db");
  expect(await folder.ok("doctor")).not.toContain("A sync service");
  const left = [
    ".study/journal (Ada's conflicted copy 2026-01-05).db",
    ".study/journal.sync-conflict-20260105-101112-ABCDEFG.db",
    ".study/journal (1).db",
    ".study/journal-DESKTOP.db",
    ".study/journal 2.db",
    "TRACKER (conflicted copy).md",
    "TRACKER.sync-conflict-20260105-101112-ABCDEFG.md",
    "TRACKER 2.md",
    ".study/journal_DiskStation_Nov-27-1010-2026_Conflict.db",
    "TRACKER_DiskStation_Nov-27-1010-2026_Conflict.md",
    "TRACKER_conf(1).md",
    "Copy of TRACKER.md",
    "tracker.md",
    "notes/bert.sync-conflict-20260105-101112-ABCDEFG.md",
    "notes/bert (Ada's conflicted copy 2026-01-05).md",
    "notes/bert (1).md",
  ];
  const other = ["TRACKERS.md", "notes/bert.md", "notes/bert-2019.md", "notes/gpt 2.md"];
  for (const name of [...left, ...other]) writeFileSync(join(folder.path, name), "");
  const out = await folder.ok("doctor");
  for (const name of left) expect(out).toContain(join(folder.path, name));
  for (const name of other) expect(out).not.toContain(join(folder.path, name));
  // The command that it says is one for a shell.
  const said = /`study (import '.*Ada.*?)` takes/.exec(out)?.[1] ?? "";
  const words = Bun.spawnSync(["sh", "-c", `printf '%s\\n' ${said}`]).stdout.toString();
  expect(words).toBe(`import\n${join(folder.path, left[0] ?? "")}\n`);
});

test("journal.47 and journal.73 what a sync service leaves while the folder is served is told to the page and at the terminal, entries of a newer version too", async () => {
  const folder = await made();
  const served = await serve(folder.path);
  try {
    const concerns = async () => {
      const state = (await (await served.get("/api/state")).json()) as { concerns: string[] };
      return state.concerns.join("\n");
    };
    expect(await concerns()).toBe("");
    const left = join(folder.path, ".study", "journal (conflicted copy).db");
    await folder.ok("backup", left);
    const [line = ""] = (await folder.ok("export")).split("\n");
    const newer = { ...JSON.parse(line), id: line.replace(/.*"id":"(.{9}).*/, "$1-00z-elsewher") };
    const entry = { ...newer, command: newer.id, type: "mood.set" };
    writeFileSync(join(folder.path, "newer.jsonl"), JSON.stringify(entry));
    await folder.ok("import", "newer.jsonl");
    await eventually(async () => {
      expect(await concerns()).toContain(left);
      expect(await concerns()).toContain("1 entry is of a newer version");
    }, 8000);
    rmSync(left);
    await eventually(async () => expect(await concerns()).not.toContain(left), 8000);
    expect(await served.warned()).toContain(left);
  } finally {
    await served.kill();
  }
});
