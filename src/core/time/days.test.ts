import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  addDays,
  dateAt,
  day,
  dayAt,
  dayBegins,
  type LearnersClock,
  momentOf,
  offsetSpan,
} from "./calendar.ts";

const zones = [
  "UTC",
  "Europe/Zurich",
  "America/New_York",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "America/Havana",
  "Asia/Kathmandu",
  "America/Santiago",
];
const clock: fc.Arbitrary<LearnersClock> = fc.record({
  timeZone: fc.constantFrom(...zones),
  dayStarts: fc.constantFrom(0, 30, 60, 120, 150, 180, 240, 330, 720),
});
/** Two years, with every change of the clocks in them. */
const [first, last] = [Date.parse("2026-01-01"), Date.parse("2028-01-01")];
const moment = fc.integer({ min: first, max: last });
/** Near a change of the clocks. */
const odd = fc
  .tuple(fc.constantFrom(...zones), moment, fc.integer({ min: -40, max: 40 }))
  .map(([zone, at, quarters]) => {
    const { until } = offsetSpan(at, zone);
    return Math.min(until, last) + quarters * 900_000;
  });

test("time.6 each moment is of one day, days follow one another, and none is left out or comes back", () => {
  fc.assert(
    fc.property(clock, fc.oneof(moment, odd), fc.nat(50 * 3_600_000), (learner, at, later) => {
      const on = dayAt(at, learner);
      expect(dayBegins(on, learner)).toBeLessThanOrEqual(at);
      expect(dayBegins(addDays(on, 1), learner)).toBeGreaterThan(at);
      expect(dayAt(dayBegins(on, learner), learner)).toBe(on);
      expect(dayAt(dayBegins(on, learner) - 1, learner)).toBe(addDays(on, -1));
      expect(dayAt(at + later, learner) >= on).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test("time.6 what is known of the zone around a moment changes no day", () => {
  fc.assert(
    fc.property(
      clock,
      fc.oneof(moment, odd),
      fc.integer({ min: -90, max: 90 }),
      (learner, at, hours) => {
        const span = offsetSpan(at + hours * 3_600_000, learner.timeZone);
        expect(dayAt(at, learner, span)).toBe(dayAt(at, learner));
      },
    ),
    { numRuns: 2000 },
  );
});

test("time.6 a day lasts from 22 to 26 hours, whatever the clocks do", () => {
  fc.assert(
    fc.property(clock, fc.oneof(moment, odd), (learner, at) => {
      const on = dayAt(at, learner);
      const length = dayBegins(addDays(on, 1), learner) - dayBegins(on, learner);
      expect(length / 3_600_000).toBeWithin(22, 26.001);
    }),
  );
});

describe("a day that begins at four", () => {
  const late: LearnersClock = { timeZone: "Europe/Zurich", dayStarts: 240 };

  test("time.6 keeps the night, and no time stamp is shifted", () => {
    const night = momentOf(day("2026-11-21"), "03:59", late.timeZone);
    expect(dayAt(night, late)).toBe(day("2026-11-20"));
    expect(dayAt(night + 60_000, late)).toBe(day("2026-11-21"));
    expect(dateAt(night, late.timeZone)).toBe(day("2026-11-21"));
  });

  test("time.6 at half past two it begins where the clock first shows it, or skips it", () => {
    const half = { ...late, dayStarts: 150 };
    expect(dayBegins(day("2026-10-25"), half)).toBe(Date.parse("2026-10-25T00:30Z"));
    expect(dayAt(Date.parse("2026-10-25T01:15Z"), half)).toBe(day("2026-10-25"));
    expect(dayBegins(day("2026-03-29"), half)).toBe(Date.parse("2026-03-29T01:00Z"));
  });

  test("time.6 where midnight is skipped, the day begins an hour later", () => {
    const beirut = { timeZone: "Asia/Beirut", dayStarts: 0 };
    expect(dayBegins(day("2026-03-29"), beirut)).toBe(Date.parse("2026-03-28T22:00Z"));
    expect(dayAt(Date.parse("2026-03-28T22:00Z"), beirut)).toBe(day("2026-03-29"));
  });
});
