/** When a paper's implementation is verified: its core exercises have passed. Bonus ones are an extra. */
import type { Exercise, ExerciseId } from "../content/curriculum.ts";

/** The exercises that a paper is verified by. What a page kept before levels were known is core. */
export function coreOf<E extends Pick<Exercise, "level">>(exercises: readonly E[]): readonly E[] {
  return exercises.filter(({ level }) => level !== "bonus");
}

/** Whether the learner's code passes all that a paper is verified by; never where there is nothing of that. */
export function isVerified(
  exercises: readonly Pick<Exercise, "id" | "level">[],
  passed: (id: ExerciseId) => boolean,
): boolean {
  const counted = coreOf(exercises);
  return counted.length > 0 && counted.every(({ id }) => passed(id));
}
