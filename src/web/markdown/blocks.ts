/**
 * Markdown in pieces that can be shown one by one: each piece means what it means in the whole. A piece ends at a blank
 * line behind which something begins that belongs to nothing before it. Where that can't be told, the piece goes on.
 */
import { type Footnote, footnoteLine, withFootnotes } from "./footnotes.ts";

const fence = /^ {0,3}(`{3,}|~{3,})/;
const fenceInList = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;
const mathFence = /^\s*(\${2,})[^$]*$/;
const listItem = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const definition = /^ {0,3}\[(?!\^)[^\]]+\]:\s*\S/;
/** What begins something else, so that it does not go on with a footnote's paragraph. */
const beginning = /^ {0,3}(?:#{1,6}(?:\s|$)|>|[-*_](?:\s*[-*_]){2,}\s*$|\|)/;

export function blocksOf(text: string): readonly string[] {
  const { blocks, definitions, notes } = split(text.split("\n"));
  const shown = definitions.length === 0 ? blocks : withDefinitions(blocks, definitions);
  return notes.length === 0 ? shown : withFootnotes(shown, notes);
}

/** Each block with the definitions of the names that it has in brackets. */
function withDefinitions(
  blocks: readonly string[],
  definitions: readonly string[],
): readonly string[] {
  const plain = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();
  const known = new Map<string, string>();
  for (const line of definitions) {
    const name = plain(/\[((?:[^\]\\]|\\.)+)\]/.exec(line)?.[1] ?? "");
    if (!known.has(name)) known.set(name, line);
  }
  return blocks.map((block) => {
    const names = block.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g);
    const lines = new Set([...names].flatMap(([, name = ""]) => known.get(plain(name)) ?? []));
    return lines.size === 0 ? block : `${block}\n\n${[...lines].join("\n")}`;
  });
}

interface Split {
  readonly blocks: readonly string[];
  /** Lines that say where a name in brackets leads to, for all blocks. */
  readonly definitions: readonly string[];
  readonly notes: readonly Footnote[];
}

function split(lines: readonly string[]): Split {
  const blocks: string[] = [];
  const definitions: string[] = [];
  const notes: { name: string; lines: string[] }[] = [];
  let note: { name: string; lines: string[] } | null = null;
  let open: string[] = [];
  let inList = false;
  let until: RegExp | null = null;
  let blank = false;
  for (const line of lines) {
    if (until !== null) {
      open.push(line);
      if (until.test(line)) until = null;
      continue;
    }
    if (note !== null && goesOn(note.lines, line)) {
      note.lines.push(line.replace(/^(?: {4}|\t)/, "").trimEnd());
      continue;
    }
    const [, name, first = ""] = (line.includes("[^") ? footnoteLine.exec(line) : null) ?? [];
    if (name !== undefined) {
      note = { name: name.toLowerCase(), lines: [first.trimEnd()] };
      notes.push(note);
      continue;
    }
    if (note !== null) {
      note = null;
      blank = true;
      open.push("");
    }
    if (line.trim() === "") {
      blank = true;
      open.push(line);
      continue;
    }
    const begins = blank && /^\S/.test(line) && !listItem.test(line);
    if (begins && open.some((one) => one.trim() !== "")) {
      blocks.push(open.join("\n"));
      open = [];
    }
    if (begins) inList = false;
    if (listItem.test(line)) inList = true;
    // Within a paragraph it is text; behind another one it is not.
    const free = blank || open.length === 0 || open.at(-1) === definitions.at(-1);
    if (free && definition.test(line)) definitions.push(line);
    blank = false;
    open.push(line);
    until = endOf(line, inList);
  }
  if (open.some((one) => one.trim() !== "")) blocks.push(open.join("\n"));
  return { blocks, definitions, notes };
}

/** Whether a line belongs to the footnote before it: indented, or a paragraph that goes on. */
function goesOn(lines: readonly string[], line: string): boolean {
  if (line.trim() === "" || /^(?: {4}|\t)/.test(line)) return true;
  const before = lines.at(-1) ?? "";
  if (before === "" || footnoteLine.test(line) || listItem.test(line)) return false;
  return !fence.test(line) && !beginning.test(line);
}

/** What ends the code or math that the line begins; null for a line that begins none. */
function endOf(line: string, inList: boolean): RegExp | null {
  const mark = (inList ? fenceInList : fence).exec(line)?.[1];
  if (mark !== undefined) {
    // Backticks behind the opening ones make it code within a line.
    if (mark.startsWith("`") && line.slice(line.indexOf(mark) + mark.length).includes("`"))
      return null;
    return new RegExp(`^\\s*\\${mark[0]}{${mark.length},}\\s*$`);
  }
  const dollars = mathFence.exec(line)?.[1];
  return dollars === undefined ? null : new RegExp(`^\\s*\\\${${dollars.length},}\\s*$`);
}
