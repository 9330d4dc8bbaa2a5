import { describe, expect, test } from "bun:test";
import { addDays, type Day, day, daysBetween } from "../time/calendar.ts";
import { type Forecast, type ForecastInput, forecast } from "./forecast.ts";

const hour = 60;
const start = day("2026-01-05");

const untouched: ForecastInput = {
  today: start,
  start,
  target: addDays(start, 83),
  away: [],
  plannedMinutesAWeek: 8 * hour,
  minutesByDay: new Map(),
  totalMinutes: 80 * hour,
  remainingMinutes: 80 * hour,
  spentOnDone: 0,
  estimatedForDone: 0,
};

/** Someone who put each week's hours into its Monday and its Thursday, asked on the day after. */
function afterWeeks(hours: readonly number[], change: Partial<ForecastInput> = {}): ForecastInput {
  const minutesByDay = new Map<Day, number>();
  for (const [week, amount] of hours.entries()) {
    if (amount === 0) continue;
    minutesByDay.set(addDays(start, week * 7), amount * 30);
    minutesByDay.set(addDays(start, week * 7 + 3), amount * 30);
  }
  const today = addDays(start, hours.length * 7);
  const target = addDays(today, 69);
  return { ...untouched, totalMinutes: 400 * hour, today, target, minutesByDay, ...change };
}

const repeat = (weeks: number, hours: number) => new Array<number>(weeks).fill(hours);

function weeksTo(end: Day | null, from: Day): number {
  return end === null ? Infinity : (daysBetween(from, end) + 1) / 7;
}

/** The width of the 80 % range as a share of the time to the median. */
function relativeRange({ early, finish, late }: Forecast, today: Day): number {
  return (weeksTo(late, today) - weeksTo(early, today)) / weeksTo(finish, today);
}

describe("the forecast of known cases", () => {
  test("without data the pace is the plan's and the finish is the plan's", () => {
    const found = forecast(untouched);
    expect(found.state).toBe("not-started");
    expect(found.paceMinutesAWeek).toBe(8 * hour);
    expect(found.remainingMinutes).toBe(80 * hour);
    // The median of 1,000 runs with a deviation of about 45 % moves by 0.45 · 1.25 / √1000 = 1.8 %; the
    // spread of weeks adds a fifth of a week. One week holds three such deviations.
    expect(Math.abs(weeksTo(found.finish, start) - 10)).toBeLessThan(1);
  });

  test("a steady 8 h a week with 80 h left takes ten weeks", () => {
    const steady = afterWeeks(repeat(12, 8));
    const found = forecast(steady);
    expect(found.state).toBe("under-way");
    expect(found.paceMinutesAWeek).toBeCloseTo(8 * hour, 6);
    // The same bound; the deviation is smaller here, because twelve weeks are known.
    expect(Math.abs(weeksTo(found.finish, steady.today) - 10)).toBeLessThan(0.8);
  });

  test("the pace is shrunk as if two more weeks had gone as planned", () => {
    const { paceMinutesAWeek } = forecast(afterWeeks(repeat(6, 4)));
    expect(paceMinutesAWeek).toBeCloseTo(((6 * 4 + 2 * 8) / 8) * hour, 6);
  });

  test("twice the pace finishes about twice as soon", () => {
    const plan = (hours: number) => ({ plannedMinutesAWeek: hours * hour });
    const slow = afterWeeks(repeat(12, 5), plan(5));
    const quick = afterWeeks(repeat(12, 10), plan(10));
    const ratio =
      weeksTo(forecast(slow).finish, slow.today) / weeksTo(forecast(quick).finish, quick.today);
    expect(ratio).toBeGreaterThan(1.85);
    expect(ratio).toBeLessThan(2.15);
  });

  test("recent weeks weigh more than old ones", () => {
    const rising = forecast(afterWeeks([...repeat(6, 4), ...repeat(6, 12)]));
    const falling = forecast(afterWeeks([...repeat(6, 12), ...repeat(6, 4)]));
    expect(rising.paceMinutesAWeek).toBeGreaterThan(1.3 * falling.paceMinutesAWeek);
  });

  test("three empty weeks make the finish later and the range wider", () => {
    const busy = afterWeeks(repeat(9, 8));
    const idle = afterWeeks([...repeat(6, 8), 0, 0, 0]);
    const [before, after] = [forecast(busy), forecast(idle)];
    expect(weeksTo(after.finish, idle.today)).toBeGreaterThan(
      1.3 * weeksTo(before.finish, busy.today),
    );
    expect(relativeRange(after, idle.today)).toBeGreaterThan(
      1.3 * relativeRange(before, busy.today),
    );
  });

  test("four empty weeks are a standstill, and a session ends it", () => {
    const idle = forecast(afterWeeks([...repeat(6, 8), 0, 0, 0, 0]));
    expect(idle).toMatchObject({ paceMinutesAWeek: 0, finish: null, late: null, daysLate: null });
    expect(idle.neededMinutesAWeek).toBeCloseTo((80 * hour) / 10, 6);
    expect(forecast(afterWeeks([...repeat(6, 8), 0, 0, 0, 0, 1])).finish).not.toBeNull();
  });

  test("weeks before the first session do not slow the pace", () => {
    const late = forecast(afterWeeks([0, 0, 0, ...repeat(6, 8)]));
    expect(late.paceMinutesAWeek).toBeCloseTo(8 * hour, 6);
  });

  test("a week that adjustments made negative counts as zero", () => {
    const negative = forecast(afterWeeks([8, -3, 8, 8]));
    expect(negative).toEqual(forecast(afterWeeks([8, 0, 8, 8])));
  });

  test("without a plan the learner's own pace is used, and without either there is none", () => {
    const unplanned = { plannedMinutesAWeek: 0 };
    expect(forecast(afterWeeks(repeat(3, 6), unplanned)).paceMinutesAWeek).toBeCloseTo(360, 6);
    expect(forecast({ ...untouched, ...unplanned })).toMatchObject({ finish: null, early: null });
  });

  test("before the start the work begins on the start", () => {
    const ahead = forecast({ ...untouched, today: addDays(start, -30) });
    expect(ahead).toEqual(forecast(untouched));
  });

  test("a day with a session is over, a day without is still ahead", () => {
    const last = { ...untouched, remainingMinutes: 1, totalMinutes: 5000 };
    expect(forecast(last).finish).toBe(start);
    const logged = forecast({ ...last, minutesByDay: new Map([[start, 60]]) });
    expect(logged.finish).toBe(addDays(start, 1));
  });

  test("the learner's own ratio corrects the work left, shrunk to 1 by ten hours", () => {
    const slow = { ...untouched, spentOnDone: 30 * hour, estimatedForDone: 20 * hour };
    expect(forecast(slow).remainingMinutes).toBe(Math.round((80 * hour * 40) / 30));
  });

  test("papers ticked off without logged time do not shorten the rest", () => {
    const ticked = forecast({ ...untouched, remainingMinutes: 20 * hour, estimatedForDone: 3600 });
    expect(ticked).toMatchObject({ state: "under-way", remainingMinutes: 20 * hour });
  });

  test("with nothing left the finish is the last day with a session", () => {
    const done = forecast(afterWeeks([8, 8], { remainingMinutes: 0, target: addDays(start, 12) }));
    const last = addDays(start, 10);
    expect(done).toMatchObject({ state: "finished", early: last, finish: last, late: last });
    expect(done.daysLate).toBe(-2);
  });

  test("a pace that needs more than ten years gives no finish", () => {
    const found = forecast({ ...untouched, plannedMinutesAWeek: 5 });
    expect(found).toMatchObject({ finish: null, late: null, daysLate: null });
  });

  test("is wider, relative to the time left, after one week than after twelve", () => {
    const pattern = [8, 5, 10, 0, 9, 12, 7, 8, 4, 11, 10, 8];
    for (const weeks of [pattern.slice(0, 1), repeat(1, 8)]) {
      const [fresh, known] = [afterWeeks(weeks), afterWeeks(pattern)];
      expect(relativeRange(forecast(fresh), fresh.today)).toBeGreaterThan(
        1.2 * relativeRange(forecast(known), known.today),
      );
    }
  });
});
