import { expect, test } from "bun:test";
import { linked, situation } from "../../../tests/fixtures/llm.ts";
import type { ItemId, PaperId } from "../content/curriculum.ts";
import { emptyTally } from "../entries/tally.ts";
import { day } from "../time/calendar.ts";
import type { Command } from "./command.ts";
import type { Situation } from "./decision.ts";
import { after, decideAll } from "./rehearse.ts";

const start = day("2026-11-23");

function once(...commands: readonly Command[]): Situation {
  let now = situation({ ...emptyTally(), start }, start, linked);
  for (const command of commands) {
    const decision = decideAll([command], now);
    if (!decision.ok) throw new Error(decision.message);
    now = after(now, decision.bodies);
  }
  return now;
}

function task(now: Situation, id: string): boolean {
  const all = now.progress.weeks.flatMap(({ tasks }) => tasks);
  return all.find((one) => one.id === id)?.done === true;
}

function read(now: Situation, id: string): boolean {
  return now.progress.papers.find((one) => one.id === id)?.done.read === true;
}

const mark = (paper: string, aspect: "read" | "notes", done = true): Command => ({
  do: "mark-paper",
  paper: paper as PaperId,
  aspect,
  done,
});
const tick = (item: string, done = true): Command => ({
  do: "mark-item",
  item: item as ItemId,
  done,
});

test("next.8 a paper's tick ticks the week's task that says the same, and takes it back", () => {
  expect(task(once(mark("bert", "read")), "w4-read-paper")).toBe(true);
  expect(task(once(mark("bert", "read")), "w4-notes")).toBe(false);
  expect(task(once(mark("bert", "read"), mark("bert", "read", false)), "w4-read-paper")).toBe(
    false,
  );
});

test("next.8 a task's tick ticks the paper, and takes it back", () => {
  expect(read(once(tick("w4-read-paper")), "bert")).toBe(true);
  expect(read(once(tick("w4-read-paper"), tick("w4-read-paper", false)), "bert")).toBe(false);
});

test("next.8 a task that says several things waits for all of them", () => {
  const half = once(mark("resnet", "read"));
  expect(task(half, "w2-read-papers")).toBe(false);
  const whole = once(mark("resnet", "read"), mark("layernorm", "read"));
  expect(task(whole, "w2-read-papers")).toBe(true);
  // Which of the two is not so was not said.
  const back = once(tick("w2-read-papers"), tick("w2-read-papers", false));
  expect([read(back, "resnet"), read(back, "layernorm")]).toEqual([true, true]);
});

test("next.8 code that passes ticks its task; a task's tick says nothing of code", () => {
  const run = {
    do: "record-check",
    paper: "attention" as PaperId,
    exercise: "multi-head",
    passed: true,
    seed: 1,
    verdict: "passed",
    mistakes: [],
    digest: "abc",
    took: 10,
  } as unknown as Command;
  expect(task(once(run), "w1-multi-head-attention")).toBe(true);
  const byHand = once(tick("w1-multi-head-attention"));
  expect(byHand.progress.papers[0]?.exercises.some(({ passed }) => passed)).toBe(false);
});

test("next.8 one undo takes all of it back: it is one command", () => {
  const decision = decideAll([mark("bert", "read")], once());
  expect(decision.ok && decision.bodies.map(({ type }) => type)).toEqual([
    "paper.marked",
    "item.marked",
  ]);
});

test("a task that the learner reworded is their own", () => {
  const reworded: Command = { do: "edit-item", item: "w4-read-paper" as ItemId, text: "Skim it" };
  expect(task(once(reworded, mark("bert", "read")), "w4-read-paper")).toBe(false);
  expect(read(once(reworded, tick("w4-read-paper")), "bert")).toBe(false);
});

test("a week has 168 hours", () => {
  const decision = decideAll([{ do: "change-plan", minutesAWeek: 200 * 60 }], once());
  expect(decision).toMatchObject({ ok: false, reason: "too-many-hours" });
});
