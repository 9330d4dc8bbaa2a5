/**
 * Weeks and check-ins on the calendar. Week 1 begins on the start date, whatever weekday that is. A week of which more
 * days are off than not is no week of the plan: the plan waits for it.
 */

import type { Curriculum, MonthlyCheckin } from "../content/curriculum.ts";
import { type CheckinTally, checkinKey, type Tally } from "../entries/tally.ts";
import { addDays, addMonths, type Day, daysBetween, nextWeekday } from "../time/calendar.ts";
import { daysOff, stretchOn, type TimeOff } from "../time/time-off.ts";

export interface ScheduledCheckin {
  /** `progress`, `quiz`, `implementation` or `month:1`. */
  readonly checkin: string;
  readonly on: Day;
  readonly what: string;
  readonly questions: readonly string[];
  readonly done: boolean;
  /** Left out on purpose: it is asked no more, and not missed. */
  readonly skipped: boolean;
}

/** What lays the plan over the calendar. */
export interface Course {
  readonly start: Day;
  readonly away: TimeOff;
}

/** Null while there is no start date. */
export function courseOf(plan: { readonly start: Day | null; readonly away: TimeOff }) {
  const { start, away } = plan;
  return start === null ? null : { start, away };
}

/** The weeks since the start, counted from 0, that the plan waits for. */
function weeksOff({ start, away }: Course): readonly number[] {
  const touched = new Set(
    away.flatMap(({ from, until }) => {
      const first = Math.max(0, Math.floor(daysBetween(start, from) / 7));
      const last = Math.floor(daysBetween(start, until) / 7);
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
    }),
  );
  return [...touched]
    .filter((week) => {
      const from = addDays(start, week * 7);
      return daysOff(away, from, addDays(from, 6)) > 3;
    })
    .sort((a, b) => a - b);
}

/** The week that `on` falls in, from 1; 0 or less before the start. In a week that is off, the one that comes. */
export function weekOf(course: Course, on: Day): number {
  const since = Math.floor(daysBetween(course.start, on) / 7);
  return since + 1 - weeksOff(course).filter((week) => week < since).length;
}

export function weekStart(course: Course, week: number): Day {
  const since = weeksOff(course).reduce((at, off) => (off <= at ? at + 1 : at), week - 1);
  return addDays(course.start, since * 7);
}

/** All days that count as a week's: its own, and those of the weeks before it that were off. */
export function weekSpan(course: Course, week: number): { readonly from: Day; readonly to: Day } {
  const from = week <= 1 ? course.start : addDays(weekStart(course, week - 1), 7);
  return { from, to: addDays(weekStart(course, week), 6) };
}

/** The last day of the plan when nobody set a target: the end of the curriculum's last week. */
export function defaultTarget(curriculum: Curriculum, course: Course): Day {
  const last = Math.max(...curriculum.phases.map((phase) => phase.weeks.most));
  return addDays(weekStart(course, last), 6);
}

/** The check-ins of the schedule, none of them on a day off but those that were done, from `from` to `to`, both included, earliest first. */
export function checkinsBetween(
  curriculum: Curriculum,
  tally: Tally,
  from: Day,
  to: Day,
): readonly ScheduledCheckin[] {
  const { start } = tally;
  if (start === null) return [];
  const first = from < start ? start : from;
  const found: ScheduledCheckin[] = [];
  const add = (checkin: string, on: Day, what: string, questions: readonly string[]) => {
    const done = tally.checkins[checkinKey(checkin, on)] !== undefined;
    if (!done && stretchOn(tally.away, on) !== null) return;
    found.push({ checkin, on, what, questions, done, skipped: isSkipped(tally, checkin, on) });
  };
  for (const weekly of curriculum.weekly) {
    for (let on = nextWeekday(first, weekly.weekday); on <= to; on = addDays(on, 7)) {
      add(weekly.kind, on, weekly.what, weekly.questions);
    }
  }
  found.push(...monthlyCheckins(curriculum, tally).filter(({ on }) => on >= first && on <= to));
  return found.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** The reviews of all months with the days on which they are due; none before there is a start date. */
export function monthlyCheckins(curriculum: Curriculum, tally: Tally): readonly ScheduledCheckin[] {
  const course = courseOf(tally);
  if (course === null) return [];
  return curriculum.monthly.map((monthly) => {
    const checkin = `month:${monthly.month}`;
    const on = monthDue(curriculum, course, monthly);
    const { what, questions } = monthly;
    const done = keptCheckin(tally, checkin, on) !== undefined;
    return { checkin, on, what, questions, done, skipped: isSkipped(tally, checkin, on) };
  });
}

/** Where that day is off, the first day of study after it. */
function monthDue(curriculum: Curriculum, course: Course, monthly: MonthlyCheckin): Day {
  const on = monthEnd(curriculum, course, monthly);
  const off = stretchOn(course.away, on);
  return off === null ? on : addDays(off.until, 1);
}

function monthEnd(curriculum: Curriculum, course: Course, { month, phases }: MonthlyCheckin): Day {
  const weeks = curriculum.phases
    .filter(({ number }) => phases.includes(number))
    .map((phase) => phase.weeks.most);
  if (weeks.length === 0) return addDays(addMonths(course.start, month), -1);
  return addDays(weekStart(course, Math.max(...weeks)), 6);
}

/** The days that a month's review looks back on: those since the review before it. Null for a month there is not. */
export function monthDays(
  curriculum: Curriculum,
  course: Course,
  month: number,
): { readonly from: Day; readonly to: Day } | null {
  const inOrder = curriculum.monthly.toSorted((a, b) => a.month - b.month);
  const at = inOrder.findIndex((monthly) => monthly.month === month);
  const [before, asked] = [inOrder[at - 1], inOrder[at]];
  if (asked === undefined) return null;
  const from =
    before === undefined ? course.start : addDays(monthDue(curriculum, course, before), 1);
  return { from, to: monthDue(curriculum, course, asked) };
}

/** What was kept of a check-in. A month is marked as such, on whatever day; the others by their day. */
export function keptCheckin(tally: Tally, checkin: string, on: Day): CheckinTally | undefined {
  if (!checkin.startsWith("month:")) return tally.checkins[checkinKey(checkin, on)];
  const keys = Object.keys(tally.checkins).filter((key) => key.startsWith(`${checkin}@`));
  return tally.checkins[keys.sort().at(-1) ?? ""];
}

/** A month that was left out stays so, on whatever day it is due. */
export function isSkipped(tally: Tally, checkin: string, on: Day): boolean {
  const key = checkin.startsWith("month:") ? `${checkin}@` : checkinKey(checkin, on);
  return tally.skippedCheckins.some((one) => one.startsWith(key));
}

/** How far back a week's check-in that was not done still counts as missed: the next one of its kind asks the same. */
const missedDays = 7;

/**
 * What was neither done nor skipped, earliest first: check-ins of the past week, and the reviews of all months that
 * have passed, since no other asks what they do. The first day has nothing to look back on, and a day off misses nothing.
 */
export function missedCheckins(
  curriculum: Curriculum,
  tally: Tally,
  today: Day,
): readonly ScheduledCheckin[] {
  if (stretchOn(tally.away, today) !== null) return [];
  const from = addDays(today, -missedDays);
  const months = monthlyCheckins(curriculum, tally).filter(({ on }) => on < from);
  return [...months, ...checkinsBetween(curriculum, tally, from, addDays(today, -1))].filter(
    ({ done, skipped, on }) => !done && !skipped && on !== tally.start,
  );
}

/** The next check-in that is neither done nor skipped, from today on. */
export function nextCheckin(
  curriculum: Curriculum,
  tally: Tally,
  today: Day,
): ScheduledCheckin | null {
  const { start } = tally;
  if (start === null) return null;
  const from = today < start ? start : today;
  const ahead = checkinsBetween(curriculum, tally, from, addDays(from, 62));
  return ahead.find(({ done, skipped }) => !done && !skipped) ?? null;
}
