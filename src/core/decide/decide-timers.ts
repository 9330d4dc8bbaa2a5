/** Deciding on timers. Each device may have started one; what changes a timer says which. */
import type { Body } from "../entries/entry.ts";
import type { Timer } from "../entries/tally.ts";
import { sayTimerSince, timerDoubt, timerElapsed } from "../progress/open-timers.ts";
import { deviceOf, type EntryId } from "../time/clock.ts";
import { sayDuration } from "../time/duration.ts";
import type { CommandOf } from "./command.ts";
import { longestSession, spentFrom } from "./decide-time.ts";
import {
  type Decision,
  entries,
  nothing,
  paperFault,
  type Refusal,
  refuse,
  rehearsing,
  type Situation,
} from "./decision.ts";

export function startTimer(command: CommandOf<"start-timer">, now: Situation): Decision {
  const fault = paperFault(now, command.paper);
  if (fault) return fault;
  const { paper, activity, pass, ring } = command;
  if (ring !== undefined && ring > longestSession) {
    return refuse("too-long", `A timer rings within a day; ${sayDuration(ring)} is longer.`);
  }
  // As Timewarrior does: starting something else ends what was running, and its time is kept.
  const ended =
    now.tally.timers.length === 0
      ? nothing
      : withTimer(undefined, now, (running) => endTimer(running, now, undefined));
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

export function pauseTimer({ timer: id }: CommandOf<"pause-timer">, now: Situation): Decision {
  return withTimer(id, now, (timer) =>
    timer.runningSince === null
      ? nothing
      : entries({ type: "timer.paused", at: now.now, ...named(timer) }),
  );
}

export function resumeTimer({ timer: id }: CommandOf<"resume-timer">, now: Situation): Decision {
  return withTimer(id, now, (timer) =>
    timer.runningSince === null
      ? entries({ type: "timer.resumed", at: now.now, ...named(timer) })
      : nothing,
  );
}

export function stopTimer(command: CommandOf<"stop-timer">, now: Situation): Decision {
  return withTimer(command.timer, now, (timer) => endTimer(timer, now, command.minutes));
}

export function discardTimer({ timer: id }: CommandOf<"discard-timer">, now: Situation): Decision {
  return withTimer(id, now, (timer) =>
    entries({ type: "timer.stopped", at: now.now, ...named(timer) }),
  );
}

/** The timer that a command names, or the only one. Where several are open, nobody guesses. */
function withTimer(
  id: EntryId | undefined,
  now: Situation,
  next: (timer: Timer) => Decision,
): Decision {
  const { timers } = now.tally;
  const [first, second] = timers;
  if (first === undefined) return noTimer();
  if (id !== undefined) {
    const timer = timers.find((one) => one.id === id);
    return timer === undefined ? refuse("no-timer", "That timer is settled already.") : next(timer);
  }
  return second === undefined ? next(first) : whichTimer(timers, now);
}

function noTimer(): Refusal {
  return refuse("no-timer", "No timer is running; `study start PAPER` starts one.");
}

const countWords = ["", "", "Two", "Three", "Four", "Five"];

function whichTimer(timers: readonly Timer[], now: Situation): Refusal {
  const list = timers.map((timer, index) => `${index + 1}: ${sayTimerSince(timer, now)}.`);
  const choices = timers.map((_, index) => `\`--timer ${index + 1}\``);
  const choice = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
  const count = countWords[timers.length] ?? timers.length;
  return refuse("which-timer", `${count} timers are open. ${list.join(" ")} Say which: ${choice}.`);
}

/** A timer that was started in this very step has no id yet: it is the one open on this device. */
function named({ id }: Timer): { readonly timer?: EntryId } {
  return deviceOf(id) === rehearsing ? {} : { timer: id };
}

function endTimer(timer: Timer, now: Situation, said: number | undefined): Decision {
  const counted = Math.round(timerElapsed(timer, now.now) / 60_000);
  const doubt = said === undefined ? timerDoubt(timer, now) : null;
  const { timers } = now.tally;
  const which = timers.length > 1 ? ` --timer ${timers.indexOf(timer) + 1}` : "";
  if (doubt === "slept") {
    return refuse(
      "timer-forgotten",
      `The timer has counted ${sayDuration(counted)}, more than four hours in one go; say how long you studied: \`study stop 2h${which}\`, or \`study stop ${sayDuration(counted)}${which}\` if it was all of it.`,
    );
  }
  if (doubt === "clock-set-back") {
    return refuse(
      "timer-forgotten",
      `The clock was set back while the timer ran; say how long you studied: \`study stop 1h30${which}\`.`,
    );
  }
  const minutes = said ?? counted;
  const stopped: Body = { type: "timer.stopped", at: now.now, ...named(timer) };
  if (minutes < 1) return entries(stopped);
  // What was longer than the timer began before it; a clock that was set back can't put it into the future.
  const before = minutes > counted ? now.now - minutes * 60_000 : now.now;
  const start = Math.max(0, Math.min(timer.started, before));
  const { paper, activity, pass } = timer;
  const read = spentFrom({ paper, activity, pass, start, minutes }, now);
  if (!read.ok) return read;
  return entries(stopped, { type: "session.logged", ...read.spent, ...named(timer) });
}
