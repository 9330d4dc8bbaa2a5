/**
 * The lines of a Markdown file with the two things that the tracker needs to know of each: where it stands, and
 * whether it is text at all or the inside of a code block, a comment, HTML or front matter, which are not ours.
 * One pass, no backtracking: linear in the length of the file.
 */

export interface Line {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset behind the last character, the line break not counted. */
  readonly end: number;
  /** Offset behind the line break. */
  readonly next: number;
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** Inside code, a comment, HTML or front matter. */
  readonly opaque: boolean;
}

export function splitLines(source: string): readonly Line[] {
  const lines: Line[] = [];
  let block = openFrontMatter(source);
  let start = 0;
  while (start < source.length) {
    const newline = source.indexOf("\n", start);
    const next = newline < 0 ? source.length : newline + 1;
    const stop = newline < 0 ? source.length : newline;
    const end = stop > start && source[stop - 1] === "\r" ? stop - 1 : stop;
    const text = source.slice(start, end);
    const opened = block === null ? openBlock(text) : null;
    const opaque = block !== null || opened !== null;
    lines.push({ start, end, next, number: lines.length + 1, text, opaque });
    if (opened !== null) block = opened.endsOnFirst(text) ? null : opened;
    else if (block?.ends(text, lines.length)) block = null;
    start = next;
  }
  return lines;
}

interface Block {
  /** Whether `text`, a line after the first, is the block's last. */
  ends(text: string, lineNumber: number): boolean;
  endsOnFirst(text: string): boolean;
}

/** YAML properties that an editor such as Obsidian keeps at the head of a file. */
function openFrontMatter(source: string): Block | null {
  if (!/^---[ \t]*\r?\n/.test(source.slice(0, 80))) return null;
  if (!/\n---[ \t]*(\r?\n|$)/.test(source.slice(3, 20_000))) return null;
  return {
    ends: (text, lineNumber) => lineNumber > 1 && text.trimEnd() === "---",
    endsOnFirst: () => false,
  };
}

/** The block that `text` opens, after CommonMark 0.31 sections 4.5 (fences) and 4.6 (HTML). */
function openBlock(text: string): Block | null {
  const indent = leadingSpaces(text);
  if (indent > 3) return null;
  const rest = text.slice(indent);
  const first = rest[0];
  if (first === "`" || first === "~") return openFence(rest, first);
  if (first !== "<") return null;
  if (rest.startsWith("<!--")) {
    return { ends: (line) => line.includes("-->"), endsOnFirst: (line) => line.includes("-->") };
  }
  const raw = /^<(pre|script|style|textarea)(?=[\s>]|$)/i.exec(rest.slice(0, 12));
  if (raw) {
    const closing = `</${raw[1]?.toLowerCase()}>`;
    const closes = (line: string) => line.toLowerCase().includes(closing);
    return { ends: closes, endsOnFirst: closes };
  }
  if (!/^<\/?[a-z]/i.test(rest)) return null;
  // An autolink such as <https://…> is text.
  if (/^<[a-z][a-z0-9+.-]{1,31}:/i.test(rest.slice(0, 40))) return null;
  return { ends: (line) => line.trim() === "", endsOnFirst: () => false };
}

function openFence(rest: string, mark: string): Block | null {
  const length = runLength(rest, mark);
  if (length < 3) return null;
  if (mark === "`" && rest.includes("`", length)) return null;
  return {
    endsOnFirst: () => false,
    ends: (line) => {
      const indent = leadingSpaces(line);
      if (indent > 3) return false;
      const body = line.slice(indent).trimEnd();
      return body.length >= length && runLength(body, mark) === body.length;
    },
  };
}

function leadingSpaces(text: string): number {
  return runLength(text, " ");
}

function runLength(text: string, mark: string): number {
  let length = 0;
  while (text[length] === mark) length += 1;
  return length;
}
