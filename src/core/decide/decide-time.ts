/** Deciding on time spent: sessions, corrections of hours, and the timer. */

import { activities, type Body } from "../entries/entry.ts";
import { minutesHeld, partsOf } from "../entries/hours.ts";
import type { Timer } from "../entries/tally.ts";
import { dayAt, type Millis, timeAt } from "../time/calendar.ts";
import { clockSlack } from "../time/clock.ts";
import { sayDuration } from "../time/duration.ts";
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
/** After this long without a word, a running timer was forgotten. */
const forgottenAfter = 12 * 60;

export function log(command: CommandOf<"log">, now: Situation): Decision {
  const fault = paperFault(now, command.paper);
  if (fault) return fault;
  const { paper, activity, pass, start, minutes } = command;
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
      `${dayAt(start, timeZone)} ${timeAt(start, timeZone)} is in the future; log what has been done.`,
    );
  }
  return entries({
    type: "session.logged",
    paper,
    activity,
    ...(pass === undefined ? {} : { pass }),
    start,
    on: dayAt(start, now.tally.timeZone, now.span),
    minutes,
  });
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
  const { paper, activity, pass } = command;
  const running = now.tally.timer;
  // As Timewarrior does: starting something else ends what was running, and its time is kept.
  const ended = running === null ? nothing : endTimer(running, now, undefined);
  if (!ended.ok) return ended;
  return entries(...ended.bodies, {
    type: "timer.started",
    paper,
    activity,
    ...(pass === undefined ? {} : { pass }),
    at: now.now,
  });
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

function endTimer(timer: Timer, now: Situation, said: number | undefined): Decision {
  const counted = Math.round(timerElapsed(timer, now.now) / 60_000);
  if (said === undefined && counted > forgottenAfter) {
    return refuse(
      "timer-forgotten",
      `The timer has run for ${sayDuration(counted)}; say how long you studied: \`study stop 1h30\`.`,
    );
  }
  const minutes = said ?? counted;
  const stopped: Body = { type: "timer.stopped", at: now.now };
  if (minutes < 1) return entries(stopped);
  const logged = log(
    {
      do: "log",
      paper: timer.paper,
      activity: timer.activity,
      pass: timer.pass,
      start: timer.started,
      minutes,
    },
    now,
  );
  return logged.ok ? entries(stopped, ...logged.bodies) : logged;
}
