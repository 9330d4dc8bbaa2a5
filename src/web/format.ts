/**
 * Days, numbers, times of day and the week's first day are written as in the learner's region, in English: whatever
 * the page shows goes through here. The terminal and TRACKER.md have one form of their own. Amounts of time are those
 * of `sayDuration`, on the page and in the terminal.
 */
import {
  type Day,
  dateAt,
  type Millis,
  type SayDay,
  timeAt,
  type Zone,
} from "../core/time/calendar.ts";

const locale = "en-GB";

/** English as it is written where the learner is: `en-CH` in Zürich, whatever language the browser speaks. */
export function regional(languages: readonly string[]): Intl.Locale {
  const known = languages.flatMap((language) => localeOf(language) ?? []);
  const english = known.find(({ language, region }) => language === "en" && region !== undefined);
  if (english !== undefined) return english;
  const region = known[0]?.maximize().region;
  return new Intl.Locale(region === undefined ? locale : `en-${region}`);
}

/** Browsers pass on what a system calls its language: `en-US@posix`, `de_CH.UTF-8`, `c`. Null for what is no language. */
function localeOf(said: string): Intl.Locale | null {
  try {
    return new Intl.Locale(said.replace(/[.@].*$/, "").replaceAll("_", "-"));
  } catch {
    return null;
  }
}

const region = regional(globalThis.navigator?.languages ?? [locale]);

/** 0 for Monday, 6 for Sunday. A browser that does not know begins on Monday. */
export function firstWeekday(of: Intl.Locale = region): number {
  const known = of as Intl.Locale & {
    readonly getWeekInfo?: () => { readonly firstDay: number };
    readonly weekInfo?: { readonly firstDay: number };
  };
  return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1) - 1;
}

/** How a region writes days. */
export interface DayWords {
  /** `20 January 2027`, `January 20, 2027`. */
  readonly long: SayDay;
  /** `Wednesday 20 Jan`, `Wednesday, Jan 20`. */
  readonly short: SayDay;
  /** `22–28 Nov`, `29 Nov – 5 Dec`. */
  readonly span: (from: Day, to: Day) => string;
  /** `Jan`. */
  readonly month: SayDay;
}

export function dayWordsOf(of: Intl.Locale): DayWords {
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(of, { ...parts, calendar: "gregory", timeZone: "UTC" });
  const at = (on: Day) => new Date(`${on}T00:00Z`);
  const long = format({ day: "numeric", month: "long", year: "numeric" });
  const short = format({ weekday: "long", day: "numeric", month: "short" });
  const span = format({ day: "numeric", month: "short" });
  const month = format({ month: "short" });
  return {
    long: (on) => long.format(at(on)),
    short: (on) => short.format(at(on)),
    span: (from, to) => span.formatRange(at(from), at(to)),
    month: (on) => month.format(at(on)),
  };
}

const days = dayWordsOf(region);
export const longDay = days.long;
export const shortDay = days.short;
export const daySpan = days.span;
export const monthName = days.month;

/** `1:05:09` for a running clock. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const steps = [
  { unit: "minute", length: 60_000, until: 90 },
  { unit: "hour", length: 3_600_000, until: 36 },
  { unit: "day", length: 86_400_000, until: 60 },
  { unit: "month", length: 30.44 * 86_400_000, until: 18 },
  { unit: "year", length: 365.25 * 86_400_000, until: Number.POSITIVE_INFINITY },
] as const;

/** A stretch of time in its fitting unit: `10 min`, `4 days`, `2.5 months`. */
export function intervalText(milliseconds: number): string {
  const step = steps.find(({ length, until }) => milliseconds / length < until) ?? steps[4];
  const value = Math.max(1, milliseconds / step.length);
  if (step.unit === "minute" || step.unit === "hour") {
    return `${Math.round(value)} ${step.unit === "minute" ? "min" : "h"}`;
  }
  return new Intl.NumberFormat(region, {
    style: "unit",
    unit: step.unit,
    unitDisplay: "long",
    maximumFractionDigits: step.unit === "day" ? 0 : 1,
  }).format(value);
}

const timeFormat = new Intl.DateTimeFormat(region, {
  hour: "numeric",
  minute: "2-digit",
  timeZone: "UTC",
});

/** `19:05`, `7:05 PM`: a moment's time of day in the learner's zone, which need not be the browser's. */
export function clockTime(at: Millis, zone: Zone): string {
  return timeFormat.format(new Date(`1970-01-01T${timeAt(at, zone)}Z`));
}

/** `20 January 2027, 19:05`. */
export function longMoment(at: Millis, zone: Zone): string {
  return `${longDay(dateAt(at, zone))}, ${clockTime(at, zone)}`;
}

export function percentText(share: number): string {
  return new Intl.NumberFormat(region, { style: "percent" }).format(share);
}

const wholeFormat = new Intl.NumberFormat(region, { maximumFractionDigits: 0 });
const ratioFormat = new Intl.NumberFormat(region, { maximumSignificantDigits: 2 });

/** A figure with its thousands apart: `49,152`. What is short, or scaled by a letter, stays. */
export function grouped(figure: string): string {
  return figure.replace(/(?<![\d.,])\d{5,}(?![\d.,A-Za-z])/g, (digits) =>
    wholeFormat.format(Number(digits)),
  );
}

export function ratioText(ratio: number): string {
  return ratioFormat.format(ratio);
}
