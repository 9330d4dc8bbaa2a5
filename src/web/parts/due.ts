/** The cards that wait to be answered, as every screen counts them. */
import { useMemo } from "react";
import { type HeldCard, heldCards, type Queue, queueOf } from "../../core/recall/recall.ts";
import { useTracker } from "./parts.tsx";

export interface Cards {
  readonly held: readonly HeldCard[];
  readonly queue: Queue;
}

export function useCards(): Cards {
  const { situation, material } = useTracker();
  const { tally, progress, now } = situation;
  const held = useMemo(() => heldCards(material, tally), [material, tally]);
  const queue = useMemo(() => queueOf(held, tally, now, progress), [held, tally, now, progress]);
  return { held, queue };
}
