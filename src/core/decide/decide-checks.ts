/** Recording a check of the learner's code, and what follows from the last one that passes. */

import { isVerified } from "../check/verified.ts";
import type { Exercise, ExerciseId, PaperId } from "../content/curriculum.ts";
import type { Body } from "../entries/entry.ts";
import { checkKey } from "../entries/tally.ts";
import type { CommandOf } from "./command.ts";
import { type Decision, entries, refuse, type Situation } from "./decision.ts";

export function recordCheck(command: CommandOf<"record-check">, now: Situation): Decision {
  const { do: _, ...check } = command;
  const { paper, exercise } = check;
  if (exerciseOf(now, paper, exercise) === null) {
    const place = paper === null ? "a milestone" : `the paper "${paper}"`;
    return refuse("unknown-exercise", `There is no exercise "${exercise}" of ${place}.`);
  }
  return entries(
    { type: "exercise.checked", ...check },
    ...(check.passed ? ticks(command, now) : []),
  );
}

function exerciseOf(now: Situation, paper: PaperId | null, id: ExerciseId): Exercise | null {
  const { papers, milestones } = now.curriculum;
  const found =
    paper === null
      ? milestones.find(({ exercise }) => exercise?.id === id)?.exercise
      : papers.find((known) => known.id === paper)?.exercises.find((known) => known.id === id);
  return found ?? null;
}

/** The last core exercise of a paper ticks its implementation; a milestone's ticks the milestone. */
function ticks(command: CommandOf<"record-check">, now: Situation): readonly Body[] {
  const { paper, exercise } = command;
  if (paper === null) {
    const milestone = now.curriculum.milestones.find((known) => known.exercise?.id === exercise);
    const item = now.progress.milestones.find(({ id }) => id === milestone?.id);
    if (item === undefined || item.done) return [];
    return [{ type: "item.marked", kind: "milestone", item: item.id, done: true }];
  }
  const all = now.curriculum.papers.find(({ id }) => id === paper)?.exercises ?? [];
  const passed = (id: ExerciseId) =>
    id === exercise || now.tally.checks[checkKey(paper, id)]?.passed !== undefined;
  const done = now.progress.papers.find(({ id }) => id === paper)?.done.implemented ?? true;
  if (done || !isVerified(all, passed)) return [];
  return [{ type: "paper.marked", paper, aspect: "implemented", done: true }];
}
