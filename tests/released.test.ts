/** What a released version made is opened, read and written by this one. */
import { expect, test } from "bun:test";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyJournal } from "../src/journal/sqlite/verify.ts";
import { layoutOf } from "../src/workspace/layout.ts";
import { openWorkspace } from "../src/workspace/open.ts";

const kept = join(import.meta.dir, "fixtures", "workspace-0.1");

async function inCopy(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "study-released-"));
  try {
    cpSync(join(kept, "TRACKER.md"), join(folder, "TRACKER.md"));
    cpSync(join(kept, "notes"), join(folder, "notes"), { recursive: true });
    mkdirSync(join(folder, ".study"));
    const journal = Bun.gunzipSync(readFileSync(join(kept, "journal.db.gz")));
    writeFileSync(join(folder, ".study", "journal.db"), journal);
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a workspace of version 0.1 opens, with its figures, its history and the learner's own words", () =>
  inCopy(async (folder) => {
    const layout = layoutOf(folder);
    expect(verifyJournal(layout.journal)).toEqual([]);
    const workspace = await openWorkspace(layout);
    const now = Date.now();
    const report = await workspace.syncTracker(now);
    // Nothing of the file is taken for an edit, and nothing is complained of.
    expect(report.entries).toEqual([]);
    expect(report.problems).toEqual([]);
    const { progress, tally } = report.look;
    expect([progress.read, progress.implemented, progress.counted]).toEqual([3, 0, 16]);
    expect([progress.minutes, progress.implementMinutes]).toEqual([280, 45]);
    expect(progress.weeks[0]?.goal).toBe("A goal of mine");
    expect(progress.milestones[0]?.done).toBe(true);
    expect(Object.keys(tally.timers).length).toBe(1);
    const text = readFileSync(layout.tracker, "utf8");
    expect(text).toContain("## My own\n\nWords of mine.\n");
    expect(text).toContain("- [ ] A line of my own");
    expect(text).toContain("| ELMo | ☑ | ☐ | ☐ | 0 |");
    workspace.close();
  }));

test("a workspace of version 0.1 is written on: an edit of its file, a command, and an undo of what 0.1 recorded", () =>
  inCopy(async (folder) => {
    const layout = layoutOf(folder);
    const before = readFileSync(layout.tracker, "utf8");
    writeFileSync(layout.tracker, before.replace("| LoRA | ☐ |", "| LoRA | ☑ |"));
    const workspace = await openWorkspace(layout);
    const now = Date.now();
    const { entries } = await workspace.syncTracker(now);
    expect(entries).toEqual([expect.objectContaining({ type: "paper.marked", paper: "lora" })]);
    const log = {
      do: "log",
      paper: "gpt-3",
      activity: "read",
      minutes: 30,
      start: now - 3_600_000,
    };
    expect((await workspace.run([log as never], "cli", now)).ok).toBe(true);
    for (let count = 0; count < 3; count += 1) {
      expect((await workspace.run([{ do: "undo" }], "cli", now)).ok).toBe(true);
    }
    workspace.close();
    expect(readFileSync(layout.tracker, "utf8")).toContain("| LoRA | ☐ |");
    expect(verifyJournal(layout.journal)).toEqual([]);
  }));
