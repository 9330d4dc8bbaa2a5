/** Takes what a file brings into a workspace, as one command; a second time adds nothing. */
import type { Situation } from "../core/decide/decision.ts";
import type { Entry } from "../core/entries/entry.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { Journal } from "../journal/port.ts";
import { situationsOf } from "../workspace/situation.ts";
import type { Look, Workspace } from "../workspace/workspace.ts";
import {
  broughtBy,
  type Decided,
  decideWishes,
  type Known,
  keyOf,
  type Refused,
  type Wish,
} from "./wishes.ts";

export interface Brought {
  /** What became of it; for a trial, what would. */
  readonly entries: readonly Entry[];
  readonly refused: readonly Refused[];
  readonly known: number;
  /** What it leaves; for a trial, what it would leave. */
  readonly after: Situation;
  readonly look: Look;
}

const mostTries = 5;

/**
 * `wishesIn` says what a file brings to a workspace as it stands. What earlier imports brought is read from the whole
 * journal, which others may write to meanwhile: then it is read again.
 */
export async function takeIn<
  W extends { readonly wishes: readonly Wish[]; readonly held?: number },
>(
  workspace: Workspace,
  from: string,
  wishesIn: (situation: Situation) => W,
  now: Millis,
  way: "record" | "trial",
): Promise<Brought & { readonly brought: W }> {
  const { journal, layout, curriculum } = workspace;
  const situationOf = situationsOf(layout, curriculum);
  for (let tries = 0; ; tries += 1) {
    const { arrival } = await journal.picture();
    const before = await knownFrom(journal, from);
    const { result, entries } = await journal.record(now, ({ picture }) => {
      if (picture.arrival !== arrival && tries < mostTries) return { steps: [], result: null };
      const situation = situationOf(picture, now);
      const brought = wishesIn(situation);
      const decided = decideWishes(from, brought.wishes, before, situation);
      const steps = way === "record" ? [{ bodies: decided.bodies, by: "import" as const }] : [];
      return { steps, result: { brought, decided } };
    });
    if (result === null) continue;
    const { look } = await workspace.syncTracker(now);
    const { brought, decided } = result;
    const shown = way === "record" ? entries : rehearsed(decided);
    const known = decided.known + (brought.held ?? 0);
    return {
      brought,
      entries: shown,
      refused: decided.refused,
      known,
      after: decided.situation,
      look,
    };
  }
}

/** What would be recorded, without ids: it is told and never kept. */
function rehearsed({ bodies }: Decided): readonly Entry[] {
  return bodies as readonly Entry[];
}

/** What counts of earlier imports of that form. */
export async function knownFrom(journal: Journal, from: string): Promise<Known> {
  const { undone } = await journal.reversals();
  const entries: Entry[] = [];
  for await (const { entry } of journal.lines()) {
    if (entry !== null && !undone.has(entry.command) && keyOf(entry, from) !== null) {
      entries.push(entry);
    }
  }
  return broughtBy(entries, from);
}
