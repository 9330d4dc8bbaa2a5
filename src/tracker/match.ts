/** Which line of a file is which item, and which row is which paper. */
import type { PaperId } from "../core/content/curriculum.ts";
import { editDistance, plainName } from "../core/content/names.ts";
import { type DesiredItem, itemLine } from "./desired.ts";
import type { FoundItem, FoundRow, Scan } from "./scan.ts";
import { cellName, type RowNames } from "./vocabulary.ts";

export interface MatchedLine {
  readonly found: FoundItem;
  /** Null for a line that is new. */
  readonly item: DesiredItem | null;
}

export interface MatchedList {
  readonly lines: readonly MatchedLine[];
  /** Items that have no line. */
  readonly missing: readonly DesiredItem[];
}

/**
 * Pairs lines with items by their text, in order. With `edited`, a line and an item that are left over and
 * resemble each other are the same line with an edited text.
 */
export function matchList(
  found: readonly FoundItem[],
  items: readonly DesiredItem[],
  match: "exact" | "edited",
): MatchedList {
  const pairs = commonRun(
    found.map(({ text }) => text.text),
    items.map(itemLine),
  );
  const itemOf = new Map<FoundItem, DesiredItem>();
  const used = new Set<DesiredItem>();
  const pair = (line: FoundItem | undefined, item: DesiredItem | undefined) => {
    if (line === undefined || item === undefined) return;
    itemOf.set(line, item);
    used.add(item);
  };
  for (const [line, item] of pairs) pair(found[line], items[item]);
  // A line that moved has the text of an item elsewhere in the list.
  const byText = new Map(
    items.filter((item) => !used.has(item)).map((item) => [itemLine(item), item]),
  );
  for (const line of found) {
    if (itemOf.has(line)) continue;
    const item = byText.get(line.text.text);
    if (item !== undefined && !used.has(item)) pair(line, item);
  }
  if (match === "edited") pairSimilar(found, items, itemOf, used, pair);
  return {
    lines: found.map((line) => ({ found: line, item: itemOf.get(line) ?? null })),
    missing: items.filter((item) => !used.has(item)),
  };
}

function pairSimilar(
  found: readonly FoundItem[],
  items: readonly DesiredItem[],
  itemOf: ReadonlyMap<FoundItem, DesiredItem>,
  used: ReadonlySet<DesiredItem>,
  pair: (line: FoundItem, item: DesiredItem) => void,
): void {
  const lines = found.filter((line) => !itemOf.has(line)).slice(0, 100);
  for (const item of items) {
    if (used.has(item)) continue;
    const ranked = lines
      .filter((line) => !itemOf.has(line))
      .map((line) => ({ line, likeness: likeness(line.text.text, itemLine(item)) }))
      .filter((candidate) => candidate.likeness >= 0.5)
      .sort((a, b) => b.likeness - a.likeness);
    const best = ranked[0];
    if (best !== undefined) pair(best.line, item);
  }
}

/** 1 for the same text, 0 for nothing in common. Long texts are compared by their heads. */
function likeness(a: string, b: string): number {
  const [left, right] = [a.slice(0, 200), b.slice(0, 200)];
  const longer = Math.max(left.length, right.length, 1);
  return 1 - editDistance(left, right) / longer;
}

/**
 * A longest common subsequence of texts, as pairs of indices. Lists are short where it matters: a file with
 * thousands of lines under one heading is matched by text alone.
 */
function commonRun(a: readonly string[], b: readonly string[]): readonly [number, number][] {
  if (a.length * b.length > 250_000) return [];
  const lengths = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] as number[];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

export interface MatchedRow {
  readonly found: FoundRow;
  readonly table: string;
  /** Null for a row that is new. */
  readonly paper: PaperId | null;
  /** The paper has a row further up already. */
  readonly repeated: boolean;
}

export function matchRows(scan: Scan, names: RowNames): readonly MatchedRow[] {
  const seen = new Set<PaperId>();
  return [...scan.tables].flatMap(([table, { rows }]) =>
    rows.map((found) => {
      const paper = names.get(plainName(cellName(found.name.text))) ?? null;
      const repeated = paper !== null && seen.has(paper);
      if (paper !== null) seen.add(paper);
      return { found, table, paper, repeated };
    }),
  );
}
