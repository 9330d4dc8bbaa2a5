/** Search over all texts: by the server's index, or by plain comparison while the server is away. */

import { type Found, findIn, textsOf } from "../../core/search/texts.ts";
import { api } from "../../wire/wire.ts";
import type { Tracker } from "../parts/parts.tsx";
import { ask } from "./server.ts";

export interface FoundText extends Found {
  readonly address: string;
}

const most = 20;
/** An address has its limits, and the server reads no more of it. */
const mostAsked = 200;

export async function searchTexts(words: string, tracker: Tracker): Promise<readonly FoundText[]> {
  let found: readonly Found[];
  try {
    const q = words.slice(0, mostAsked).toWellFormed();
    found = (await ask(api.search, { query: { q } })).found;
  } catch {
    found = searchHere(words, tracker);
  }
  return found.map((one) => ({ ...one, address: addressOf(one) }));
}

function addressOf({ kind, paper, week }: Found): string {
  if (week !== null) return `/plan#week-${week}`;
  if (paper === null) return "/review";
  return kind === "note"
    ? `/paper/${paper}/notes`
    : kind === "card"
      ? `/paper/${paper}/review`
      : `/paper/${paper}`;
}

function searchHere(words: string, tracker: Tracker): readonly Found[] {
  const { curriculum, progress, tally } = tracker.situation;
  const notes = tracker.notes
    .all()
    .filter(({ written }) => written)
    .map(({ paper, text }) => ({ paper, text }));
  const { material } = tracker;
  return findIn(textsOf({ curriculum, progress, tally, material, notes }), words, most);
}
