import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { addDays, type Day, day, daysBetween } from "./calendar.ts";
import { type ForecastInput, forecast } from "./forecast.ts";
import { generator, normal } from "./random.ts";

const start = day("2026-01-05");
const hour = 60;

/** A learner with so many hours in each past week, all on its Wednesday and Saturday. */
function learner(weeks: readonly number[], more: Partial<ForecastInput> = {}): ForecastInput {
  const minutesByDay = new Map<Day, number>();
  weeks.forEach((hours, week) => {
    minutesByDay.set(addDays(start, week * 7 + 2), (hours * hour) / 2);
    minutesByDay.set(addDays(start, week * 7 + 5), (hours * hour) / 2);
  });
  return {
    today: addDays(start, weeks.length * 7),
    start,
    target: addDays(start, 83),
    plannedMinutesAWeek: 8 * hour,
    minutesByDay,
    totalMinutes: 120 * hour,
    remainingMinutes: 80 * hour,
    spentOnDone: 0,
    estimatedForDone: 0,
    ...more,
  };
}

const weeksTo = (input: ForecastInput, on: Day | null) =>
  daysBetween(input.today, on ?? input.today) / 7;

describe("known cases", () => {
  test("eight hours a week finish eighty hours in about ten weeks", () => {
    const input = learner([8, 8, 8, 8, 8, 8]);
    const { finish, paceMinutesAWeek, state } = forecast(input);
    expect(state).toBe("under-way");
    expect(paceMinutesAWeek).toBeCloseTo(8 * hour, 6);
    expect(weeksTo(input, finish)).toBeGreaterThan(9);
    expect(weeksTo(input, finish)).toBeLessThan(11);
  });

  test("without any session the plan's pace is the pace", () => {
    const input = learner([], { remainingMinutes: 120 * hour });
    const { paceMinutesAWeek, state, finish } = forecast(input);
    expect(state).toBe("not-started");
    expect(paceMinutesAWeek).toBe(8 * hour);
    expect(Math.abs(weeksTo(input, finish) - 15)).toBeLessThan(1.5);
  });

  test("twice the pace finishes in about half the time", () => {
    const slow = learner(Array(8).fill(5), { plannedMinutesAWeek: 5 * hour });
    const quick = learner(Array(8).fill(10), { plannedMinutesAWeek: 10 * hour });
    const ratio = weeksTo(slow, forecast(slow).finish) / weeksTo(quick, forecast(quick).finish);
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
  });

  test("weeks of nothing put the finish off, and a month of nothing leaves none", () => {
    const steady = learner([8, 8, 8, 8]);
    const slack = learner([8, 8, 8, 8, 0, 0]);
    expect(weeksTo(slack, forecast(slack).finish)).toBeGreaterThan(
      weeksTo(steady, forecast(steady).finish),
    );
    expect(forecast(learner([8, 8, 8, 0, 0, 0, 0, 0])).finish).toBeNull();
  });

  test("a learner who takes twice the estimate has more work left than the estimate says", () => {
    const { remainingMinutes } = forecast(
      learner([8, 8, 8, 8], { spentOnDone: 80 * hour, estimatedForDone: 40 * hour }),
    );
    expect(remainingMinutes).toBe(Math.round((80 * hour * (80 + 10)) / (40 + 10)));
  });

  test("nothing left is finished", () => {
    expect(forecast(learner([8], { remainingMinutes: 0 })).state).toBe("finished");
  });

  test("the needed pace times the weeks left is the work left", () => {
    const input = learner([8, 8]);
    const { neededMinutesAWeek, remainingMinutes } = forecast(input);
    const weeksLeft = (daysBetween(input.today, input.target) + 1) / 7;
    expect((neededMinutesAWeek ?? 0) * weeksLeft).toBeCloseTo(remainingMinutes, 6);
    expect(forecast(learner([8], { target: day("2026-01-06") })).neededMinutesAWeek).toBeNull();
  });
});

const anyWeeks = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 16 });

test("the range holds the median, and the same question has the same answer", () => {
  fc.assert(
    fc.property(anyWeeks, fc.integer({ min: 1, max: 200 }), (weeks, hours) => {
      const input = learner(weeks, { remainingMinutes: hours * hour });
      const answer = forecast(input);
      expect(forecast(input)).toEqual(answer);
      const { early, finish, late } = answer;
      if (late !== null)
        expect(early !== null && finish !== null && early <= finish && finish <= late).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("more work never finishes sooner", () => {
  fc.assert(
    fc.property(
      anyWeeks,
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 50 }),
      (weeks, hours, more) => {
        const less =
          forecast(learner(weeks, { remainingMinutes: hours * hour })).finish ?? "9999-12-31";
        const greater =
          forecast(learner(weeks, { remainingMinutes: (hours + more) * hour })).finish ??
          "9999-12-31";
        expect(greater >= less).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test("a learner of one week gets a wider range than one of twelve", () => {
  const width = (weeks: readonly number[]) => {
    const input = learner(weeks);
    const { early, late, finish } = forecast(input);
    return (weeksTo(input, late) - weeksTo(input, early)) / weeksTo(input, finish);
  };
  expect(width([9])).toBeGreaterThan(width([9, 7, 8, 6, 10, 8, 9, 7, 8, 8, 6, 9]));
});

test("the range of 80 % holds about four of five true finishes after six weeks (seed 7)", () => {
  const random = generator(7);
  let held = 0;
  const learners = 400;
  for (let count = 0; count < learners; count += 1) {
    // Each has a mean of 4 to 12 hours, weeks that vary by half of it, and one week in eight lost.
    const mean = 4 + 8 * random();
    const week = () => (random() < 1 / 8 ? 0 : mean * (0.5 + random()));
    const past = Array.from({ length: 6 }, week);
    const input = learner(past, { remainingMinutes: 60 * hour });
    // The estimate of the work is itself off by a quarter either way, as estimates are.
    let left = 60 * Math.exp(0.25 * normal(random));
    let weeks = 0;
    for (;;) {
      const hours = week();
      if (hours >= left) {
        weeks += left / hours;
        break;
      }
      left -= hours;
      weeks += 1;
    }
    const end = addDays(input.today, Math.max(0, Math.ceil(weeks * 7) - 1));
    const { early, late } = forecast(input, { runs: 400, seed: count });
    if (early !== null && end >= early && (late === null || end <= late)) held += 1;
  }
  expect(held / learners).toBeGreaterThan(0.7);
  expect(held / learners).toBeLessThan(0.95);
});
