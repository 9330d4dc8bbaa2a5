/** Days and amounts in the reader's own manner. */
import type { Day } from "../core/calendar.ts";

const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const weekdayFormat = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const hoursFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

export function longDay(on: Day): string {
  return dayFormat.format(new Date(`${on}T00:00Z`));
}

export function shortDay(on: Day): string {
  return weekdayFormat.format(new Date(`${on}T00:00Z`));
}

export function hoursText(minutes: number): string {
  return hoursFormat.format(minutes / 60);
}

/** `1:05:09` for a running clock. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
