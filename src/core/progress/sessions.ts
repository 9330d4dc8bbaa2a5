/** The time that was spent, session by session, as a journal's entries tell it. */
import type { Entry, Spent } from "../entries/entry.ts";
import type { Reversals } from "../entries/ledger.ts";
import type { Session, Tally } from "../entries/tally.ts";
import { withSettled } from "../entries/timers.ts";
import type { Day } from "../time/calendar.ts";
import type { EntryId } from "../time/clock.ts";
import type { Minutes } from "../time/duration.ts";

/** A session and what a change of it has to name. */
export interface PastSession extends Session {
  readonly is: "session";
  /** Counted from the latest, which is 1. */
  readonly number: number;
  readonly logged: Spent;
}

/** Hours that were put right in a cell: they have a day, and no hour of it. */
export interface Correction {
  readonly is: "correction";
  readonly id: EntryId;
  readonly paper: Spent["paper"];
  readonly activity: Spent["activity"];
  readonly on: Day;
  readonly minutes: Minutes;
}

export type Past = PastSession | Correction;

/** Whether an entry says something of the time that was spent. */
export function isOfTime(entry: Entry): boolean {
  return entry.type.startsWith("session.") || entry.type === "hours.adjusted";
}

/** What counts of `entries`, which must be in order, earliest first. */
export function pastTime(entries: readonly Entry[], { undone }: Reversals): readonly Past[] {
  const sessions = new Map<EntryId, { readonly logged: Spent; readonly now: Spent | null }>();
  const corrections: Correction[] = [];
  let settled: readonly EntryId[] = [];
  for (const entry of entries.filter(({ command }) => !undone.has(command))) {
    if (entry.type === "session.logged") {
      if (entry.timer !== undefined) {
        const now = withSettled(settled, entry.timer);
        if (now === null) continue;
        settled = now;
      }
      const spent = spentOf(entry);
      sessions.set(entry.id, { logged: spent, now: spent });
    } else if (entry.type === "session.edited" || entry.type === "session.removed") {
      const known = sessions.get(entry.session);
      const now = entry.type === "session.edited" ? entry.now : null;
      if (known !== undefined) sessions.set(entry.session, { ...known, now });
    } else if (entry.type === "hours.adjusted") {
      const { id, paper, activity, on, minutes } = entry;
      corrections.push({ is: "correction", id, paper, activity, on, minutes });
    }
  }
  const kept = [...sessions].flatMap(([id, { logged, now }]) =>
    now === null ? [] : [{ id, logged, ...now }],
  );
  const inOrder = kept.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const numbered = inOrder.map(
    (session, index): PastSession => ({ is: "session", number: kept.length - index, ...session }),
  );
  return [...numbered, ...corrections].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

export function spentOf({ paper, activity, pass, start, on, minutes }: Spent): Spent {
  return { paper, activity, ...(pass === undefined ? {} : { pass }), start, on, minutes };
}

/** What a session of `lately` was logged as, for a change of it. */
export function loggedOf(tally: Tally, session: Session): Spent {
  const revised = tally.revised[session.id];
  return revised?.is === "edited" ? revised.logged : spentOf(session);
}
