/** Marks of Markdown around what is selected: put there, or taken away where they are. */

export interface Formatted {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** What is selected afterwards. */
  readonly select: readonly [from: number, to: number];
}

/** With nothing selected the word at the cursor is meant; with no word there, the cursor stands between the marks. */
export function toggleMark(text: string, at: number, end: number, mark: string): Formatted {
  const [from, to] = at === end ? wordAt(text, at) : trimmed(text, at, end);
  const { length } = mark;
  const inner = text.slice(from, to);
  if (
    text.slice(from - length, from) === mark &&
    text.slice(to, to + length) === mark &&
    !isLonger(text, from - length, to + length, mark)
  ) {
    return {
      from: from - length,
      to: to + length,
      insert: inner,
      select: [from - length, to - length],
    };
  }
  if (
    inner.length >= 2 * length &&
    inner.startsWith(mark) &&
    inner.endsWith(mark) &&
    !isLonger(inner, 0, inner.length, mark)
  ) {
    const bare = inner.slice(length, -length);
    return { from, to, insert: bare, select: [from, from + bare.length] };
  }
  return { from, to, insert: mark + inner + mark, select: [from + length, to + length] };
}

/** `**` around a word is no `*` around it. */
function isLonger(text: string, from: number, to: number, mark: string): boolean {
  if (mark !== "*") return false;
  const begins = /^\*+/.exec(text.slice(from))?.[0].length ?? 0;
  const before = /\*+$/.exec(text.slice(0, from))?.[0].length ?? 0;
  const behind = /^\*+/.exec(text.slice(to))?.[0].length ?? 0;
  return begins + before === 2 || (before > 0 && behind > 0 && before % 2 === 1);
}

function wordAt(text: string, at: number): readonly [number, number] {
  const word = /[\p{L}\p{N}_-]/u;
  let [from, to] = [at, at];
  while (from > 0 && word.test(text[from - 1] ?? "")) from -= 1;
  while (to < text.length && word.test(text[to] ?? "")) to += 1;
  return [from, to];
}

function trimmed(text: string, from: number, to: number): readonly [number, number] {
  const inner = text.slice(from, to);
  const start = from + (inner.length - inner.trimStart().length);
  return start >= to ? [from, to] : [start, to - (inner.length - inner.trimEnd().length)];
}

/** A link with the selection as its words, or as its address where it is one; the cursor is where the rest goes. */
export function asLink(text: string, from: number, to: number): Formatted {
  const said = text.slice(from, to);
  if (/^https?:\/\/\S+$/.test(said)) {
    return { from, to, insert: `[](${said})`, select: [from + 1, from + 1] };
  }
  const at = from + said.length + 3;
  return { from, to, insert: `[${said}]()`, select: [at, at] };
}
