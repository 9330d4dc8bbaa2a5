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

/** What of the library is used; its own types come with a package that has all platforms or none. */
interface Binding {
  readonly FSRSBindingReview: new (grade: number, days: number) => object;
  readonly FSRSBindingItem: new (reviews: readonly object[]) => object;
  readonly FSRSBinding: new (
    weights?: number[],
  ) => { readonly evaluate: (items: readonly object[]) => { readonly logLoss: number } };
  readonly computeParameters: (
    items: readonly object[],
    options: { readonly enableShortTerm: boolean },
  ) => Promise<number[]>;
}

/** Null where the library does not load. */
export async function loadOptimizer(): Promise<Optimizer | null> {
  try {
    const loaded: Binding & { readonly default?: Binding } = await import(
      // @ts-expect-error: a compiled library, which has no types.
      "@open-spaced-repetition/binding-linux-x64-gnu"
    );
    // In the executable it is the library itself, whose names the bundler can't see.
    const library = loaded.default ?? loaded;
    const items = (answers: readonly Foretold[]) =>
      answers.map(
        ({ reviews }) =>
          new library.FSRSBindingItem(
            reviews.map(({ grade, days }) => new library.FSRSBindingReview(grade, days)),
          ),
      );
    return {
      fit: async (answers) => {
        const given = items(answers);
        try {
          const found = await library.computeParameters(given, { enableShortTerm: true });
          // As many digits as tell; all devices read the same ones.
          return found.map((weight) => Math.round(weight * 1e6) / 1e6);
        } catch {
          return null;
        }
      },
      loss: (answers, weights) => {
        const given = items(answers);
        const model = new library.FSRSBinding(weights === null ? undefined : [...weights]);
        try {
          return model.evaluate(given).logLoss;
        } catch {
          return null;
        }
      },
    };
  } catch {
    return null;
  }
}
