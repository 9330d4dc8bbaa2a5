/**
 * A phase's table: its head names the columns, and the rows right below are its own. A line that is no row, or
 * another table's head, ends it; what comes behind is the learner's.
 */
import { plainName } from "../core/content/names.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Line } from "./blocks.ts";
import { type Column, columns, readHours } from "./form.ts";
import { plainWords } from "./plain.ts";
import type { SectionLine } from "./sections.ts";
import { cellsOf, isSeparator } from "./shapes/cells.ts";
import type { FoundText } from "./shapes/span.ts";
import { readState } from "./states.ts";

export interface FoundRow {
  readonly line: Line;
  readonly name: FoundText;
  readonly cells: Readonly<Partial<Record<Exclude<Column, "paper">, FoundText>>>;
  /**
   * `odd` has not as many cells as the head and is left alone; `loose` stands below the table by itself and is a
   * row only of a paper that is known.
   */
  readonly form: "row" | "odd" | "loose";
}

export interface FoundTable {
  readonly head: Line;
  readonly rows: readonly FoundRow[];
  readonly insertAt: number;
  /** The columns in the file's order; null is one that is not ours. */
  readonly order: readonly (Column | null)[];
  /** The widths of the cells, where all rows have the same; null for a table that is not laid out. */
  readonly widths: readonly number[] | null;
  /** How a row begins and ends. */
  readonly edge: { readonly before: string; readonly after: string };
}

interface Row {
  readonly line: Line;
  readonly cells: readonly FoundText[];
}

interface Part {
  readonly head: Row;
  readonly order: readonly (Column | null)[];
  readonly rows: Row[];
  readonly insertAt: number;
}

export function scanTable(lines: readonly SectionLine[], problems: Problem[]): FoundTable | null {
  const blocks = rowBlocks(lines);
  const parts = blocks.flatMap(partsOf);
  const most = Math.max(...parts.map(({ order }) => known(order)));
  const chosen = parts.find(({ order }) => known(order) === most);
  if (chosen === undefined) return null;
  tellColumns(chosen, problems);
  for (const { head, order } of parts) {
    if (head !== chosen.head && isOurs(order)) problems.push(secondTable(head, chosen.head));
  }
  const rows = chosen.rows.flatMap((row) => readRow(row, chosen.order, "row", problems));
  const at = blocks.findIndex((block) => block.some(({ line }) => line === chosen.head.line));
  const loose = blocks.slice(at + 1).filter((block) => headsIn(block).size === 0);
  for (const row of loose.flat()) rows.push(...readRow(row, chosen.order, "loose", []));
  const { text } = chosen.head.line;
  const last = text.trimEnd();
  return {
    head: chosen.head.line,
    rows,
    insertAt: chosen.insertAt,
    order: chosen.order,
    widths: widthsOf(chosen),
    edge: {
      before:
        text.slice(0, text.length - text.trimStart().length) +
        (text.trimStart().startsWith("|") ? "|" : ""),
      after: last.endsWith("|") && !last.endsWith("\\|") ? "|" : "",
    },
  };
}

function secondTable({ line }: Row, first: Row): Problem {
  return {
    line: line.number,
    column: 1,
    message: `This is a second table with the tracker's columns; the one in line ${first.line.number} is read, and this one is left as it is. Put the rows together.`,
  };
}

function known(order: readonly (Column | null)[]): number {
  return order.reduce((sum, column) => sum + (column === null ? 0 : 1), 0);
}

/** Rows that stand together. */
function rowBlocks(lines: readonly SectionLine[]): readonly (readonly Row[])[] {
  const blocks: Row[][] = [];
  let open: Row[] | null = null;
  lines.forEach(({ line, where }, index) => {
    const outer = line.text.trimStart().startsWith("|");
    const isRow =
      (where === "own" || where === "after") &&
      (outer || (line.text.includes("|") && (open !== null || separatorFollows(lines, index))));
    if (!isRow) {
      open = null;
      return;
    }
    if (open === null) {
      open = [];
      blocks.push(open);
    }
    open.push({ line, cells: cellsOf(line, null) });
  });
  return blocks;
}

function separatorFollows(lines: readonly SectionLine[], index: number): boolean {
  const next = lines[index + 1]?.line;
  return next?.text.includes("|") === true && isSeparator(cellsOf(next, null));
}

/** The indices of rows that head a table: a separator follows, or the columns are ours. */
function headsIn(block: readonly Row[]): ReadonlySet<number> {
  const heads = new Set<number>();
  let width = block[0]?.cells.length ?? 0;
  block.forEach(({ cells }, index) => {
    const next = block[index + 1];
    const separated = next !== undefined && isSeparator(next.cells) && !isSeparator(cells);
    if (index === 0 ? separated || isOurs(orderOf(cells)) : isOurs(orderOf(cells))) {
      heads.add(index);
      width = cells.length;
    } else if (index > 0 && separated && !(cells.length === width && looksFilled(cells))) {
      heads.add(index);
      width = cells.length;
    }
  });
  return heads;
}

/** Whether a row in the middle holds a paper's marks, so that the line below it only rules it off. */
function looksFilled(cells: readonly FoundText[]): boolean {
  return cells.slice(1).every(({ text }) => readState(text) !== null || readHours(text) !== null);
}

function partsOf(block: readonly Row[]): readonly Part[] {
  const heads = [...headsIn(block)];
  const parts: Part[] = [];
  heads.forEach((head, which) => {
    const row = block[head] as Row;
    const order = orderOf(row.cells);
    const below = block.slice(head + 1, heads[which + 1] ?? block.length);
    const rows = below.filter(({ cells }) => !isSeparator(cells));
    const last = rows.at(-1) ?? below[0] ?? row;
    const above = parts.at(-1);
    // A table that was cut and joined has its head twice.
    const again = head > 0 && above !== undefined && sameColumns(above.order, order);
    if (again) above.rows.push(...rows);
    if (again || !isOurs(order)) return;
    parts.push({ head: row, order, rows: [...rows], insertAt: last.line.next });
  });
  return parts;
}

function sameColumns(a: readonly (Column | null)[], b: readonly (Column | null)[]): boolean {
  return a.length === b.length && a.every((column, index) => column === b[index]);
}

function isOurs(order: readonly (Column | null)[]): boolean {
  return order.includes("paper") && known(order) > 1;
}

const columnNames: ReadonlyMap<string, Column> = new Map(
  Object.entries({
    paper: [columns.paper, "Papers", "Title", "Name", "Paper Title"],
    read: [columns.read, "Read", "Reading", "State"],
    notes: [columns.notes, "Note", "Notes taken"],
    implemented: [columns.implemented, "Implemented", "Implement", "Impl", "Code"],
    hours: [columns.hours, "Hour", "Hrs", "Time", "Hours spent", "Time spent", "h"],
  } satisfies Record<Column, readonly string[]>).flatMap(([column, names]) =>
    names.map((name) => [plainName(name), column as Column] as const),
  ),
);

function orderOf(cells: readonly FoundText[]): readonly (Column | null)[] {
  const seen = new Set<Column>();
  const order = cells.map(({ text }) => {
    const column = text.length > 60 ? undefined : columnNames.get(plainName(plainWords(text)));
    if (column === undefined || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
  // Three columns of ours and one before them that has another name: it can only be the papers'.
  if (!seen.has("paper") && seen.size >= 3 && order[0] === null && cells[0]?.text !== "") {
    order[0] = "paper";
  }
  return order;
}

/** A column that has a name of its own while one of ours is absent may be that one. */
function tellColumns({ head, order }: Part, problems: Problem[]): void {
  const absent = (Object.keys(columns) as Column[]).filter((column) => !order.includes(column));
  if (absent.length === 0) return;
  const other = head.cells[order.indexOf(null)];
  const names = absent.map((column) => `"${columns[column]}"`).join(" and ");
  problems.push({
    line: head.line.number,
    column: other?.column ?? 1,
    message:
      other === undefined
        ? `The table has no column ${names}; what belongs there is not shown.`
        : `The table has no column ${names}; "${other.text.slice(0, 60)}" is taken for a column of your own.`,
  });
}

function readRow(
  { line, cells: split }: Row,
  order: readonly (Column | null)[],
  form: "row" | "loose",
  problems: Problem[],
): readonly FoundRow[] {
  const cells = split.length === order.length ? split : cellsOf(line, order.length);
  if (isSeparator(cells)) return [];
  const name = cells[order.indexOf("paper")] ?? cells[0];
  if (name === undefined || name.text === "") return [];
  if (cells.length !== order.length) {
    problems.push({
      line: line.number,
      column: 1,
      message: `The row of "${name.text.slice(0, 80)}" has ${cells.length === 1 ? "1 cell" : `${cells.length} cells`} where its table has ${order.length} columns; it is left as it is.`,
    });
    return form === "row" ? [{ line, name, cells: {}, form: "odd" }] : [];
  }
  const found: Partial<Record<Column, FoundText>> = {};
  order.forEach((column, index) => {
    const cell = cells[index];
    if (column !== null && cell !== undefined) found[column] = cell;
  });
  const { paper: _, ...rest } = found;
  return [{ line, name, cells: rest, form }];
}

/** The widths of the columns, from pipe to pipe, where separator and rows agree on them. */
function widthsOf({ head, rows }: Part): readonly number[] | null {
  const first = partWidths(head.line.text);
  if (first.length > 40) return null;
  const same = rows.every(({ line }) => {
    const widths = partWidths(line.text);
    return widths.length === first.length && widths.every((width, index) => width === first[index]);
  });
  return same && rows.length > 1 ? first : null;
}

function partWidths(text: string): readonly number[] {
  if (text.length > 2000) return [];
  return text
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => [...cell].length);
}
