import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyJournal } from "../src/journal/sqlite/verify.ts";
import { createWorkspace } from "../src/workspace/create.ts";
import { openDemo } from "../src/workspace/demo.ts";
import { layoutOf } from "../src/workspace/layout.ts";

const noon = Date.parse("2026-11-23T12:00Z");

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "study-demo-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the example is a learner in the seventh week, with something on every screen", () =>
  inFolder(async (folder) => {
    const layout = layoutOf(join(folder, "example"));
    const demo = await openDemo(layout, noon);
    const { progress, tally } = await demo.look(noon);
    expect(demo.demo).toBe(true);
    expect(progress.week).toBe(7);
    expect(progress.read).toBeGreaterThanOrEqual(4);
    expect(progress.minutes).toBeGreaterThan(30 * 60);
    expect(progress.phases[0]?.complete).toBe(3);
    expect(progress.milestones[0]?.done).toBe(true);
    expect(progress.missedCheckins.length).toBe(1);
    expect(Object.keys(tally.checkins).length).toBeGreaterThan(10);
    expect((await demo.syncTracker(noon)).problems).toEqual([]);
    demo.close();
    expect(verifyJournal(layout.journal)).toEqual([]);
  }));

test("the example's log says each thing once", () =>
  inFolder(async (folder) => {
    const demo = await openDemo(layoutOf(join(folder, "example")), noon);
    const entries = [];
    for await (const { entry } of demo.journal.lines()) if (entry !== null) entries.push(entry);
    const marked = entries.flatMap((entry) =>
      entry.type === "checkin.marked" ? [`${entry.checkin} ${entry.on}`] : [],
    );
    expect(marked.length).toBeGreaterThan(10);
    expect(marked.filter((one, at) => marked.indexOf(one) !== at)).toEqual([]);
    expect(entries.some(({ type }) => type === "quiz.taken")).toBe(true);
    demo.close();
  }));

test("the same moment makes the same example", () =>
  inFolder(async (folder) => {
    const figures = await Promise.all(
      ["a", "b"].map(async (name) => {
        const demo = await openDemo(layoutOf(join(folder, name)), noon);
        const { tally } = await demo.look(noon);
        demo.close();
        // Ids bear the name of the device, which is made anew in each folder.
        return { ...tally, lately: tally.lately.map(({ id: _, ...session }) => session) };
      }),
    );
    expect(figures[0]).toEqual(figures[1]);
  }));

test("a real workspace is never taken for the example", () =>
  inFolder(async (folder) => {
    const layout = layoutOf(folder);
    const plan = {
      start: null,
      target: null,
      minutesAWeek: null,
      timeZone: "UTC",
      dayStarts: 0,
    } as const;
    const real = await createWorkspace(layout, { ...plan, curriculum: "llm", kind: "own" }, noon);
    real.close();
    await expect(openDemo(layout, noon)).rejects.toThrow(/is a real workspace, not the example/);
  }));
