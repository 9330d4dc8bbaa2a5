/**
 * What the folder's own file last said, remembered beside the entries: always local, never sent, and opaque here.
 * Only the newest is kept whole; each older one is kept as what differs in it from the one after it.
 */

/** How many are remembered: an editor may hold a text that is weeks of writings old. One is a few hundred bytes. */
export const agreementsKept = 1024;

/** The remembered values as they stand at one moment. */
export interface Remembered {
  readonly latest: string | null;
  /** Those before the latest, newest first; each is made when it is asked for. */
  readonly earlier: () => Iterable<string>;
}

export const nothingRemembered: Remembered = { latest: null, earlier: () => [] };

type Patch =
  /** As many lines as the newer one has: those that differ, by index. */
  | { readonly lines: readonly (readonly [number, string])[] }
  /** The lines between the first `head` and the last `tail` lines that both have. */
  | { readonly head: number; readonly tail: number; readonly middle: readonly string[] };

/** What makes `older` from `newer`. */
export function patchTo(newer: string, older: string): string {
  const [from, to] = [newer.split("\n"), older.split("\n")];
  return JSON.stringify(from.length === to.length ? lineByLine(from, to) : inTheMiddle(from, to));
}

function lineByLine(from: readonly string[], to: readonly string[]): Patch {
  return { lines: to.flatMap((line, at) => (line === from[at] ? [] : [[at, line] as const])) };
}

function inTheMiddle(from: readonly string[], to: readonly string[]): Patch {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < most - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  return { head, tail, middle: to.slice(head, to.length - tail) };
}

export function applyPatch(newer: string, patch: string): string {
  const from = newer.split("\n");
  const parsed = JSON.parse(patch) as Patch;
  if ("lines" in parsed) {
    for (const [at, line] of parsed.lines) from[at] = line;
    return from.join("\n");
  }
  const { head, tail, middle } = parsed;
  return [...from.slice(0, head), ...middle, ...from.slice(from.length - tail)].join("\n");
}
