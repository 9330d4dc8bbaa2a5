/** The open timers of a tally. Each device may have started one of its own; each stays until it is settled. */
import type { Millis } from "../time/calendar.ts";
import { deviceOf, type EntryId } from "../time/clock.ts";
import type { CommandId, Entry } from "./entry.ts";
import type { Tally, Timer } from "./tally.ts";

/** How many settled timers a tally remembers: settlements of one timer lie close together. */
const settledKept = 200;

export function openTimer(tally: Tally, entry: Extract<Entry, { type: "timer.started" }>): void {
  const { id, paper, activity, pass, at } = entry;
  tally.timers.push({
    id,
    paper,
    activity,
    ...(pass === undefined ? {} : { pass }),
    started: at,
    runningSince: at,
    banked: 0,
    longest: 0,
  });
}

/** An entry that changes an open timer: the one that it names. */
type OfTimer = Extract<
  Entry,
  { type: "timer.rings" | "timer.paused" | "timer.resumed" | "timer.stopped" }
>;

/** Changes the timer that `entry` is about, if it is open; null closes it. */
export function changeTimer(
  tally: Tally,
  entry: OfTimer,
  change: (timer: Timer) => Timer | null,
): void {
  const id = timerOf(tally.timers, entry);
  tally.timers = tally.timers.flatMap((timer) => (timer.id === id ? (change(timer) ?? []) : timer));
}

/** Without a name, as version 0.1 wrote it: the one open on the entry's device, or else the latest that is open. */
function timerOf(timers: readonly { readonly id: EntryId }[], entry: OfTimer): EntryId | null {
  if (entry.timer !== undefined) return entry.timer;
  const device = deviceOf(entry.id);
  const own = timers.findLast(({ id }) => deviceOf(id) === device);
  return (own ?? timers.at(-1))?.id ?? null;
}

export function paused(timer: Timer, at: Millis): Timer {
  const { runningSince, banked, longest } = timer;
  if (runningSince === null) return timer;
  const ran = Math.max(0, at - runningSince);
  return {
    ...timer,
    banked: banked + ran,
    longest: Math.max(longest, ran),
    runningSince: null,
  };
}

export function resumed(timer: Timer, at: Millis): Timer {
  return timer.runningSince === null ? { ...timer, runningSince: at } : timer;
}

/** Which timer each of `entries`, in order, means where it names none: to be asked before ids are made anew. */
export function timersMeant(
  entries: readonly Entry[],
  undone: ReadonlySet<CommandId>,
): ReadonlyMap<EntryId, EntryId> {
  const meant = new Map<EntryId, EntryId>();
  let open: readonly { readonly id: EntryId }[] = [];
  for (const entry of entries) {
    if (entry.type === "timer.started") {
      if (!undone.has(entry.command)) open = [...open, entry];
    } else if (isOfTimer(entry)) {
      const timer = timerOf(open, entry);
      if (timer === null) continue;
      if (entry.timer === undefined) meant.set(entry.id, timer);
      const ends = entry.type === "timer.stopped" && !undone.has(entry.command);
      if (ends) open = open.filter(({ id }) => id !== timer);
    }
  }
  return meant;
}

function isOfTimer(entry: Entry): entry is OfTimer {
  return entry.type.startsWith("timer.") && entry.type !== "timer.started";
}

/** The timers whose time counts with this one among them; null where it is there already. */
export function withSettled(
  settled: readonly EntryId[],
  timer: EntryId,
): readonly EntryId[] | null {
  return settled.includes(timer) ? null : [...settled, timer].slice(-settledKept);
}
