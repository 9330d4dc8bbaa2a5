import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import { emptyTally } from "../entries/tally.ts";
import { addDays, day } from "../time/calendar.ts";
import { lateTasks } from "./late-tasks.ts";

const start = day("2026-11-23");

test("open tasks of weeks that are over are late; those of this week are not", () => {
  const third = situation({ ...emptyTally(), start }, addDays(start, 15)).progress;
  expect(new Set(lateTasks(third).map(({ week }) => week))).toEqual(new Set([1, 2]));
  const tally = { ...emptyTally(), start };
  for (const { task } of lateTasks(third)) tally.items[task.id] = { done: 1 };
  expect(lateTasks(situation(tally, addDays(start, 15)).progress)).toEqual([]);
  expect(lateTasks(situation({ ...emptyTally(), start }, addDays(start, 3)).progress)).toEqual([]);
  expect(lateTasks(situation({ ...emptyTally(), start }, addDays(start, -3)).progress)).toEqual([]);
});
