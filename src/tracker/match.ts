/** Which line of a file is which item, and which row is which paper. */
import type { PaperId } from "../core/content/curriculum.ts";
import { editDistance, plainName } from "../core/content/names.ts";
import type { Line } from "./blocks.ts";
import { type DesiredItem, itemLine } from "./desired.ts";
import { plainWords } from "./plain.ts";
import type { FoundItem, FoundList, FoundRow, FoundText, Scan } from "./scan.ts";
import { part } from "./shapes/span.ts";
import { tailOf } from "./shapes/tail.ts";
import { namesIn, type RowNames } from "./vocabulary.ts";

export interface MatchedLine {
  readonly found: FoundItem;
  /** Null for a line that is new. */
  readonly item: DesiredItem | null;
  /** The item's words in the line, or those of a new item; what stands behind them is the learner's. */
  readonly words: FoundText;
  /** Whether the words are the item's own; else the line stands in its place. */
  readonly same: boolean;
}

export interface MatchedList {
  /** Lines that are items or may be; empty ones that stand in no item's place are left out. */
  readonly lines: readonly MatchedLine[];
  /** Items that have no line, nor an empty one in their place, and whose words are nowhere in the section. */
  readonly missing: readonly DesiredItem[];
  /** Items whose words stand in a line of another shape. */
  readonly misshapen: readonly { readonly item: DesiredItem; readonly line: Line }[];
}

/** An item with the texts that its line may have: those of today and of the last agreement. */
interface Wanted {
  readonly item: DesiredItem;
  readonly texts: string[];
}

interface Pairing {
  readonly found: FoundItem;
  readonly wanted: Wanted;
  readonly words: FoundText;
  readonly same: boolean;
}

/**
 * Pairs lines with items by their words. An id may come twice among the items, with two texts. With `edited`, a line
 * and an item that are left over are the same where they resemble each other, or stand alone between the same
 * neighbours.
 */
export function matchList(
  list: Pick<FoundList, "items" | "others">,
  items: readonly DesiredItem[],
  match: "exact" | "edited",
): MatchedList {
  const wanted = wantedOf(items);
  const pairs = new Map<FoundItem, Pairing>();
  const taken = new Set<Wanted>();
  pairByWords(list, wanted, pairs, taken);
  const held = new Set<Wanted>();
  if (match === "edited") {
    pairSimilar(list.items, wanted, pairs, taken);
    for (const one of pairInPlace(list.items, wanted, pairs, taken)) held.add(one);
  }
  const lines = [...list.items, ...list.others.filter((found) => pairs.has(found))].flatMap(
    (found): MatchedLine[] => {
      const pair = pairs.get(found);
      if (pair !== undefined) {
        return [{ found, item: pair.wanted.item, words: pair.words, same: pair.same }];
      }
      if (found.text.text === "") return [];
      return [{ found, item: null, words: newWords(found.text), same: false }];
    },
  );
  const left = wanted.filter((one) => !taken.has(one) && !held.has(one));
  // A line with a box is an item by its form, known or new.
  const rest = list.others.filter((found) => !pairs.has(found));
  const misshapen = left.length === 0 ? [] : misshapenIn(left, rest);
  const written = new Set(misshapen.map(({ item }) => item));
  return {
    lines,
    missing: left.map(({ item }) => item).filter((item) => !written.has(item)),
    misshapen,
  };
}

/** `- DONE …`, `… ✓`, a row of a table: whatever is around them, the words are there. */
function misshapenIn(
  left: readonly Wanted[],
  rest: readonly FoundItem[],
): MatchedList["misshapen"] {
  const said = rest.map(({ line }) => ({ line, words: lettersOf(line.text) }));
  return left.flatMap(({ item, texts }) => {
    const sought = texts.map(lettersOf).filter((words) => words.length >= leastSought);
    const found = said.find(({ words }) => sought.some((one) => words.includes(one)));
    return found === undefined ? [] : [{ item, line: found.line }];
  });
}

/** Shorter texts may stand in any line. */
const leastSought = 10;

/** Letters and digits alone, with a blank between words and at both ends. */
function lettersOf(text: string): string {
  return ` ${plainWords(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

function wantedOf(items: readonly DesiredItem[]): readonly Wanted[] {
  const byId = new Map<string, Wanted>();
  for (const item of items) {
    const known = byId.get(item.id);
    const texts = item.label === null ? [item.text] : [itemLine(item), item.text];
    if (known === undefined) byId.set(item.id, { item, texts });
    else known.texts.push(...texts);
  }
  return [...byId.values()];
}

/** The words of a line that is new: without what a plugin put behind them. */
function newWords(text: FoundText): FoundText {
  return part(text, 0, tailOf(text.text).words);
}

function pairByWords(
  { items, others }: Pick<FoundList, "items" | "others">,
  wanted: readonly Wanted[],
  pairs: Map<FoundItem, Pairing>,
  taken: Set<Wanted>,
): void {
  const waiting = new Map<string, Wanted[]>();
  // The first of several with one text comes first: the queues are emptied from their ends.
  for (const one of [...wanted].reverse()) {
    for (const words of new Set(one.texts.map(plainWords))) {
      const queue = waiting.get(words);
      if (queue === undefined) waiting.set(words, [one]);
      else queue.push(one);
    }
  }
  const take = (words: FoundText): Wanted | null => {
    const queue = waiting.get(plainWords(words.text));
    while (queue !== undefined && queue.length > 0) {
      const one = queue.pop() as Wanted;
      if (!taken.has(one)) return one;
    }
    return null;
  };
  const attempt = (found: FoundItem, words: FoundText): boolean => {
    if (pairs.has(found) || words.text === "") return pairs.has(found);
    const one = take(words);
    if (one === null) return false;
    taken.add(one);
    pairs.set(found, { found, wanted: one, words: shortest(words), same: true });
    return true;
  };
  for (const found of items) attempt(found, found.text);
  for (const lines of [items, others]) {
    for (const found of lines) {
      if (taken.size === wanted.length) return;
      if (pairs.has(found)) continue;
      for (const words of readings(found)) if (attempt(found, words)) break;
    }
  }
}

/** Without a comment or a hard break behind the words, which say none of them. */
function shortest(words: FoundText): FoundText {
  if (!/[>\\]$/.test(words.text)) return words;
  const said = plainWords(words.text);
  const end = tailOf(words.text).ends.findLast(
    (at) => plainWords(words.text.slice(0, at)) === said,
  );
  return end === undefined ? words : part(words, 0, end);
}

/** What a line's words may be: all of it, with the lines that go on with it, and less and less of its end. */
function* readings({ text, wrapped }: FoundItem): Generator<FoundText> {
  yield text;
  if (wrapped !== null) {
    // The paragraph may go on further than the item.
    let end = wrapped.text.length;
    while (end > text.text.length) {
      yield part(wrapped, 0, end);
      end = wrapped.text.lastIndexOf("\n", end - 1);
      if (end > 0 && wrapped.text[end - 1] === "\r") end -= 1;
    }
    for (const at of tailOf(wrapped.text).ends) yield part(wrapped, 0, at);
  }
  for (const end of tailOf(text.text).ends) yield part(text, 0, end);
}

/** More leftovers than a person edits between two savings are matched by their places alone. */
const mostCompared = 24;

function pairSimilar(
  items: readonly FoundItem[],
  wanted: readonly Wanted[],
  pairs: Map<FoundItem, Pairing>,
  taken: Set<Wanted>,
): void {
  const lines = items.filter((found) => !pairs.has(found) && found.text.text !== "");
  const open = wanted.filter((one) => !taken.has(one));
  if (lines.length > mostCompared || open.length > mostCompared) return;
  const ranked = lines
    .flatMap((found) => {
      const words = newWords(found.text);
      const plain = plainWords(words.text);
      return open.map((one) => ({
        found,
        words,
        one,
        likeness: Math.max(...one.texts.map((text) => likeness(plain, plainWords(text)))),
      }));
    })
    .filter((pair) => pair.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness);
  for (const { found, words, one } of ranked) {
    if (pairs.has(found) || taken.has(one)) continue;
    taken.add(one);
    pairs.set(found, { found, wanted: one, words, same: false });
  }
}

/** 1 for the same text, 0 for nothing in common. Long texts are compared by their heads. */
function likeness(a: string, b: string): number {
  const [left, right] = [a.slice(0, 160), b.slice(0, 160)];
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
  // What was cut short or written on is like itself.
  if (shorter.length >= 3 && longer.startsWith(shorter)) return 0.6;
  return 1 - editDistance(left, right) / Math.max(longer.length, 1);
}

/**
 * A line and an item that are alone between the same neighbours are the same, however unlike. Items are returned that
 * stand where lines have just been emptied and nothing else was written: they are not gone.
 */
function pairInPlace(
  items: readonly FoundItem[],
  wanted: readonly Wanted[],
  pairs: Map<FoundItem, Pairing>,
  taken: Set<Wanted>,
): readonly Wanted[] {
  const place = new Map(wanted.map((one, index) => [one, index]));
  const placeOf = (found: FoundItem) => {
    const pair = pairs.get(found);
    return pair === undefined ? null : (place.get(pair.wanted) ?? null);
  };
  const lines = gaps(items, placeOf);
  const open = gaps(wanted, (one) => (taken.has(one) ? (place.get(one) ?? null) : null));
  const held: Wanted[] = [];
  for (const [gap, founds] of lines) {
    const ones = open.get(gap) ?? [];
    const [found, ...furtherLines] = founds;
    const [one, ...furtherItems] = ones;
    if (found === undefined || one === undefined) continue;
    if (furtherLines.length === 0 && furtherItems.length === 0) {
      taken.add(one);
      pairs.set(found, { found, wanted: one, words: newWords(found.text), same: false });
    } else if (founds.every(({ text }) => text.text === "")) held.push(...ones);
  }
  return held;
}

/** What has no place, by the places before and behind it. */
function gaps<T>(
  all: readonly T[],
  placeOf: (one: T) => number | null,
): ReadonlyMap<string, readonly T[]> {
  const places = all.map(placeOf);
  const behind: (number | null)[] = [];
  let next: number | null = null;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    behind[index] = next;
    next = places[index] ?? next;
  }
  const found = new Map<string, T[]>();
  let before: number | null = null;
  all.forEach((one, index) => {
    const at = places[index];
    if (at !== null && at !== undefined) {
      before = at;
      return;
    }
    const gap = `${before}|${behind[index]}`;
    const known = found.get(gap);
    if (known === undefined) found.set(gap, [one]);
    else known.push(one);
  });
  return found;
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
    rows.flatMap((found) => {
      const paper = paperIn(found.name.text, names);
      // By itself below the table, a row is only what a known paper's name makes it.
      if (paper === null && found.form === "loose") return [];
      const repeated = paper !== null && seen.has(paper);
      if (paper !== null) seen.add(paper);
      return [{ found, table, paper, repeated }];
    }),
  );
}

function paperIn(cell: string, names: RowNames): PaperId | null {
  for (const name of namesIn(cell)) {
    const paper = names.get(plainName(name));
    if (paper !== undefined) return paper;
  }
  return null;
}
