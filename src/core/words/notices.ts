/** What is told of time that was logged: the same hour twice, or more hours than a day has. */
import type { Entry } from "../entries/entry.ts";
import type { Session, Tally } from "../entries/tally.ts";
import { endOf } from "../progress/free-time.ts";
import { type Millis, timeAt } from "../time/calendar.ts";
import type { EntryId } from "../time/clock.ts";
import { sayDuration } from "../time/duration.ts";
import { describeSpent, type Naming } from "./describe.ts";

const dayLength = 24 * 60;

/** Sentences, none where nothing is odd. The tally is the one after `entries`. Hours cells have no hour of the day. */
export function noticesOf(entries: readonly Entry[], naming: Naming): readonly string[] {
  const { lately } = naming.tally;
  const ids = new Set(entries.flatMap(sessionsIn));
  const made = lately.filter(({ id }) => ids.has(id));
  const odd = made.flatMap((session) => {
    const other = lately.find((one) => !ids.has(one.id) && overlaps(one, session));
    return other === undefined ? [] : [`This overlaps ${sayWhen(other, naming)}.`];
  });
  const days = new Set(made.map(({ on }) => on));
  const full = [...days].flatMap((on) => {
    const sum = lately
      .filter((session) => session.on === on)
      .reduce((all, { minutes }) => all + minutes, 0);
    const day = naming.sayDay?.(on) ?? on;
    return sum > dayLength
      ? [`That makes ${sayDuration(sum)} on ${day}, more than there is in a day.`]
      : [];
  });
  return [...new Set([...odd, ...full])];
}

function sessionsIn(entry: Entry): readonly EntryId[] {
  if (entry.type === "session.logged") return [entry.id];
  return entry.type === "session.edited" ? [entry.session] : [];
}

/** Sessions are of whole minutes, so that the end of one may be told within the first minute of the next. */
function overlaps(a: Session, b: Session): boolean {
  return Math.min(endOf(a), endOf(b)) - Math.max(a.start, b.start) >= 60_000;
}

/** `1h reading on BERT (2026-11-20), 14:00 to 15:00`. */
function sayWhen(session: Session, naming: Naming & { readonly tally: Tally }): string {
  const clock = (at: Millis) => timeAt(at, naming.tally.timeZone, naming.span);
  return `${describeSpent(session, naming)}, ${clock(session.start)} to ${clock(endOf(session))}`;
}
