import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { weekOf, weekStart } from "../progress/schedule.ts";
import {
  addMonths,
  dateAt,
  day,
  dayAt,
  daysBetween,
  momentIn,
  momentOf,
  nextWeekday,
  offsetSpan,
  parseDay,
  sayDay,
  weekdayOf,
} from "./calendar.ts";
import { parseDuration, sayDuration, writeHours } from "./duration.ts";

describe("days", () => {
  test("that do not exist are refused", () => {
    for (const text of ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20261123", ""]) {
      expect(parseDay(text)).toBeNull();
    }
    expect(parseDay("2028-02-29")).toBe(day("2028-02-29"));
    expect(parseDay("1900-02-29")).toBeNull();
  });

  test("agree with the calendar of the standard library", () => {
    const days = fc.date({
      min: new Date("1600-01-01"),
      max: new Date("2400-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(parseDay(text)).toBe(day(text));
      }),
    );
  });

  test("have their weekdays, and months their lengths", () => {
    expect(weekdayOf(day("2026-11-23"))).toBe("monday");
    expect(nextWeekday(day("2026-11-23"), "sunday")).toBe(day("2026-11-29"));
    expect(nextWeekday(day("2026-11-23"), "monday")).toBe(day("2026-11-23"));
    expect(addMonths(day("2026-01-31"), 1)).toBe(day("2026-02-28"));
    expect(sayDay(day("2027-03-14"))).toBe("14 March 2027");
  });
});

test("time.6 a time of day lies within the learner's day, whenever that begins", () => {
  const clock = { timeZone: "Europe/Zurich", dayStarts: 240 };
  const on = day("2026-11-24");
  for (const time of ["00:00", "01:15", "03:59", "04:00", "12:00", "23:59"]) {
    expect(dayAt(momentIn(on, time, clock), clock)).toBe(on);
    expect(dayAt(momentIn(on, time, { ...clock, dayStarts: 0 }), { ...clock, dayStarts: 0 })).toBe(
      on,
    );
  }
});

describe("the learner's time zone", () => {
  test("decides which day a moment is", () => {
    const moment = Date.parse("2026-11-22T23:30Z");
    expect(dateAt(moment, "UTC")).toBe(day("2026-11-22"));
    expect(dateAt(moment, "Europe/Zurich")).toBe(day("2026-11-23"));
    expect(dateAt(moment, "Pacific/Kiritimati")).toBe(day("2026-11-23"));
    expect(dateAt(moment, "America/Los_Angeles")).toBe(day("2026-11-22"));
  });

  test("keeps noon at noon on both days of a change of the clocks", () => {
    for (const on of ["2026-03-29", "2026-10-25"].map(day)) {
      const noon = momentOf(on, "12:00", "Europe/Zurich");
      expect(dateAt(noon, "Europe/Zurich")).toBe(on);
    }
    const spring =
      momentOf(day("2026-03-29"), "12:00", "Europe/Zurich") -
      momentOf(day("2026-03-28"), "12:00", "Europe/Zurich");
    expect(spring).toBe(23 * 3_600_000);
  });

  test("moves a time that the change skips forward by the gap", () => {
    expect(momentOf(day("2026-03-29"), "02:30", "Europe/Zurich")).toBe(
      Date.parse("2026-03-29T01:30Z"),
    );
  });

  test("is known from a span just as from a look-up", () => {
    const zones = [
      "UTC",
      "Europe/Zurich",
      "America/New_York",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
    ];
    const moments = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2030-01-01") });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        moments,
        fc.integer({ min: -40, max: 40 }),
        (zone, at, days) => {
          const span = offsetSpan(at, zone);
          expect(span.from <= at && at < span.until).toBe(true);
          const other = at + days * 86_400_000;
          expect(dayAt(other, { timeZone: zone, dayStarts: 0 }, span)).toBe(dateAt(other, zone));
        },
      ),
    );
    const change = Date.parse("2026-03-29T01:00Z");
    expect(offsetSpan(change, "Europe/Zurich")).toMatchObject({ offset: 7_200_000, from: change });
    expect(offsetSpan(change - 1, "Europe/Zurich")).toMatchObject({
      offset: 3_600_000,
      until: change,
    });
  });

  test("does not bend weeks: a week has seven days whatever the clocks do", () => {
    const start = day("2026-03-23");
    for (let offset = 0; offset < 28; offset += 1) {
      const on = weekStart({ start, away: [] }, 1 + Math.floor(offset / 7));
      expect(weekOf({ start, away: [] }, on)).toBe(1 + Math.floor(offset / 7));
    }
    expect(daysBetween(day("2026-03-23"), day("2026-03-30"))).toBe(7);
  });
});

describe("durations", () => {
  test("are read as people write them", () => {
    for (const [text, minutes] of [
      ["90m", 90],
      ["1h30", 90],
      ["1h 30m", 90],
      ["1.5h", 90],
      ["1,5h", 90],
      ["1:30", 90],
      ["2 hours", 120],
      ["45 min", 45],
      ["2h", 120],
    ] as const) {
      expect(parseDuration(text, "refuse")).toBe(minutes);
    }
    for (const text of ["", "90", "h", "soon", "-1h", "1h-30", "1000h"])
      expect(parseDuration(text, "refuse")).toBeNull();
    expect(parseDuration("1.5", "hours")).toBe(90);
  });

  test("are said back in a form that reads the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59_000 }), (minutes) => {
        expect(parseDuration(sayDuration(minutes), "refuse")).toBe(minutes);
      }),
    );
    expect([90, 100, 45, 0, 120].map(writeHours)).toEqual(["1h30", "1h40", "45m", "0", "2"]);
  });
});
