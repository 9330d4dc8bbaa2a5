import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import { emptyTally } from "../entries/tally.ts";
import { addDays, day } from "../time/calendar.ts";
import { missedCheckins } from "./schedule.ts";

/** A Wednesday: the day of the quiz. */
const wednesday = day("2026-01-07");

function missedOn(on: ReturnType<typeof day>) {
  const tally = { ...emptyTally(), start: wednesday };
  const { curriculum } = situation(tally, on);
  return missedCheckins(curriculum, tally, on).map((missed) => missed.on);
}

test("a check-in is missed for a week", () => {
  const friday = addDays(wednesday, 2);
  expect(missedOn(friday)).toEqual([]);
  expect(missedOn(addDays(friday, 1))).toEqual([friday]);
  expect(missedOn(addDays(friday, 7))).toContain(friday);
  expect(missedOn(addDays(friday, 8))).not.toContain(friday);
});

test("a check-in of the first day is never missed: there was nothing to look back on", () => {
  expect(missedOn(addDays(wednesday, 1))).toEqual([]);
});
