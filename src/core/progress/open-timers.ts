/** What an open timer has counted, whether that can be so, and how it is told. */
import type { Tally, Timer } from "../entries/tally.ts";
import { dateAt, type Millis, timeAt } from "../time/calendar.ts";
import { clockSlack } from "../time/clock.ts";
import { sayDuration } from "../time/duration.ts";
import { activityWords } from "./activity-words.ts";
import type { Progress } from "./progress.ts";

/** Nobody studies longer in one go; a timer that says so was forgotten, or the machine slept. */
const forgottenAfter = 4 * 3_600_000;

/** Milliseconds that a timer has counted at `now`. */
export function timerElapsed(timer: Timer, now: Millis): number {
  return timer.banked + (timer.runningSince === null ? 0 : Math.max(0, now - timer.runningSince));
}

/** Why a timer's count is not to be believed; null where it is. */
export function timerDoubt(
  timer: Timer,
  { tally, now }: { readonly tally: Tally; readonly now: Millis },
): "slept" | "clock-set-back" | null {
  const { runningSince, longest } = timer;
  const latest = Math.max(runningSince ?? 0, tally.lastAt ?? 0);
  if (runningSince !== null && now < latest - clockSlack) return "clock-set-back";
  const stretch = runningSince === null ? 0 : now - runningSince;
  return Math.max(stretch, longest) > forgottenAfter ? "slept" : null;
}

interface At {
  readonly progress: Progress;
  readonly now: Millis;
}

/** `1h30 of 2h reading on BERT`. */
export function sayTimer(timer: Timer, { progress, now }: At): string {
  const { paper, activity, ringsAfter } = timer;
  const of = ringsAfter === undefined ? "" : ` of ${sayDuration(ringsAfter)}`;
  const shown = progress.papers.find(({ id }) => id === paper)?.name;
  const on = paper === null ? "" : ` on ${shown ?? paper}`;
  const counted = sayDuration(Math.floor(timerElapsed(timer, now) / 60_000));
  return `${counted}${of} ${activityWords[activity]}${on}`;
}

/** The same of one among several: `1h30 reading on BERT since 2026-11-20 20:00`. */
export function sayTimerSince(timer: Timer, at: At): string {
  const { timeZone } = at.progress;
  const since = `${dateAt(timer.started, timeZone)} ${timeAt(timer.started, timeZone)}`;
  const paused = timer.runningSince === null ? ", paused" : "";
  return `${sayTimer(timer, at)} since ${since}${paused}`;
}
