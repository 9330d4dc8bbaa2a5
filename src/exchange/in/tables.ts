/** Sessions from tables: Toggl's and Clockify's exports, study's own, and any with a date and a time. */
import { parse } from "csv-parse/sync";
import { plainName } from "../../core/content/names.ts";
import type { Minutes } from "../../core/time/duration.ts";
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import { readDays } from "../markdown/read-days.ts";
import type { Left } from "../markdown/reading.ts";
import { hoursIn } from "../markdown/times.ts";
import { foundSessions, type Stretch } from "../sessions.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "table of sessions (Toggl, Clockify, or any with dates and times)",
  detects: ({ name }) => /\.csv$/i.test(name),
  read: readTables,
};

type Row = readonly string[];

/** Which columns hold what; -1 for none. */
interface Columns {
  readonly tool: "toggl" | "clockify" | "csv";
  readonly date: number;
  readonly time: number;
  readonly endDate: number;
  readonly end: number;
  readonly duration: number;
  readonly unit: "hours" | "minutes";
  readonly id: number;
  readonly words: readonly number[];
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
      fault:
        "is not a table of sessions: its first line must name a column of days (date, start date) and one of times (hours, minutes, duration, or start and end)",
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
    const line = index + 2;
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
    const said = columns.id >= 0 && row[columns.id] ? `id ${row[columns.id]}` : `${start} ${what}`;
    const nth = seen.get(said) ?? 0;
    seen.set(said, nth + 1);
    stretches.push({ line, key: `${said}#${nth}`, start, minutes, what });
  });
  return { ok: true, found: foundSessions(columns.tool, stretches, left) };
}

function rowsIn(text: string): readonly Row[] | null {
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

function columnsOf(head: Row): Columns | null {
  const names = head.map((name) => plainName(name));
  const find = (...wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
  const date = find("startdate", "date", "day", "datum", "started", "start", "startedat", "from");
  const time =
    names[date] === "start" || names[date] === "started" || names[date] === "startedat"
      ? date
      : find("starttime", "start", "from");
  const minutes = find("minutes", "mins", "min", "durationmin", "durationminutes");
  const hours = find(
    "duration",
    "durationh",
    "hours",
    "hrs",
    "time",
    "timespent",
    "durationdecimal",
    "totalhours",
    "timeh",
  );
  const end = find("endtime", "end", "stop", "stoptime", "to", "until", "ended");
  if (date < 0 || (minutes < 0 && hours < 0 && end < 0)) return null;
  const words = names.flatMap((name, at) =>
    [
      "description",
      "project",
      "task",
      "what",
      "topic",
      "paper",
      "tags",
      "title",
      "note",
      "notes",
      "activity",
      "subject",
      "comment",
    ].includes(name)
      ? [at]
      : [],
  );
  const clockify = names.includes("durationdecimal") || names.includes("durationh");
  const toggl = !clockify && names.includes("startdate") && names.includes("enddate");
  return {
    tool: clockify ? "clockify" : toggl ? "toggl" : "csv",
    date,
    time,
    endDate: find("enddate", "stopdate"),
    end,
    duration: minutes >= 0 ? minutes : hours,
    unit: minutes >= 0 ? "minutes" : "hours",
    id: find("id", "entryid", "timeentryid"),
    words,
  };
}

function timeIn(row: Row, { time }: Columns): string {
  const said = time < 0 ? "" : (row[time] ?? "");
  return /\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?/i.exec(said)?.[0] ?? "";
}

function minutesIn(row: Row, columns: Columns): Minutes | null {
  if (columns.duration >= 0) return hoursIn(row[columns.duration] ?? "", columns.unit);
  const [from, to] = [
    timeIn(row, columns),
    /\d{1,2}:\d{2}/.exec(row[columns.end] ?? "")?.[0] ?? "",
  ].map((said) => {
    const [hour, minute] = said.split(":");
    return minute === undefined ? null : Number(hour) * 60 + Number.parseInt(minute, 10);
  });
  if (from == null || to == null) return null;
  // A session that ends before it began ended after midnight.
  return to >= from ? to - from : to + 24 * 60 - from;
}
