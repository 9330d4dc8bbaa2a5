import { expect, test } from "bun:test";
import { day } from "./calendar.ts";
import type { Forecast } from "./forecast.ts";
import { forecastSentence } from "./forecast-sentence.ts";

const days = { start: day("2026-01-05"), target: day("2027-03-05"), today: day("2026-11-23") };
const base: Forecast = {
  state: "under-way",
  paceMinutesAWeek: 6.2 * 60,
  remainingMinutes: 6000,
  finish: day("2027-03-14"),
  early: day("2027-03-01"),
  late: day("2027-04-01"),
  neededMinutesAWeek: 7.1 * 60,
  daysLate: 9,
};
const say = (change: Partial<Forecast>) => forecastSentence({ ...base, ...change }, days);

for (const [change, sentence] of [
  [{}, "At 6.2 h a week you finish on 14 March 2027, 9 days late; 7.1 h a week would make it."],
  [
    { daysLate: 1 },
    "At 6.2 h a week you finish on 14 March 2027, 1 day late; 7.1 h a week would make it.",
  ],
  [
    { finish: day("2027-03-01"), daysLate: -4 },
    "At 6.2 h a week you finish on 1 March 2027, 4 days early.",
  ],
  [
    { finish: day("2027-03-05"), daysLate: 0 },
    "At 6.2 h a week you finish on 5 March 2027, on the day.",
  ],
  [
    { state: "not-started", daysLate: -1 },
    "At the planned 6.2 h a week you finish on 14 March 2027, 1 day early.",
  ],
  [{ neededMinutesAWeek: null }, "At 6.2 h a week you finish on 14 March 2027, 9 days late."],
  [
    { paceMinutesAWeek: 0, finish: null, daysLate: null },
    "You have logged nothing for a while: 7.1 h a week would still make it.",
  ],
  [
    { paceMinutesAWeek: 0, finish: null, daysLate: null, neededMinutesAWeek: null },
    "You have logged nothing for a while, and the target, 5 March 2027, is out of reach.",
  ],
  [{ state: "finished" }, "All papers are done."],
] as const satisfies readonly (readonly [Partial<Forecast>, string])[]) {
  test(sentence, () => expect(say(change)).toBe(sentence));
}

test("a target that is past is said to be past", () => {
  const silent = {
    ...base,
    paceMinutesAWeek: 0,
    finish: null,
    daysLate: null,
    neededMinutesAWeek: null,
  };
  expect(forecastSentence(silent, { ...days, today: day("2027-04-01") })).toBe(
    "You have logged nothing for a while, and the target, 5 March 2027, is past.",
  );
});
