/**
 * Markdown in pieces that can be shown one by one: each piece means what it means in the whole. A piece ends at a blank
 * line behind which something begins that belongs to nothing before it. Where that can't be told, the piece goes on.
 */

const fence = /^ {0,3}(`{3,}|~{3,})/;
const fenceInList = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;
const mathFence = /^\s*(\${2,})[^$]*$/;
const listItem = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const definition = /^ {0,3}\[(?!\^)[^\]]+\]:\s*\S/;
const footnote = /^ {0,3}\[\^[^\]]+\]:/m;

export function blocksOf(text: string): readonly string[] {
  // Footnotes are numbered through the whole text and stand at its end.
  if (footnote.test(text)) return [text];
  const { blocks, definitions } = split(text.split("\n"));
  if (definitions.length === 0) return blocks;
  const known = `\n\n${definitions.join("\n")}`;
  return blocks.map((block) => (block.includes("[") ? block + known : block));
}

interface Split {
  readonly blocks: readonly string[];
  /** Lines that say where a name in brackets leads to, for all blocks. */
  readonly definitions: readonly string[];
}

function split(lines: readonly string[]): Split {
  const blocks: string[] = [];
  const definitions: string[] = [];
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
  return { blocks, definitions };
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
