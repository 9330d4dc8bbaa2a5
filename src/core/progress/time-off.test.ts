/** Weeks, check-ins, rows of days and day plans around time off. */
import { expect, test } from "bun:test";
import fc from "fast-check";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { WeekPlan } from "../content/rhythm.ts";
import type { Command } from "../decide/command.ts";
import { decideEach } from "../decide/rehearse.ts";
import { emptyTally, type Tally } from "../entries/tally.ts";
import { outlookOf } from "../forecast/outlook.ts";
import { addDays, type Day, day, daysBetween, sayDay } from "../time/calendar.ts";
import { stretchOn, withStretch } from "../time/time-off.ts";
import { dayQueue, noCards } from "./day-queue.ts";
import { nextStep } from "./next-step.ts";
import { planDays } from "./planned-days.ts";
import { checkinsBetween, missedCheckins, weekOf, weekSpan, weekStart } from "./schedule.ts";
import { minutesBetween, minutesInWeek, streakOf } from "./spent.ts";

/** A Monday. */
const start = day("2026-01-05");
const on = (days: number) => addDays(start, days);
const off = (from: number, until: number) => ({ from: on(from), until: on(until) });
const take = (from: number, until: number): Command => ({
  do: "set-away",
  ...off(from, until),
  away: true,
});

function after(commands: readonly Command[], today: Day, tally: Tally = emptyTally()) {
  return decideEach(commands, situation({ ...tally, start }, today));
}

test("off.1 time off is taken, taken back in part and in whole, and what already is makes no entry", () => {
  const { decisions, situation: then } = after(
    [
      take(10, 20),
      take(12, 14),
      { do: "set-away", ...off(12, 14), away: false },
      { do: "set-away", ...off(20, 10), away: true },
      { do: "set-away", ...off(0, 400), away: true },
    ],
    on(0),
  );
  expect(then.progress.away).toEqual([off(10, 11), off(15, 20)]);
  expect(decisions[1]).toEqual({ ok: true, bodies: [] });
  expect(decisions[3]).toMatchObject({
    ok: false,
    message: "Time off from 2026-01-25 can't end on 2026-01-15, which is earlier.",
  });
  expect(decisions[4]).toMatchObject({ ok: false, message: expect.stringContaining("366 days") });
});

test("off.2 two weeks away make the plan wait two weeks, wherever in the week they begin", () => {
  for (let from = 14; from < 21; from++) {
    const course = { start, away: [off(from, from + 13)] };
    expect(weekOf(course, on(from + 21))).toBe(weekOf({ start, away: [] }, on(from + 7)));
    expect(weekStart(course, 8)).toBe(on(7 * 7 + 14));
  }
  // Three days away move nothing.
  expect(weekStart({ start, away: [off(14, 16)] }, 8)).toBe(on(49));
});

test("off.2 weeks follow each other, and each minute since the start is of one of them", () => {
  const stretch = fc.tuple(fc.nat(80), fc.nat(25)).map(([from, more]) => off(from, from + more));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 4 }), (stretches) => {
      const away = stretches.reduce((all, one) => withStretch(all, one, true), [] as Tally["away"]);
      const tally = { ...emptyTally(), start, away };
      let before = 1;
      for (let days = 0; days < 120; days++) {
        tally.days[on(days)] = { read: 1 };
        const week = weekOf({ start, away }, on(days));
        expect([before, before + 1]).toContain(week);
        before = week;
        const { from, to } = weekSpan({ start, away }, week);
        expect(from <= on(days) && on(days) <= to).toBe(true);
      }
      let sum = 0;
      for (let week = 1; week <= before; week++) sum += minutesInWeek(tally, week);
      const { to } = weekSpan({ start, away }, before);
      expect(sum).toBe(minutesBetween(tally, start, to));
    }),
    { numRuns: 100 },
  );
});

test("off.3 a check-in of a day off is neither asked nor missed, and a month's comes when one is back", () => {
  const tally = { ...emptyTally(), start, away: [off(14, 20), off(47, 50)] };
  const { curriculum, progress } = situation(tally, on(21));
  const asked = checkinsBetween(curriculum, tally, on(14), on(21));
  expect(asked.every((checkin) => stretchOn(tally.away, checkin.on) === null)).toBe(true);
  expect(missedCheckins(curriculum, tally, on(21))).toEqual([]);
  // Month 1 ends with week 6, a week later for the week off: in the second time off.
  expect(progress.away).toEqual(tally.away);
  expect(
    checkinsBetween(curriculum, tally, on(40), on(60)).map(({ checkin }) => checkin),
  ).toContain("month:1");
});

test("off.3 away, Next offers to be back; who is back goes on with the plan", () => {
  const { situation: then } = after([take(3, 9)], on(5));
  const step = nextStep(then, dayQueue(then, [], { due: 4, fresh: 0 }));
  expect(step).toMatchObject({ kind: "away", command: "study away end" });
  expect(step?.what).toBe("You are away until 14 January 2026");
  const back = decideEach([{ do: "set-away", ...off(5, 9), away: false }], then).situation;
  expect(nextStep(back, dayQueue(back, [], noCards))?.kind).toBe("paper");
});

test("off.4 time off ahead moves the finish by as many days, and leaves the pace as it is", () => {
  const tally = { ...emptyTally(), start };
  for (const days of [0, 2, 5, 8, 9, 12]) tally.days[on(days)] = { read: 90 };
  const today = on(14);
  const outlook = (away: Tally["away"]) => {
    const { curriculum, progress, tally: now } = situation({ ...tally, away }, today);
    const found = outlookOf(curriculum, now, progress, sayDay);
    if (found === null) throw new Error("there is a start");
    return found;
  };
  const [without, ahead] = [outlook([]), outlook([off(20, 29)])];
  expect(ahead.forecast.paceMinutesAWeek).toBe(without.forecast.paceMinutesAWeek);
  expect(daysBetween(without.forecast.finish as Day, ahead.forecast.finish as Day)).toBe(10);
  // Four silent weeks would be a standstill; away, they are nothing.
  const away = { ...tally, away: [off(14, 48)] };
  const later = situation(away, on(49));
  const then = outlookOf(later.curriculum, away, later.progress, sayDay);
  expect(then?.forecast.paceMinutesAWeek).toBe(without.forecast.paceMinutesAWeek);
});

test("off.5 a row of days goes on over time off and easy days; work on them counts", () => {
  const row = (worked: readonly number[], change: Partial<Tally>, today: number) => {
    const tally = { ...emptyTally(), start, ...change };
    for (const days of worked) tally.days[on(days)] = { read: 30 };
    return streakOf(tally, on(today));
  };
  expect(row([0, 1, 2, 9, 10], {}, 10)).toEqual({ now: 2, longest: 3 });
  expect(row([0, 1, 2, 9, 10], { away: [off(3, 8)] }, 10)).toEqual({ now: 5, longest: 5 });
  expect(row([0, 1, 5, 9], { away: [off(2, 8)] }, 9)).toEqual({ now: 4, longest: 4 });
  expect(row([0, 1, 2], { away: [off(3, 8)] }, 6)).toEqual({ now: 3, longest: 3 });
  expect(row([0, 1, 2, 3, 4, 7], { easyDays: ["saturday", "sunday"] }, 7)).toEqual({
    now: 6,
    longest: 6,
  });
  expect(row([], { away: [off(-300, 60)] }, 5)).toEqual({ now: 0, longest: 0 });
});

test("off.7 the work of days off and of easy days is shared out, and none of it is lost", () => {
  const plan: WeekPlan = {
    hours: 8,
    days: [
      { weekday: "monday", steps: [{ do: "pass", paper: "bert" as never, pass: 1, minutes: 70 }] },
      { weekday: "wednesday", steps: [{ do: "notes", paper: "bert" as never, minutes: 55 }] },
      {
        weekday: "saturday",
        steps: [
          { do: "pass", paper: "gpt-1" as never, pass: 2, minutes: 95 },
          { do: "cards", paper: null, minutes: 10 },
        ],
      },
    ],
  };
  const easy = fc.subarray(["monday", "wednesday", "saturday", "sunday"] as const, {
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 3 }), easy, (away, easyDays) => {
      const tally: Tally = {
        ...emptyTally(),
        start,
        easyDays,
        away: away.reduce<Tally["away"]>((all, at) => withStretch(all, off(at, at), true), []),
      };
      const { curriculum, progress } = situation(tally, on(0));
      const planned = planDays(plan, 1, curriculum, tally, progress);
      const work = planned.flatMap(({ steps }) =>
        steps.filter(({ step }) => step.do !== "cards").map(({ step }) => step.minutes),
      );
      expect(work.reduce((a, b) => a + b, 0)).toBe(220);
      for (const one of planned.filter((one) => one.away)) expect(one.steps).toEqual([]);
      expect(planned.filter((one) => one.away).length).toBe(away.length);
      const busy = planned.filter(({ steps }) => steps.some(({ step }) => step.do !== "cards"));
      expect(busy.some(({ weekday }) => easyDays.includes(weekday as never))).toBe(false);
    }),
    { numRuns: 100 },
  );
});
