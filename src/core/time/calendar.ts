/**
 * Days and clock times as the learner sees them. Everything here is a function of its arguments:
 * the moment and the time zone always come from outside.
 */

declare const dayBrand: unique symbol;

/** A calendar day in the proleptic Gregorian calendar, written `YYYY-MM-DD` (ISO 8601). */
export type Day = string & { readonly [dayBrand]: true };

/** Milliseconds since 1970-01-01T00:00Z. */
export type Millis = number;

/** An IANA time zone name, such as `Europe/Zurich`. */
export type Zone = string;

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Reads `YYYY-MM-DD`; null when the text is something else or no such day exists. Every entry that is read
 * passes here, so it is arithmetic of its own rather than an object of Temporal's.
 */
/** No one studies before or after these; a date beyond them is a slip of the hand, or of somebody else's file. */
export const firstYear = 1970;
export const lastYear = 2199;

export function isInReach(on: Day): boolean {
  return on >= `${firstYear}-01-01` && on <= `${lastYear}-12-31`;
}

export function parseDay(text: string): Day | null {
  const parts = isoDay.exec(text);
  if (parts === null) return null;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = (monthLengths[month - 1] ?? 0) + (leap ? 1 : 0);
  return dayOfMonth >= 1 && dayOfMonth <= length ? (text as Day) : null;
}

/** A day known to be valid, for literals in code; throws on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

export const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

/** A stretch of time in which a zone keeps one distance from UTC. */
export interface OffsetSpan {
  readonly zone: Zone;
  /** Milliseconds to add to UTC. */
  readonly offset: Millis;
  /** The first moment inside. */
  readonly from: Millis;
  /** The first moment after it. */
  readonly until: Millis;
}

/** The stretch around `at`, no longer than thirty days each way: time zones change by law too. */
export function offsetSpan(at: Millis, zone: Zone): OffsetSpan {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const offset = moment.offsetNanoseconds / 1e6;
  const next = moment.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  // "previous" leaves out a transition at this very moment; one that is a millisecond later does not.
  const before = Temporal.Instant.fromEpochMilliseconds(at + 1).toZonedDateTimeISO(zone);
  const last =
    before.getTimeZoneTransition("previous")?.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
  const reach = 30 * 86_400_000;
  return { zone, offset, from: Math.max(last, at - reach), until: Math.min(next, at + reach) };
}

/** What decides which day a moment is of. */
export interface LearnersClock {
  readonly timeZone: Zone;
  /** Minutes after midnight at which a day begins; what is done before belongs to the day before. */
  readonly dayStarts: number;
}

/** The calendar's date in `zone` at the moment `at`. */
export function dateAt(at: Millis, zone: Zone): Day {
  return dayAt(at, { timeZone: zone, dayStarts: 0 });
}

/**
 * The learner's day at the moment `at`. Looking a zone up is the dearest part of a short program's start, so a caller
 * that knows the `span` around `at` may say so.
 */
export function dayAt(at: Millis, clock: LearnersClock, span?: OffsetSpan | null): Day {
  const { timeZone, dayStarts } = clock;
  const shift = dayStarts * 60_000;
  // Around a change of the clocks an hour comes twice or not at all; well after it, the clock's reading is enough.
  if (
    span &&
    span.zone === timeZone &&
    span.from + (shift === 0 ? 0 : 2 * dayLength) <= at &&
    at < span.until
  ) {
    return new Date(at + span.offset - shift).toISOString().slice(0, 10) as Day;
  }
  const shown = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .subtract({ minutes: dayStarts })
    .toPlainDate()
    .toString() as Day;
  // The hour that comes twice does not bring a day back that has ended.
  const next = addDays(shown, 1);
  return shift > 0 && dayBegins(next, clock) <= at ? next : shown;
}

/** The first moment of a learner's day: where its clock first shows the time or, where that is skipped, a later one. */
export function dayBegins(
  on: Day,
  { timeZone, dayStarts }: LearnersClock,
  span?: OffsetSpan | null,
): Millis {
  if (span?.zone === timeZone) {
    const known = midnightOf(on) + dayStarts * 60_000 - span.offset;
    if (span.from + 2 * dayLength <= known && known < span.until) return known;
  }
  const wall = Temporal.PlainDate.from(on).toPlainDateTime().add({ minutes: dayStarts });
  const before = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (before.toPlainDateTime().equals(wall)) return before.epochMilliseconds;
  return before.getTimeZoneTransition("next")?.epochMilliseconds ?? before.epochMilliseconds;
}

const dayLength = 86_400_000;

/** The wall-clock time in `zone` at the moment `at`, as `HH:MM`. */
export function timeAt(at: Millis, zone: Zone, span?: OffsetSpan | null): string {
  if (span?.zone === zone && span.from <= at && at < span.until) {
    return new Date(at + span.offset).toISOString().slice("2026-11-26T".length, -":00.000Z".length);
  }
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}

/**
 * The moment at which the clocks in `zone` show `time` (`HH:MM`) on `on`. A time that daylight saving skips
 * is moved forward by the gap; a time that occurs twice means its first occurrence.
 */
export function momentOf(on: Day, time: string, zone: Zone): Millis {
  return Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

/** The moment at which the clocks show `time` in a learner's day: one that begins at four has its 01:30 at its end. */
export function momentIn(on: Day, time: string, { timeZone, dayStarts }: LearnersClock): Millis {
  const [hours, minutes] = time.split(":").map(Number);
  const early = (hours ?? 0) * 60 + (minutes ?? 0) < dayStarts;
  return momentOf(early ? addDays(on, 1) : on, time, timeZone);
}

/** One of the moments at which the clocks show a time, and how far they are from UTC then, as `+02:00`. */
export interface Shown {
  readonly at: Millis;
  readonly offset: string;
}

/** When the clocks in `zone` show `time` on `on`: once, twice where they go back over it, never where they skip it. */
export function shownAt(on: Day, time: string, zone: Zone): readonly Shown[] {
  const wall = Temporal.PlainDateTime.from(`${on}T${time}`);
  const both = (["earlier", "later"] as const)
    .map((disambiguation) => wall.toZonedDateTime(zone, { disambiguation }))
    .filter((moment) => moment.toPlainDateTime().equals(wall))
    .map(({ epochMilliseconds: at, offset }) => ({ at, offset }));
  return both.length === 2 && both[0]?.at === both[1]?.at ? both.slice(1) : both;
}

/** Whether `zone` is a time zone that this program knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/*
 * A look at the plan counts hundreds of days; a day of ISO 8601 is a number of days to `Date`, which costs a short
 * program a tenth of what Temporal's objects do.
 */
function midnightOf(on: Day): Millis {
  return Date.parse(on);
}

export function addDays(from: Day, days: number): Day {
  return utcDay(midnightOf(from) + days * dayLength);
}

/** The day in Greenwich, for what is no learner's day. */
export function utcDay(at: Millis): Day {
  return new Date(at).toISOString().slice(0, -"T00:00:00.000Z".length) as Day;
}

/** `months` later; a day that the month lacks becomes its last one. */
export function addMonths(from: Day, monthsLater: number): Day {
  return Temporal.PlainDate.from(from).add({ months: monthsLater }).toString() as Day;
}

/** The first of several days; ISO days sort as text. */
export function earliest(first: Day, ...others: readonly Day[]): Day {
  return [first, ...others].sort()[0] as Day;
}

export function latest(first: Day, ...others: readonly Day[]): Day {
  return [first, ...others].sort().at(-1) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (midnightOf(to) - midnightOf(from)) / dayLength;
}

export function weekdayOf(on: Day): Weekday {
  return weekdays[(new Date(midnightOf(on)).getUTCDay() + 6) % 7] as Weekday;
}

/** The first day on or after `from` that falls on `weekday`. */
export function nextWeekday(from: Day, weekday: Weekday): Day {
  const ahead = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(from)) + 7) % 7;
  return addDays(from, ahead);
}

/** How days stand in sentences: as the terminal writes them, or as the reader's screen does. */
export type SayDay = (on: Day) => string;

/** A day for a sentence: `14 March 2027`. */
export function sayDay(on: Day): string {
  const { day: dayOfMonth, month, year } = Temporal.PlainDate.from(on);
  const name = months[month - 1] ?? "";
  return `${dayOfMonth} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}
