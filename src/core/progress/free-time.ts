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

/** The first free stretch from `from` on that ends by `end`; where there is none, the one that begins at `from`. */
export function freeAfter(
  lately: readonly Session[],
  minutes: Minutes,
  { from, end }: { readonly from: Millis; readonly end: Millis },
): Millis {
  const length = minutes * 60_000;
  let earliest = from;
  for (const session of lately) {
    if (session.start >= earliest + length) break;
    if (endOf(session) > earliest) earliest = endOf(session);
  }
  return earliest + length <= end ? earliest : from;
}

export function endOf({ start, minutes }: Pick<Spent, "start" | "minutes">): Millis {
  return start + minutes * 60_000;
}

/**
 * The start of work whose time of day was not said: of today (or of no day) it ends now or, where that is taken,
 * before what was logged already; of another day it is put at noon, or after what is there. Work of no day is what was
 * just done, so soon after midnight its room is also sought in the night before. Room is not made for the same work of
 * the same length: it may be the same said twice, and is told as an overlap.
 */
export function untimedStart(
  tally: Tally,
  on: Day | null,
  work: Pick<Spent, "paper" | "activity" | "minutes">,
  { now, span }: { readonly now: Millis; readonly span: OffsetSpan | null },
): Millis {
  const { timeZone } = tally;
  const { paper, activity, minutes } = work;
  const others = tally.lately.filter(
    (one) => one.paper !== paper || one.activity !== activity || one.minutes !== minutes,
  );
  const today = dayAt(now, tally, span);
  if (on === null || on === today) {
    const begun = dayBegins(today, tally, span);
    const from = on === null ? Math.min(begun, now - justNow) : begun;
    return freeBefore(others, minutes, { from, end: now });
  }
  return freeAfter(others, minutes, {
    from: momentOf(on, "12:00", timeZone),
    end: dayBegins(addDays(on, 1), tally),
  });
}
