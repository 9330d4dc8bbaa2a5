import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PaperId } from "../src/core/content/curriculum.ts";
import type { Command } from "../src/core/decide/command.ts";
import { day } from "../src/core/time/calendar.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { layoutOf } from "../src/workspace/layout.ts";
import type { Workspace } from "../src/workspace/workspace.ts";

const noon = Date.parse("2026-11-23T12:00Z");
const bert = "bert" as PaperId;
let folder: string;
let workspace: Workspace;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "study-workspace-"));
  workspace = await createWorkspace(
    layoutOf(folder),
    {
      curriculum: "llm",
      start: day("2026-11-16"),
      target: null,
      minutesAWeek: 480,
      timeZone: "UTC",
      dayStarts: 0,
      kind: "own",
    },
    noon,
  );
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const tracker = () => readFileSync(join(folder, "TRACKER.md"), "utf8");
const save = (text: string) => writeFileSync(join(folder, "TRACKER.md"), text);
const run = async (...commands: readonly Command[]) => {
  const outcome = await workspace.run(commands, "cli", noon);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
};
const log = (minutes: number): Command => ({
  do: "log",
  paper: bert,
  activity: "read",
  start: noon - minutes * 60_000,
  minutes,
});

describe("tracker.9 an editor that holds an old text", () => {
  test("tracker.9 takes nothing back when it saves", async () => {
    const old = tracker();
    await run(log(60));
    await run({ do: "mark-paper", paper: bert, aspect: "read", done: true });
    save(`${old}\n\nA thought of mine.\n`);
    const { entries } = await workspace.syncTracker(noon);
    expect(entries).toEqual([]);
    expect(tracker()).toContain("| BERT | ☑ | ☐ | ☐ | 1 |");
    expect(tracker()).toEndWith("\n\nA thought of mine.\n");
  });

  test("tracker.9 adds its own changes to what happened since", async () => {
    const old = tracker();
    await run(log(60));
    save(
      old
        .replace("| BERT | ☐ | ☐ | ☐ | 0 |", "| BERT | ☐ | ☑ | ☐ | 2 |")
        .replace("- Phase 1 Complete: ___________", "- Phase 1 Complete: Dinner"),
    );
    await workspace.syncTracker(noon);
    const { progress } = await workspace.look(noon);
    expect(progress.minutes).toBe(180);
    expect(progress.rewards[0]?.text).toBe("Dinner");
    expect(tracker()).toContain("| BERT | ☐ | ☑ | ☐ | 3 |");
  });

  test("a tick that is taken back by hand is taken back", async () => {
    await run({ do: "mark-paper", paper: bert, aspect: "read", done: true });
    await run(log(30));
    save(tracker().replace("| BERT | ☑ |", "| BERT | ☐ |"));
    await workspace.syncTracker(noon);
    expect((await workspace.look(noon)).progress.read).toBe(0);
  });
});

/** What comes back after edits were taken in is a text of its own (tracker.61). */
const withoutMark = (text: string) => text.replace(/ <!-- study:\w+ -->/, "");

describe("undo", () => {
  test("of the file's edits takes all of one saving back, in the file too", async () => {
    const before = tracker();
    save(
      before.replace(
        "- [ ] Blog about key insights\n",
        "- [x] Blog about key insights\n- [ ] Mine\n",
      ),
    );
    await workspace.syncTracker(noon);
    await run({ do: "undo" });
    expect(withoutMark(tracker())).toBe(withoutMark(before));
    await run({ do: "redo" });
    expect(tracker()).toContain("- [x] Blog about key insights\n- [ ] Mine\n");
  });

  test("of a removed task brings its line back to its place", async () => {
    const before = tracker();
    const id = workspace.curriculum.weeks[0]?.tasks[2]?.id;
    if (id === undefined) throw new Error("week 1 has tasks");
    await run({ do: "remove-item", item: id });
    expect(tracker()).not.toContain("multi-head attention");
    await run({ do: "undo" });
    expect(tracker()).toBe(before);
  });
});

test("commands that stand together fall together", async () => {
  const before = tracker();
  const outcome = await workspace.run([log(60), { do: "stop-timer" }], "cli", noon);
  expect(outcome).toMatchObject({ ok: false, reason: "no-timer" });
  expect(tracker()).toBe(before);
  expect((await workspace.look(noon)).progress.minutes).toBe(0);
});

test("a timer that was forgotten over night asks for the real time", async () => {
  await run({ do: "start-timer", paper: bert, activity: "read" });
  const morning = noon + 20 * 3_600_000;
  const outcome = await workspace.run([{ do: "stop-timer" }], "cli", morning);
  expect(outcome).toMatchObject({ ok: false, reason: "timer-forgotten" });
  const said = await workspace.run([{ do: "stop-timer", minutes: 90 }], "cli", morning);
  expect(said).toMatchObject({ ok: true });
  const { progress } = await workspace.look(morning);
  expect(progress.minutes).toBe(90);
  expect(progress.timer).toBeNull();
});

test("a paused timer counts only what ran", async () => {
  const at = (minutes: number) => noon + minutes * 60_000;
  for (const [command, minute] of [
    ["start-timer", 0],
    ["pause-timer", 30],
    ["resume-timer", 90],
    ["stop-timer", 105],
  ] as const) {
    const wanted: Command =
      command === "start-timer" ? { do: command, paper: bert, activity: "read" } : { do: command };
    expect((await workspace.run([wanted], "cli", at(minute))).ok).toBe(true);
  }
  expect((await workspace.look(at(110))).progress.minutes).toBe(45);
});
