/** Sessions from tables: Toggl's and Clockify's exports, study's own, and any with a date and a time. */
import { parse } from "csv-parse/sync";
import type { Millis } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import { readDays } from "../markdown/read-days.ts";
import type { Left } from "../markdown/reading.ts";
import { hoursIn } from "../markdown/times.ts";
import { type Columns, columnsOf } from "../session-columns.ts";
import { foundSessions, type Stretch } from "../sessions.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "table of sessions (Toggl, Clockify, or any with dates and times)",
  detects: ({ name }) => /\.csv$/i.test(name),
  read: readTables,
};

type Row = readonly string[];

/** Zotero's own table, and others of libraries. */
function citesPapers(head: Row): boolean {
  const names = head.map((name) => name.toLowerCase());
  return (
    names.includes("title") && ["author", "authors", "doi"].some((name) => names.includes(name))
  );
}

function readTables({ bytes, today }: GivenFile): ReadFile {
  const text = textOf(bytes);
  if (text === null) return { ok: false, fault: "can't be read: it is not UTF-8 text" };
  const rows = rowsIn(text);
  const [head, ...body] = rows ?? [];
  if (head === undefined)
    return { ok: false, fault: "is not a table with commas, semicolons or tabs" };
  const columns = columnsOf(head);
  if (columns === null) {
    return {
      ok: false,
      fault: citesPapers(head)
        ? "is a list of papers; export it as BibTeX (.bib), which study reads"
        : "is not a table of sessions: its first line must name a column of days (date, start date) and one of times (hours, minutes, duration, or start and end)",
    };
  }
  const days = readDays(
    body.map((row) => (row[columns.date] ?? "").split(/[T ]/)[0] ?? ""),
    today,
  );
  const stretches: Stretch[] = [];
  const left: Left[] = [];
  const seen = new Map<string, number>();
  body.forEach((row, index) => {
    const line = index + 2 + (/^\ufeff?sep=/i.test(text) ? 1 : 0);
    const tell = (reason: string) =>
      left.push({ line, kind: "hours", text: row.join(", ").slice(0, 80), reason });
    const day = days[index];
    if (day === undefined || !day.ok || day.day.is !== "day") {
      tell(day === undefined || day.ok ? "it names no day" : day.reason);
      return;
    }
    const time = timeIn(row, columns);
    const minutes = minutesIn(row, columns);
    if (minutes === null) {
      tell("its time can't be read; write 1.5, 1h30 or 1:30");
      return;
    }
    if (minutes === 0) return;
    const what = columns.words
      .map((at) => row[at] ?? "")
      .filter((word) => word !== "")
      .join("; ");
    const start = time === "" ? day.day.on : `${day.day.on} ${time}`;
    const at = momentIn(row[columns.time]) ?? momentIn(row[columns.date]);
    const said = columns.id >= 0 && row[columns.id] ? `id ${row[columns.id]}` : `${start} ${what}`;
    const nth = seen.get(said) ?? 0;
    seen.set(said, nth + 1);
    stretches.push({ line, key: `${said}#${nth}`, start: at ?? start, minutes, what });
  });
  return { ok: true, found: foundSessions(columns.tool, stretches, left) };
}

function rowsIn(given: string): readonly Row[] | null {
  // Excel's own line says what stands between the cells.
  const text = given.replace(/^\ufeff?sep=.\r?\n/i, "");
  const first = text.slice(0, text.indexOf("\n") < 0 ? undefined : text.indexOf("\n"));
  if (first.length > 5000) return null;
  const delimiter =
    [",", ";", "\t"].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ",";
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    });
  } catch {
    return null;
  }
}

/** A clock's time as it stands in a cell: `9:05`, `09:05:00 AM`. */
const clock = /\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?/i;
/** A point in time with its zone; without one a time is of the learner's. */
const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2}|\bUTC)$/i;

function momentIn(cell: string | undefined): Millis | null {
  const said = (cell ?? "").trim();
  if (!zoned.test(said)) return null;
  const at = Date.parse(said.replace(" UTC", "Z").replace(/^(\S+) (?=\d)/, "$1T"));
  return Number.isNaN(at) ? null : at;
}

function timeIn(row: Row, { time }: Columns): string {
  return time < 0 ? "" : (clock.exec(row[time] ?? "")?.[0] ?? "");
}

/** Minutes after midnight. */
function minuteOf(said: string): number | null {
  const [, hours = "", minutes = "", half] =
    /^(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?/i.exec(said.trim()) ?? [];
  if (hours === "" || Number(minutes) > 59) return null;
  const hour =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  return hour > 24 ? null : hour * 60 + Number(minutes);
}

function minutesIn(row: Row, columns: Columns): Minutes | null {
  const said = columns.duration < 0 ? "" : (row[columns.duration] ?? "");
  if (said !== "") {
    if (columns.unit !== "seconds") return hoursIn(said, columns.unit);
    const seconds = Number(said.replace(",", "."));
    return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds / 60) : null;
  }
  const [start, end] = [momentIn(row[columns.time]), momentIn(row[columns.end])];
  if (start !== null && end !== null)
    return end < start ? null : Math.round((end - start) / 60_000);
  const from = minuteOf(timeIn(row, columns));
  const to = minuteOf(clock.exec(row[columns.end] ?? "")?.[0] ?? "");
  if (from === null || to === null) return null;
  // A session that ends before it began ended after midnight.
  return to >= from ? to - from : to + 24 * 60 - from;
}
