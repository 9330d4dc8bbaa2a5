import { expect, test } from "bun:test";
import { llm, situation } from "../../../tests/fixtures/llm.ts";
import type { ItemId, PaperId } from "../content/curriculum.ts";
import { nearestPlan, papersOfWeek, type WeekRhythm } from "../content/rhythm.ts";
import { checkinKey, emptyTally } from "../entries/tally.ts";
import { day } from "../time/calendar.ts";
import { planDays, planWeek } from "./planned-days.ts";

const bert = "bert" as PaperId;
const plan = (hours: number) => ({
  hours,
  days: [
    {
      weekday: "monday" as const,
      steps: [
        { do: "pass" as const, paper: bert, pass: 1 as const, minutes: 30 },
        { do: "notes" as const, paper: bert, minutes: 15 },
        { do: "cards" as const, paper: null, minutes: 15 },
      ],
    },
    {
      weekday: "wednesday" as const,
      steps: [
        { do: "checkin" as const, checkin: "quiz" as const, minutes: 15 },
        { do: "task" as const, task: "w4-pre-train" as ItemId, minutes: 45 },
      ],
    },
  ],
});
const rhythm: WeekRhythm = { week: 4, plans: [plan(8), plan(10), plan(15)] };

test("the plan whose hours are nearest; the lighter of two", () => {
  for (const [minutes, hours] of [
    [60, 8],
    [9 * 60, 8],
    [9 * 60 + 1, 10],
    [12.5 * 60, 10],
    [13 * 60, 15],
    [40 * 60, 15],
  ] as const) {
    expect(nearestPlan(rhythm, minutes)?.hours).toBe(hours);
  }
  expect(nearestPlan(undefined, 480)).toBeNull();
});

test("days stand in the order of the calendar, from the day the week begins on", () => {
  // A Wednesday.
  const { tally, progress } = situation({ ...emptyTally(), start: day("2026-01-07") });
  const days = planDays(plan(8), 4, llm, tally, progress);
  expect(days.map(({ weekday, on, minutes }) => [weekday, on as string, minutes])).toEqual([
    ["wednesday", "2026-01-28", 60],
    ["monday", "2026-02-02", 60],
  ]);
});

test("the work keeps its order whatever day the week begins on; check-ins, cards and each day's time stay", () => {
  const of = (start: string) => {
    const { tally, progress } = situation({ ...emptyTally(), start: day(start) });
    return planDays(plan(8), 1, llm, tally, progress).map(({ weekday, minutes, steps }) => [
      weekday,
      minutes,
      steps.map(({ step }) => `${step.do} ${step.minutes}`),
    ]);
  };
  expect(of("2026-01-05")).toEqual([
    ["monday", 60, ["pass 30", "notes 15", "cards 15"]],
    ["wednesday", 60, ["task 45", "checkin 15"]],
  ]);
  expect(of("2026-01-07")).toEqual([
    ["wednesday", 60, ["pass 30", "notes 15", "checkin 15"]],
    ["monday", 60, ["task 45", "cards 15"]],
  ]);
});

test("a step that does not fit is cut, and its parts are joined where they meet", () => {
  const long = {
    hours: 2,
    days: [
      { weekday: "monday" as const, steps: [{ do: "notes" as const, paper: bert, minutes: 30 }] },
      {
        weekday: "tuesday" as const,
        steps: [
          { do: "notes" as const, paper: bert, minutes: 60 },
          { do: "teach-back" as const, paper: bert, minutes: 30 },
        ],
      },
    ],
  };
  const { tally, progress } = situation({ ...emptyTally(), start: day("2026-01-06") });
  const days = planDays(long, 1, llm, tally, progress);
  expect(days.map(({ steps }) => steps.map(({ step }) => `${step.do} ${step.minutes}`))).toEqual([
    ["notes 90"],
    ["teach-back 30"],
  ]);
});

test("without a start date days have no date", () => {
  const { tally, progress } = situation();
  expect(planDays(plan(8), 4, llm, tally, progress).map(({ on }) => on)).toEqual([null, null]);
});

test("what is done is told by the journal", () => {
  const tally = { ...emptyTally(), start: day("2026-01-05") };
  const on = day("2026-01-28");
  const done = () => {
    const { progress } = situation(tally);
    return planDays(plan(8), 4, llm, tally, progress).flatMap(({ steps }) =>
      steps.map((step) => step.done),
    );
  };
  expect(done()).toEqual([false, false, false, false, false]);
  tally.papers[bert] = {
    done: { notes: 1 },
    started: {},
    minutes: { read: 30 },
    passes: { 1: 30 },
  };
  tally.reviewDays[day("2026-01-26")] = { all: 3, known: 3, fresh: 3 };
  tally.checkins[checkinKey("quiz", on)] = { on, at: 1, answers: [] };
  tally.items["w4-pre-train" as ItemId] = { done: 1 };
  expect(done()).toEqual([true, true, true, true, true]);
});

test("each step says what to type", () => {
  const { tally, progress } = situation();
  const commands = planDays(plan(8), 4, llm, tally, progress).flatMap(({ steps }) =>
    steps.map(({ command }) => command),
  );
  expect(commands).toEqual([
    "study start bert --pass 1",
    "study open bert",
    "study review",
    "study task done 4 --week 4",
    "study quiz",
  ]);
});

test("a week's papers are those that its steps name", () => {
  expect([...papersOfWeek([rhythm], 4)]).toEqual([bert]);
  expect(papersOfWeek([rhythm], 5).size).toBe(0);
});

test("a day falls in a week of the plan, the first before the start and the last behind the end", () => {
  const { progress } = situation({ ...emptyTally(), start: day("2026-01-05") });
  expect(planWeek(progress, day("2026-01-01"))).toBe(1);
  expect(planWeek(progress, day("2026-01-12"))).toBe(2);
  expect(planWeek(progress, day("2027-01-12"))).toBe(12);
});

test("next.15 of a paper that is skipped nothing is planned, nor a task that is of nothing else", () => {
  const meaning = {
    ...llm,
    weeks: llm.weeks.map((week) => ({
      ...week,
      tasks: week.tasks.map((task) =>
        task.id === "w4-read-paper"
          ? { ...task, means: [{ paper: bert, aspect: "read" as const }] }
          : task,
      ),
    })),
  };
  const own = {
    hours: 8,
    days: [
      ...plan(8).days,
      {
        weekday: "thursday" as const,
        steps: [{ do: "task" as const, task: "w4-read-paper" as ItemId, minutes: 30 }],
      },
    ],
  };
  const at = (skipped: PaperId[]) => {
    const { tally, progress } = situation({ ...emptyTally(), start: day("2026-01-05"), skipped });
    return planDays(own, 4, meaning, tally, progress).flatMap(({ steps }) =>
      steps.map(({ step }) => step.do),
    );
  };
  expect(at([])).toEqual(["pass", "notes", "cards", "task", "checkin", "task"]);
  expect(at([bert])).toEqual(["cards", "task", "checkin"]);
});
