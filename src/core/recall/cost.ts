/** What another retention would cost, before it is chosen. */
import type { Material } from "../content/material.ts";
import type { Tally } from "../entries/tally.ts";
import type { Progress } from "../progress/progress.ts";
import { addDays, dayAt, type Millis } from "../time/calendar.ts";
import { heldCards, loadAhead, queueOf } from "./recall.ts";

export interface ReviewCost {
  /** Cards that are due now; new ones are not among them. */
  readonly dueNow: number;
  /** Cards that fall due in the next thirty days, if all are known until then. */
  readonly thirtyDays: number;
}

const days = 30;

interface At {
  readonly tally: Tally;
  readonly progress: Progress;
  readonly now: Millis;
}

export function reviewCost(
  { tally, progress, now }: At,
  material: Material,
  retention: number,
): ReviewCost {
  const as = { ...tally, settings: { ...tally.settings, retention } };
  const held = heldCards(material, as);
  const load = loadAhead(held, progress.today, days, (at) => dayAt(at, progress));
  const until = addDays(progress.today, days);
  return {
    dueNow: queueOf(held, as, now, progress).due,
    thirtyDays: load.filter(({ on }) => on < until).reduce((sum, { cards }) => sum + cards, 0),
  };
}
