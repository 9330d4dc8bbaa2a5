/** The days of a table or a log, read together: what one cell leaves open another may settle. */
import { addDays, type Day, daysBetween, months, parseDay } from "../../core/time/calendar.ts";
import { readWrittenDay } from "../../core/time/written.ts";
import { inOurDays, saysDayFirst } from "./foreign-days.ts";
import type { SaidDay } from "./reading.ts";

export type ReadDayCell =
  | { readonly ok: true; readonly day: SaidDay }
  | { readonly ok: false; readonly reason: string };

const counted = /^\W*(?:day|d|tag|jour|día)?\s*#?(\d{1,4})\W*$/iu;

/** `today` bounds what a day without a year may be: what was done is not ahead. */
export function readDays(cells: readonly string[], today: Day): readonly ReadDayCell[] {
  const order = orderOf(cells);
  let before: Day | null = null;
  return cells.map((cell): ReadDayCell => {
    const read = readDayCell(cell, order, today, before);
    if (read.ok && read.day.is === "day") before = read.day.on;
    return read;
  });
}

/** Whether the column's strokes stand in the order of Europe or of America, where any cell of it tells. */
function orderOf(cells: readonly string[]): "day first" | "month first" | null {
  const pairs = cells.flatMap((cell) => {
    const found = /^\D*(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?\D*$/.exec(cell.trim());
    return found === null ? [] : [[Number(found[1]), Number(found[2])] as const];
  });
  const dayFirst = pairs.some(([first]) => first > 12) || cells.some(saysDayFirst);
  const monthFirst = pairs.some(([, second]) => second > 12);
  if (dayFirst !== monthFirst) return dayFirst ? "day first" : "month first";
  if (dayFirst || pairs.length < 3) return null;
  // Of a log day by day the number that changes is the day.
  const changes = (at: 0 | 1) => new Set(pairs.map((pair) => pair[at])).size;
  if (changes(0) > 2 * changes(1)) return "day first";
  return changes(1) > 2 * changes(0) ? "month first" : null;
}

function readDayCell(
  cell: string,
  order: ReturnType<typeof orderOf>,
  today: Day,
  before: Day | null,
): ReadDayCell {
  const said = cell
    .replace(/[*_`]/g, "")
    .replace(/^\s*day\s*\d+\s*[:(–—-]\s*(?=.*\d)/i, "")
    .replace(/[)\s]+$/, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?=.*\d)/i, "")
    .replace(/\s*\((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$/i, "")
    .replace(/,?\s+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$/i, "")
    .trim();
  const text = inOurDays(said);
  const day = (on: Day): ReadDayCell =>
    on > addDays(today, 1)
      ? { ok: false, reason: `${on} is in the future` }
      : { ok: true, day: { is: "day", on } };
  const written = readWrittenDay(text);
  if (written.is === "day") return day(written.on);
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{2}|\d{4}))?\.?$/.exec(text);
  if (numeric !== null) {
    const [, a = "", mark = "", b = "", year] = numeric;
    const way = mark === "." ? "day first" : order;
    const both = a === b;
    if (way === null && !both) {
      return {
        ok: false,
        reason: `"${text}" may be day and month in either order; write it as 2026-11-23`,
      };
    }
    const [dayOf, month] = way === "month first" ? [b, a] : [a, b];
    return withYear(Number(dayOf), Number(month), year, text, today, before, day);
  }
  const worded =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(\p{L}{3,12})\.?$/iu.exec(text) ??
    /^(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?$/iu.exec(text);
  if (worded !== null) {
    const [, one = "", two = ""] = worded;
    const [digits, word] = /^\d/.test(one) ? [one, two] : [two, one];
    const month = months.findIndex((name) =>
      name.startsWith(
        word
          .toLowerCase()
          .slice(0, 4)
          .replace(/^sept$/, "sep"),
      ),
    );
    if (month >= 0) return withYear(Number(digits), month + 1, undefined, text, today, before, day);
  }
  const number = counted.exec(text);
  if (number !== null) return { ok: true, day: { is: "counted", day: Number(number[1]) } };
  if (written.is === "fault") return { ok: false, reason: written.message.replace(/\.$/, "") };
  return { ok: false, reason: text === "" ? "it names no day" : `"${text}" is no day` };
}

/** Without a year the last such day before today, or the next after the line above. */
function withYear(
  dayOfMonth: number,
  month: number,
  year: string | undefined,
  text: string,
  today: Day,
  before: Day | null,
  day: (on: Day) => ReadDayCell,
): ReadDayCell {
  const two = (value: number) => String(value).padStart(2, "0");
  const of = (full: number) => parseDay(`${full}-${two(month)}-${two(dayOfMonth)}`);
  const current = Number(today.slice(0, 4));
  if (year !== undefined) {
    const on = of(year.length === 2 ? 2000 + Number(year) : Number(year));
    return on === null ? { ok: false, reason: `"${text}" is a day that no calendar has` } : day(on);
  }
  const near =
    before === null
      ? null
      : [Number(before.slice(0, 4)), Number(before.slice(0, 4)) + 1]
          .map(of)
          .find(
            (on) => on !== null && on >= before && on <= today && daysBetween(before, on) < 120,
          );
  const on = near ?? [current, current - 1].map(of).find((one) => one !== null && one <= today);
  return on == null ? { ok: false, reason: `"${text}" is a day that no calendar has` } : day(on);
}
