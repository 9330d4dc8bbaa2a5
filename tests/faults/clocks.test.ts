/** A clock that was ahead once, a folder that was copied, and a disk that can't be written. */
import { afterEach, describe, expect, test } from "bun:test";
import { chmodSync, cpSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import type { Body } from "../../src/core/entries/entry.ts";
import type { Day } from "../../src/core/time/calendar.ts";
import { momentOfId } from "../../src/core/time/clock.ts";
import type { Journal } from "../../src/journal/port.ts";
import { openSqliteJournal } from "../../src/journal/sqlite/journal.ts";
import { emptyFolder, type Folder, workspace } from "../cli/study.ts";
import { device } from "./processes.ts";

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
const day = 86_400_000;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10) as Day;

async function inJournal<T>(folder: Folder, work: (journal: Journal) => Promise<T>): Promise<T> {
  const journal = openSqliteJournal(journalOf(folder), device("spare"));
  try {
    return await work(journal);
  } finally {
    journal.close();
  }
}

/** As a command would by a clock that stands at `now`. */
async function recordAt(folder: Folder, now: number, ...bodies: readonly Body[]) {
  return inJournal(folder, async (journal) => {
    const { entries } = await journal.record(now, () => ({
      steps: [{ by: "cli", bodies }],
      result: null,
    }));
    return entries;
  });
}

const session = (start: number, minutes: number): Body => ({
  type: "session.logged",
  paper: "bert" as PaperId,
  activity: "read",
  start,
  on: dayOf(start),
  minutes,
});

for (const [name, ahead] of [
  ["a day", day],
  ["ten years", 3652 * day],
] as const) {
  describe(`a clock that was ${name} ahead`, () => {
    test("journal.40 what is recorded afterwards is shown at its own moment, and it is said", async () => {
      const folder = await made();
      const future = Date.now() + ahead;
      await recordAt(folder, future, { type: "goal.set", week: 1, text: "Early" });
      const before = Date.now();
      const { code, err } = await folder.study("read", "lora");
      expect({ code, err }).toEqual({
        code: 0,
        err: expect.stringContaining("which is ahead of this clock"),
      });
      const [last] = (await folder.json<{ at: number; what: string[] }[]>("history")).toReversed();
      expect(last?.what).toEqual(["Read: LoRA", "Done: Read paper thoroughly (3-4 hours)"]);
      expect(last?.at).toBeGreaterThanOrEqual(before);
      expect(last?.at).toBeLessThanOrEqual(Date.now());
      expect(readFileSync(join(folder.path, "TRACKER.md"), "utf8")).toContain(
        `**Last Updated**: ${dayOf(Date.now())}`,
      );
      expect(await folder.ok("doctor")).toContain("Clock: 3 entries stand ahead of this clock");
    });

    test("journal.41 is put right by doctor --repair: the same order and figures, nothing ahead", async () => {
      const folder = await made();
      const future = Date.now() + ahead;
      const [started] = await recordAt(folder, future, {
        type: "paper.marked",
        paper: "bert" as PaperId,
        aspect: "read",
        done: true,
      });
      await recordAt(folder, future + 1_000, session(future, 30));
      await folder.ok("goal", "1", "Undone later");
      await folder.ok("undo");
      await folder.ok("read", "bert", "--undo");
      await folder.ok("undo");
      const figures = async () => {
        const { papers, goals } = await folder.json<{
          papers: { id: string; minutes: number }[];
          goals: unknown;
        }>("status");
        return { minutes: papers.map(({ minutes }) => minutes), goals };
      };
      const before = { ...(await figures()), percent: await folder.ok("status") };
      const history = async () =>
        await folder.json<{ what: string[]; undone: boolean; at: number }[]>("history");
      const past = (await history()).map(({ what, undone }) => ({
        what: what.join().replaceAll(/\d{4}-\d\d-\d\d/g, "DAY"),
        undone,
      }));
      expect(await folder.ok("doctor", "--repair")).toContain("anew, in their order");
      expect(await figures()).toEqual({ minutes: before.minutes, goals: before.goals });
      const after = await history();
      expect(
        after.map(({ what, undone }) => ({
          what: what.join().replaceAll(/\d{4}-\d\d-\d\d/g, "DAY"),
          undone,
        })),
      ).toEqual(past);
      for (const { at } of after) expect(at).toBeLessThanOrEqual(Date.now());
      const text = await folder.ok("export");
      // The old ids are named as what they were, and by nothing else.
      expect(text.replaceAll(/,"was":\[[^\]]*\]/g, "")).not.toContain(started?.id ?? "");
      for (const line of text.trim().split("\n")) {
        const { id, on } = JSON.parse(line);
        expect(momentOfId(id)).toBeLessThanOrEqual(Date.now() + 60_000);
        if (on !== undefined) expect(on <= dayOf(Date.now())).toBe(true);
      }
      const out = await folder.ok("doctor");
      expect(out).not.toContain("Clock:");
      expect(
        readdirSync(join(folder.path, ".study")).some((file) => file.includes("before-repair")),
      ).toBe(true);
    });
  });
}

describe("a folder", () => {
  test("journal.42 that was copied gives out ids of its own, also behind an entry from the future, and the two merge", async () => {
    const one = await made();
    const now = Date.now();
    await recordAt(one, now + day, { type: "goal.set", week: 1, text: "Early" });
    const two = emptyFolder();
    folders.push(two);
    cpSync(one.path, two.path, { recursive: true });
    const spare = async (folder: Folder, name: string, text: string) => {
      const journal = openSqliteJournal(journalOf(folder), device(name));
      const { entries } = await journal.record(now, () => ({
        steps: [{ by: "cli", bodies: [{ type: "goal.set", week: 2, text }] }],
        result: null,
      }));
      journal.close();
      return entries[0]?.id ?? "";
    };
    const first = await spare(one, "other", "One");
    const second = await spare(two, "copyoftw", "Two");
    expect(first).not.toBe(second);
    expect(second).toEndWith("-copyoftw");
    expect(await spare(two, "again", "Three")).toEndWith("-copyoftw");
    await two.ok("export", "two.jsonl");
    await one.ok("import", join(two.path, "two.jsonl"));
    await one.ok("export", "one.jsonl");
    await two.ok("import", join(one.path, "one.jsonl"));
    expect(await one.ok("export")).toBe(await two.ok("export"));
  });

  test("journal.76 whose copy has the old dates still is brought together with it once, whichever was put right", async () => {
    const folder = await made();
    const future = Date.now() + 400 * day;
    await recordAt(folder, future, session(future, 30));
    await folder.ok("log", "20m", "lora");
    const copies = ["left", "right"].map((name) => {
      const path = `${folder.path}-${name}`;
      cpSync(folder.path, path, { recursive: true, preserveTimestamps: true });
      return path;
    });
    const [left = "", right = ""] = copies;
    const minutesIn = async (path: string) => {
      const { papers } = await folder.json<{ papers: { minutes: number }[] }>(
        "status",
        "--dir",
        path,
      );
      return papers.reduce((sum, { minutes }) => sum + minutes, 0);
    };
    const journalIn = (path: string) => join(path, ".study", "journal.db");
    try {
      await folder.ok("doctor", "--repair");
      // Into the copy that has the old dates and back, and between two that were put right each by itself.
      await folder.ok("import", journalOf(folder), "--dir", left);
      expect(await minutesIn(left)).toBe(50);
      await folder.ok("import", journalIn(left));
      expect(await minutesIn(folder.path)).toBe(50);
      await folder.ok("doctor", "--repair", "--dir", right);
      await folder.ok("import", journalIn(right));
      await folder.ok("import", journalOf(folder), "--dir", right);
      expect(await minutesIn(folder.path)).toBe(50);
      expect(await minutesIn(right)).toBe(50);
    } finally {
      for (const path of copies) rmSync(path, { recursive: true, force: true });
    }
  });

  test("journal.42 that was moved keeps its device", async () => {
    const folder = await made();
    const before = await inJournal(folder, async ({ device }) => device);
    const moved = `${folder.path}-moved`;
    renameSync(folder.path, moved);
    await inJournal({ ...folder, path: moved }, async (journal) => {
      expect(journal.device).toBe(before);
    });
    rmSync(moved, { recursive: true });
  });

  test("journal.43 that can't be written is looked at, exported and checked", async () => {
    const folder = await made();
    await folder.ok("read", "bert");
    const state = join(folder.path, ".study");
    const names = readdirSync(state);
    const contents = () =>
      [journalOf(folder), join(folder.path, "TRACKER.md")].map((file) => readFileSync(file));
    const before = contents();
    for (const name of names) chmodSync(join(state, name), 0o444);
    for (const path of [state, folder.path]) chmodSync(path, 0o555);
    try {
      expect(await folder.ok("status")).toContain("1/15 (7%)");
      expect(await folder.ok("history")).toContain("Read: BERT");
      expect(await folder.ok("export")).toContain('"bert"');
      expect(await folder.ok("doctor")).toContain("Sound  the journal");
      expect(await folder.refused("read", "lora")).toContain(
        "can't be written: nothing was recorded",
      );
      expect(contents()).toEqual(before);
      // Root writes caches all the same; nobody else can.
      expect(readdirSync(state).filter((name) => name.startsWith("journal"))).toEqual(
        names.filter((name) => name.startsWith("journal")),
      );
    } finally {
      for (const path of [folder.path, state]) chmodSync(path, 0o755);
    }
  });
});
