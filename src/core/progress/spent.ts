/** Time spent, by days. */

import { activities } from "../entries/entry.ts";
import type { Tally } from "../entries/tally.ts";
import { addDays, type Day, weekdayOf } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { stretchOn } from "../time/time-off.ts";
import { courseOf, weekSpan } from "./schedule.ts";

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
  const course = courseOf(tally);
  if (course === null) return 0;
  const { from, to } = weekSpan(course, week);
  return minutesBetween(tally, from, to);
}

export interface Streak {
  /** Days in a row with any work, up to today; a day that is not over yet does not end it. */
  readonly now: number;
  readonly longest: number;
}

/** Work is a minute spent or a card answered. Time off and easy days without work neither count nor end a row. */
export function streakOf(tally: Tally, today: Day): Streak {
  const worked = new Set<Day>([
    ...(Object.keys(tally.days) as Day[]).filter((on) => minutesOn(tally, on) > 0),
    ...(Object.keys(tally.reviewDays) as Day[]),
  ]);
  const free = (on: Day) =>
    stretchOn(tally.away, on) !== null || tally.easyDays.includes(weekdayOf(on));
  /** The last day before `on` that was worked on, where all days between are free; else null. */
  const before = (on: Day): Day | null => {
    let earlier = addDays(on, -1);
    while (!worked.has(earlier) && earlier > first && free(earlier)) earlier = addDays(earlier, -1);
    return worked.has(earlier) ? earlier : null;
  };
  const inOrder = [...worked].sort();
  const first = inOrder[0] ?? today;
  let now = 0;
  for (let on = worked.has(today) ? today : before(today); on !== null; on = before(on)) now += 1;
  let longest = 0;
  let run = 0;
  let last: Day | null = null;
  for (const on of inOrder) {
    run = last !== null && before(on) === last ? run + 1 : 1;
    longest = Math.max(longest, run);
    last = on;
  }
  return { now, longest };
}
