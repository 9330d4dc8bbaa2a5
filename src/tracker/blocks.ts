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

export interface Blocks {
  readonly lines: readonly Line[];
  /** The line that opens code or a comment which never ends. */
  readonly unclosed: Line | null;
}

export function splitLines(source: string): readonly Line[] {
  return blocksIn(source).lines;
}

export function blocksIn(source: string): Blocks {
  const lines: Line[] = [];
  let opener: Line | null = null;
  let swallowed: Line | null = null;
  let block = openFrontMatter(source);
  /** How far the text of the list item that a line may belong to is indented; 0 outside of lists. */
  let item = 0;
  /** Whether the line before is of a paragraph, and whether of one at the margin. */
  let paragraph = false;
  let afterText = false;
  let emptyItem = false;
  // A byte order mark is no part of the first line.
  let start = source.startsWith("\ufeff") ? 1 : 0;
  while (start < source.length) {
    const newline = source.indexOf("\n", start);
    const next = newline < 0 ? source.length : newline + 1;
    const stop = newline < 0 ? source.length : newline;
    const end = stop > start && source[stop - 1] === "\r" ? stop - 1 : stop;
    const text = source.slice(start, end);
    const blank = text.trim() === "";
    const indent = leadingSpaces(text);
    // A block inside a list item ends with the item (CommonMark 0.31 section 5.2).
    if (block !== null && !blank && indent < block.within) block = null;
    // An item that begins with a blank line and then another has ended.
    if (blank && emptyItem) item = 0;
    emptyItem = block === null && emptyMarker.test(text);
    // A line that only goes on with the item's paragraph stays in the item, however it is indented.
    const goesOn: boolean =
      paragraph && ![endsParagraph, opensContainer, opensBlock].some((form) => form.test(text));
    if (block === null && !blank && indent < item && !goesOn) item = 0;
    if (block === null) item = itemContent(text, item);
    const inside = blank || indent < item ? 0 : item;
    const opened: Block | null =
      block === null ? openBlock(text.slice(inside), inside, afterText) : null;
    const opaque: boolean = block !== null || opened !== null;
    paragraph = !opaque && !blank && !endsParagraph.test(text);
    afterText = paragraph && !opensContainer.test(text);
    const line: Line = { start, end, next, number: lines.length + 1, text, opaque };
    lines.push(line);
    if (opened !== null) {
      block = opened.endsOnFirst(text) ? null : opened;
      opener = line;
    } else if (block?.ends(text.slice(block.within), lines.length)) {
      // The end of the tracker's own comment is not the one that the learner forgot.
      if (opener?.text.trimStart().startsWith("<!--") && ownComment.test(text)) swallowed = opener;
      block = null;
    }
    start = next;
  }
  const open = block !== null && opener !== null && /^[\s>]*(?:```|~~~|<!--)/.test(opener.text);
  return { lines, unclosed: open ? opener : swallowed };
}

const ownComment = /<!-- study:[0-9a-z]{4,16} -->/;

interface Block {
  /** The indentation of the list item that it stands in. */
  readonly within: number;
  /** Whether `text`, a line after the first, is the block's last. */
  ends(text: string, lineNumber: number): boolean;
  endsOnFirst(text: string): boolean;
}

/** YAML properties that an editor such as Obsidian keeps at the head of a file. */
function openFrontMatter(source: string): Block | null {
  if (!/^\ufeff?---[ \t]*\r?\n/.test(source.slice(0, 80))) return null;
  if (!/\n---[ \t]*(\r?\n|$)/.test(source.slice(3, 20_000))) return null;
  return {
    within: 0,
    ends: (text, lineNumber) => lineNumber > 1 && text.trimEnd() === "---",
    endsOnFirst: () => false,
  };
}

/** Where the text of a list item begins, for a line that begins one at the margin; else as it was. */
function itemContent(text: string, item: number): number {
  const marker = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?: {1,4}(?=\S)|[ \t]*$)/.exec(text);
  if (marker === null || endsParagraph.test(text)) return item;
  return marker[0].trimEnd().length + Math.max(1, marker[0].length - marker[0].trimEnd().length);
}

/** Headings and thematic breaks: no paragraph goes on behind them. */
const endsParagraph = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|([-*_])(?:[ \t]*\1){2,}[ \t]*$)/;
const emptyMarker = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]*$/;
/** Quotes and list items: they hold paragraphs of their own. */
const opensContainer = /^ {0,3}(?:>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))/;
const opensBlock = /^ {0,3}(?:```|~~~|<)/;

/** Comments, instructions, declarations and CDATA, with what ends them (start conditions 2 to 5). */
const delimited: readonly (readonly [RegExp, string])[] = [
  [/^<!--/, "-->"],
  [/^<\?/, "?>"],
  [/^<![A-Za-z]/, ">"],
  [/^<!\[CDATA\[/, "]]>"],
];

/** The tags that begin a block wherever they stand (CommonMark 0.31 section 4.6, start condition 6). */
const blockTag =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>]|\/>|$)/i;

/** The block that `text` opens inside a list item of that indentation, after CommonMark 0.31 sections 4.5 (fences) and 4.6 (HTML). */
function openBlock(text: string, within: number, afterText: boolean): Block | null {
  const indent = leadingSpaces(text);
  if (indent > 3) return null;
  const rest = text.slice(indent);
  const first = rest[0];
  if (first === "`" || first === "~") return openFence(rest, first, within);
  if (first !== "<") return null;
  const [, closing] = delimited.find(([opening]) => opening.test(rest)) ?? [];
  if (closing !== undefined) {
    const closes = (line: string) => line.includes(closing);
    return { within, ends: closes, endsOnFirst: closes };
  }
  const raw = /^<(pre|script|style|textarea)(?=[\s>]|$)/i.exec(rest.slice(0, 12));
  if (raw) {
    const end = `</${raw[1]?.toLowerCase()}>`;
    const closes = (line: string) => line.toLowerCase().includes(end);
    return { within, ends: closes, endsOnFirst: closes };
  }
  const named = blockTag.test(rest.slice(0, 16));
  // Any other tag opens a block only by itself on its line, and not in the middle of a paragraph.
  const alone = !afterText && /^<\/?[a-z][^<>]*>[ \t]*$/i.test(rest);
  if (!named && !alone) return null;
  return { within, ends: (line) => line.trim() === "", endsOnFirst: () => false };
}

function openFence(rest: string, mark: string, within: number): Block | null {
  const length = runLength(rest, mark);
  if (length < 3) return null;
  if (mark === "`" && rest.includes("`", length)) return null;
  return {
    within,
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
