/** The open timers of a tally. Each device may have started one of its own; each stays until it is settled. */
import type { Millis } from "../time/calendar.ts";
import { deviceOf, type EntryId } from "../time/clock.ts";
import type { Entry } from "./entry.ts";
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
function timerOf(timers: readonly Timer[], entry: OfTimer): EntryId | null {
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

/** The timers whose time counts with this one among them; null where it is there already. */
export function withSettled(
  settled: readonly EntryId[],
  timer: EntryId,
): readonly EntryId[] | null {
  return settled.includes(timer) ? null : [...settled, timer].slice(-settledKept);
}
