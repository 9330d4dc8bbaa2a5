/** The pace that the plan goes by, one figure for forecast, status, week and day plan. */
import type { Curriculum } from "../content/curriculum.ts";
import type { Minutes } from "../time/duration.ts";
import type { Progress } from "./progress.ts";

/** What the learner said, or what gets the phases' papers done in the curriculum's weeks. */
export function plannedPace(
  curriculum: Curriculum,
  { minutesAWeek, phases }: Pick<Progress, "minutesAWeek" | "phases">,
): Minutes {
  if (minutesAWeek !== null) return minutesAWeek;
  const counted = phases.flatMap(({ papers }) => papers.filter(({ skipped }) => !skipped));
  const total = counted.reduce((sum, { id }) => {
    const estimate = curriculum.papers.find((paper) => paper.id === id)?.minutes;
    return estimate === undefined ? sum : sum + estimate.read + estimate.implement;
  }, 0);
  const weeks = Math.max(...curriculum.phases.map((phase) => phase.weeks.most), 1);
  return Math.round(total / weeks);
}
