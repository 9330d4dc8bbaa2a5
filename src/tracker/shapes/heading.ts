/** Headings, in the three ways that people write them: with `#`, underlined, and as a line in bold. */
import type { Line } from "../blocks.ts";
import { type FoundText, trimmed } from "./span.ts";

export interface Heading {
  readonly form: "hashes" | "underlined" | "bold";
  readonly level: number;
  readonly title: FoundText;
  /** How many lines it takes. */
  readonly lines: 1 | 2;
  /** Behind its last line. */
  readonly end: number;
}

export function headingAt(lines: readonly Line[], index: number): Heading | null {
  const line = lines[index];
  if (line === undefined || line.opaque) return null;
  const hashes = withHashes(line);
  if (hashes !== null) return hashes;
  const below = lines[index + 1];
  const underline = below === undefined || below.opaque ? null : underlineOf(below.text);
  if (underline !== null && isTitle(line.text) && !isTitle(lines[index - 1]?.text ?? "")) {
    const level = underline === "=" ? 1 : 2;
    const title = trimmed(line, 0, line.text.length);
    return { form: "underlined", level, title, lines: 2, end: below?.next ?? line.next };
  }
  const bold = /^ {0,3}(\*\*|__)(?=\S)(.{1,200}?)\1:?\s*$/u.exec(line.text);
  if (bold === null || bold[2]?.includes(bold[1] ?? "")) return null;
  return {
    form: "bold",
    level: 7,
    title: trimmed(line, 0, line.text.length),
    lines: 1,
    end: line.next,
  };
}

function withHashes(line: Line): Heading | null {
  const start = /^[ \u00a0\u200b\ufeff]{0,3}(#{1,6})(?=[ \t\u00a0]|$)/.exec(line.text);
  if (start === null) return null;
  let end = line.text.trimEnd().length;
  let closing = end;
  while (line.text[closing - 1] === "#") closing -= 1;
  if (closing < end && /[ \t]/.test(line.text[closing - 1] ?? ""))
    end = Math.max(closing, start[0].length);
  const title = trimmed(line, start[0].length, withoutAttributes(line.text, end));
  return { form: "hashes", level: start[1]?.length ?? 1, title, lines: 1, end: line.next };
}

/** Where a title ends before what Pandoc and its kin put behind it: `{#own-id .class}`. */
function withoutAttributes(text: string, end: number): number {
  const behind = /\s\{[#.][^{}]{0,100}\}\s*$/.exec(text.slice(0, end));
  return behind === null ? end : behind.index;
}

function underlineOf(text: string): "=" | "-" | null {
  const bare = text.trim();
  if (/^ {4}/.test(text) || bare.length > 1000) return null;
  return /^=+$/.test(bare) ? "=" : /^-+$/.test(bare) ? "-" : null;
}

/** Text that may be a title: no row, list item, quote or heading of another form. */
function isTitle(text: string): boolean {
  return (
    text.trim() !== "" &&
    text.length < 400 &&
    !/^(?: {4}|\s*(?:\||>|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|[-=*_]{3,}\s*$))/.test(text)
  );
}
