/** Whether the range is honest: synthetic learners whose true finish is known. */

import { describe, expect, test } from "bun:test";
import { addDays, type Day, day } from "../time/calendar.ts";
import { forecast } from "./forecast.ts";
import { generator, normal } from "./random.ts";

const hour = 60;
const start = day("2026-01-05");

interface Habits {
  /** The true mean as a factor of the plan. */
  readonly bias: number;
  /** The chance of an empty week. */
  readonly empty: number;
  /** The deviation of the logarithm of a week that is not empty. */
  readonly spread: number;
}

/** The share of synthetic learners whose true finish lies inside the range forecast after six weeks. */
function calibration({ bias, empty, spread }: Habits, learners: number): number {
  const random = generator(2026);
  const weeks = 6;
  let inside = 0;
  for (let count = 0; count < learners; ) {
    // Learners differ: in their true pace (30 % around bias · plan) and in their true ratio (20 %).
    const mean = 8 * hour * bias * Math.exp(0.3 * normal(random));
    const ratio = Math.exp(0.2 * normal(random));
    const work = 120 * hour * ratio;
    const minutesByDay = new Map<Day, number>();
    let sum = 0;
    let spent = 0;
    let end: number | null = null;
    for (let week = 0; end === null; week++) {
      const full = (mean / (1 - empty)) * Math.exp(spread * normal(random) - spread ** 2 / 2);
      const amount = random() < empty ? 0 : full;
      for (const dayOfWeek of [1, 3, 6]) {
        sum += amount / 3;
        if (week < weeks) {
          minutesByDay.set(addDays(start, week * 7 + dayOfWeek), Math.round(amount / 3));
          spent = sum;
        }
        if (sum >= work) end ??= week * 7 + dayOfWeek;
      }
    }
    if (end < (weeks + 1) * 7) continue;
    count += 1;
    const { early, late } = forecast({
      today: addDays(start, weeks * 7),
      start,
      target: addDays(start, 83),
      away: [],
      plannedMinutesAWeek: 8 * hour,
      minutesByDay,
      totalMinutes: 120 * hour,
      remainingMinutes: Math.round((work - spent) / ratio),
      spentOnDone: Math.round(spent * 0.8),
      estimatedForDone: Math.round((spent / ratio) * 0.8),
    });
    const truth = addDays(start, end);
    if (early !== null && early <= truth && (late === null || truth <= late)) inside += 1;
  }
  return inside / learners;
}

describe("the range of the forecast", () => {
  const kinds: readonly [string, Habits][] = [
    ["who keep about to the plan", { bias: 1, empty: 0.1, spread: 0.5 }],
    ["who drop every fourth week", { bias: 1, empty: 0.25, spread: 0.5 }],
    ["who do less than they planned", { bias: 0.7, empty: 0.1, spread: 0.5 }],
    ["who do more than they planned", { bias: 1.3, empty: 0.1, spread: 0.5 }],
  ];
  test.each(kinds)("holds the true finish of about four in five learners %s", (_, habits) => {
    const share = calibration(habits, 400);
    expect(share).toBeGreaterThanOrEqual(0.7);
    expect(share).toBeLessThanOrEqual(0.92);
  });
});
