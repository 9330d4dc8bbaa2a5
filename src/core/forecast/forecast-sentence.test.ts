import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { addDays, type Day, day, sayDay } from "../time/calendar.ts";
import { parseDuration } from "../time/duration.ts";
import type { Forecast } from "./forecast.ts";
import { forecastSentence, sayNeeded } from "./forecast-sentence.ts";

const days = { start: day("2026-12-01"), target: day("2027-03-05"), today: day("2027-01-10") };

function say(change: Partial<Forecast>, late: number | null, on: { today?: Day } = {}): string {
  const forecast: Forecast = {
    state: "under-way",
    paceMinutesAWeek: 6.2 * 60,
    remainingMinutes: 3000,
    finish: late === null ? null : addDays(days.target, late),
    early: null,
    late: null,
    neededMinutesAWeek: 7.1 * 60,
    daysLate: late,
    ...change,
  };
  return forecastSentence(forecast, { ...days, ...on }, sayDay);
}

describe("the sentence of the forecast", () => {
  test("says how late, and which pace would make it", () => {
    expect(say({}, 9)).toBe(
      "At 6h10 a week you finish on 14 March 2027, 9 days late; 7h10 a week would make it.",
    );
  });

  test("says how early, and no pace", () => {
    expect(say({}, -4)).toBe("At 6h10 a week you finish on 1 March 2027, 4 days early.");
  });

  test("one day is singular", () => {
    expect(say({}, 1)).toContain(", 1 day late;");
    expect(say({}, -1)).toEndWith(", 1 day early.");
  });

  test("says when the finish is the target", () => {
    expect(say({}, 0)).toBe("At 6h10 a week you finish on 5 March 2027, on the day.");
  });

  test("speaks of the plan while nothing is logged", () => {
    expect(say({ state: "not-started", paceMinutesAWeek: 480 }, -4)).toBe(
      "At the planned 8h a week you finish on 1 March 2027, 4 days early.",
    );
    expect(say({ state: "not-started", paceMinutesAWeek: 480, neededMinutesAWeek: 540 }, 9)).toBe(
      "At the planned 8h a week you finish on 14 March 2027, 9 days late; 9h a week would make it.",
    );
  });

  test("offers a pace when nothing is planned or logged", () => {
    expect(say({ state: "not-started", paceMinutesAWeek: 0 }, null)).toBe(
      "Nothing is planned or logged yet: 7h10 a week would still make it.",
    );
  });

  test("names no pace when the target is past", () => {
    expect(say({ neededMinutesAWeek: null }, 9, { today: day("2027-03-06") })).toBe(
      "At 6h10 a week you finish on 14 March 2027, 9 days late.",
    );
  });

  test("names no pace that nobody could keep", () => {
    expect(say({ neededMinutesAWeek: 113 * 60 }, 9)).toBe(
      "At 6h10 a week you finish on 14 March 2027, 9 days late.",
    );
  });

  test("tells a silent learner what would still make it", () => {
    expect(say({ paceMinutesAWeek: 0 }, null)).toBe(
      "You have logged nothing for a while: 7h10 a week would still make it.",
    );
  });

  test("tells a silent learner that the target is past or out of reach", () => {
    const still = { paceMinutesAWeek: 0 };
    expect(say({ ...still, neededMinutesAWeek: null }, null, { today: day("2027-03-06") })).toBe(
      "You have logged nothing for a while, and the target, 5 March 2027, is past.",
    );
    expect(say({ ...still, neededMinutesAWeek: 9000 }, null)).toBe(
      "You have logged nothing for a while, and the target, 5 March 2027, is out of reach.",
    );
  });

  test("says when the pace needs more than ten years", () => {
    expect(say({ paceMinutesAWeek: 2 }, null)).toBe(
      "At less than 5m a week you do not finish within ten years: 7h10 a week would make it.",
    );
  });

  test("rounds the needed pace up, so that following it is enough", () => {
    expect(say({ neededMinutesAWeek: 7.09 * 60 }, 9)).toContain("; 7h10 a week would make it.");
  });

  test("never offers the present pace as the remedy", () => {
    expect(say({ neededMinutesAWeek: 6.15 * 60 }, 1)).toBe(
      "At 6h10 a week you finish on 6 March 2027, 1 day late; a little more than 6h10 a week would make it.",
    );
  });

  test("next.7 agrees with the pace that the plan says is needed, whatever the figures", () => {
    const pace = fc.double({ min: 0, max: 3000, noNaN: true });
    fc.assert(
      fc.property(pace, pace, fc.integer({ min: -20, max: 20 }), (own, needed, late) => {
        const change = { paceMinutesAWeek: own, neededMinutesAWeek: needed };
        const said = sayNeeded({ ...change, daysLate: late } as Forecast) ?? "";
        const sentence = say(change, late);
        if (late > 0) expect(sentence).toEndWith(`; ${said} a week would make it.`);
        const [, shown = ""] = /^At (\S+) a week/.exec(sentence) ?? [];
        const [is, would] = [shown, said.replace("a little more than ", "")].map(
          (text) => parseDuration(text, "refuse") ?? 0,
        );
        if (late > 0 && !said.startsWith("a little")) expect(would).toBeGreaterThan(is ?? 0);
        if (late <= 0 && own >= 5) expect(would).toBeLessThanOrEqual(is ?? 0);
      }),
    );
  });

  test("is short when all is done", () => {
    expect(say({ state: "finished" }, -4)).toBe("All papers are done.");
  });
});
