import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { emptyTally, type Tally } from "../entries/tally.ts";
import { addDays, day } from "../time/calendar.ts";
import { nextStep } from "./next-step.ts";

/** A Wednesday: the day of the quiz. */
const wednesday = day("2026-01-07");

function stepOn(on: ReturnType<typeof day>, tally: Tally) {
  const { curriculum, progress } = situation(tally, on);
  return nextStep(curriculum, progress, null);
}

test("the first day begins with a paper, though a check-in falls on it", () => {
  const fresh: Tally = { ...emptyTally(), start: wednesday };
  expect(stepOn(wednesday, fresh)?.session?.paper).toBe("attention" as PaperId);
  expect(stepOn(addDays(wednesday, 7), fresh)?.kind).toBe("checkin");
});

test("the pass after the furthest one comes next, though an earlier one was not timed", () => {
  const begun: Tally = { ...emptyTally(), start: wednesday };
  begun.papers["attention" as PaperId] = {
    done: {},
    started: {},
    minutes: { read: 30 },
    passes: { 2: 30 },
  };
  expect(stepOn(addDays(wednesday, 1), begun)?.session?.pass).toBe(3);
});

test("once something was done, a check-in of the first day comes before the papers", () => {
  const begun: Tally = { ...emptyTally(), start: wednesday };
  begun.days[wednesday] = { read: 30 };
  begun.papers["attention" as PaperId] = {
    done: {},
    started: {},
    minutes: { read: 30 },
    passes: {},
  };
  expect(stepOn(wednesday, begun)?.kind).toBe("checkin");
});
