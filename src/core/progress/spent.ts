/** Time spent, by days. */

import { activities } from "../entries/entry.ts";
import type { Tally } from "../entries/tally.ts";
import { addDays, type Day } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { weekStart } from "./schedule.ts";

export function minutesOn(tally: Tally, on: Day): Minutes {
  const ofDay = tally.days[on];
  if (ofDay === undefined) return 0;
  return activities.reduce((sum, activity) => sum + (ofDay[activity] ?? 0), 0);
}

/** Both days included. */
export function minutesBetween(tally: Tally, from: Day, to: Day): Minutes {
  let sum = 0;
  for (let on = from; on <= to; on = addDays(on, 1)) sum += minutesOn(tally, on);
  return sum;
}

/** The minutes of the plan's week `week`; 0 without a start date. */
export function minutesInWeek(tally: Tally, week: number): Minutes {
  if (tally.start === null) return 0;
  const from = weekStart(tally.start, week);
  return minutesBetween(tally, from, addDays(from, 6));
}

export interface Streak {
  /** Days in a row with any work, up to today; a day that is not over yet does not end it. */
  readonly now: number;
  readonly longest: number;
}

/** Work is a minute spent or a card answered. */
export function streakOf(tally: Tally, today: Day): Streak {
  const worked = new Set<Day>([
    ...(Object.keys(tally.days) as Day[]).filter((on) => minutesOn(tally, on) > 0),
    ...(Object.keys(tally.reviewDays) as Day[]),
  ]);
  let now = 0;
  for (
    let on = worked.has(today) ? today : addDays(today, -1);
    worked.has(on);
    on = addDays(on, -1)
  ) {
    now += 1;
  }
  let longest = 0;
  let run = 0;
  let last: Day | null = null;
  for (const on of [...worked].sort()) {
    run = last !== null && addDays(last, 1) === on ? run + 1 : 1;
    longest = Math.max(longest, run);
    last = on;
  }
  return { now, longest };
}
