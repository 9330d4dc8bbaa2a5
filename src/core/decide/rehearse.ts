/** Several commands as one step: each is decided on what the ones before it would leave. */

import { addEntry } from "../entries/add-entry.ts";
import type { Body } from "../entries/entry.ts";
import { cloneTally } from "../entries/tally.ts";
import { progressOf } from "../progress/progress.ts";
import { stampEntries } from "../replica/stamp.ts";
import type { DeviceId } from "../time/clock.ts";
import type { Command } from "./command.ts";
import { decide } from "./decide.ts";
import type { Decision, Situation } from "./decision.ts";

/** Rehearsed entries are never stored; the journal gives the real ones their ids. */
const nobody = "00000000" as DeviceId;

/** The situation after `bodies`, as far as later decisions can see. */
export function after(situation: Situation, bodies: readonly Body[]): Situation {
  if (bodies.length === 0) return situation;
  const { curriculum, progress, now, span } = situation;
  const tally = cloneTally(situation.tally);
  const made = { by: "cli", device: nobody, last: null, now } as const;
  for (const entry of stampEntries(bodies, made).entries) addEntry(tally, entry);
  return { ...situation, tally, progress: progressOf(curriculum, tally, progress.today, span) };
}

/** All commands or, at the first refusal, none. */
export function decideAll(commands: readonly Command[], situation: Situation): Decision {
  const bodies: Body[] = [];
  let now = situation;
  for (const [index, command] of commands.entries()) {
    const decision = decide(command, now);
    if (!decision.ok) return decision;
    bodies.push(...decision.bodies);
    if (index < commands.length - 1) now = after(now, decision.bodies);
  }
  return { ok: true, bodies };
}
