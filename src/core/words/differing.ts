/**
 * Where two lists of words or lines differ. What both hold once is matched first (patience diff), so most of a text
 * falls into small gaps; a gap is searched for a shortest edit (E. Myers, "An O(ND) Difference Algorithm", 1986). The
 * work is bounded: where it is used up, what is left of a gap counts as different.
 */

/** `a[fromA..toA)` stands in one list where `b[fromB..toB)` stands in the other. */
export interface Range {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Steps for all gaps together, and edits that one search looks ahead. */
const mostSteps = 250_000;
const mostEdits = 400;
/** What is matched first divides a gap; gaps of gaps are not divided for ever. */
const mostDivisions = 24;

/** The places where the lists differ, in order; none touches the next. */
export function differing(a: readonly string[], b: readonly string[]): readonly Range[] {
  const known = new Map<string, number>();
  return differingNumbers(numbered(a, known), numbered(b, known), known.size);
}

/** The same for lists of numbers below `kinds`. */
export function differingNumbers(a: Int32Array, b: Int32Array, kinds: number): readonly Range[] {
  return rangesBetween(matchAll({ a, b }, kinds), b.length);
}

function numbered(list: readonly string[], known: Map<string, number>): Int32Array {
  const out = new Int32Array(list.length);
  // Indices, here and below: an iterator takes five times as long, and a megabyte has 100,000 lines.
  for (let at = 0; at < list.length; at += 1) {
    const part = list[at] ?? "";
    const number = known.get(part);
    out[at] = number ?? known.size;
    if (number === undefined) known.set(part, known.size);
  }
  return out;
}

interface Lists {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** For each place in `a`, the place in `b` that it is matched with; -1 for none. */
function matchAll(lists: Lists, kinds: number): Int32Array {
  const { a, b } = lists;
  const matches = new Int32Array(a.length).fill(-1);
  const count = {
    inA: new Int32Array(kinds),
    inB: new Int32Array(kinds),
    at: new Int32Array(kinds),
  };
  const work = { steps: mostSteps };
  const gaps = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length, divided: 0 }];
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    const rest = matchEnds(lists, gap, matches);
    if (rest.fromA === rest.toA || rest.fromB === rest.toB) continue;
    const { divided } = gap;
    countIn(lists, rest, count);
    const anchors = divided < mostDivisions ? anchorsIn(lists, rest, count) : [];
    if (anchors.length === 0) {
      searchGap(lists, rest, count, matches, work);
      continue;
    }
    let [fromA, fromB] = [rest.fromA, rest.fromB];
    for (const [atA, atB] of anchors) {
      matches[atA] = atB;
      gaps.push({ fromA, toA: atA, fromB, toB: atB, divided: divided + 1 });
      [fromA, fromB] = [atA + 1, atB + 1];
    }
    gaps.push({ ...rest, fromA, fromB, divided: divided + 1 });
  }
  return matches;
}

/** Matches what both begin and end with; gives what lies between. */
function matchEnds({ a, b }: Lists, gap: Range, matches: Int32Array): Range {
  let { fromA, toA, fromB, toB } = gap;
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) matches[fromA++] = fromB++;
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) matches[--toA] = --toB;
  return { fromA, toA, fromB, toB };
}

interface Counts {
  readonly inA: Int32Array;
  readonly inB: Int32Array;
  /** Where in `b` it was seen last. */
  readonly at: Int32Array;
}

type Anchor = readonly [atA: number, atB: number];

function countIn({ a, b }: Lists, gap: Range, { inA, inB, at }: Counts): void {
  const { fromA, toA, fromB, toB } = gap;
  if (inA.length <= toA - fromA + toB - fromB) {
    inA.fill(0);
    inB.fill(0);
  } else {
    for (let i = fromA; i < toA; i += 1) inA[a[i] ?? 0] = inB[a[i] ?? 0] = 0;
    for (let j = fromB; j < toB; j += 1) inA[b[j] ?? 0] = inB[b[j] ?? 0] = 0;
  }
  for (let i = fromA; i < toA; i += 1) inA[a[i] ?? 0] = (inA[a[i] ?? 0] ?? 0) + 1;
  for (let j = fromB; j < toB; j += 1) {
    const kind = b[j] ?? 0;
    inB[kind] = (inB[kind] ?? 0) + 1;
    at[kind] = j;
  }
}

/** What stands once on each side, as many of it as keep their order. */
function anchorsIn(
  { a }: Lists,
  { fromA, toA }: Range,
  { inA, inB, at }: Counts,
): readonly Anchor[] {
  const once: Anchor[] = [];
  // Few kinds, as in a text of blank lines, are looked through faster than their places.
  if (inA.length <= toA - fromA && !inA.some((count, kind) => count === 1 && inB[kind] === 1)) {
    return once;
  }
  for (let i = fromA; i < toA; i += 1) {
    const kind = a[i] ?? 0;
    if (inA[kind] === 1 && inB[kind] === 1) once.push([i, at[kind] ?? 0]);
  }
  return longestRising(once);
}

/** The longest part whose second places rise. */
function longestRising(pairs: readonly Anchor[]): readonly Anchor[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (let index = 0; index < pairs.length; index += 1) {
    const place = pairs[index]?.[1] ?? 0;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const chosen: Anchor[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.reverse();
}

/** What only one side holds within the gap can't be matched: it is left out before the search. */
function searchGap(
  { a, b }: Lists,
  gap: Range,
  { inA, inB }: Counts,
  matches: Int32Array,
  work: { steps: number },
): void {
  const { fromA, toA, fromB, toB } = gap;
  const [left, right] = [sharedIn(a, fromA, toA, inB), sharedIn(b, fromB, toB, inA)];
  if (left.places.length === 0 || right.places.length === 0) return;
  const found = new Int32Array(left.places.length).fill(-1);
  searchAll({ a: left.kinds, b: right.kinds }, found, work);
  for (let i = 0; i < found.length; i += 1) {
    const j = found[i] ?? -1;
    if (j >= 0) matches[left.places[i] ?? 0] = right.places[j] ?? 0;
  }
}

/** What of `list` stands on the other side too, and where. */
function sharedIn(list: Int32Array, from: number, to: number, there: Int32Array) {
  const places = new Int32Array(to - from);
  const kinds = new Int32Array(to - from);
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const kind = list[at] ?? 0;
    if (there[kind] === 0) continue;
    places[count] = at;
    kinds[count] = kind;
    count += 1;
  }
  return { places: places.subarray(0, count), kinds: kinds.subarray(0, count) };
}

/** Myers's search from the beginning, as far as the look-ahead goes; then on from where it came furthest. */
function searchAll(lists: Lists, matches: Int32Array, work: { steps: number }): void {
  let rest: Range = { fromA: 0, toA: lists.a.length, fromB: 0, toB: lists.b.length };
  while (rest.fromA < rest.toA && rest.fromB < rest.toB && work.steps > 0) {
    const { toA, toB } = rest;
    const [fromA, fromB] = matchAhead(lists, rest, matches, work);
    if (fromA === rest.fromA && fromB === rest.fromB) return;
    rest = { fromA, toA, fromB, toB };
  }
}

/** Matches along the path that came furthest; gives where it ended. */
function matchAhead(
  { a, b }: Lists,
  { fromA, toA, fromB, toB }: Range,
  matches: Int32Array,
  work: { steps: number },
): readonly [number, number] {
  const [lengthA, lengthB] = [toA - fromA, toB - fromB];
  // reach[edits][diagonal + edits]: how far along `a` that diagonal goes after so many edits.
  const reach: Int32Array[] = [];
  let [bestEdits, bestDiagonal, bestSum] = [0, 0, -1];
  // Plain numbers: this is where the time of a merge goes.
  let { steps } = work;
  for (let edits = 0; edits <= mostEdits && steps > 0; edits += 1) {
    const last = reach[edits - 1];
    const now = new Int32Array(2 * edits + 1).fill(-1);
    reach.push(now);
    // Beyond these a diagonal leaves the gap.
    const most = Math.min(edits, lengthA + ((edits - lengthA) & 1));
    const least = Math.max(-edits, -(lengthB + ((edits - lengthB) & 1)));
    for (let diagonal = least; diagonal <= most; diagonal += 2) {
      let x = last === undefined ? 0 : startOn(last, edits, diagonal);
      steps -= 1;
      if (x < 0 || x > lengthA || x - diagonal < 0 || x - diagonal > lengthB) continue;
      const start = x;
      const end = Math.min(lengthA, lengthB + diagonal);
      const shift = fromB - diagonal;
      while (x < end && a[fromA + x] === b[shift + x]) x += 1;
      now[diagonal + edits] = x;
      steps -= (x - start) >> 4;
      const sum = 2 * x - diagonal;
      if (sum > bestSum) [bestEdits, bestDiagonal, bestSum] = [edits, diagonal, sum];
    }
    if (bestSum === lengthA + lengthB) break;
  }
  work.steps = steps;
  const best = { edits: bestEdits, diagonal: bestDiagonal };
  return walkBack(reach, best, { fromA, fromB }, matches);
}

/** Where a diagonal begins after one more edit: from the neighbour that goes further. */
function startOn(last: Int32Array, edits: number, diagonal: number): number {
  const index = diagonal + edits - 2;
  const across = index < 0 ? -1 : (last[index] ?? -1);
  const down = index + 2 >= last.length ? -1 : (last[index + 2] ?? -1);
  return Math.max(across < 0 ? -1 : across + 1, down);
}

function walkBack(
  reach: readonly Int32Array[],
  best: { readonly edits: number; readonly diagonal: number },
  { fromA, fromB }: { readonly fromA: number; readonly fromB: number },
  matches: Int32Array,
): readonly [number, number] {
  let { diagonal } = best;
  const end = reach[best.edits]?.[diagonal + best.edits] ?? 0;
  let x = end;
  for (let edits = best.edits; edits >= 0; edits -= 1) {
    const last = reach[edits - 1];
    const start = last === undefined ? 0 : startOn(last, edits, diagonal);
    for (; x > start; x -= 1) matches[fromA + x - 1] = fromB + x - 1 - diagonal;
    if (last === undefined) break;
    const across = last[diagonal - 1 + edits - 1] ?? -1;
    const deleted = diagonal - 1 >= -(edits - 1) && across >= 0 && across + 1 === start;
    diagonal += deleted ? -1 : 1;
    x = deleted ? start - 1 : start;
  }
  return [fromA + end, fromB + end - best.diagonal];
}

function rangesBetween(matches: Int32Array, lengthB: number): readonly Range[] {
  const ranges: Range[] = [];
  let [fromA, fromB] = [0, 0];
  for (let atA = 0; atA <= matches.length; atA += 1) {
    const atB = atA === matches.length ? lengthB : (matches[atA] ?? -1);
    if (atB < 0) continue;
    if (atA > fromA || atB > fromB) ranges.push({ fromA, toA: atA, fromB, toB: atB });
    fromA = atA + 1;
    fromB = atB + 1;
  }
  return ranges;
}
