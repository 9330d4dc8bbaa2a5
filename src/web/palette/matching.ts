/** How well a name fits words that were typed: by whole words and their beginnings, never by scattered letters. */
import { plainName } from "../../core/content/names.ts";

/** The smaller the better. */
export type Rank = 0 | 1 | 2 | 3 | 4;

/** This many letters may stand inside a word. */
const insideFrom = 4;

function wordsOf(text: string): readonly string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Null where the name does not have the words. */
export function rankOf(typed: string, name: string): Rank | null {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return null;
  const [plain, whole] = [plainName(typed), plainName(name)];
  if (whole === plain) return 0;
  // `gpt4` is the beginning of GPT-4 Analysis, though not of one of its words.
  if (whole.startsWith(plain)) return 1;
  const words = wordsOf(name);
  if (inOrder(wanted, words)) return 2;
  if (wanted.every((part) => words.some((word) => word.startsWith(part)))) return 3;
  const inside = (part: string) =>
    words.some((word) => (part.length >= insideFrom ? word.includes(part) : word.startsWith(part)));
  return wanted.every(inside) ? 4 : null;
}

function inOrder(wanted: readonly string[], words: readonly string[]): boolean {
  let at = 0;
  for (const part of wanted) {
    while (at < words.length && !words[at]?.startsWith(part)) at += 1;
    if (at === words.length) return false;
    at += 1;
  }
  return true;
}

export interface Nameable {
  readonly id: string;
  /** The first is what is shown. */
  readonly names: readonly string[];
}

/** Those that fit, the best first; of equals the one that was used last, else the one that stands first. */
export function bestOf<I extends Nameable>(
  typed: string,
  items: readonly I[],
  recent: readonly string[],
): readonly I[] {
  const recency = (id: string) => {
    const at = recent.indexOf(id);
    return at === -1 ? recent.length : at;
  };
  return items
    .flatMap((item) => {
      const ranks = item.names.flatMap((name) => rankOf(typed, name) ?? []);
      return ranks.length === 0 ? [] : [{ item, rank: Math.min(...ranks) }];
    })
    .sort((a, b) => a.rank - b.rank || recency(a.item.id) - recency(b.item.id))
    .map(({ item }) => item);
}

/** What was used last stands first. */
const remembered = 12;

export function used(id: string, recent: readonly string[]): readonly string[] {
  return [id, ...recent.filter((one) => one !== id)].slice(0, remembered);
}
