/** Sessions in a tally: counted, changed, removed. */
import type { EntryId } from "../time/clock.ts";
import type { Minutes } from "../time/duration.ts";
import type { Entry, Spent } from "./entry.ts";
import { partsOf } from "./hours.ts";
import { paperTally, type Session, type Tally } from "./tally.ts";
import { addMinutes } from "./tally-minutes.ts";

/** How many sessions a tally keeps one by one: a month or two, whatever the length of the journal. */
export const latelyKept = 200;

export function addSession(tally: Tally, id: EntryId, spent: Spent): void {
  const { paper, activity, pass, start, on, minutes } = spent;
  addMinutes(tally, paper, activity, on, minutes);
  if (paper !== null && pass !== undefined) addPass(tally, spent, minutes);
  const session: Session = {
    id,
    paper,
    activity,
    ...(pass === undefined ? {} : { pass }),
    start,
    on,
    minutes,
  };
  const { lately } = tally;
  let at = lately.length;
  while (at > 0 && isBefore(session, lately[at - 1])) at -= 1;
  lately.splice(at, 0, session);
  if (lately.length > latelyKept) lately.shift();
}

export function editSession(tally: Tally, entry: Extract<Entry, { type: "session.edited" }>): void {
  const { session, logged, now } = entry;
  if (isAhead(entry) || !takeOut(tally, session, logged)) return;
  addSession(tally, session, now);
  tally.revised[session] = { is: "edited", logged, now };
}

export function removeSession(
  tally: Tally,
  entry: Extract<Entry, { type: "session.removed" }>,
): void {
  const { session, logged } = entry;
  if (isAhead(entry) || !takeOut(tally, session, logged)) return;
  tally.revised[session] = { is: "removed", logged };
}

/**
 * Whether a change says that it is of a session that came after it. No device writes that, since a stamp is later
 * than all that the device has seen; taken as it stands, the session would count once for each.
 */
function isAhead({ id, session }: { readonly id: EntryId; readonly session: EntryId }): boolean {
  return session >= id;
}

/** A session that does not count: an edit of it finds that out here. */
export function leaveOutSession(tally: Tally, id: EntryId, is: "undone" | "settled before"): void {
  tally.revised[id] = { is };
}

/** What of a session counts is taken back; false where no edit may bring it back. */
function takeOut(tally: Tally, id: EntryId, logged: Spent): boolean {
  const revised = tally.revised[id];
  if (revised?.is === "undone" || revised?.is === "settled before") return false;
  if (revised?.is === "removed") return true;
  const spent = revised?.now ?? logged;
  const { paper, pass, activity, on, minutes } = spent;
  for (const part of partsOf(tally, { paper, activity, on, minutes })) {
    addMinutes(tally, paper, part.activity, part.on, -part.minutes);
  }
  if (paper !== null && pass !== undefined) addPass(tally, spent, -minutes);
  tally.lately = tally.lately.filter((one) => one.id !== id);
  return true;
}

function addPass(tally: Tally, { paper, pass }: Spent, minutes: Minutes): void {
  if (paper === null || pass === undefined) return;
  const its = paperTally(tally, paper);
  const { [pass]: before = 0, ...others } = its.passes;
  const all = before + minutes;
  tally.papers[paper] = { ...its, passes: all > 0 ? { ...others, [pass]: all } : others };
}

function isBefore(a: Session, b: Session | undefined): boolean {
  return b !== undefined && (a.start < b.start || (a.start === b.start && a.id < b.id));
}
