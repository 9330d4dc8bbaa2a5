/** Entries of a clock that was ahead: how many there are, and how far they reach. */
import { madeAt } from "../core/entries/entry.ts";
import type { Millis } from "../core/time/calendar.ts";
import { clockSlack, momentOfId } from "../core/time/clock.ts";
import type { Journal } from "../journal/port.ts";

export interface Ahead {
  /** Entries whose own moment lies ahead of this clock. */
  readonly wrong: number;
  /** Entries that stand ahead in the order, those made since with a right clock included. */
  readonly entries: number;
  readonly until: Millis;
}

/** Reads from the newest on, and no further than what is ahead. */
export async function aheadOf(journal: Journal, now: Millis): Promise<Ahead | null> {
  let entries = 0;
  let wrong = 0;
  let until = 0;
  for await (const { id, entry } of journal.newestFirst()) {
    if (momentOfId(id) <= now + clockSlack) break;
    entries += 1;
    until = Math.max(until, momentOfId(id));
    if ((entry === null ? momentOfId(id) : madeAt(entry)) > now + clockSlack) wrong += 1;
  }
  return entries === 0 ? null : { wrong, entries, until };
}

export function sayAhead({ entries, until }: Pick<Ahead, "entries" | "until">): string {
  const day = new Date(until).toISOString().slice(0, 10);
  const what = entries === 1 ? "One entry stands" : `${entries} entries stand`;
  return `${what} ahead of this clock (until ${day}): a clock was wrong, or this one is behind. If this one is right, \`study doctor --repair\` gives them new dates.`;
}
