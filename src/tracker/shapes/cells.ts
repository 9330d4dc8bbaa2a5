/** The cells of a table row, where a link or a piece of code may hold the sign that parts them. */
import type { Line } from "../blocks.ts";
import { withoutComments } from "../plain.ts";
import { type FoundText, trimmed } from "./span.ts";

/**
 * The cells, `columns` in number if that can be: a `|` inside a link or code is text, unless only the other reading
 * gives as many cells as the table has columns. `\|` is always text.
 */
export function cellsOf(line: Line, columns: number | null): readonly FoundText[] {
  const careful = cut(line, partings(line.text, "links"));
  if (columns === null || careful.length === columns) return careful;
  const plain = cut(line, partings(line.text, "no links"));
  return plain.length === columns ? plain : careful;
}

function cut(line: Line, partings: readonly number[]): readonly FoundText[] {
  const { text } = line;
  const cells: FoundText[] = [];
  const indent = text.length - text.trimStart().length;
  let from = text[indent] === "|" ? indent + 1 : 0;
  for (const at of partings) {
    if (at < from) continue;
    cells.push(trimmed(line, from, at));
    from = at + 1;
  }
  const rest = text.slice(from);
  if (from === 0 || withoutComments(rest).trim() !== "") {
    cells.push(trimmed(line, from, text.length));
  }
  return cells;
}

function partings(text: string, reading: "links" | "no links"): readonly number[] {
  const places: number[] = [];
  const enclosed = reading === "links" ? enclosure(text) : () => null;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "|") places.push(at);
    else if (character === "[" || character === "`") at = (enclosed(at) ?? at + 1) - 1;
  }
  return places;
}

/** Where a link or a piece of code that opens at a place ends; null when none does. Linear over a whole line. */
function enclosure(text: string): (at: number) => number | null {
  /** Closings that were looked for in vain: no later search finds them either. */
  const absent = new Set<string>();
  const closing = (mark: string, from: number): number | null => {
    if (absent.has(mark)) return null;
    const at = text.indexOf(mark, from);
    if (at < 0) absent.add(mark);
    return at < 0 ? null : at;
  };
  return (at) => {
    if (text[at] === "`") {
      let length = 1;
      while (text[at + length] === "`") length += 1;
      const ticks = "`".repeat(Math.min(length, 8));
      const end = closing(ticks, at + length);
      return end === null ? at + length : end + ticks.length;
    }
    if (text[at + 1] === "[") {
      const end = closing("]]", at + 2);
      if (end === null) return null;
      return text.slice(at + 2, Math.min(end, at + 400)).includes("[[") ? null : end + 2;
    }
    const middle = closing("](", at + 1);
    if (middle === null || text.slice(at + 1, Math.min(middle, at + 400)).includes("["))
      return null;
    const end = closing(")", middle + 2);
    return end === null || end - at > 800 ? null : end + 1;
  };
}

const separator = /^:?(?:[-–—―─=_~]+)?:?$/;

/** The line between head and rows, in any hand: `|---|`, `| :--- |`, `|———|`, `|===|`. */
export function isSeparator(cells: readonly { readonly text: string }[]): boolean {
  return (
    cells.some(({ text }) => text !== "") &&
    cells.every(({ text }) => separator.test(text) && text !== ":" && text !== "::")
  );
}
