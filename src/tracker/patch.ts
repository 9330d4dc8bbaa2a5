/**
 * Brings a tracker file up to date by replacing only the fields, lines and rows that the program owns. All
 * other bytes stay as they are.
 */
import type { PaperId } from "../core/content/curriculum.ts";
import type { Progress } from "../core/progress/progress.ts";
import {
  type Desired,
  type DesiredField,
  type DesiredItem,
  itemLine,
  paperField,
} from "./desired.ts";
import type { Agreed } from "./edits/reading.ts";
import { type Column, readDay, readHours } from "./form.ts";
import { type MatchedLine, type MatchedRow, matchList } from "./match.ts";
import { plainWords } from "./plain.ts";
import { checklistLine, weekBlock } from "./render.ts";
import { says } from "./says.ts";
import type { FoundItem, FoundList, FoundTable, FoundText, Scan, Span } from "./scan.ts";
import { markSaying } from "./shapes/item-line.ts";
import { readState } from "./states.ts";

interface Change extends Span {
  readonly text: string;
}

export function patchTracker(
  scan: Scan,
  base: Agreed,
  desired: Desired,
  progress: Progress,
  rows: readonly MatchedRow[],
  kept: ReadonlySet<string>,
): string {
  const changes: Change[] = [];
  const stays = (key: string, found: FoundText) => {
    const field = desired.fields[key];
    return field === undefined || kept.has(key) || isLeft(found.text, field, base.fields[key]);
  };
  for (const [key, found] of scan.fields) {
    const field = desired.fields[key];
    if (field === undefined || stays(key, found)) continue;
    const { wrapped } = found;
    if (wrapped !== null && says(wrapped.text, field)) continue;
    // A value that a formatter has broken into lines goes as a whole.
    const before = base.fields[key];
    const whole = wrapped !== null && before !== undefined && says(wrapped.text, before);
    changes.push(setTo(scan.source, whole ? wrapped : found, field.text));
  }

  const wanted = new Set(desired.papers.map(({ id }) => id));
  for (const { found, paper, repeated, table } of rows) {
    if (paper === null || repeated) continue;
    if (!wanted.has(paper)) {
      if (base.inFile.has(paper) && found.form === "row") changes.push(removal(found.line));
      continue;
    }
    const laidOut = scan.tables.get(table)?.widths != null;
    changes.push(...renaming(found.name, paper, base, desired));
    for (const [column, cell] of Object.entries(found.cells)) {
      const key = paperField(paper, column);
      const field = desired.fields[key];
      if (field === undefined || stays(key, cell)) continue;
      changes.push(
        laidOut ? setInCell(scan.source, cell, field.text) : setTo(scan.source, cell, field.text),
      );
    }
  }
  const present = new Set(rows.map((row) => row.paper));
  for (const [name, table] of scan.tables) {
    const fresh = desired.papers.filter(
      (paper) =>
        paper.own && paper.table === name && !present.has(paper.id) && !base.inFile.has(paper.id),
    );
    if (fresh.length === 0) continue;
    const lines = fresh.map(({ id, name: title }) => newRow(table, id, title, desired));
    changes.push(insertion(scan, table.insertAt, lines));
  }

  for (const [list, found] of scan.lists) {
    const items = desired.lists[list];
    if (items !== undefined) changes.push(...listChanges(scan, list, found, items, base, kept));
  }
  changes.push(...newWeeks(scan, base, desired, progress));
  return apply(scan.source, changes);
}

/**
 * Whether a text stays: it says what the field does; it cannot be read, and so was never taken in; or it is blank,
 * which an edit in progress is too, and the journal's value is the one that was agreed on.
 */
function isLeft(text: string, field: DesiredField, before: DesiredField | undefined): boolean {
  if (says(text, field)) return true;
  switch (field.kind) {
    case "derived":
    case "stamp":
      return false;
    case "tick": {
      const state = readState(text);
      if (state !== "blank") return state === null;
      return before === undefined ? readState(field.text) === "none" : before.text === field.text;
    }
    case "hours":
      if (text !== "") return readHours(text) === null;
      return before === undefined ? field.minutes === 0 : before.minutes === field.minutes;
    case "day":
    case "text":
      if (text !== "") return field.kind === "day" && readDay(text) === undefined;
      return before !== undefined && before.text === field.text;
    default:
      return field.kind satisfies never;
  }
}

/** A paper of the learner's own that has another name: what stands around the name in its cell stays. */
function renaming(
  cell: FoundText,
  paper: PaperId,
  base: Agreed,
  desired: Desired,
): readonly Change[] {
  const was = base.papers.find(({ id }) => id === paper)?.name;
  const now = desired.papers.find(({ id }) => id === paper);
  const at = was === undefined ? -1 : cell.text.indexOf(was);
  if (was === undefined || now === undefined || !now.own || was === now.name || at < 0) return [];
  const start = cell.start + at;
  return [{ start, end: start + was.length, text: now.name }];
}

/** A value that goes where nothing was may need the blank that the form has before it. */
function setTo(source: string, found: Span, text: string): Change {
  const before = source[found.start - 1];
  const gap = found.start === found.end && (before === ":" || before === "|") ? " " : "";
  return { start: found.start, end: found.end, text: gap + text };
}

/** A cell of a table that is laid out keeps its width where it can. */
function setInCell(source: string, cell: FoundText, text: string): Change {
  const change = setTo(source, cell, text);
  let blanks = 0;
  while (source[cell.end + blanks] === " ") blanks += 1;
  const longer = [...change.text].length - [...cell.text].length;
  const rest = Math.max(blanks - longer, blanks === 0 ? 0 : 1);
  return { start: change.start, end: cell.end + blanks, text: change.text + " ".repeat(rest) };
}

function removal(line: { readonly start: number; readonly next: number }): Change {
  return { start: line.start, end: line.next, text: "" };
}

/** Whole lines at the head of a line, or behind a last line that has no line break. */
function insertion(scan: Scan, at: number, lines: readonly string[]): Change {
  const block = lines.join(scan.eol);
  const openEnd = at > 0 && scan.source[at - 1] !== "\n";
  return { start: at, end: at, text: openEnd ? scan.eol + block : block + scan.eol };
}

function newRow(table: FoundTable, id: PaperId, name: string, desired: Desired): string {
  const cells = table.order.map((column, index) => {
    const text = cellText(column, id, name, desired);
    const width = (table.widths?.[index] ?? 0) - 2;
    return text + " ".repeat(Math.max(0, width - [...text].length));
  });
  const { before, after } = table.edge;
  const row = cells.join(" | ");
  return `${before}${before.endsWith("|") ? " " : ""}${row}${after === "" ? "" : ` ${after}`}`;
}

function cellText(column: Column | null, id: PaperId, name: string, desired: Desired): string {
  if (column === null) return "";
  if (column === "paper") return name.replace(/\|/g, "\\|");
  return desired.fields[paperField(id, column)]?.text ?? "";
}

function listChanges(
  scan: Scan,
  list: string,
  found: FoundList,
  wanted: readonly DesiredItem[],
  base: Agreed,
  kept: ReadonlySet<string>,
): readonly Change[] {
  const changes: Change[] = [];
  const before = new Map((base.lists[list] ?? []).map((item) => [item.id, item]));
  const now = new Map(wanted.map((item) => [item.id, item]));
  // A line may carry an item's text of today (the learner's edit) or the one last agreed on.
  const { lines } = matchList(found, [...wanted, ...before.values()], "exact");
  const lineOf = new Map<string, FoundItem>();
  for (const line of lines) {
    if (line.item === null) continue;
    const item = now.get(line.item.id);
    if (item === undefined) {
      if (line.found.form === "item") changes.push(removal(wholeOf(line)));
      continue;
    }
    lineOf.set(item.id, line.found);
    if (!kept.has(item.id)) {
      changes.push(...itemChanges(line, item, before.get(item.id)));
    }
  }
  // Of two items with the same words each has its own line.
  const written = new Set(
    lines.flatMap(({ item, words }) => (item === null ? [plainWords(words.text)] : [])),
  );
  let above: FoundItem | undefined;
  for (const item of wanted) {
    const line = lineOf.get(item.id);
    if (line?.form === "item") above = line;
    // What is written there already is not written twice.
    if (line !== undefined || before.has(item.id) || written.has(plainWords(item.text))) continue;
    const like = above ?? found.items[0];
    changes.push(
      insertion(scan, above?.next ?? found.insertAt, [checklistLine(item, bulletLike(like))]),
    );
  }
  return changes;
}

/** The hand in which the list's other lines are written. */
function bulletLike(line: FoundItem | undefined): string {
  return /^ {0,1}[-*+](?: {1,4}|\t)$/.test(line?.bullet ?? "") ? (line?.bullet ?? "- ") : "- ";
}

function itemChanges(
  { found, words }: MatchedLine,
  item: DesiredItem,
  before: DesiredItem | undefined,
): readonly Change[] {
  const changes: Change[] = [];
  const { mark } = found;
  // A mark that says something else stays, until the journal says something new.
  const says = mark?.done ?? (before === undefined ? item.done : before.done);
  if (mark !== null && found.form !== "hidden" && says !== item.done) {
    changes.push({ start: mark.start, end: mark.end, text: markSaying(mark, item.done) });
  }
  const text = plainWords(words.text);
  if (text !== plainWords(itemLine(item)) && text !== plainWords(item.text)) {
    changes.push({ start: words.start, end: words.end, text: itemLine(item) });
  }
  return changes;
}

/** An item's lines, where a formatter has broken it into several. */
function wholeOf({ found, words }: MatchedLine): { readonly start: number; readonly next: number } {
  const { line, wrapped } = found;
  if (words.end <= line.end || wrapped === null) return line;
  return { start: line.start, next: Math.max(line.next, words.end + line.next - line.end) };
}

/** The weeks of `desired` that the file never had and that go behind the last that it has. */
function absentWeeks(scan: Scan, base: Agreed, desired: Desired): ReadonlySet<number> {
  // A document of its own has its headings from the beginning, and gets none of ours.
  if (scan.vocabulary.document !== null) return new Set();
  const last = Math.max(...scan.weekEnds.keys());
  const weeks = Object.keys(desired.lists).flatMap((list) =>
    list.startsWith("week:") && base.lists[list] === undefined
      ? [Number(list.slice("week:".length))]
      : [],
  );
  return new Set(scan.weekEnds.size === 0 ? [] : weeks.filter((number) => number > last));
}

/** The lists of the weeks that writing adds. */
export function addedWeeks(scan: Scan, base: Agreed, desired: Desired): readonly string[] {
  return [...absentWeeks(scan, base, desired)].map((number) => `week:${number}`);
}

/** Weeks of a phase that has come go behind the last week that the file has. */
function newWeeks(
  scan: Scan,
  base: Agreed,
  desired: Desired,
  progress: Progress,
): readonly Change[] {
  const absent = absentWeeks(scan, base, desired);
  const at = scan.weekEnds.get(Math.max(...scan.weekEnds.keys()));
  const lines = progress.weeks.filter(({ number }) => absent.has(number));
  if (at === undefined || lines.length === 0) return [];
  return [
    insertion(
      scan,
      at,
      lines.flatMap((week) => ["", ...weekBlock(week, desired)]),
    ),
  ];
}

function apply(source: string, changes: readonly Change[]): string {
  const ordered = changes
    .map((change, index) => ({ change, index }))
    .sort((a, b) => a.change.start - b.change.start || a.index - b.index);
  let result = "";
  let from = 0;
  for (const { change } of ordered) {
    // Two changes of one place: the first has it.
    if (change.start < from) continue;
    result += source.slice(from, change.start) + change.text;
    from = change.end;
  }
  return result + source.slice(from);
}
