import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { day } from "./calendar.ts";
import { durationFault, parseDuration } from "./duration.ts";
import { readWrittenDay, readWrittenMoment } from "./written.ts";

const zone = "Europe/Zurich";
const onDay = (text: string) => ({ is: "day", on: day(text) }) as const;
const faultOf = (text: string) => {
  const read = readWrittenMoment(text, zone);
  return read.is === "fault" ? read.message : read;
};

test("time.1 a date in digits is read where it can be read in one way alone", () => {
  for (const [text, on] of [
    ["3.4.2026", "2026-04-03"],
    ["03.04.2026", "2026-04-03"],
    ["3. 4. 2026", "2026-04-03"],
    ["24/11/2026", "2026-11-24"],
    ["24-11-2026", "2026-11-24"],
    ["11/24/2026", "2026-11-24"],
    ["04/04/2026", "2026-04-04"],
    ["2026/4/3", "2026-04-03"],
    ["2026.04.03", "2026-04-03"],
    ["Friday, 3 April 2026", "2026-04-03"],
    ["3 Apr 2026", "2026-04-03"],
    ["3-Apr-2026", "2026-04-03"],
    ["3rd of April, 2026", "2026-04-03"],
    ["April 3rd, 2026", "2026-04-03"],
  ] as const) {
    expect(readWrittenDay(text)).toEqual(onDay(on));
  }
  expect(faultOf("03/04/2026")).toBe(
    '"03/04/2026" may be 3 April 2026 or 4 March 2026; write 2026-04-03 or 2026-03-04.',
  );
  expect(faultOf("03-04-2026 14:00")).toMatch(/may be 3 April 2026 or 4 March 2026/);
  for (const text of [
    "3.4.26",
    "03/04/26",
    "11/20",
    "3.4.",
    "on 3/4",
    "2026-11",
    "3.14.2026",
    "31.2.2026",
  ]) {
    expect(faultOf(text)).toBeString();
  }
  expect(faultOf("Monday, 3 April 2026")).toBe(
    '"Monday, 3 April 2026" can\'t be: 3 April 2026 is a Friday.',
  );
  for (const text of [
    "yesterday",
    "last sunday 14:00",
    "2.5 hours ago",
    "20 November",
    "soon",
    "",
  ]) {
    expect(readWrittenMoment(text, zone)).toEqual({ is: "other" });
  }
});

test("time.1 whatever the two numbers are, a date with strokes is one day or none", () => {
  const part = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(part, part, (first, second) => {
      const read = readWrittenDay(`${first}/${second}/2026`);
      expect(read.is).toBe(first === second ? "day" : "fault");
    }),
  );
});

test("time.3 Z and offsets are honoured, and without one the time is the learner's", () => {
  for (const [text, at] of [
    ["2026-11-20T14:00Z", "2026-11-20T14:00Z"],
    ["2026-11-20T14:00:30Z", "2026-11-20T14:00:30Z"],
    ["2026-11-20T14:00:30.250Z", "2026-11-20T14:00:30Z"],
    ["2026-11-20T14:00-05:00", "2026-11-20T19:00Z"],
    ["2026-11-20 14:00+0530", "2026-11-20T08:30Z"],
    ["2026-11-20 14:00 +02", "2026-11-20T12:00Z"],
    ["2026-11-20 14:00", "2026-11-20T13:00Z"],
    ["20.11.2026, 9:05", "2026-11-20T08:05Z"],
    ["20 Nov 2026 at 2:00 pm", "2026-11-20T13:00Z"],
    ["2026-11-20 2pm", "2026-11-20T13:00Z"],
    ["20.11.2026 14.30", "2026-11-20T13:30Z"],
    ["2026-11-20 14h30", "2026-11-20T13:30Z"],
  ] as const) {
    expect(readWrittenMoment(text, zone)).toEqual({ is: "moment", at: Date.parse(at) });
  }
  for (const text of [
    "2026-11-20T25:00",
    "2026-11-20T12:75",
    "2026-11-20 13:00 pm",
    "2026-11-20T14:00+99:00",
  ]) {
    expect(faultOf(text)).toBeString();
  }
});

test("a fault names what is wrong: the date, or the time behind it", () => {
  for (const text of ["2026-11-20 14", "2026-11-20 at two", "20.11.2026 Europe/Zurich"]) {
    expect(faultOf(text)).toBe(
      `"${text}" has no time of day that can be read behind the date; write 2026-11-20 14:05.`,
    );
  }
  expect(faultOf("31.2.2026 14")).toContain("is a day that no calendar has");
});

test("time.4 a year beyond all plans is refused", () => {
  for (const text of ["9999-12-31", "0001-01-01", "31 December 9999", "1.1.1203"]) {
    expect(faultOf(text)).toMatch(/^The year \d+ is out of range: dates run from/);
  }
});

describe("time.5", () => {
  test("time.5 amounts are read as people write them", () => {
    for (const [text, minutes] of [
      [".5h", 30],
      [",5h", 30],
      ["0,25 h", 15],
      ["1 hour and 30 minutes", 90],
      [".5 hours", 30],
    ] as const) {
      expect(parseDuration(text, "refuse")).toBe(minutes);
    }
    expect(parseDuration(",5", "hours")).toBe(30);
    for (const text of ["1,500h", "1.2.3h", ".h", "5.", "h5"]) {
      expect(parseDuration(text, "refuse")).toBeNull();
    }
  });

  test("time.5 minutes behind hours that a clock would not show, or that may be two amounts, are told", () => {
    for (const [text, fault] of [
      ["1h90", '"1h90" has 90 minutes after the hours: write 2h30 if that is what you mean.'],
      ["1:75", '"1:75" has 75 minutes after the hours: write 2h15 if that is what you mean.'],
      [
        "1 h 60 min",
        '"1 h 60 min" has 60 minutes after the hours: write 2h if that is what you mean.',
      ],
      ["1h 5", '"1h 5" may be 1h05 or 1h50: write one of them.'],
      ["1:5", '"1:5" may be 1h05 or 1h50: write one of them.'],
      ["-1h", '"-1h" is less than nothing: write 90m, 1h30 or 1.5h.'],
      ["90", '"90" has no unit: write 90m or 90h.'],
    ] as const) {
      expect([text, parseDuration(text, "refuse")]).toEqual([text, null]);
      expect(durationFault(text)).toBe(fault);
    }
    for (const text of [
      "h",
      "and",
      "and 5",
      "1e3m",
      "1.5h30",
      "1h0.5",
      "1h 1h",
      "30m 1h",
      "١h",
      "1h٣٠",
      "1h:30",
      "1h-30",
    ]) {
      expect([text, parseDuration(text, "refuse")]).toEqual([text, null]);
      expect(durationFault(text)).toBe(`"${text}" is not a duration: write 90m, 1h30 or 1.5h.`);
    }
    for (const [text, minutes] of [
      ["1h05", 65],
      ["1h 5m", 65],
      ["1 h and 5 min", 65],
      ["90h", 5400],
    ] as const) {
      expect([text, parseDuration(text, "refuse")]).toEqual([text, minutes]);
    }
  });
});
