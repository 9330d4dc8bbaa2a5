/**
 * What a mentor sees: at which exercises somebody is stuck. Failed runs and mistakes are known of those alone who
 * consented to it; of others, what they have begun to implement and not passed, as far as they share that.
 */
import { coreOf } from "../check/verified.ts";
import type { ExerciseId, PaperId } from "../content/curriculum.ts";
import { checkKey } from "../entries/tally.ts";
import type { ExerciseProgress } from "../progress/paper-progress.ts";
import { type Day, dayAt } from "../time/calendar.ts";
import type { Companion } from "./together.ts";

export interface Stuck {
  readonly paper: PaperId | null;
  /** Null where only the paper is known. */
  readonly exercise: ExerciseId | null;
  readonly title: string;
  readonly who: readonly StuckOne[];
}

export type StuckOne =
  | {
      readonly is: "failing";
      readonly name: string;
      readonly runs: number;
      readonly last: Day;
      /** The names of the mistakes, the one named last first. */
      readonly mistakes: readonly string[];
    }
  /** Begun, and nothing more is shared. */
  | { readonly is: "begun"; readonly name: string };

export function stuckAt(companions: readonly Companion[]): readonly Stuck[] {
  const found = new Map<string, { readonly at: Omit<Stuck, "who">; readonly who: StuckOne[] }>();
  const add = (at: Omit<Stuck, "who">, one: StuckOne) => {
    const key = `${at.paper ?? ""}/${at.exercise ?? ""}`;
    const there = found.get(key) ?? { at, who: [] };
    there.who.push(one);
    found.set(key, there);
  };
  for (const one of companions) {
    for (const paper of one.progress.papers) {
      const failing = paper.exercises.flatMap((exercise) => {
        const runs = failingRuns(one, paper.id, exercise);
        return runs === null ? [] : [{ exercise, runs }];
      });
      for (const { exercise, runs } of failing) {
        const title = `${paper.name}: ${exercise.title}`;
        add({ paper: paper.id, exercise: exercise.id, title }, runs);
      }
      if (failing.length === 0 && isBegun(one, paper)) {
        const at = { paper: paper.id, exercise: null, title: paper.name };
        add(at, { is: "begun", name: one.name });
      }
    }
    for (const { exercise } of one.progress.milestones) {
      const runs = exercise === null ? null : failingRuns(one, null, exercise);
      if (exercise === null || runs === null) continue;
      add({ paper: null, exercise: exercise.id, title: exercise.title }, runs);
    }
  }
  return [...found.values()].map(({ at, who }) => ({ ...at, who }));
}

function failingRuns(
  { name, topics, tally, progress }: Companion,
  paper: PaperId | null,
  { id, passed, last }: ExerciseProgress,
): StuckOne | null {
  const runs = tally.checks[checkKey(paper, id)];
  // Of whom no passes are known, an exercise that failed once may have passed since.
  const isKnown = topics.has("failed-checks") && topics.has("verified");
  if (!isKnown || passed || last === null || runs === undefined) return null;
  const mistakes = Object.entries(runs.named ?? {})
    .toSorted(([, a], [, b]) => b - a)
    .map(([mistake]) => mistake);
  return { is: "failing", name, runs: runs.runs, last: dayAt(last.at, progress), mistakes };
}

/** What is passed is known of those who share it; who does not may be through with it long since. */
function isBegun(
  { topics }: Companion,
  { state, minutesBy, exercises }: Companion["progress"]["papers"][number],
): boolean {
  if (!topics.has("verified")) return false;
  const core = coreOf(exercises);
  const open = core.length > 0 && core.some(({ passed }) => !passed);
  return (
    open &&
    state.implemented !== "done" &&
    (state.implemented === "started" || minutesBy.implement > 0)
  );
}
