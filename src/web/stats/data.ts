/** What the charts draw. */

import type { Situation } from "../../core/decide/decision.ts";
import { type Activity, activities } from "../../core/entries/entry.ts";
import type { Tally } from "../../core/entries/tally.ts";
import type { Outlook } from "../../core/forecast/outlook.ts";
import type { Progress } from "../../core/progress/progress.ts";
import { defaultTarget } from "../../core/progress/schedule.ts";
import { minutesOn } from "../../core/progress/spent.ts";
import {
  addDays,
  type Day,
  daysBetween,
  earliest,
  latest,
  weekdayOf,
} from "../../core/time/calendar.ts";

export interface DayOfWork {
  readonly on: Day;
  readonly hours: number;
  /** Cards answered: a day of cards alone is a day of work too, as the streak counts it. */
  readonly cards: number;
}

const leastWeeks = 12;
const mostWeeks = 53;

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}

/** Every day from the Monday before the first work on, at least twelve weeks and at most a year. */
export function daysOfWork(tally: Tally, today: Day): readonly DayOfWork[] {
  const worked = [
    ...(Object.keys(tally.days) as Day[]).filter((on) => minutesOn(tally, on) > 0),
    ...(Object.keys(tally.reviewDays) as Day[]),
  ];
  const from = latest(
    addDays(today, -7 * mostWeeks),
    earliest(addDays(today, -7 * leastWeeks), ...worked),
  );
  const days: DayOfWork[] = [];
  for (let on = mondayOf(from); on <= today; on = addDays(on, 1)) {
    const cards = tally.reviewDays[on]?.all ?? 0;
    days.push({ on, hours: rounded(minutesOn(tally, on) / 60), cards });
  }
  return days;
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

export function mondayOf(on: Day): Day {
  return addDays(on, -weekdays.indexOf(weekdayOf(on)));
}

export interface PaperHours {
  readonly parts: readonly {
    readonly paper: string;
    readonly activity: Activity;
    readonly hours: number;
  }[];
  readonly totals: readonly { readonly paper: string; readonly hours: number }[];
}

export function hoursByPaper({ papers }: Progress): PaperHours {
  const worked = papers.filter(({ minutes }) => minutes > 0);
  return {
    parts: worked.flatMap(({ name, minutesBy }) =>
      activities.map((activity) => ({
        paper: name,
        activity,
        hours: rounded(minutesBy[activity] / 60),
      })),
    ),
    totals: worked
      .map(({ name, minutes }) => ({ paper: name, hours: rounded(minutes / 60) }))
      .sort((a, b) => b.hours - a.hours),
  };
}

export interface BurnUp {
  readonly rows: readonly {
    readonly on: Day;
    readonly hours: number;
    readonly series: "done" | "plan" | "likely";
  }[];
  /** The fan: today's point, and where the early and the late finish lie. */
  readonly fan: readonly { readonly on: Day; readonly low: number; readonly high: number }[];
  readonly today: Day;
}

/** Hours of work: spent so far, planned from start to target, and forecast from today on. */
export function burnUp(
  { tally, progress, curriculum }: Situation,
  outlook: Outlook | null,
): BurnUp | null {
  const { start, today, away } = progress;
  if (start === null || outlook === null || start > today) return null;
  const target = progress.target ?? defaultTarget(curriculum, { start, away });
  const rows: { on: Day; hours: number; series: "done" | "plan" | "likely" }[] = [];
  let minutes = 0;
  for (const on of Object.keys(tally.days) as Day[])
    if (on < start) minutes += minutesOn(tally, on);
  for (let on = start; on <= today; on = addDays(on, 1)) {
    minutes += minutesOn(tally, on);
    rows.push({ on, hours: rounded(minutes / 60), series: "done" });
  }
  const { early, late, finish, remainingMinutes } = outlook.forecast;
  const whole = rounded((minutes + remainingMinutes) / 60);
  rows.push({ on: start, hours: 0, series: "plan" }, { on: target, hours: whole, series: "plan" });
  const now = rounded(minutes / 60);
  const farthest = addDays(start, 2 * daysBetween(start, target));
  const within = (on: Day | null) => on !== null && on <= farthest;
  if (finish !== null && within(finish) && finish > today) {
    rows.push(
      { on: today, hours: now, series: "likely" },
      { on: finish, hours: whole, series: "likely" },
    );
  }
  const fan: { on: Day; low: number; high: number }[] = [];
  if (early !== null && early > today) {
    const end = late !== null && within(late) ? late : farthest;
    const ahead = (to: Day | null, on: Day) => {
      if (to === null) return now;
      const share = Math.min(1, daysBetween(today, on) / Math.max(1, daysBetween(today, to)));
      return rounded(now + (whole - now) * share);
    };
    for (const on of [today, early, end])
      fan.push({ on, low: ahead(late, on), high: ahead(early, on) });
  }
  return { rows, fan, today };
}

export interface WeekOfAnswers {
  readonly from: Day;
  readonly all: number;
  readonly known: number;
}

export function retentionByWeek(tally: Tally): readonly WeekOfAnswers[] {
  const weeks = new Map<Day, { all: number; known: number }>();
  for (const [on, { all, known }] of Object.entries(tally.reviewDays)) {
    const from = mondayOf(on as Day);
    const week = weeks.get(from) ?? { all: 0, known: 0 };
    weeks.set(from, { all: week.all + all, known: week.known + known });
  }
  return [...weeks]
    .map(([from, week]) => ({ from, ...week }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
