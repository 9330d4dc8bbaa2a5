/**
 * Brings a tracker file up to date by replacing only the fields, lines and rows that the program owns. All
 * other bytes stay as they are.
 */
import type { PaperId } from "../core/content/curriculum.ts";
import type { Progress } from "../core/progress/progress.ts";
import { says } from "./base.ts";
import { type Desired, type DesiredItem, itemLine, paperField } from "./desired.ts";
import type { Agreed } from "./edits.ts";
import { type Column, readTick } from "./form.ts";
import { type MatchedRow, matchList } from "./match.ts";
import { checklistLine, weekBlock } from "./render.ts";
import type { FoundList, FoundTable, FoundText, Scan, Span } from "./scan.ts";

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
  const setField = (key: string, found: FoundText) => {
    const field = desired.fields[key];
    if (field === undefined || kept.has(key) || says(found.text, field)) return;
    changes.push({
      start: found.start,
      end: found.end,
      text: withGap(scan.source, found, field.text),
    });
  };
  for (const [key, found] of scan.fields) setField(key, found);

  for (const { found, paper, repeated } of rows) {
    if (paper === null || repeated) continue;
    if (!desired.papers.some(({ id }) => id === paper)) {
      if (base.inFile.has(paper)) changes.push(removal(found.line));
      continue;
    }
    for (const [column, cell] of Object.entries(found.cells))
      setField(paperField(paper, column), cell);
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
    const wanted = desired.lists[list];
    if (wanted !== undefined) changes.push(...listChanges(scan, list, found, wanted, base));
  }
  changes.push(...newWeeks(scan, desired, progress));
  return apply(scan.source, changes);
}

/** A value that goes where nothing was may need the blank that the form has before it. */
function withGap(source: string, found: FoundText, text: string): string {
  const before = source[found.start - 1];
  return found.start === found.end && (before === ":" || before === "|") ? ` ${text}` : text;
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
  const cell = (column: Column | null) => {
    if (column === null) return "";
    if (column === "paper") return name.replace(/\|/g, "\\|");
    return desired.fields[paperField(id, column)]?.text ?? "";
  };
  return `| ${table.order.map(cell).join(" | ")} |`;
}

function listChanges(
  scan: Scan,
  list: string,
  found: FoundList,
  wanted: readonly DesiredItem[],
  base: Agreed,
): readonly Change[] {
  const changes: Change[] = [];
  const before = base.lists[list] ?? [];
  // A line may carry an item's text of today (the learner's edit) or the one last agreed on.
  const byDesired = matchList(found.items, wanted, "exact");
  const lineOf = new Map<string, number>();
  byDesired.lines.forEach(({ found: line, item }, index) => {
    const known = before.find((candidate) => itemLine(candidate) === line.text.text);
    const now = item ?? wanted.find(({ id }) => id === known?.id) ?? null;
    if (now === null) {
      if (known !== undefined) changes.push(removal(line.line));
      return;
    }
    lineOf.set(now.id, index);
    if (readTick(line.mark.text) !== now.done) {
      changes.push({ start: line.mark.start, end: line.mark.end, text: now.done ? "x" : " " });
    }
    if (line.text.text !== itemLine(now)) {
      changes.push({ start: line.text.start, end: line.text.end, text: itemLine(now) });
    }
  });
  const known = new Set<string>(before.map(({ id }) => id));
  wanted.forEach((item, index) => {
    if (lineOf.has(item.id) || known.has(item.id)) return;
    const above = wanted.slice(0, index).findLast(({ id }) => lineOf.has(id));
    const line = above === undefined ? undefined : found.items[lineOf.get(above.id) ?? -1];
    changes.push(insertion(scan, line?.line.next ?? found.insertAt, [checklistLine(item)]));
  });
  return changes;
}

/** The weeks of `desired` that the file does not have and that go behind the last that it has. */
function absentWeeks(scan: Scan, desired: Desired): ReadonlySet<number> {
  const last = Math.max(...scan.weekEnds.keys());
  const weeks = Object.keys(desired.lists).flatMap((list) =>
    list.startsWith("week:") ? [Number(list.slice("week:".length))] : [],
  );
  return new Set(scan.weekEnds.size === 0 ? [] : weeks.filter((number) => number > last));
}

/** The lists of the weeks that writing adds. */
export function addedWeeks(scan: Scan, desired: Desired): readonly string[] {
  return [...absentWeeks(scan, desired)].map((number) => `week:${number}`);
}

/** Weeks of a phase that has come go behind the last week that the file has. */
function newWeeks(scan: Scan, desired: Desired, progress: Progress): readonly Change[] {
  const absent = absentWeeks(scan, desired);
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
