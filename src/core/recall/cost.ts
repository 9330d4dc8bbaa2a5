/** What another retention would cost, before it is chosen. */
import type { Material } from "../content/material.ts";
import type { Situation } from "../decide/decision.ts";
import { addDays, dayAt } from "../time/calendar.ts";
import { heldCards, loadAhead, queueOf } from "./recall.ts";

export interface ReviewCost {
  /** Cards that are due now; new ones are not among them. */
  readonly dueNow: number;
  /** Cards that fall due in the next thirty days, if all are known until then. */
  readonly thirtyDays: number;
}

const days = 30;

export function reviewCost(
  { tally, progress, now }: Pick<Situation, "tally" | "progress" | "now">,
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
