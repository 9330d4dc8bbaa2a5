/** What deciding on a command starts from and ends in. */

import type { Curriculum, PaperId } from "../content/curriculum.ts";
import { type Body, bodyFault, type CommandId } from "../entries/entry.ts";
import type { Tally } from "../entries/tally.ts";
import type { Progress } from "../progress/progress.ts";
import { type Millis, type OffsetSpan, type SayDay, sayDay } from "../time/calendar.ts";
import type { DeviceId } from "../time/clock.ts";

export interface Situation {
  readonly curriculum: Curriculum;
  readonly tally: Tally;
  readonly progress: Progress;
  readonly undoable: CommandId | null;
  readonly redoable: CommandId | null;
  readonly now: Millis;
  /** What is known of the learner's time zone around now, if anything. */
  readonly span?: OffsetSpan | null;
  /** How the reader's screen writes days; as the terminal does where nothing is said. */
  readonly sayDay?: SayDay;
}

export function dayWords(now: Pick<Situation, "sayDay">): SayDay {
  return now.sayDay ?? sayDay;
}

export type RefusalReason =
  | "already-started"
  | "unknown-paper"
  | "unknown-item"
  | "unknown-list"
  | "unknown-phase"
  | "unknown-week"
  | "unknown-checkin"
  | "checkin-done"
  | "unknown-reward"
  | "unknown-card"
  | "unknown-exercise"
  | "unknown-highlight"
  | "unknown-source"
  | "unknown-quiz"
  | "unknown-measurement"
  | "unknown-session"
  | "name-taken"
  | "not-own"
  | "empty-text"
  | "not-numbers"
  | "not-one-line"
  | "not-an-entry"
  | "in-the-future"
  | "too-long"
  | "below-zero"
  | "target-before-start"
  | "no-time-off"
  | "no-gain"
  | "too-many-hours"
  | "no-timer"
  | "which-timer"
  | "timer-forgotten"
  | "nothing-to-undo"
  | "nothing-to-redo";

export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  /** A sentence for the learner. */
  readonly message: string;
}

export type Decision = { readonly ok: true; readonly bodies: readonly Body[] } | Refusal;

/** The device of entries that are only rehearsed: they are never stored, and nothing may name them. */
export const rehearsing = "00000000" as DeviceId;

export const nothing: Decision = { ok: true, bodies: [] };

export function entries(...bodies: readonly Body[]): Decision {
  return { ok: true, bodies };
}

export function refuse(reason: RefusalReason, message: string): Refusal {
  return { ok: false, reason, message };
}

/** The refusal of a paper that is not there; null for one that is, or for none. */
export function paperFault(now: Situation, paper: PaperId | null): Refusal | null {
  if (paper === null || now.progress.papers.some(({ id }) => id === paper)) return null;
  return refuse("unknown-paper", `There is no paper "${paper}".`);
}

/** The refusal of a text that can't stand on one line of the tracker. */
export function breakFault(text: string): Refusal | null {
  if (/[\r\n]/.test(text)) {
    return refuse(
      "not-one-line",
      "The text must be on one line of the tracker: leave out line breaks.",
    );
  }
  if (/[^\P{Cc}\t]/u.test(text)) {
    return refuse("not-one-line", "The text holds control characters: leave them out.");
  }
  // It has no bytes, so a file would say something else than the journal.
  return text.isWellFormed()
    ? null
    : refuse("not-one-line", "The text holds half a letter: type it anew.");
}

export function lineFault(text: string): Refusal | null {
  return /^[\s\u200b-\u200f\u2060\ufeff]*$/.test(text)
    ? refuse("empty-text", "The text is empty.")
    : breakFault(text);
}

/**
 * A decision whose entries the journal can read again. The shells hand on what a person typed or a file held, of
 * any length; what no journal may hold is refused here, before it is in one.
 */
export function sound(decision: Decision): Decision {
  if (!decision.ok) return decision;
  for (const body of decision.bodies) {
    const fault = bodyFault(body);
    if (fault !== null) return refuse("not-an-entry", fault);
  }
  return decision;
}
