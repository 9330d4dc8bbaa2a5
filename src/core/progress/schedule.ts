/** Weeks and check-ins on the calendar. Week 1 begins on the start date, whatever weekday that is. */

import type { Curriculum, MonthlyCheckin } from "../content/curriculum.ts";
import { type CheckinTally, checkinKey, type Tally } from "../entries/tally.ts";
import { addDays, addMonths, type Day, daysBetween, nextWeekday } from "../time/calendar.ts";

export interface ScheduledCheckin {
  /** `progress`, `quiz`, `implementation` or `month:1`. */
  readonly checkin: string;
  readonly on: Day;
  readonly what: string;
  readonly questions: readonly string[];
  readonly done: boolean;
}

/** The week that `on` falls in, from 1; 0 or less before the start. */
export function weekOf(start: Day, on: Day): number {
  return Math.floor(daysBetween(start, on) / 7) + 1;
}

export function weekStart(start: Day, week: number): Day {
  return addDays(start, (week - 1) * 7);
}

/** The last day of the plan when nobody set a target: the end of the curriculum's last week. */
export function defaultTarget(curriculum: Curriculum, start: Day): Day {
  const last = Math.max(...curriculum.phases.map((phase) => phase.weeks.most));
  return addDays(start, last * 7 - 1);
}

/** All check-ins of the schedule from `from` to `to`, both included, earliest first. */
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
    found.push({ checkin, on, what, questions, done });
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
  const { start } = tally;
  if (start === null) return [];
  return curriculum.monthly.map((monthly) => {
    const checkin = `month:${monthly.month}`;
    const on = monthDue(curriculum, start, monthly);
    const { what, questions } = monthly;
    return { checkin, on, what, questions, done: keptCheckin(tally, checkin, on) !== undefined };
  });
}

function monthDue(curriculum: Curriculum, start: Day, { month, phases }: MonthlyCheckin): Day {
  const weeks = curriculum.phases
    .filter(({ number }) => phases.includes(number))
    .map((phase) => phase.weeks.most);
  if (weeks.length === 0) return addDays(addMonths(start, month), -1);
  return addDays(weekStart(start, Math.max(...weeks) + 1), -1);
}

/** The days that a month's review looks back on: those since the review before it. Null for a month there is not. */
export function monthDays(
  curriculum: Curriculum,
  start: Day,
  month: number,
): { readonly from: Day; readonly to: Day } | null {
  const inOrder = curriculum.monthly.toSorted((a, b) => a.month - b.month);
  const at = inOrder.findIndex((monthly) => monthly.month === month);
  const [before, asked] = [inOrder[at - 1], inOrder[at]];
  if (asked === undefined) return null;
  const from = before === undefined ? start : addDays(monthDue(curriculum, start, before), 1);
  return { from, to: monthDue(curriculum, start, asked) };
}

/** What was kept of a check-in. A month is marked as such, on whatever day; the others by their day. */
export function keptCheckin(tally: Tally, checkin: string, on: Day): CheckinTally | undefined {
  if (!checkin.startsWith("month:")) return tally.checkins[checkinKey(checkin, on)];
  const keys = Object.keys(tally.checkins).filter((key) => key.startsWith(`${checkin}@`));
  return tally.checkins[keys.sort().at(-1) ?? ""];
}

/** How far back a check-in that was not done still counts as missed. */
const missedDays = 7;

/** The check-ins of the past week that were not done, earliest first. The first day has nothing to look back on. */
export function missedCheckins(
  curriculum: Curriculum,
  tally: Tally,
  today: Day,
): readonly ScheduledCheckin[] {
  return checkinsBetween(curriculum, tally, addDays(today, -missedDays), addDays(today, -1)).filter(
    ({ done, on }) => !done && on !== tally.start,
  );
}

/** The next check-in that is not done, from today on. */
export function nextCheckin(
  curriculum: Curriculum,
  tally: Tally,
  today: Day,
): ScheduledCheckin | null {
  const { start } = tally;
  if (start === null) return null;
  const from = today < start ? start : today;
  const ahead = checkinsBetween(curriculum, tally, from, addDays(from, 62));
  return ahead.find((checkin) => !checkin.done) ?? null;
}
