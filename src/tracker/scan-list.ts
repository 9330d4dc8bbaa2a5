/**
 * The lines of a week, the milestones or a resource group. A line at the margin with a box is an item, known or
 * new; any other line of the section is one only if its words are an item's.
 */
import type { Line } from "./blocks.ts";
import type { SectionLine } from "./sections.ts";
import { type FoundMark, itemLine } from "./shapes/item-line.ts";
import type { FoundText } from "./shapes/span.ts";

export interface FoundItem {
  readonly line: Line;
  /** Null for a line without any box. */
  readonly mark: FoundMark | null;
  readonly text: FoundText;
  /** The text with the lines that go on with it, as a formatter that breaks lines leaves it; null for none. */
  readonly wrapped: FoundText | null;
  /** The bullet with the blanks around it. */
  readonly bullet: string;
  /** `hidden` stands in code, a comment or HTML: it is there, and is never written. */
  readonly form: "item" | "line" | "hidden";
  /** Behind the line and all that is nested in it. */
  readonly next: number;
}

export interface FoundList {
  readonly items: readonly FoundItem[];
  /** Lines that are items if their words are. */
  readonly others: readonly FoundItem[];
  /** Where a further line goes. */
  readonly insertAt: number;
}

export function scanList(
  source: string,
  lines: readonly SectionLine[],
  insertAt: number,
): FoundList {
  const items: FoundItem[] = [];
  const others: FoundItem[] = [];
  let last = insertAt;
  lines.forEach(({ line, where }, index) => {
    if (line.text.trim() === "") return;
    const { mark, text, bullet, listed } = itemLine(where === "hidden" ? uncommented(line) : line);
    const isItem = where === "own" && listed;
    if (text.text === "" && !isItem) return;
    const form = where === "hidden" ? "hidden" : isItem ? "item" : "line";
    const next = isItem ? endOfNested(lines, index) : line.next;
    const wrapped = wrappedText(source, lines, index, text);
    (isItem ? items : others).push({ line, mark, text, wrapped, bullet, form, next });
    if (isItem) last = next;
  });
  return { items, others, insertAt: last };
}

/** With blanks for the marks of a comment, so that what stands in it keeps its place. */
function uncommented(line: Line): Line {
  const text = line.text.replace(/<!--|-->/g, (mark) => " ".repeat(mark.length));
  return { ...line, text };
}

const mostNested = 200;

/** Behind the lines that are indented below an item. */
function endOfNested(lines: readonly SectionLine[], index: number): number {
  const own = lines[index] as SectionLine;
  let end = own.line.next;
  for (let at = index + 1; at < Math.min(lines.length, index + mostNested); at += 1) {
    const { line, where } = lines[at] as SectionLine;
    if ((where !== "own" && where !== "hidden") || !/^(?: {2,}|\t)\s*\S/.test(line.text)) break;
    if (line.start !== end) break;
    end = line.next;
  }
  return end;
}

const mostWrapped = 8;
const startsAnew =
  /^\s*(?:[-*+•]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\||```|~~~|<|[-=*_]{3,}\s*$|\*\*|__|$)/;

/** The text of a line with that of the lines that go on with its paragraph. */
export function wrappedText(
  source: string,
  lines: readonly SectionLine[],
  index: number,
  text: FoundText,
): FoundText | null {
  let end = text.end;
  for (let at = index + 1; at <= index + mostWrapped; at += 1) {
    const next = lines[at];
    if (next === undefined || next.where === "hidden" || startsAnew.test(next.line.text)) break;
    if (next.line.start !== lines[at - 1]?.line.next) break;
    end = next.line.start + next.line.text.trimEnd().length;
  }
  return end === text.end ? null : { ...text, end, text: source.slice(text.start, end) };
}
