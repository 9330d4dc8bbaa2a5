/** What tasks mean: ticks of papers and exercises, by `bert/read` and `bert/mlm-loss`. */
import type { ExerciseId, Meaning, PaperId } from "../core/content/curriculum.ts";
import { aspects } from "../core/entries/entry.ts";
import type { Fault } from "./faults.ts";
import { texts } from "./mentions.ts";
import type { Source } from "./source.ts";
import { didYouMean, quote } from "./suggest.ts";

export function meaningOf(said: string): Meaning {
  const [paper = "", what = ""] = said.split("/");
  const aspect = aspects.find((one) => one === what);
  return aspect === undefined
    ? { paper: paper as PaperId, exercise: what as ExerciseId }
    : { paper: paper as PaperId, aspect };
}

/** `exercises` has those of each paper by its id. */
export function meaningFaults(
  weeks: Source | null,
  papers: readonly string[],
  exercises: ReadonlyMap<string, readonly { readonly id: string }[]>,
): readonly Fault[] {
  return texts(weeks, "*.tasks.*.means.*").flatMap(({ value, fault }) => {
    const means = meaningOf(value);
    if (!papers.includes(means.paper)) {
      const hint = didYouMean(means.paper, papers);
      return [fault(`there is no paper ${quote(means.paper)}${hint}`)];
    }
    if ("aspect" in means) return [];
    const known = (exercises.get(means.paper) ?? []).map(({ id }) => id);
    if (known.includes(means.exercise)) return [];
    const names = [...aspects, ...known];
    return [
      fault(
        `${means.paper} has no exercise ${quote(means.exercise)}${didYouMean(means.exercise, names)}`,
      ),
    ];
  });
}
