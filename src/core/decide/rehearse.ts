/** Several commands as one step: each is decided on what the ones before it would leave. */

import { addEntry } from "../entries/add-entry.ts";
import { aspects, type Body } from "../entries/entry.ts";
import { cloneTally } from "../entries/tally.ts";
import { progressOf } from "../progress/progress.ts";
import { stampEntries } from "../replica/stamp.ts";
import { alongside } from "./alongside.ts";
import type { Command } from "./command.ts";
import { decide } from "./decide.ts";
import { type Decision, rehearsing, type Situation } from "./decision.ts";

/** The situation after `bodies`, as far as later decisions can see. */
export function after(situation: Situation, bodies: readonly Body[]): Situation {
  if (bodies.length === 0) return situation;
  const { curriculum, progress, now, span } = situation;
  const tally = cloneTally(situation.tally);
  const made = { by: "cli", device: rehearsing, last: null, now } as const;
  for (const entry of stampEntries(bodies, made).entries) addEntry(tally, entry);
  return { ...situation, tally, progress: progressOf(curriculum, tally, progress.today, span) };
}

/** All commands or, at the first refusal, none; with what they say elsewhere (alongside.ts). */
export function decideAll(commands: readonly Command[], situation: Situation): Decision {
  const bodies: Body[] = [];
  let now = situation;
  for (const [index, command] of commands.entries()) {
    const decision = decide(command, now);
    if (!decision.ok) return decision;
    const made = alongside(decision.bodies, now);
    bodies.push(...made);
    if (index < commands.length - 1) now = after(now, made);
  }
  return { ok: true, bodies };
}

export interface Rehearsed {
  /** For each command its decision. */
  readonly decisions: readonly Decision[];
  /** What the accepted ones leave. */
  readonly situation: Situation;
}

/**
 * Each command on what the accepted ones before it leave; a refused one changes nothing. They come from a text, which
 * says all that it says by itself: nothing is ticked alongside. Progress is computed anew
 * only when a command asks about what an earlier one touched, so that a thousand commands take the time of a few.
 */
export function decideEach(commands: readonly Command[], situation: Situation): Rehearsed {
  const { curriculum, progress: before, span } = situation;
  const tally = cloneTally(situation.tally);
  const progressNow = () => progressOf(curriculum, tally, before.today, span);
  let progress = before;
  let touched = new Set<string>();
  const made = { by: "cli", device: rehearsing, last: null, now: situation.now } as const;
  const decisions = commands.map((command): Decision => {
    const subject = subjectOf(command);
    if (touched.size > 0 && (subject === null || touched.has(subject))) {
      progress = progressNow();
      touched = new Set();
    }
    const decision = decide(command, { ...situation, tally, progress });
    if (!decision.ok) return decision;
    for (const entry of stampEntries(decision.bodies, made).entries) addEntry(tally, entry);
    for (const one of decision.bodies.flatMap(touchedBy)) touched.add(one);
    return decision;
  });
  return {
    decisions,
    situation: { ...situation, tally, progress: touched.size > 0 ? progressNow() : progress },
  };
}

/** What a command asks about; null for one that may ask about anything. */
function subjectOf(command: Command): string | null {
  switch (command.do) {
    case "mark-paper":
    case "progress-paper":
      return `paper:${command.paper}:${command.aspect}`;
    case "adjust-hours":
      return command.paper === null ? null : `hours:${command.paper}`;
    case "mark-item":
    case "edit-item":
    case "remove-item":
      return `item:${command.item}`;
    case "review-card":
      return `card:${command.card}`;
    case "add-item":
      return "list";
    case "add-paper":
    case "add-card":
    case "log":
      return "added";
    case "set-goal":
      return `goal:${command.week}`;
    case "set-reward":
      return `reward:${command.reward}`;
    case "note-conflict":
      return "conflict";
    default:
      return null;
  }
}

/** The subjects that an entry may have changed. Items that are added are looked up in the tally. */
function touchedBy(body: Body): readonly string[] {
  switch (body.type) {
    case "paper.marked":
    case "paper.progressed":
      return [`paper:${body.paper}:${body.aspect}`];
    case "hours.adjusted":
      return body.paper === null ? ["totals"] : [`hours:${body.paper}`];
    case "paper.added":
      return [
        "added",
        ...aspects.map((aspect) => `paper:${body.paper}:${aspect}`),
        `hours:${body.paper}`,
      ];
    case "session.logged":
      return body.paper === null
        ? ["totals"]
        : [...aspects.map((aspect) => `paper:${body.paper}:${aspect}`), `hours:${body.paper}`];
    case "card.added":
    case "card.reviewed":
      return [`card:${body.card}`];
    case "item.added":
    case "item.edited":
    case "item.marked":
    case "item.removed":
      return [`item:${body.item}`];
    case "goal.set":
      return [`goal:${body.week}`];
    case "reward.set":
      return [`reward:${body.reward}`];
    case "conflict.found":
      return ["conflicts"];
    default:
      return ["anything", "list", "added"];
  }
}
