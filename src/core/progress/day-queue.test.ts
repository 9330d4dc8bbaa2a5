import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import type { Step, WeekRhythm } from "../content/rhythm.ts";
import { emptyTally, type Tally } from "../entries/tally.ts";
import { addDays, day, type Weekday, weekdayOf } from "../time/calendar.ts";
import { dayQueue, noCards } from "./day-queue.ts";
import { nextStep } from "./next-step.ts";

const id = (paper: string) => paper as PaperId;
const start = day("2026-11-23");

/** Every day of every week has these steps. */
function always(...steps: readonly Step[]): readonly WeekRhythm[] {
  const days = Array.from({ length: 7 }, (_, index): Weekday => weekdayOf(addDays(start, index)));
  return Array.from({ length: 12 }, (_, index) => ({
    week: index + 1,
    plans: [{ hours: 8, days: days.map((weekday) => ({ weekday, steps })) }],
  }));
}

/** A learner for whom the papers `done` are complete. */
function learner(...done: readonly string[]): Tally {
  const tally: Tally = { ...emptyTally(), start };
  for (const paper of done) {
    const at = 1;
    tally.papers[id(paper)] = {
      done: { read: at, notes: at, implemented: at },
      started: {},
      minutes: {},
      passes: {},
    };
  }
  return tally;
}

const third: Step = { do: "pass", paper: id("gpt-3"), pass: 3, minutes: 45 };

test("next.10 the first open step of the day is Next, and they say the same", () => {
  const first: Step = { do: "pass", paper: id("attention"), pass: 1, minutes: 30 };
  const notes: Step = { do: "notes", paper: id("attention"), minutes: 15 };
  const at = situation(learner(), addDays(start, 1));
  const queue = dayQueue(at, always(first, notes), { due: 3, fresh: 2 });
  expect(queue.map(({ kind }) => kind)).toEqual(["cards", "paper", "paper"]);
  expect(queue[0]?.what).toBe("Answer the 3 cards that are due, and 2 new cards");
  expect(nextStep(at, queue)?.what).toBe(queue[0]?.what ?? "");
  expect(nextStep(at, dayQueue(at, always(first, notes), noCards))?.session).toEqual({
    paper: id("attention"),
    activity: "read",
    pass: 1,
  });
});

test("next.11 while a paper of an earlier phase is open, a step of a later one waits", () => {
  // Week 7, phase 3: GPT-2 of phase 2 is not complete.
  const seventh = addDays(start, 6 * 7 + 1);
  const phaseOne = ["attention", "resnet", "layernorm"];
  const late = situation(learner(...phaseOne, "bert", "gpt-1"), seventh);
  const queue = dayQueue(late, always(third), noCards);
  expect(queue.map(({ what }) => what).join()).toMatch(/GPT-2/);
  expect(queue.map(({ what }) => what).join()).not.toMatch(/GPT-3/);
  expect(queue[0]?.minutes).toBe(45);
  const onTime = situation(learner(...phaseOne, "bert", "gpt-1", "gpt-2"), seventh);
  expect(nextStep(onTime, dayQueue(onTime, always(third), noCards))?.session).toMatchObject({
    paper: id("gpt-3"),
    pass: 1,
  });
});

test("what is done of the day stays in its list, and Next goes on", () => {
  const tally = learner();
  tally.papers[id("attention")] = {
    done: { read: 1 },
    started: {},
    minutes: { read: 60 },
    passes: { 1: 60 },
  };
  const at = situation(tally, addDays(start, 1));
  const step: Step = { do: "pass", paper: id("attention"), pass: 1, minutes: 30 };
  const queue = dayQueue(at, always(step), noCards);
  expect(queue.map(({ done }) => done)).toEqual([true]);
  expect(nextStep(at, queue)?.what).toBe("Write your notes on Attention Is All You Need");
});

test("new cards alone are not called due", () => {
  const at = situation(learner(), addDays(start, 1));
  expect(dayQueue(at, [], { due: 0, fresh: 10 })[0]?.what).toBe("Learn 10 new cards");
  expect(dayQueue(at, [], noCards)).toEqual([]);
});

const read = (pass: 1 | 2 | 3): Step => ({ do: "pass", paper: id("attention"), pass, minutes: 30 });
const exercise: Step = {
  do: "exercise",
  paper: id("attention"),
  exercise: "scaled-dot-product",
  minutes: 30,
};

/** What is to be done on the third day of a week, whose first days have `before`. */
function thirdDay(passes: readonly (1 | 2 | 3)[], before: readonly Step[], ...today: Step[]) {
  const tally: Tally = { ...emptyTally(), start };
  tally.papers[id("attention")] = {
    done: {},
    started: {},
    minutes: { read: 30 * passes.length },
    passes: Object.fromEntries(passes.map((pass) => [pass, 30])),
  };
  const days = [before, [], today].map((steps, index) => ({
    weekday: weekdayOf(addDays(start, index)),
    steps,
  }));
  const at = situation(tally, addDays(start, 2));
  const queue = dayQueue(at, [{ week: 1, plans: [{ hours: 8, days }] }], noCards);
  return queue.filter(({ done }) => !done).map(({ command }) => command);
}

test("next.14 a pass comes after those before it, and code after the passes that the week has before it", () => {
  expect(thirdDay([], [read(1)], read(2))).toEqual([
    "study start attention --pass 1",
    "study start attention --pass 2",
  ]);
  expect(thirdDay([], [], read(3))[0]).toBe("study start attention --pass 1");
  expect(thirdDay([1], [read(1)], read(2))).toEqual(["study start attention --pass 2"]);
  expect(thirdDay([], [read(1), read(2)], exercise)[0]).toBe("study start attention --pass 1");
  expect(
    thirdDay([], [read(1)], exercise, { ...exercise, exercise: "multi-head" }),
    "a pass is named once",
  ).toEqual([
    "study start attention --pass 1",
    "study check attention/scaled-dot-product",
    "study check attention/multi-head",
  ]);
  expect(thirdDay([1], [read(1), read(2)], exercise)[0]).toBe("study start attention --pass 2");
  expect(thirdDay([1, 2], [read(1), read(2)], exercise)).toEqual([
    "study check attention/scaled-dot-product",
  ]);
  expect(thirdDay([], [], exercise)).toEqual(["study check attention/scaled-dot-product"]);
  expect(thirdDay([], [], read(1), exercise)).toEqual([
    "study start attention --pass 1",
    "study check attention/scaled-dot-product",
  ]);
});
