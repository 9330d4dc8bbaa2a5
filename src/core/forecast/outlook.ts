/** The forecast of a learner's progress: from a tally to the numbers that the simulation needs. */

import type { Curriculum } from "../content/curriculum.ts";
import type { Tally } from "../entries/tally.ts";
import { plannedPace } from "../progress/pace.ts";
import type { Progress } from "../progress/progress.ts";
import { courseOf, defaultTarget } from "../progress/schedule.ts";
import type { Day, SayDay } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { type Forecast, forecast } from "./forecast.ts";
import { forecastSentence } from "./forecast-sentence.ts";

export interface Outlook {
  readonly forecast: Forecast;
  /** The curriculum's estimate of all work and of what is left, in minutes. */
  readonly work: { readonly total: Minutes; readonly remaining: Minutes };
  readonly sentence: string;
}

/** How a paper's reading time divides into its Status and its Notes. */
const readShare = 0.8;

/** Null before there is a start date, and where no paper has an estimate. The bonus papers are optional and do not count. */
export function outlookOf(
  curriculum: Curriculum,
  tally: Tally,
  progress: Progress,
  sayDay: SayDay,
): Outlook | null {
  const { today, away } = progress;
  const course = courseOf(progress);
  if (course === null) return null;
  const { start } = course;
  const target = progress.target ?? defaultTarget(curriculum, course);
  const work = planned(curriculum, progress);
  if (work.total === 0) return null;
  const plannedMinutesAWeek = plannedPace(curriculum, progress);
  const days: readonly (readonly [Day, Minutes])[] = Object.entries(tally.days).map(
    ([on, activities]) => [on as Day, Object.values(activities).reduce((a, b) => a + b, 0)],
  );
  const result = forecast({
    today,
    start,
    target,
    away,
    plannedMinutesAWeek,
    minutesByDay: new Map(days),
    totalMinutes: work.total,
    remainingMinutes: work.remaining,
    spentOnDone: work.spentOnDone,
    estimatedForDone: work.estimatedForDone,
  });
  const { total, remaining } = work;
  return {
    forecast: result,
    work: { total, remaining },
    sentence: forecastSentence(result, { start, target, today }, sayDay),
  };
}

interface Work {
  readonly total: Minutes;
  readonly remaining: Minutes;
  readonly spentOnDone: Minutes;
  readonly estimatedForDone: Minutes;
}

/**
 * The curriculum's estimates against what is ticked. Time spent on a paper that is not complete counts against
 * its estimate, but a paper without its ticks is never less than a tenth of it away.
 */
function planned(curriculum: Curriculum, progress: Progress): Work {
  let total = 0;
  let remaining = 0;
  let spentOnDone = 0;
  let estimatedForDone = 0;
  for (const paper of progress.papers) {
    const estimate = curriculum.papers.find(({ id }) => id === paper.id)?.minutes;
    if (estimate === undefined || paper.phase === null || paper.skipped) continue;
    const whole = estimate.read + estimate.implement;
    total += whole;
    if (paper.complete) {
      spentOnDone += paper.minutes;
      estimatedForDone += whole;
      continue;
    }
    const open =
      (paper.done.read ? 0 : estimate.read * readShare) +
      (paper.done.notes ? 0 : estimate.read * (1 - readShare)) +
      (paper.done.implemented ? 0 : estimate.implement);
    remaining += Math.max(0.1 * open, Math.min(open, whole - paper.minutes));
  }
  return {
    total,
    remaining: Math.round(remaining),
    // Papers ticked without any hours say nothing about the learner's pace.
    ...(spentOnDone === 0
      ? { spentOnDone: 0, estimatedForDone: 0 }
      : { spentOnDone, estimatedForDone }),
  };
}
