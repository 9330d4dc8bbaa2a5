/** Time off: stretches of days on which nothing is asked, and the calendar of the days between them. */
import { addDays, type Day, daysBetween, latest } from "./calendar.ts";

/** Both days included. */
export interface Stretch {
  readonly from: Day;
  readonly until: Day;
}

/** Stretches in order that neither overlap nor touch. */
export type TimeOff = readonly Stretch[];

/** No time off is longer: a slip of the hand would empty a plan for years. */
export const longestOff = 366;

export function lengthOf({ from, until }: Stretch): number {
  return daysBetween(from, until) + 1;
}

/** The days of `stretch` are now off, or (`away` false) are days of study again. */
export function withStretch(off: TimeOff, stretch: Stretch, away: boolean): TimeOff {
  const { from, until } = stretch;
  const kept = off.flatMap((one) => [
    ...(one.from < from ? [{ from: one.from, until: earlier(one.until, addDays(from, -1)) }] : []),
    ...(one.until > until ? [{ from: latest(one.from, addDays(until, 1)), until: one.until }] : []),
  ]);
  const all = away ? [...kept, { from, until }] : kept;
  return joined(all.toSorted((a, b) => (a.from < b.from ? -1 : 1)));
}

function joined(inOrder: TimeOff): TimeOff {
  const whole: Stretch[] = [];
  for (const one of inOrder) {
    const last = whole.at(-1);
    if (last !== undefined && addDays(last.until, 1) >= one.from) {
      whole[whole.length - 1] = { from: last.from, until: latest(last.until, one.until) };
    } else whole.push(one);
  }
  return whole;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The time off that `on` falls in; null on a day of study. */
export function stretchOn(off: TimeOff, on: Day): Stretch | null {
  return off.find(({ from, until }) => from <= on && on <= until) ?? null;
}

/** How many days of `from` to `to`, both included, are off. */
export function daysOff(off: TimeOff, from: Day, to: Day): number {
  return off.reduce((sum, stretch) => {
    const first = latest(stretch.from, from);
    const last = earlier(stretch.until, to);
    return first <= last ? sum + daysBetween(first, last) + 1 : sum;
  }, 0);
}

/** A calendar without the days off: its days are numbered one after the other. */
export interface StudyCalendar {
  /** Of a day off, that of the next day of study. */
  readonly numberOf: (on: Day) => number;
  /** Where work counts: work on a day off counts as of the day of study before it. */
  readonly numberOfWork: (on: Day) => number;
  readonly dayOf: (number: number) => Day;
}

const epoch = "1970-01-01" as Day;
const dayLength = 86_400_000;

export function studyCalendar(off: TimeOff): StudyCalendar {
  const stretches = off.map(({ from, until }) => ({
    from: dayNumber(from),
    days: dayNumber(until) - dayNumber(from) + 1,
  }));
  const numberOf = (on: Day) => {
    const at = dayNumber(on);
    return stretches.reduce(
      (number, { from, days }) => number - Math.min(days, Math.max(0, at - from)),
      at,
    );
  };
  return {
    numberOf,
    numberOfWork: (on) => numberOf(on) - (stretchOn(off, on) === null ? 0 : 1),
    dayOf: (number) =>
      addDays(
        epoch,
        stretches.reduce((at, { from, days }) => (from <= at ? at + days : at), number),
      ),
  };
}

/** Days since 1970-01-01. An ISO day without a time is read as UTC, so this asks no clock and no zone. */
function dayNumber(on: Day): number {
  return Date.parse(on) / dayLength;
}
