/** Exercises as a person names them on the command line: `attention`, `attention/multi_head`, `milestone-2`. */
import { exercisesNamed, milestoneNamed, paperAtHand } from "../../workspace/exercise-names.ts";
import type { Target } from "../../workspace/exercises.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { orStop } from "../choose.ts";
import { Stop } from "../run.ts";

/** All that the words mean, in their order: a paper's exercises, one of them, or a milestone's. */
export function chooseExercises(
  words: readonly string[],
  workspace: Workspace,
  look: Look,
  cwd: string,
): readonly Target[] {
  const meant = (said: string) =>
    exercisesNamed(said, workspace, look, paperAtHand(cwd, workspace));
  const together = meant(words.join(" ").trim());
  const several = words.length > 1 && !together.ok && words.every((word) => meant(word).ok);
  if (several || words.filter((word) => word.includes("/")).length > 1) {
    throw new Stop(`One exercise at a time: "${words[0]}", then the next.`, 2);
  }
  return orStop(together);
}

/** The check of a milestone that the words name; null when they name none. */
export function milestoneOf(said: string, workspace: Workspace): Target | null {
  const named = milestoneNamed(said, workspace);
  return named === null ? null : orStop(named);
}
