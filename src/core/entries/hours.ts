/**
 * Where time that is taken back is taken from. What was recorded is never less than nothing, for no paper, no
 * activity and no day, in whatever order entries of several devices come together; and the hours of the papers
 * never add up to more than those of the days.
 */

import type { PaperId } from "../content/curriculum.ts";
import type { Day } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { type Activity, activities } from "./entry.ts";
import type { Tally } from "./tally.ts";

export interface Reduction {
  readonly paper: PaperId | null;
  /** What it is taken from first, and the day. */
  readonly activity: Activity;
  readonly on: Day;
  readonly minutes: Minutes;
}

export interface Part {
  readonly activity: Activity;
  readonly on: Day;
  readonly minutes: Minutes;
}

/**
 * The parts of a reduction: of the activity and the day that it names while there is something there, then of the
 * latest other days, then of the other activities. Together they are less than was asked where there is less.
 */
export function partsOf(tally: Tally, reduction: Reduction): readonly Part[] {
  const { paper, activity, on } = reduction;
  const parts: Part[] = [];
  let left = reduction.minutes;
  for (const from of [activity, ...activities.filter((other) => other !== activity)]) {
    const here = Math.min(left, minutesHeld(tally, paper, from));
    parts.push(...overDays(tally, from, on, here));
    left -= here;
  }
  return parts;
}

/** What can be taken back: the minutes of a paper, or (null) those that belong to none. */
export function minutesHeld(tally: Tally, paper: PaperId | null, activity: Activity): Minutes {
  if (paper !== null) return tally.papers[paper]?.minutes[activity] ?? 0;
  const all = Object.values(tally.days).reduce((sum, day) => sum + (day[activity] ?? 0), 0);
  return Object.values(tally.papers).reduce((left, of) => left - (of.minutes[activity] ?? 0), all);
}

function overDays(tally: Tally, activity: Activity, first: Day, minutes: Minutes): Part[] {
  const parts: Part[] = [];
  let left = minutes;
  const take = (on: Day) => {
    const here = Math.min(left, tally.days[on]?.[activity] ?? 0);
    if (here > 0) parts.push({ activity, on, minutes: here });
    left -= here;
  };
  take(first);
  if (left === 0) return parts;
  const others = (Object.keys(tally.days) as Day[]).filter((on) => on !== first).sort();
  for (const on of others.reverse()) take(on);
  return parts;
}
