/** Deciding on what was logged before: another paper, time or length, in two, or not at all. */
import type { Body, Spent } from "../entries/entry.ts";
import type { EntryId } from "../time/clock.ts";
import { sayDuration } from "../time/duration.ts";
import type { CommandOf } from "./command.ts";
import { spentFrom } from "./decide-time.ts";
import { type Decision, entries, nothing, refuse, type Situation } from "./decision.ts";

interface Meant {
  readonly session: EntryId;
  readonly logged: Spent;
}

export function editSession(command: CommandOf<"edit-session">, now: Situation): Decision {
  const { session, logged, to } = command;
  return withSession(command, now, (was) => {
    const read = spentFrom(to, now);
    if (!read.ok) return read;
    // A session whose start stays keeps its day, in whatever zone the learner is now.
    const spent = to.start === was.start ? { ...read.spent, on: was.on } : read.spent;
    if (sameSpent(spent, was)) return nothing;
    return entries({ type: "session.edited", session, logged, now: spent });
  });
}

export function removeSession(command: CommandOf<"remove-session">, now: Situation): Decision {
  const { session, logged } = command;
  return withSession(command, now, () => entries({ type: "session.removed", session, logged }));
}

export function splitSession(command: CommandOf<"split-session">, now: Situation): Decision {
  const { session, logged, minutes } = command;
  return withSession(command, now, (was) => {
    if (minutes >= was.minutes) {
      return refuse(
        "too-long",
        `The session has ${sayDuration(was.minutes)}; the first part must be shorter.`,
      );
    }
    const first = { ...was, minutes };
    const rest: Body = {
      type: "session.logged",
      ...was,
      start: was.start + minutes * 60_000,
      minutes: was.minutes - minutes,
    };
    return entries({ type: "session.edited", session, logged, now: first }, rest);
  });
}

function withSession(
  { session, logged }: Meant,
  now: Situation,
  next: (was: Spent) => Decision,
): Decision {
  const revised = now.tally.revised[session];
  if (revised === undefined) return next(logged);
  if (revised.is === "edited") return next(revised.now);
  if (revised.is === "settled before") {
    return refuse(
      "unknown-session",
      "That session's timer was settled before, on another device; change that session.",
    );
  }
  return refuse("unknown-session", `That session was ${revised.is} before; nothing is left of it.`);
}

function sameSpent(a: Spent, b: Spent): boolean {
  return (
    a.paper === b.paper &&
    a.activity === b.activity &&
    a.pass === b.pass &&
    a.start === b.start &&
    a.minutes === b.minutes
  );
}
