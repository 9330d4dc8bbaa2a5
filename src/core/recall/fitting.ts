/**
 * What FSRS's parameters are fitted on. FSRS foretells, for each answer of a later day, whether it will be known; the
 * better the parameters, the smaller the log loss of what it foretold. Whether a fit is worth keeping is measured on
 * answers that it has not seen: the last fifth, in time.
 */

import type { CardId } from "../content/material.ts";
import { dayNumber } from "../entries/card-memory.ts";
import type { Entry, Grade } from "../entries/entry.ts";
import type { Reversals } from "../entries/ledger.ts";
import type { Millis } from "../time/calendar.ts";

/** An answer, and how many days after the one before it. */
export interface Review {
  readonly grade: Grade;
  readonly days: number;
}

/** An answer to foretell, the last, and those before it. */
export interface Foretold {
  readonly reviews: readonly Review[];
  readonly at: Millis;
}

/** Fewer tell too little of 21 parameters. */
export const leastAnswers = 300;
const seenShare = 0.8;

/** The answers of later days among `entries`, which must be in order; earliest first. */
export function foretoldIn(entries: readonly Entry[], { undone }: Reversals): readonly Foretold[] {
  const cards = new Map<CardId, { readonly reviews: readonly Review[]; readonly last: number }>();
  const found: Foretold[] = [];
  for (const entry of entries) {
    if (entry.type !== "card.reviewed" || undone.has(entry.command)) continue;
    const known = cards.get(entry.card);
    const day = Math.max(dayNumber(entry.on), known?.last ?? 0);
    const days = known === undefined ? 0 : day - known.last;
    const reviews = [...(known?.reviews ?? []), { grade: entry.grade, days }];
    cards.set(entry.card, { reviews, last: day });
    if (days > 0) found.push({ reviews, at: entry.at });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Those that a fit may see, and those that it is measured on. */
export function parted(all: readonly Foretold[]): {
  readonly seen: readonly Foretold[];
  readonly unseen: readonly Foretold[];
} {
  const at = Math.floor(all.length * seenShare);
  return { seen: all.slice(0, at), unseen: all.slice(at) };
}
