/**
 * The optimizer of the FSRS project, which fits FSRS's parameters to answers. It is a compiled library, loaded when it
 * is asked for; where there is none for this machine, FSRS's defaults stay.
 */
import type { Weights } from "../core/entries/card-memory.ts";
import type { Foretold } from "../core/recall/fitting.ts";

/** Each gives null where the answers are too few, or too much alike, to say anything. */
export interface Optimizer {
  readonly fit: (answers: readonly Foretold[]) => Promise<Weights | null>;
  /** The log loss of what these weights, or FSRS's own, foretell. */
  readonly loss: (answers: readonly Foretold[], weights: Weights | null) => number | null;
}

/** Null where the library does not load. */
export async function loadOptimizer(): Promise<Optimizer | null> {
  try {
    const { computeParameters, FSRSBinding, FSRSBindingItem, FSRSBindingReview } = await import(
      "@open-spaced-repetition/binding"
    );
    const items = (answers: readonly Foretold[]) =>
      answers.map(
        ({ reviews }) =>
          new FSRSBindingItem(reviews.map(({ grade, days }) => new FSRSBindingReview(grade, days))),
      );
    return {
      fit: async (answers) => {
        try {
          const found = await computeParameters(items(answers), { enableShortTerm: true });
          // As many digits as tell; all devices read the same ones.
          return found.map((weight) => Math.round(weight * 1e6) / 1e6);
        } catch {
          return null;
        }
      },
      loss: (answers, weights) => {
        try {
          const model = new FSRSBinding(weights === null ? undefined : [...weights]);
          return model.evaluate(items(answers)).logLoss;
        } catch {
          return null;
        }
      },
    };
  } catch {
    return null;
  }
}
