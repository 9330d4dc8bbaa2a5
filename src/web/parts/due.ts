/** The cards that wait to be answered, as every screen counts them. */
import { useMemo } from "react";
import { dayQueue, type QueuedStep } from "../../core/progress/day-queue.ts";
import { type NextStep, nextStep } from "../../core/progress/next-step.ts";
import { type HeldCard, heldCards, type Queue, queueOf } from "../../core/recall/recall.ts";
import { useTracker } from "./parts.tsx";

export interface Cards {
  readonly held: readonly HeldCard[];
  readonly queue: Queue;
}

/** The steps of today, in their order, and the one that is next. */
export function useDay(): {
  readonly steps: readonly QueuedStep[];
  readonly next: NextStep | null;
} {
  const { situation, material } = useTracker();
  const { queue } = useCards();
  return useMemo(() => {
    const steps = dayQueue(situation, material.rhythm, queue);
    return { steps, next: nextStep(situation, steps) };
  }, [situation, material, queue]);
}

export function useCards(): Cards {
  const { situation, material } = useTracker();
  const { tally, progress, now } = situation;
  const held = useMemo(() => heldCards(material, tally), [material, tally]);
  const queue = useMemo(() => queueOf(held, tally, now, progress), [held, tally, now, progress]);
  return { held, queue };
}
