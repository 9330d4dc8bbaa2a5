/**
 * Days are written as the terminal and TRACKER.md write them, `20 January 2027`: one plan, one way to say its days.
 * Numbers, times of day and the week's first day are those of the learner's region, in English. Amounts of time are
 * those of `sayDuration`, on the page and in the terminal.
 */
import type { Day } from "../core/time/calendar.ts";

const locale = "en-GB";

/** English as it is written where the learner is: `en-CH` in Zürich, whatever language the browser speaks. */
export function regional(languages: readonly string[]): Intl.Locale {
  const english = languages.find((language) => /^en-/.test(language));
  if (english !== undefined) return new Intl.Locale(english);
  const region = new Intl.Locale(languages[0] ?? locale).maximize().region;
  return new Intl.Locale(region === undefined ? locale : `en-${region}`);
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

const dayFormat = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const weekdayFormat = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const spanFormat = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const monthFormat = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });

export function longDay(on: Day): string {
  return dayFormat.format(new Date(`${on}T00:00Z`));
}

export function shortDay(on: Day): string {
  return weekdayFormat.format(new Date(`${on}T00:00Z`));
}

/** `22–28 Nov`, `29 Nov – 5 Dec`. */
export function daySpan(from: Day, to: Day): string {
  return spanFormat.formatRange(new Date(`${from}T00:00Z`), new Date(`${to}T00:00Z`));
}

export function monthName(on: Day): string {
  return monthFormat.format(new Date(`${on}T00:00Z`));
}

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

export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(region, { hour: "2-digit", minute: "2-digit" }).format(at);
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
