/** A table's rows as papers, tasks or days. */
import { type Day, weekdays } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import { isSum, kindOf, type Role } from "./columns.ts";
import { firstOfSpan } from "./foreign-days.ts";
import { arxivAlone, arxivIn } from "./links.ts";
import { marksIn, type State, stateOfBox, stateOfCell, stateOfWord } from "./marks.ts";
import type { Said, TablePiece } from "./pieces.ts";
import { readDays } from "./read-days.ts";
import type {
  CountedKind,
  Finding,
  Left,
  PaperFound,
  SaidDay,
  SessionFound,
  TableFound,
} from "./reading.ts";
import { hoursIn, saysNoTime } from "./times.ts";
import { unitOf } from "./units.ts";

export interface TableRead {
  readonly findings: readonly Finding[];
  readonly counts: Partial<Record<CountedKind, number>>;
  readonly left: readonly Left[];
  readonly table: TableFound;
}

/** What the rows of one table gather. */
interface Gathered {
  readonly findings: Finding[];
  readonly left: Left[];
  hours: number;
  papers: number;
}

export function readTable(piece: TablePiece, today: Day): TableRead {
  const grid = gridOf(piece, today);
  if (grid !== null) return grid;
  const kind = kindOf(piece);
  const gathered: Gathered = { findings: [], left: [], hours: 0, papers: 0 };
  const rows = piece.rows.filter((row) => row.some(({ text }) => text.trim() !== ""));
  switch (kind.is) {
    case "papers":
      readPapers(rows, kind.roles, today, gathered);
      break;
    case "tasks":
      readTasks(rows, kind.roles, today, gathered);
      break;
    case "log":
      readLog(rows, kind.roles, today, gathered);
      break;
    case "weeks":
      readWeeks(rows, kind.roles, gathered);
      break;
    case "kanban":
      readKanban(piece.head, rows, gathered);
      break;
    case "figures":
      break;
    case "unknown": {
      const names = piece.head.map(({ text }) => `"${text.slice(0, 30)}"`).join(", ");
      for (const row of rows) {
        gathered.left.push({
          line: lineOf(row, piece.line),
          kind: "row",
          text: row[0]?.text.slice(0, 80) ?? "",
          reason: `none of the columns ${names} names a paper, a task or a day with its time`,
        });
      }
      break;
    }
    default:
      kind satisfies never;
  }
  const { findings, left, hours, papers } = gathered;
  return {
    findings,
    left,
    counts: { row: rows.length, hours, paper: papers },
    table: {
      is: kind.is,
      line: piece.line,
      start: piece.start,
      end: piece.end,
      lines: rows.map((row) => lineOf(row, piece.line)),
    },
  };
}

function lineOf(row: readonly Said[], table: number): number {
  return row[0]?.line ?? table;
}

/** Reads a cell of time; counts it, and tells it where it is none. */
function timeIn(
  cell: Said | undefined,
  unit: "hours" | "minutes",
  gathered: Gathered,
): Minutes | null {
  if (cell === undefined || saysNoTime(cell.text)) return null;
  gathered.hours += 1;
  const minutes = hoursIn(cell.text, unit);
  if (minutes === null) {
    gathered.left.push({
      line: cell.line,
      kind: "hours",
      text: cell.text.slice(0, 60),
      reason: "is not a time; write 1.5, 1h30 or 1:30",
    });
  }
  return minutes;
}

function cellsOf(row: readonly Said[], roles: readonly Role[]): (role: Role) => Said | undefined {
  return (role) => {
    const at = roles.indexOf(role);
    return at < 0 ? undefined : row[at];
  };
}

/** The day in a column of days on which something was done; what is none is no more than a remark. */
function doneDays(rows: readonly (readonly Said[])[], roles: readonly Role[], today: Day) {
  const at = roles.includes("done date") ? roles.indexOf("done date") : roles.indexOf("date");
  if (at < 0) return rows.map(() => null);
  return readDays(
    rows.map((row) => row[at]?.text ?? ""),
    today,
  ).map((read) => (read.ok && read.day.is === "day" ? read.day.on : null));
}

function readPapers(
  rows: readonly (readonly Said[])[],
  roles: readonly Role[],
  today: Day,
  gathered: Gathered,
): void {
  const days = doneDays(rows, roles, today);
  rows.forEach((row, index) => {
    const cell = cellsOf(row, roles);
    const named = cell("paper");
    if (named === undefined || isSum(named.text) || isSum(row[0]?.text ?? "")) {
      timeIn(cell("hours"), "hours", gathered);
      return;
    }
    if (isEmptyName(named.text) || isPartRow(row, named)) return;
    gathered.papers += 1;
    const marks = marksIn(named.text.replace(/\n/g, " "));
    const states: {
      read?: "none" | "started" | "done";
      notes?: "none" | "started" | "done";
      implemented?: "none" | "started" | "done";
    } = {};
    let dropped = marks.state === "dropped";
    for (const [role, aspect] of [
      ["status", "read"],
      ["notes", "notes"],
      ["implemented", "implemented"],
    ] as const) {
      const said = cell(role);
      if (said === undefined) continue;
      const state = said.text === "" ? "blank" : stateOfCell(said.text);
      if (state === null) {
        gathered.left.push({
          line: said.line,
          kind: "row",
          text: named.text.slice(0, 80),
          reason: `"${said.text.slice(0, 40)}" is not a state; write done, reading or to read`,
        });
      } else if (state === "dropped") dropped = true;
      else if (state !== "blank") states[aspect] = state;
    }
    if (states.read === undefined && marks.state !== null && marks.state !== "dropped")
      states.read = marks.state;
    if (named.struck && states.read === undefined) states.read = "done";
    // A day on which it was finished says that it was.
    const finished = days[index] ?? null;
    if (states.read === undefined && finished !== null && roles.includes("done date")) {
      states.read = "done";
    }
    const links = row.flatMap((one) => one.links);
    const said =
      arxivIn(links.map(({ url }) => url).join(" ")) ??
      arxivAlone(cell("link")?.text ?? "") ??
      arxivIn(row.map(({ text }) => text).join(" "));
    const read =
      timeIn(cell("hours"), "hours", gathered) ?? timeIn(cell("minutes"), "minutes", gathered);
    const found: PaperFound = {
      is: "paper",
      line: named.line,
      name: marks.text === "" ? named.text : marks.text,
      arxiv: said,
      links,
      states,
      dropped,
      done: states.read === "done" ? (marks.done ?? days[index] ?? null) : null,
      hours: {
        read: read ?? marks.minutes,
        implement: timeIn(cell("implement hours"), "hours", gathered),
      },
      from: "table",
      boxed: Object.keys(states).length > 0,
      list: -1,
      span: null,
    };
    gathered.findings.push(found);
  });
}

/** A row that nobody has filled in; Notion calls such a page "Untitled". */
function isEmptyName(text: string): boolean {
  return /^[-–—_.…\s]*$|^untitled$/i.test(text.trim());
}

/** `| | **Phase 2** | | |`: a heading among the rows. */
function isPartRow(row: readonly Said[], named: Said): boolean {
  const filled = row.filter(({ text }) => text.trim() !== "");
  return row.length > 1 && filled.length === 1 && unitOf(named.text) !== null;
}

function readTasks(
  rows: readonly (readonly Said[])[],
  roles: readonly Role[],
  today: Day,
  gathered: Gathered,
): void {
  const days = doneDays(rows, roles, today);
  rows.forEach((row, index) => {
    const cell = cellsOf(row, roles);
    const named = cell("task");
    if (named === undefined || isSum(named.text) || isSum(row[0]?.text ?? "")) return;
    if (isEmptyName(named.text) || isPartRow(row, named)) return;
    const marks = marksIn(named.text.replace(/\n/g, " "));
    const said = cell("status") ?? cell("implemented") ?? cell("notes");
    const box = /^(?:[-*+•]\s+)?\\?\[(.{0,3}?)\\?\]/.exec(said?.text ?? "");
    const state =
      said === undefined || said.text === ""
        ? "blank"
        : box === null
          ? stateOfCell(said.text)
          : stateOfBox(box[1] ?? "");
    if (state === null && said !== undefined) {
      gathered.left.push({
        line: said.line,
        kind: "row",
        text: named.text.slice(0, 80),
        reason: `"${said.text.slice(0, 40)}" is not a state; write done, in progress or to do`,
      });
      return;
    }
    const minutes =
      timeIn(cell("hours"), "hours", gathered) ?? timeIn(cell("minutes"), "minutes", gathered);
    gathered.findings.push({
      is: "task",
      line: named.line,
      text: marks.text === "" ? named.text : marks.text,
      state: state === "blank" || state === null ? (marks.state ?? "none") : state,
      done: days[index] ?? marks.done ?? null,
      minutes: minutes ?? marks.minutes,
      links: row.flatMap(({ links }) => links),
      from: "table",
      boxed: true,
      depth: 0,
      list: -1,
      span: null,
    });
  });
}

function readLog(
  rows: readonly (readonly Said[])[],
  roles: readonly Role[],
  today: Day,
  gathered: Gathered,
): void {
  const at = roles.includes("date") ? roles.indexOf("date") : roles.indexOf("day");
  const own = rows.filter((row) => !isSum(row[0]?.text ?? ""));
  // A cell that is left empty below a day is of the same day.
  let above = "";
  const said = own.map((row) => {
    above = row[at]?.text.trim() || above;
    return above;
  });
  const days = readDays(said, today);
  for (const row of rows) {
    if (!own.includes(row)) timeIn(cellsOf(row, roles)("hours"), "hours", gathered);
  }
  own.forEach((row, index) => {
    const cell = cellsOf(row, roles);
    const minutes =
      timeIn(cell("hours"), "hours", gathered) ?? timeIn(cell("minutes"), "minutes", gathered);
    const coded = timeIn(cell("implement hours"), "hours", gathered);
    const total = (minutes ?? 0) + (coded ?? 0);
    if (total === 0) return;
    const day = days[index];
    if (day === undefined || !day.ok) {
      gathered.left.push({
        line: lineOf(row, 0),
        kind: "hours",
        text: row
          .map(({ text }) => text)
          .join(" | ")
          .slice(0, 80),
        reason: day === undefined ? "it names no day" : day.reason,
      });
      return;
    }
    const what = row
      .filter((_, column) => ["task", "paper", "other", "link"].includes(roles[column] ?? "other"))
      .map(({ text }) => text.replace(/\n/g, " "))
      .filter((text) => text.trim() !== "" && !/^\d{1,2}:\d{2}(?:\s*[ap]m)?$/i.test(text.trim()))
      .join("; ");
    const links = row.flatMap((one) => one.links);
    gathered.findings.push(session(lineOf(row, 0), day.day, total, what, links, gathered.findings));
  });
}

/** Hours of whole weeks: `Week 3 | 10h`. */
function readWeeks(
  rows: readonly (readonly Said[])[],
  roles: readonly Role[],
  gathered: Gathered,
): void {
  for (const row of rows) {
    const cell = cellsOf(row, roles);
    const minutes =
      timeIn(cell("hours"), "hours", gathered) ?? timeIn(cell("minutes"), "minutes", gathered);
    if (minutes === null || minutes === 0 || isSum(row[0]?.text ?? "")) continue;
    const number = /(\d{1,3})/.exec(cell("week")?.text ?? "")?.[1];
    if (number === undefined) {
      gathered.left.push({
        line: lineOf(row, 0),
        kind: "hours",
        text: row
          .map(({ text }) => text)
          .join(" | ")
          .slice(0, 80),
        reason: "it names no week",
      });
      continue;
    }
    const what = row
      .filter((_, column) => roles[column] === "other")
      .map(({ text }) => text)
      .join("; ");
    gathered.findings.push(
      session(
        lineOf(row, 0),
        { is: "week", week: Number(number) },
        minutes,
        what,
        [],
        gathered.findings,
      ),
    );
  }
}

export function session(
  line: number,
  on: SaidDay,
  minutes: Minutes,
  what: string,
  links: SessionFound["links"],
  before: readonly Finding[],
): SessionFound {
  const key = JSON.stringify([on, what]);
  const nth = before.filter(
    (one) => one.is === "session" && JSON.stringify([one.on, one.what]) === key,
  ).length;
  return { is: "session", line, on, minutes, what, links, nth };
}

/** `To Do | Doing | Done` over cells that hold what is in each. */
function readKanban(
  head: readonly Said[],
  rows: readonly (readonly Said[])[],
  gathered: Gathered,
): void {
  for (const row of rows) {
    row.forEach((cell, column) => {
      const state: State = stateOfWord(head[column]?.text ?? "") ?? "none";
      cell.text.split("\n").forEach((words) => {
        const bare = words.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, "").trim();
        if (bare === "" || /^[-–—]$/.test(bare)) return;
        const marks = marksIn(bare);
        const links = cell.links.filter(({ text }) => bare.includes(text));
        gathered.findings.push({
          is: "task",
          line: cell.line,
          text: marks.text,
          state: marks.state ?? state,
          done: marks.done,
          minutes: marks.minutes,
          links,
          from: "table",
          boxed: true,
          depth: 0,
          list: -1,
          span: null,
        });
      });
    });
  }
}

/** A calendar of time: a week in each row, a weekday in each column. */
function gridOf(piece: TablePiece, today: Day): TableRead | null {
  const columns = piece.head.map(({ text }) => {
    const word = text.toLowerCase().replace(/[^a-z]/g, "");
    return word.length < 3 ? -1 : weekdays.findIndex((one) => one.startsWith(word));
  });
  if (columns.filter((at) => at >= 0).length < 5) return null;
  const gathered: Gathered = { findings: [], left: [], hours: 0, papers: 0 };
  const at = columns.findIndex((column) => column < 0);
  const dates = readDays(
    piece.rows.map((row) => {
      const text = row[Math.max(at, 0)]?.text ?? "";
      return firstOfSpan(text) ?? text;
    }),
    today,
  );
  const rows = piece.rows.filter((row) => row.some(({ text }) => text.trim() !== ""));
  const times = rows
    .flatMap((row) => row.filter((_, column) => (columns[column] ?? -1) >= 0))
    .filter(({ text }) => !saysNoTime(text));
  const timed = times.filter(({ text }) => hoursIn(text, "hours") !== null).length;
  if (times.length === 0 || timed < times.length / 2) return null;
  rows.forEach((row, index) => {
    if (isSum(row[Math.max(at, 0)]?.text ?? "")) return;
    const date = dates[index];
    row.forEach((cell, column) => {
      const weekday = columns[column] ?? -1;
      if (weekday < 0) return;
      const minutes = timeIn(cell, "hours", gathered);
      if (minutes === null || minutes === 0) return;
      const week = /^\D{0,12}(\d{1,3})\D{0,12}$/.exec(row[Math.max(at, 0)]?.text ?? "")?.[1];
      const on: SaidDay | null =
        date?.ok && date.day.is === "day"
          ? { is: "weekday", from: date.day.on, weekday }
          : week === undefined
            ? null
            : { is: "weekday of week", week: Number(week), weekday };
      if (on === null) {
        gathered.left.push({
          line: cell.line,
          kind: "hours",
          text: cell.text,
          reason: "its row names no week",
        });
        return;
      }
      gathered.findings.push(session(cell.line, on, minutes, "", [], gathered.findings));
    });
  });
  return {
    findings: gathered.findings,
    left: gathered.left,
    counts: { row: rows.length, hours: gathered.hours },
    table: {
      is: "log",
      line: piece.line,
      start: piece.start,
      end: piece.end,
      lines: rows.map((row) => lineOf(row, piece.line)),
    },
  };
}
