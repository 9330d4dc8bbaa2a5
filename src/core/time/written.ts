/**
 * Days and moments as people write them. What can be read in two ways is refused with both readings, never guessed;
 * the terminal, TRACKER.md and imports read with this alone.
 */
import {
  type Day,
  firstYear,
  isInReach,
  lastYear,
  type Millis,
  momentOf,
  months,
  parseDay,
  type SayDay,
  sayDay,
  shownAt,
  timeAt,
  weekdayOf,
  weekdays,
  type Zone,
} from "./calendar.ts";

export type ReadDay =
  | { readonly is: "day"; readonly on: Day }
  /** A date, and what keeps it from being one day. A whole sentence. */
  | { readonly is: "fault"; readonly message: string }
  /** Not a date in any of these forms; it may be words, such as `yesterday`. */
  | { readonly is: "other" };

export type ReadMoment =
  | { readonly is: "moment"; readonly at: Millis }
  | { readonly is: "day"; readonly on: Day }
  | Exclude<ReadDay, { readonly is: "day" }>;

export const dayForms = "write it as 2026-11-23 or 23 November 2026";

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/;
const yearLast = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{1,5})$/;
/** A date in digits among other words, or without its year: `24/11`, `3.4.`, `on 3.4.26`. Not `2.5 hours`. */
const numeric =
  /(?<![\d:.,])(?:\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,5})?(?![\d:])|\d{1,4}\.\s?\d{1,2}\.(?:\s?\d{1,5})?(?!\d)|^\d{1,2}\.\d{1,2}$)/;
const dayMonth = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4})$/iu;
const monthDay = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const yearMonthDay = /^(\d{4}),?[\s-]+(\p{L}+)\.?[\s-]+(\d{1,2})$/iu;

const other: ReadDay = { is: "other" };

/** Reads a day that is written in full; `said` is quoted where it can't be one. */
export function readWrittenDay(text: string, say: SayDay = sayDay): ReadDay {
  const said = text.trim();
  const [, name = "", rest = said] =
    /^(\p{L}+day|\p{L}{3})\.?,?\s+(?=\S*\d)(.*)$/iu.exec(said) ?? [];
  const weekday = weekdays.find((one) => name.length >= 3 && one.startsWith(name.toLowerCase()));
  const read = readDate(weekday === undefined ? said : rest, said, say);
  if (weekday === undefined || read.is !== "day" || weekdayOf(read.on) === weekday) return read;
  const real = weekdayOf(read.on);
  return fault(
    `"${said}" can't be: ${say(read.on)} is a ${real[0]?.toUpperCase()}${real.slice(1)}.`,
  );
}

function readDate(text: string, said: string, say: SayDay): ReadDay {
  const [, y1, , m1, d1] = yearFirst.exec(text) ?? [];
  if (y1 !== undefined) return dayOf(said, Number(y1), Number(m1), Number(d1));
  const [, first, mark, second, year] = yearLast.exec(text) ?? [];
  if (first !== undefined && mark !== undefined && year !== undefined) {
    return numericDay(said, mark, Number(first), Number(second), year, say);
  }
  const [, d2, w2 = "", y2] = dayMonth.exec(text) ?? [];
  if (y2 !== undefined) return worded(said, Number(y2), w2, Number(d2));
  const [, w3 = "", d3, y3] = monthDay.exec(text) ?? [];
  if (y3 !== undefined) return worded(said, Number(y3), w3, Number(d3));
  const [, y4, w4 = "", d4] = yearMonthDay.exec(text) ?? [];
  return y4 === undefined ? other : worded(said, Number(y4), w4, Number(d4));
}

/** Dots stand between day, month and year everywhere. Strokes and hyphens stand in two orders. */
function numericDay(
  said: string,
  mark: string,
  first: number,
  second: number,
  year: string,
  say: SayDay,
): ReadDay {
  if (year.length !== 4) {
    return fault(
      `"${said}" has a year of ${year.length === 1 ? "one digit" : `${year.length} digits`}; write all four, as in 2026-11-23.`,
    );
  }
  const dayFirst = dayOf(said, Number(year), second, first);
  if (mark === "." || first === second) return dayFirst;
  const monthFirst = dayOf(said, Number(year), first, second);
  if (dayFirst.is !== "day") return monthFirst.is === "day" ? monthFirst : dayFirst;
  if (monthFirst.is !== "day") return dayFirst;
  return fault(
    `"${said}" may be ${say(dayFirst.on)} or ${say(monthFirst.on)}; write ${dayFirst.on} or ${monthFirst.on}.`,
  );
}

function worded(said: string, year: number, word: string, dayOfMonth: number): ReadDay {
  const lower = word.toLowerCase();
  const found =
    lower.length < 3
      ? -1
      : months.findIndex((name) => name.startsWith(lower === "sept" ? "sep" : lower));
  return found < 0 ? other : dayOf(said, year, found + 1, dayOfMonth);
}

function dayOf(said: string, year: number, month: number, dayOfMonth: number): ReadDay {
  const two = (value: number) => String(value).padStart(2, "0");
  const on = parseDay(`${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`);
  if (on === null) return fault(`"${said}" is a day that no calendar has; ${dayForms}.`);
  const beyond = yearFault(on);
  return beyond === null ? { is: "day", on } : fault(beyond);
}

/** Why a day lies beyond all plans; null where it does not. */
export function yearFault(on: Day): string | null {
  if (isInReach(on)) return null;
  return `The year ${Number(on.slice(0, 4))} is out of range: dates run from ${firstYear} to ${lastYear}.`;
}

function fault(message: string): ReadDay {
  return { is: "fault", message };
}

const clock =
  /^(?<on>.*?\d|\p{L}.*?)(?:T|,?\s+(?:at\s+)?)(?<hour>\d{1,2})(?:[:h.](?<minute>\d{2}))?(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>z|[+-]\d{2}(?::?\d{2})?)?$/iu;

/** A day in full, with a time of day where one stands behind it. `Z` and offsets are honoured. */
export function readWrittenMoment(text: string, zone: Zone): ReadMoment {
  const said = text.trim();
  const parts = clock.exec(said)?.groups;
  // "2 pm" is a time; a number alone may be anything.
  if (parts === undefined || (parts.minute === undefined && parts.half === undefined)) {
    return numericAlone(readWrittenDay(said), said);
  }
  const read = readWrittenDay(parts.on ?? "");
  if (read.is !== "day") return numericAlone(read, said);
  const time = timeOf(parts);
  if (time === null)
    return {
      is: "fault",
      message: `"${said}" has no time of day that a clock shows; write 14:05.`,
    };
  if (parts.zone === undefined) return momentShown(said, read.on, time, zone);
  const at = Date.parse(`${read.on}T${time}${offsetOf(parts.zone)}`);
  if (Number.isNaN(at))
    return {
      is: "fault",
      message: `"${said}" ends in an offset that no clock has; write +02:00 or Z.`,
    };
  return { is: "moment", at };
}

/** The moment at which the clocks show a time, where there is one and no other. `time` is `HH:MM` or `HH:MM:SS`. */
export function momentShown(
  said: string,
  on: Day,
  time: string,
  zone: Zone,
): Exclude<ReadMoment, { readonly is: "day" | "other" }> {
  const [first, second] = shownAt(on, time, zone);
  if (first === undefined) {
    const later = timeAt(momentOf(on, time, zone), zone);
    return {
      is: "fault",
      message: `"${said}" does not exist: the clocks go forward over it; write ${on} ${later}.`,
    };
  }
  if (second === undefined) return { is: "moment", at: first.at };
  return {
    is: "fault",
    message: `"${said}" comes twice, as the clocks go back; write ${on}T${time}${first.offset} or ${on}T${time}${second.offset}.`,
  };
}

/** A date in digits is read here or not at all: what reads words would take it for an American one. */
function numericAlone(read: ReadDay, said: string): ReadMoment {
  if (read.is !== "other" || !numeric.test(said)) return read;
  const date = readWrittenDay(/^\S+(?=\s)/.exec(said)?.[0] ?? "");
  if (date.is === "fault") return date;
  if (date.is === "day") {
    return {
      is: "fault",
      message: `"${said}" has no time of day that can be read behind the date; write ${date.on} 14:05.`,
    };
  }
  return {
    is: "fault",
    message: `"${said}" is not a date that can be read in one way alone; ${dayForms}.`,
  };
}

function timeOf({
  hour,
  minute = "00",
  second,
  half,
}: Record<string, string | undefined>): string | null {
  const twelve = half?.toLowerCase()[0];
  const said = Number(hour);
  if (Number(minute) > 59 || Number(second ?? 0) > 59 || said > (twelve ? 12 : 23)) return null;
  if (twelve && said === 0) return null;
  const hours = twelve ? (said % 12) + (twelve === "p" ? 12 : 0) : said;
  return `${String(hours).padStart(2, "0")}:${minute}${second === undefined ? "" : `:${second}`}`;
}

function offsetOf(zone: string): string {
  if (/^z$/i.test(zone)) return "Z";
  const [, hours = "", minutes = "00"] = /^([+-]\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return `${hours}:${minutes}`;
}
