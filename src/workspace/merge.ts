/** Two changed versions of one text, line by line, with what they came from in view. */
import { differingNumbers, type Range } from "../core/words/differing.ts";
import { type NumberedLines, numberedLines } from "../core/words/numbered-lines.ts";

export interface Merged {
  readonly text: string;
  /** Places that both sides changed differently; the text holds both versions there. */
  readonly conflicts: number;
}

/** What stands around two versions of a place. */
export interface ConflictMarks {
  readonly ours: string;
  readonly theirs: string;
  readonly end: string;
}

/** HTML comments: they show in no preview. */
export const conflictMarks: ConflictMarks = {
  ours: "<!-- Both sides changed this. From the page: -->",
  theirs: "<!-- From the file: -->",
  end: "<!-- End of what both sides changed. -->",
};

/** Of two devices neither is the one that asks: both merge alike, and write the same text. */
export const deviceMarks: ConflictMarks = {
  ours: "<!-- Two devices changed this. From one: -->",
  theirs: "<!-- From the other: -->",
  end: "<!-- End of what both changed. -->",
};

/** Lines end with a line feed. The work is bounded by the lengths of the texts (`core/words/differing.ts`). */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
  marks: ConflictMarks,
): Merged {
  if (ours === theirs || theirs === base) return { text: ours, conflicts: 0 };
  if (ours === base) return { text: theirs, conflicts: 0 };
  const [head, tail] = sharedEnds([base, ours, theirs]);
  const known = new Map<string, number>();
  const middle = (text: string) => text.slice(head, text.length - tail);
  const from = numberedLines(middle(base), known);
  const left = numberedLines(middle(ours), known);
  const right = numberedLines(middle(theirs), known);
  const merged: string[] = [];
  let conflicts = 0;
  let at = 0;
  const changes = (to: NumberedLines) => differingNumbers(from.numbers, to.numbers, known.size);
  for (const region of regions(changes(left), changes(right))) {
    merged.push(...part(from, at, region.from));
    at = region.to;
    const a = sideOf(left, region, region.ours);
    const b = sideOf(right, region, region.theirs);
    if (region.ours.ranges === 0) merged.push(...b);
    else if (region.theirs.ranges === 0 || same(a, b)) merged.push(...a);
    else {
      conflicts += 1;
      merged.push(marks.ours, ...a, marks.theirs, ...b, marks.end);
    }
  }
  merged.push(...part(from, at, from.numbers.length));
  const text = ours.slice(0, head) + merged.join("\n") + ours.slice(ours.length - tail);
  const nested =
    conflicts > 0 &&
    Object.values(conflictMarks).some((mark) => ours.includes(mark) || theirs.includes(mark));
  return { text: nested ? unnested(text.split("\n")).join("\n") : text, conflicts };
}

/** The lines from one place to another as one text, or nothing: no lines are no empty line. */
function part(
  { text, starts }: NumberedLines,
  from: number,
  to: number,
): readonly [string] | readonly [] {
  return from === to ? [] : [text.slice(starts[from], (starts[to] ?? 0) - 1)];
}

/**
 * Two sides that change what they had changed before are still two sides: marks that would stand within others are left
 * out, and the lines between them stay.
 */
function unnested(lines: readonly string[]): readonly string[] {
  const { ours, theirs, end } = conflictMarks;
  let depth = 0;
  /** Whether the second version of the outermost place has begun. */
  let second = false;
  const kept = lines.filter((line) => {
    if (line === ours) {
      depth += 1;
      if (depth === 1) second = false;
      return depth === 1;
    }
    if (line === theirs && depth > 0) {
      if (depth > 1 || second) return false;
      second = true;
      return true;
    }
    if (line === end && depth > 0) {
      depth -= 1;
      return depth === 0;
    }
    return true;
  });
  // One whose end was taken out ends with the text.
  return depth === 0 ? kept : [...kept, end];
}

/** The greatest length that fits, where each that is shorter than one that fits fits too. */
function longestWhere(fits: (length: number) => boolean, most: number): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many characters of whole lines all begin with, and end with: those need no search. */
function sharedEnds(texts: readonly string[]): readonly [number, number] {
  const [first = "", ...others] = texts;
  const most = Math.min(...texts.map(({ length }) => length));
  const headed = (length: number) =>
    others.every((text) => text.slice(0, length) === first.slice(0, length));
  const line = first.slice(0, longestWhere(headed, most)).lastIndexOf("\n") + 1;
  const end = (text: string, length: number) => text.slice(text.length - length);
  const tailed = (length: number) =>
    others.every((text) => end(text, length) === end(first, length));
  const tail = longestWhere(tailed, most - line);
  // The line feed before a line stays with the middle, which is whole lines.
  const feed = first.indexOf("\n", first.length - tail);
  return [line, feed < 0 ? 0 : first.length - feed - 1];
}

/** A side's changes within a region: how many, and how far its places are shifted before and after. */
interface Side {
  readonly ranges: number;
  readonly before: number;
  readonly after: number;
}

/** Lines of the base that one side changed, or both; changes that touch are one region. */
interface Region {
  readonly from: number;
  readonly to: number;
  readonly ours: Side;
  readonly theirs: Side;
}

function* regions(ours: readonly Range[], theirs: readonly Range[]): Generator<Region> {
  const [left, right] = [
    { ranges: ours, next: 0, shift: 0 },
    { ranges: theirs, next: 0, shift: 0 },
  ];
  for (;;) {
    const first = [left, right].map(({ ranges, next }) => ranges[next]?.fromA ?? Infinity);
    const from = Math.min(...first);
    if (from === Infinity) return;
    let to = from;
    const starts = [left, right].map(({ next, shift }) => ({ next, shift }));
    for (let grown = true; grown; ) {
      grown = false;
      for (const side of [left, right]) {
        const range = side.ranges[side.next];
        if (range === undefined || range.fromA > to) continue;
        to = Math.max(to, range.toA);
        side.shift = range.toB - range.toA;
        side.next += 1;
        grown = true;
      }
    }
    const [a, b] = [left, right].map((side, index) => ({
      ranges: side.next - (starts[index]?.next ?? 0),
      before: starts[index]?.shift ?? 0,
      after: side.shift,
    })) as [Side, Side];
    yield { from, to, ours: a, theirs: b };
  }
}

function sideOf(lines: NumberedLines, { from, to }: Region, side: Side): readonly string[] {
  return part(lines, from + side.before, to + side.after);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a[0] === b[0];
}
