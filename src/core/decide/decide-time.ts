/** Deciding on time spent: sessions, corrections of hours, and the timer. */

import { activities, type Body, type Spent } from "../entries/entry.ts";
import { minutesHeld, partsOf } from "../entries/hours.ts";
import type { Timer } from "../entries/tally.ts";
import { dateAt, dayAt, type Millis, timeAt } from "../time/calendar.ts";
import { clockSlack } from "../time/clock.ts";
import { sayDuration } from "../time/duration.ts";
import { yearFault } from "../time/written.ts";
import type { CommandOf } from "./command.ts";
import {
  type Decision,
  entries,
  nothing,
  paperFault,
  type Refusal,
  refuse,
  type Situation,
} from "./decision.ts";

/** One session can't be longer than a day. */
const longestSession = 24 * 60;
/** Nobody studies longer in one go; a timer that says so was forgotten, or the machine slept. */
const forgottenAfter = 4 * 3_600_000;

export function log(command: CommandOf<"log">, now: Situation): Decision {
  const read = spentFrom(command, now);
  return read.ok ? entries({ type: "session.logged", ...read.spent }) : read;
}

/** What was asked for as a session, with the learner's day that it began on; or why it can't be one. */
export function spentFrom(
  asked: Omit<CommandOf<"log">, "do">,
  now: Situation,
): { readonly ok: true; readonly spent: Spent } | Refusal {
  const fault = paperFault(now, asked.paper);
  if (fault) return fault;
  const { paper, activity, pass, start, minutes } = asked;
  if (minutes > longestSession) {
    return refuse(
      "too-long",
      `A session of ${sayDuration(minutes)} is longer than a day; split it.`,
    );
  }
  if (start > now.now + clockSlack) {
    const { timeZone } = now.tally;
    return refuse(
      "in-the-future",
      `${dateAt(start, timeZone)} ${timeAt(start, timeZone)} is in the future; log what has been done.`,
    );
  }
  const on = dayAt(start, now.tally, now.span);
  const beyond = yearFault(on);
  if (beyond !== null) return refuse("not-an-entry", beyond);
  const its = pass === undefined ? {} : { pass };
  return { ok: true, spent: { paper, activity, ...its, start, on, minutes } };
}

export function adjustHours(command: CommandOf<"adjust-hours">, now: Situation): Decision {
  const fault = paperFault(now, command.paper);
  if (fault) return fault;
  const { paper, activity, minutes } = command;
  if (minutes === 0) return nothing;
  const on = command.on ?? now.progress.today;
  if (minutes > 0) return entries({ type: "hours.adjusted", paper, activity, on, minutes });
  const held = activities.reduce((sum, one) => sum + minutesHeld(now.tally, paper, one), 0);
  if (held + minutes < 0) {
    const where = paper === null ? " without a paper" : "";
    return refuse(
      "below-zero",
      `Only ${sayDuration(held)} are logged${where}; they can't go below zero.`,
    );
  }
  const parts = partsOf(now.tally, { paper, activity, on, minutes: -minutes });
  return entries(
    ...parts.map(
      (part): Body => ({
        type: "hours.adjusted",
        paper,
        ...part,
        minutes: -part.minutes,
      }),
    ),
  );
}

export function startTimer(command: CommandOf<"start-timer">, now: Situation): Decision {
  const fault = paperFault(now, command.paper);
  if (fault) return fault;
  const { paper, activity, pass, ring } = command;
  const running = now.tally.timer;
  // As Timewarrior does: starting something else ends what was running, and its time is kept.
  const ended = running === null ? nothing : endTimer(running, now, undefined);
  if (!ended.ok) return ended;
  const started: Body = {
    type: "timer.started",
    paper,
    activity,
    ...(pass === undefined ? {} : { pass }),
    at: now.now,
  };
  const rings: readonly Body[] = ring === undefined ? [] : [{ type: "timer.rings", after: ring }];
  return entries(...ended.bodies, started, ...rings);
}

export function noTimer(): Refusal {
  return refuse("no-timer", "No timer is running; `study start PAPER` starts one.");
}

export function pauseTimer({ tally, now }: Situation): Decision {
  if (tally.timer === null) return noTimer();
  return tally.timer.runningSince === null ? nothing : entries({ type: "timer.paused", at: now });
}

export function resumeTimer({ tally, now }: Situation): Decision {
  if (tally.timer === null) return noTimer();
  return tally.timer.runningSince === null ? entries({ type: "timer.resumed", at: now }) : nothing;
}

export function stopTimer(command: CommandOf<"stop-timer">, now: Situation): Decision {
  const { timer } = now.tally;
  return timer === null ? noTimer() : endTimer(timer, now, command.minutes);
}

/** Milliseconds that a timer has counted at `now`. */
export function timerElapsed(timer: Timer, now: Millis): number {
  return timer.banked + (timer.runningSince === null ? 0 : Math.max(0, now - timer.runningSince));
}

/** Why a timer's count is not to be believed; null where it is. */
export function timerDoubt(
  timer: Timer,
  { tally, now }: Pick<Situation, "tally" | "now">,
): "slept" | "clock-set-back" | null {
  const { runningSince, longest } = timer;
  const latest = Math.max(runningSince ?? 0, tally.lastAt ?? 0);
  if (runningSince !== null && now < latest - clockSlack) return "clock-set-back";
  const stretch = runningSince === null ? 0 : now - runningSince;
  return Math.max(stretch, longest) > forgottenAfter ? "slept" : null;
}

function endTimer(timer: Timer, now: Situation, said: number | undefined): Decision {
  const counted = Math.round(timerElapsed(timer, now.now) / 60_000);
  const doubt = said === undefined ? timerDoubt(timer, now) : null;
  if (doubt === "slept") {
    return refuse(
      "timer-forgotten",
      `The timer has counted ${sayDuration(counted)}, more than four hours in one go; say how long you studied: \`study stop 2h\`, or \`study stop ${sayDuration(counted)}\` if it was all of it.`,
    );
  }
  if (doubt === "clock-set-back") {
    return refuse(
      "timer-forgotten",
      "The clock was set back while the timer ran; say how long you studied: `study stop 1h30`.",
    );
  }
  const minutes = said ?? counted;
  const stopped: Body = { type: "timer.stopped", at: now.now };
  if (minutes < 1) return entries(stopped);
  // What was longer than the timer began before it; a clock that was set back can't put it into the future.
  const start = Math.max(0, Math.min(timer.started, now.now - minutes * 60_000));
  const { paper, activity, pass } = timer;
  const logged = log({ do: "log", paper, activity, pass, start, minutes }, now);
  return logged.ok ? entries(stopped, ...logged.bodies) : logged;
}
