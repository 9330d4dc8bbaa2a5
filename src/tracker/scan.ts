/**
 * Finds in a tracker file what the program understands: fields, checklist lines and table rows, each with its
 * place. Everything else is the learner's own text and is never looked at again.
 */
import { plainName } from "../core/content/names.ts";
import type { Problem } from "../core/words/problem.ts";
import { type Line, splitLines } from "./blocks.ts";
import { type Column, columns, labels, readTick, sections } from "./form.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FoundText extends Span {
  /** Without surrounding blanks. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface FoundItem {
  readonly line: Line;
  /** What stands between the brackets. */
  readonly mark: FoundText;
  readonly text: FoundText;
}

export interface FoundRow {
  readonly line: Line;
  readonly name: FoundText;
  readonly cells: Readonly<Partial<Record<Exclude<Column, "paper">, FoundText>>>;
}

export interface FoundList {
  readonly items: readonly FoundItem[];
  /** Where a further line goes. */
  readonly insertAt: number;
}

export interface FoundTable {
  readonly rows: readonly FoundRow[];
  readonly insertAt: number;
  /** The columns in the file's order; null is one that is not ours. */
  readonly order: readonly (Column | null)[];
}

export interface Scan {
  readonly source: string;
  /** By key; the keys are those of `Desired.fields`, paper rows excepted. */
  readonly fields: ReadonlyMap<string, FoundText>;
  /** By list: `week:1`, `milestones`, `resources:Books`. */
  readonly lists: ReadonlyMap<string, FoundList>;
  /** By phase; the bonus table is `bonus`. */
  readonly tables: ReadonlyMap<string, FoundTable>;
  /** Where the block of a week ends, by its number. */
  readonly weekEnds: ReadonlyMap<number, number>;
  readonly eol: "\n" | "\r\n";
  readonly problems: readonly Problem[];
}

/** The names that a curriculum gives to parts of the file. */
export interface Vocabulary {
  readonly bonusTitle: string;
  readonly phases: readonly number[];
  readonly weeks: readonly number[];
  readonly resources: readonly { readonly title: string; readonly list: string }[];
  readonly rewards: readonly { readonly label: string; readonly key: string }[];
}

/** The part of the document that a line stands in. */
type Place =
  | { readonly in: "overall" | "milestones" | "rewards" | "footer" | "foreign" }
  | { readonly in: "table"; readonly table: string; readonly phase: number | null }
  | { readonly in: "week"; readonly week: number }
  | { readonly in: "resources"; readonly list: string };

interface OpenList {
  items: FoundItem[];
  insertAt: number;
}
interface OpenTable {
  rows: FoundRow[];
  insertAt: number;
  order: (Column | null)[];
}

export function scanTracker(source: string, vocabulary: Vocabulary): Scan {
  const fields = new Map<string, FoundText>();
  const lists = new Map<string, OpenList>();
  const tables = new Map<string, OpenTable>();
  const weekEnds = new Map<number, number>();
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let place: Place = { in: "foreign" };
  let previous: Line | null = null;

  const keep = (key: string, found: FoundText | null) => {
    if (found !== null && !fields.has(key)) fields.set(key, found);
  };

  for (const line of splitLines(source)) {
    const before = previous;
    previous = line;
    if (line.opaque) continue;
    const heading = headingText(line.text);
    if (heading !== null) {
      place = placeOf(heading.text, heading.level, vocabulary);
      const name = JSON.stringify(place);
      // A second section of the same name is the learner's own.
      if (place.in !== "foreign" && place.in !== "overall" && seen.has(name)) {
        place = { in: "foreign" };
      }
      seen.add(name);
      if (place.in === "week") {
        lists.set(`week:${place.week}`, { items: [], insertAt: line.next });
        weekEnds.set(place.week, line.next);
      }
      if (place.in === "resources") lists.set(place.list, { items: [], insertAt: line.next });
      if (place.in === "milestones") lists.set("milestones", { items: [], insertAt: line.next });
      continue;
    }
    if (isBreak(line.text)) {
      const underline = line.text.includes("-") && before !== null && isParagraph(before);
      place = { in: underline ? "foreign" : "footer" };
      continue;
    }
    switch (place.in) {
      case "overall":
        for (const key of ["start", "target", "phase"] as const) {
          keep(key, labelled(line, `**${labels[key]}**:`));
        }
        for (const key of ["read", "implemented", "hours", "implementHours"] as const) {
          keep(key, labelled(line, `- **${labels[key]}**:`));
        }
        break;
      case "table":
        keep(
          `phase:${place.phase}`,
          place.phase === null ? null : labelled(line, `**Phase ${place.phase} Progress**:`),
        );
        scanRow(line, place.table, tables, problems);
        break;
      case "week": {
        keep(`goal:${place.week}`, labelled(line, `**${labels.goal}**:`));
        scanItem(line, lists.get(`week:${place.week}`), problems);
        if (line.text.trim() !== "") weekEnds.set(place.week, line.next);
        break;
      }
      case "milestones":
        scanItem(line, lists.get("milestones"), problems);
        break;
      case "resources":
        scanItem(line, lists.get(place.list), problems);
        break;
      case "rewards":
        for (const { label, key } of vocabulary.rewards) keep(key, labelled(line, `- ${label}:`));
        break;
      case "footer":
        for (const key of ["updated", "nextReview"] as const) {
          const found = labelled(line, `**${labels[key]}**:`);
          if (found !== null) fields.set(key, found);
        }
        break;
      case "foreign":
        break;
      default:
        place satisfies never;
    }
  }
  return { source, fields, lists, tables, weekEnds, eol: lineBreakOf(source), problems };
}

function placeOf(title: string, level: number, vocabulary: Vocabulary): Place {
  const plain = plainName(title);
  if (plain === plainName(sections.overall) || plain === plainName(sections.overview)) {
    return { in: "overall" };
  }
  if (level !== 3) return { in: "foreign" };
  const phase = /^phase\s+(\d{1,4})\b/i.exec(title);
  const phaseNumber = Number(phase?.[1]);
  if (phase && vocabulary.phases.includes(phaseNumber)) {
    return { in: "table", table: String(phaseNumber), phase: phaseNumber };
  }
  if (plain === plainName(vocabulary.bonusTitle))
    return { in: "table", table: "bonus", phase: null };
  const week = /^week\s+(\d{1,4})\b/i.exec(title);
  if (week && vocabulary.weeks.includes(Number(week[1])))
    return { in: "week", week: Number(week[1]) };
  if (plain === plainName(sections.milestones)) return { in: "milestones" };
  if (plain === plainName(sections.rewards)) return { in: "rewards" };
  const group = vocabulary.resources.find((candidate) => plainName(candidate.title) === plain);
  return group ? { in: "resources", list: group.list } : { in: "foreign" };
}

function headingText(text: string): { readonly level: number; readonly text: string } | null {
  const start = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(text);
  if (!start) return null;
  const level = start[1]?.length ?? 0;
  let title = text.slice(start[0].length).trim();
  const closing = title.length - trimHashes(title).length;
  if (closing > 0 && /[ \t]/.test(title[title.length - closing - 1] ?? " ")) {
    title = trimHashes(title).trimEnd();
  }
  return { level, text: title };
}

function trimHashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "#") end -= 1;
  return text.slice(0, end);
}

/** A thematic break (CommonMark 0.31 section 4.1) or the underline of a heading. */
function isBreak(text: string): boolean {
  const packed = text.length > 1000 ? "" : text.replace(/[ \t]/g, "");
  return packed.length >= 3 && /^(-+|\*+|_+)$/.test(packed) && !/^ {4}/.test(text);
}

function isParagraph(line: Line): boolean {
  return !line.opaque && line.text.trim() !== "" && headingText(line.text) === null;
}

/** The value behind a label at the head of a line. */
function labelled(line: Line, label: string): FoundText | null {
  if (!line.text.startsWith(label)) return null;
  return trimmed(line, label.length, line.text.length);
}

/** The text between two places of a line, surrounding blanks left out. */
function trimmed(line: Line, from: number, to: number): FoundText {
  let start = from;
  let end = to;
  while (start < end && isSpace(line.text[start])) start += 1;
  while (end > start && isSpace(line.text[end - 1])) end -= 1;
  // An empty value goes behind one blank, where the form has it.
  if (start === end) start = end = Math.min(from + (isSpace(line.text[from]) ? 1 : 0), to);
  return {
    start: line.start + start,
    end: line.start + end,
    text: line.text.slice(start, end),
    line: line.number,
    column: start + 1,
  };
}

function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function scanItem(line: Line, list: OpenList | undefined, problems: Problem[]): void {
  if (list === undefined) return;
  const opening = /^ ?[-*+] {1,4}\[/.exec(line.text);
  if (!opening) return;
  const open = opening[0].length;
  const close = line.text.slice(open, open + 6).indexOf("]");
  const mark = close < 0 ? null : trimmed(line, open, open + close);
  if (line.text[open + close + 1] === "(") return;
  if (mark === null || readTick(mark.text) === null) {
    problems.push({
      line: line.number,
      column: open + 1,
      message: "This checklist line has neither [ ] nor [x]; it is left as it is.",
    });
    return;
  }
  const text = trimmed(line, open + close + 1, line.text.length);
  if (text.text === "") return;
  const box = { ...mark, start: line.start + open, end: line.start + open + close };
  list.items.push({ line, mark: box, text });
  list.insertAt = line.next;
}

function scanRow(
  line: Line,
  name: string,
  tables: Map<string, OpenTable>,
  problems: Problem[],
): void {
  if (!line.text.startsWith("|")) return;
  const cells = splitCells(line);
  const table = tables.get(name);
  const order = cells.map((cell) => columnOf(cell.text));
  if (order.includes("paper") && order.filter((column) => column !== null).length > 1) {
    // A second head, from a table that was cut and joined, is not a paper.
    if (table === undefined) tables.set(name, { rows: [], insertAt: line.next, order });
    else table.order = order;
    return;
  }
  if (table === undefined) return;
  if (cells.every((cell) => /^:?-+:?$/.test(cell.text))) {
    if (table.rows.length === 0) table.insertAt = line.next;
    return;
  }
  const found: Partial<Record<Column, FoundText>> = {};
  table.order.forEach((column, index) => {
    const cell = cells[index];
    if (column !== null && cell !== undefined && found[column] === undefined) found[column] = cell;
  });
  const { paper, ...rest } = found;
  if (paper === undefined || paper.text === "") return;
  if (cells.length < table.order.length) {
    problems.push({
      line: line.number,
      column: 1,
      message: `The row of "${paper.text}" has ${cells.length} cells where its table has ${table.order.length} columns; what is missing is left out.`,
    });
  }
  table.rows.push({ line, name: paper, cells: rest });
  table.insertAt = line.next;
}

function columnOf(title: string): Column | null {
  const plain = plainName(title);
  const known = Object.entries(columns).find(([, label]) => plainName(label) === plain);
  return known === undefined ? null : (known[0] as Column);
}

/** The cells of a table row; `\|` belongs to a cell's text. */
function splitCells(line: Line): readonly FoundText[] {
  const cells: FoundText[] = [];
  let from = 1;
  for (let at = 1; at < line.text.length; at += 1) {
    if (line.text[at] === "\\") at += 1;
    else if (line.text[at] === "|") {
      cells.push(trimmed(line, from, at));
      from = at + 1;
    }
  }
  if (line.text.slice(from).trim() !== "") cells.push(trimmed(line, from, line.text.length));
  return cells;
}

function lineBreakOf(source: string): "\n" | "\r\n" {
  const newline = source.indexOf("\n");
  return newline > 0 && source[newline - 1] === "\r" ? "\r\n" : "\n";
}
