import { describe, expect, test } from "bun:test";
import type { LearnersClock } from "../core/time/calendar.ts";
import { chooseMoment, choosePast } from "./choose.ts";

const zurich: LearnersClock = { timeZone: "Europe/Zurich", dayStarts: 0 };
const lateRiser: LearnersClock = { timeZone: "Europe/Zurich", dayStarts: 240 };
/** A Tuesday, 09:00 in Zurich. */
const morning = Date.parse("2026-11-24T08:00Z");
/** Thursday by the calendar, 02:00; the learner's Wednesday. */
const night = Date.parse("2026-11-26T01:00Z");

async function past(said: string, now: number, clock: LearnersClock): Promise<string> {
  try {
    const { on, start, timed } = await choosePast(said, now, clock);
    return timed ? new Date(start).toISOString().slice(0, 16) : on;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("time.10", () => {
  test("time.10 nothing of what was said is left aside: neither a zone nor an end", async () => {
    expect(await past("yesterday 14:00 UTC", morning, zurich)).toBe("2026-11-23T14:00");
    expect(await past("yesterday 14:00+05:00", morning, zurich)).toBe("2026-11-23T09:00");
    expect(await past("yesterday 14:00", morning, zurich)).toBe("2026-11-23T13:00");
    expect(await past("yesterday 2 pm", morning, zurich)).toBe("2026-11-23T13:00");
    expect(await past("an hour ago", morning, zurich)).toBe("2026-11-24T07:00");
    for (const zone of ["PST", "EST", "CET", "IST"]) {
      expect(await past(`yesterday 14:00 ${zone}`, morning, zurich)).toStartWith(
        `"${zone}" may be several time zones`,
      );
    }
    for (const stretch of ["yesterday 14:00-15:00", "sunday to monday"]) {
      expect(await past(stretch, morning, zurich)).toContain("has a beginning and an end");
    }
    expect(await past("november", morning, zurich)).toContain("names no day");
    expect(await past("nov 23", morning, zurich)).toBe("2026-11-23");
    expect(await past("last month", morning, zurich)).toBe("2026-10-24");
  });

  test("time.10 a part of the day is one: it has begun, and work is put into it", async () => {
    expect(await past("tonight", morning, zurich)).toContain("is in the future");
    expect(await past("this afternoon", morning, zurich)).toContain("is in the future");
    expect(await past("this morning", morning, zurich)).toBe("2026-11-24");
    const evening = await chooseMoment("yesterday evening", morning, zurich);
    expect(new Date(evening.start).toISOString()).toBe("2026-11-23T19:00:00.000Z");
    expect(evening).toMatchObject({ on: "2026-11-23", timed: false });
  });
});

test("time.6 after midnight a time of day is of the learner's day, where that has been", async () => {
  expect(await past("23:00", night, lateRiser)).toBe("2026-11-25T22:00");
  expect(await past("today 23:00", night, lateRiser)).toBe("2026-11-25T22:00");
  expect(await past("today 01:00", night, lateRiser)).toBe("2026-11-26T00:00");
  expect(await past("yesterday 23:00", night, lateRiser)).toBe("2026-11-25T22:00");
  expect(await past("03:00", night, lateRiser)).toContain("is in the future");
  expect(await past("23:00", night, zurich)).toContain("is in the future");
  // What is ahead of now is ahead, whenever the day begins.
  for (const now of [night, morning]) {
    for (const said of ["in 5 minutes", "in 2 hours", "in half an hour"]) {
      expect(await past(said, now, lateRiser)).toContain("is in the future");
    }
  }
  expect(await past("2026-11-26", night, lateRiser)).toBe(
    "2026-11-26 is in the future; say when it was. Your day begins at 04:00.",
  );
});
