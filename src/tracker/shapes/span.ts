/** A piece of the file, with its place. */
import type { Line } from "../blocks.ts";

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

/** The text between two places of a line, surrounding blanks left out. */
export function trimmed(line: Line, from: number, to: number): FoundText {
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

/** A part of a found text, in offsets of its text. */
export function part(found: FoundText, from: number, to: number): FoundText {
  return {
    ...found,
    start: found.start + from,
    end: found.start + to,
    text: found.text.slice(from, to),
    column: found.column + from,
  };
}

function isSpace(character: string | undefined): boolean {
  return (
    character === " " || character === "\t" || character === "\u00a0" || character === "\u200b"
  );
}
