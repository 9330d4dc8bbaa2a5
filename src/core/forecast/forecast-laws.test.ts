/** What holds for every learner, whatever they logged. */

import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { addDays, type Day, day, daysBetween } from "../time/calendar.ts";
import { type ForecastInput, forecast } from "./forecast.ts";

const start = day("2026-01-05");

/** Half of all days have no session; an adjustment makes some negative. */
const amount = fc.oneof(fc.constant(0), fc.integer({ min: -60, max: 600 }));

const input: fc.Arbitrary<ForecastInput> = fc
  .record({
    amounts: fc.array(amount, { maxLength: 200 }),
    firstDay: fc.integer({ min: -20, max: 20 }),
    toToday: fc.integer({ min: -20, max: 40 }),
    toTarget: fc.integer({ min: -50, max: 200 }),
    plannedMinutesAWeek: fc.integer({ min: 0, max: 2400 }),
    remainingMinutes: fc.integer({ min: 0, max: 30_000 }),
    spentOnDone: fc.integer({ min: -10, max: 6000 }),
    estimatedForDone: fc.integer({ min: 0, max: 6000 }),
  })
  .map(({ amounts, firstDay, toToday, toTarget, ...rest }) => {
    const today = addDays(start, amounts.length + toToday);
    const minutesByDay = new Map<Day, number>();
    for (const [index, minutes] of amounts.entries()) {
      if (minutes !== 0) minutesByDay.set(addDays(start, firstDay + index), minutes);
    }
    const target = addDays(today, toTarget);
    return { ...rest, away: [], today, start, target, totalMinutes: 30_000, minutesByDay };
  });
const seed = fc.integer();
const few = { numRuns: 200 };

describe("the forecast of any learner", () => {
  test("is the same for the same seed", () => {
    fc.assert(
      fc.property(input, seed, (given, from) => {
        expect(forecast(given, { seed: from })).toEqual(forecast(given, { seed: from }));
      }),
      { numRuns: 50 },
    );
  });

  test("is never early after the median, nor the median after late", () => {
    fc.assert(
      fc.property(input, seed, (given, from) => {
        const found = forecast(given, { seed: from, runs: 200 });
        const [early, finish, late] = [found.early, found.finish, found.late].map(
          (end) => end ?? "never",
        );
        // "never" sorts after every day.
        expect([early, finish, late]).toEqual([early, finish, late].sort());
      }),
      few,
    );
  });

  test("never finishes sooner with more work left", () => {
    fc.assert(
      fc.property(input, seed, fc.integer({ min: 1, max: 9000 }), (given, from, more) => {
        fc.pre(given.remainingMinutes > 0);
        const heavier = { ...given, remainingMinutes: given.remainingMinutes + more };
        const options = { seed: from, runs: 200 };
        const [light, heavy] = [forecast(given, options), forecast(heavier, options)];
        for (const end of ["early", "finish", "late"] as const) {
          expect((heavy[end] ?? "never") >= (light[end] ?? "never")).toBe(true);
        }
      }),
      few,
    );
  });

  test("needs a pace that, kept for the weeks left, does the work left", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { neededMinutesAWeek, remainingMinutes } = forecast(given, { runs: 1 });
        if (given.target < given.today) return expect(neededMinutesAWeek).toBeNull();
        const over = (given.minutesByDay.get(given.today) ?? 0) > 0;
        const next = over ? addDays(given.today, 1) : given.today;
        const daysLeft = Math.min(
          daysBetween(next, given.target) + 1,
          daysBetween(given.start, given.target) + 1,
        );
        const weeksLeft = Math.max(1, daysLeft) / 7;
        expect((neededMinutesAWeek ?? -1) * weeksLeft).toBeCloseTo(remainingMinutes, 6);
      }),
      few,
    );
  });

  test("counts lateness from the target to the finish", () => {
    fc.assert(
      fc.property(input, (given) => {
        const { finish, daysLate } = forecast(given, { runs: 50 });
        expect(daysLate).toBe(finish === null ? null : daysBetween(given.target, finish));
      }),
      few,
    );
  });
});
