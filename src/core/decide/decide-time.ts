/** Deciding on time spent: sessions and corrections of hours. */

import { activities, type Body, type Spent } from "../entries/entry.ts";
import { minutesHeld, partsOf } from "../entries/hours.ts";
import { dateAt, dayAt, timeAt } from "../time/calendar.ts";
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
export const longestSession = 24 * 60;

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
