/** Where a session is put that was logged without its time of day. */
import type { Spent } from "../entries/entry.ts";
import type { Session, Tally } from "../entries/tally.ts";
import {
  addDays,
  type Day,
  dayAt,
  dayBegins,
  type Millis,
  momentOf,
  type OffsetSpan,
} from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";

/**
 * Where the stretch before `end` is taken, the latest free one before it, but not before `from`; where there is none,
 * the stretch that ends at `end` all the same.
 */
export function freeBefore(
  lately: readonly Session[],
  minutes: Minutes,
  { from, end }: { readonly from: Millis; readonly end: Millis },
): Millis {
  const length = minutes * 60_000;
  let latest = end;
  for (const session of lately.toSorted((a, b) => endOf(b) - endOf(a))) {
    if (endOf(session) <= latest - length) break;
    if (session.start < latest) latest = session.start;
  }
  return latest - length >= from ? latest - length : end - length;
}

/** How far back work reaches of which no day was said: an evening. */
const justNow = 6 * 3_600_000;

/** The first free stretch from `from` on that ends by `end`; null where there is none. */
export function freeAfter(
  lately: readonly Session[],
  minutes: Minutes,
  { from, end }: { readonly from: Millis; readonly end: Millis },
): Millis | null {
  const length = minutes * 60_000;
  let earliest = from;
  for (const session of lately) {
    if (session.start >= earliest + length) break;
    if (endOf(session) > earliest) earliest = endOf(session);
  }
  return earliest + length <= end ? earliest : null;
}

export function endOf({ start, minutes }: Pick<Spent, "start" | "minutes">): Millis {
  return start + minutes * 60_000;
}

interface Around {
  readonly now: Millis;
  readonly span: OffsetSpan | null;
}

export type Work = Pick<Spent, "paper" | "activity" | "minutes">;

/**
 * The start of work whose time of day was not said: of today (or of no day) it ends now or, where that is taken,
 * before what was logged already; of another day it is put at noon, after what is there, or else before it. Work of no
 * day is what was just done, so soon after midnight its room is also sought in the night before. Room is not made for
 * the same work of the same length: it may be the same said twice, and is told as an overlap.
 */
export function untimedStart(tally: Tally, on: Day | null, work: Work, around: Around): Millis {
  const { now, span } = around;
  const today = dayAt(now, tally, span);
  if (on !== null && on !== today) {
    return startFrom(tally, momentOf(on, "12:00", tally.timeZone), work, around);
  }
  const begun = dayBegins(today, tally, span);
  const from = on === null ? Math.min(begun, now - justNow) : begun;
  return freeBefore(others(tally, work), work.minutes, { from, end: now });
}

/**
 * The same of work of which a part of the day was said: from `from` on, or after what is there, or else where that day
 * has room. No part of a day that has begun lies ahead.
 */
export function startFrom(tally: Tally, from: Millis, work: Work, { now, span }: Around): Millis {
  const on = dayAt(from, tally, span);
  const next = dayBegins(addDays(on, 1), tally, span);
  // What is ahead is told as such by whoever decides, and not put elsewhere.
  const end = from > now ? next : Math.min(next, now);
  const there = others(tally, work);
  return (
    freeAfter(there, work.minutes, { from, end }) ??
    freeBefore(there, work.minutes, { from: dayBegins(on, tally, span), end })
  );
}

function others({ lately }: Tally, { paper, activity, minutes }: Work): readonly Session[] {
  return lately.filter(
    (one) => one.paper !== paper || one.activity !== activity || one.minutes !== minutes,
  );
}
