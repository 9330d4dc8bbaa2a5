/** What a stretch of days held: what was done, and what was meant to be done and was not. */

import type { Curriculum } from "../content/curriculum.ts";
import { type Aspect, aspects } from "../entries/entry.ts";
import type { Tally } from "../entries/tally.ts";
import { addDays, type Day, dayAt, daysBetween, type Millis } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { daysOff } from "../time/time-off.ts";
import type { ItemProgress } from "./lists.ts";
import { plannedPace } from "./pace.ts";
import type { PaperProgress } from "./paper-progress.ts";
import type { Progress } from "./progress.ts";
import {
  type Course,
  checkinsBetween,
  courseOf,
  monthDays,
  type ScheduledCheckin,
  weekOf,
} from "./schedule.ts";
import { minutesBetween } from "./spent.ts";

export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly minutes: Minutes;
  /** What the plan has for as many days of study. */
  readonly plannedMinutes: Minutes;
  readonly ticked: readonly { readonly paper: PaperProgress; readonly aspect: Aspect }[];
  readonly tasksDone: readonly ItemProgress[];
  readonly milestones: readonly ItemProgress[];
  readonly answers: { readonly all: number; readonly known: number };
  /** Tasks of the weeks in it that are open still. */
  readonly openTasks: readonly { readonly week: number; readonly task: ItemProgress }[];
  readonly missed: readonly ScheduledCheckin[];
}

/** The month of a monthly check-in, `month:2`; null for the others. */
export function monthOf(checkin: string): number | null {
  const month = /^month:(\d+)$/.exec(checkin)?.[1];
  return month === undefined ? null : Number(month);
}

/** The days that a check-in looks back on: those since the review before for `month:2`, else seven days. */
export function periodOf(
  curriculum: Curriculum,
  checkin: string,
  on: Day,
  course: Course | null,
): { readonly from: Day; readonly to: Day } {
  const month = monthOf(checkin);
  const days = month === null || course === null ? null : monthDays(curriculum, course, month);
  return days ?? { from: addDays(on, -6), to: on };
}

export function lookBack(
  curriculum: Curriculum,
  tally: Tally,
  progress: Progress,
  days: { readonly from: Day; readonly to: Day },
): Period {
  const { from, to } = days;
  const inside = (at: Millis | null | undefined) => {
    if (at === null || at === undefined) return false;
    const on = dayAt(at, tally);
    return from <= on && on <= to;
  };
  const length = daysBetween(from, to) + 1 - daysOff(progress.away, from, to);
  const course = courseOf(progress);
  const weeks =
    course === null
      ? []
      : progress.weeks.filter(
          ({ number }) => weekOf(course, from) <= number && number <= weekOf(course, to),
        );
  const reviewed = Object.entries(tally.reviewDays).filter(([on]) => from <= on && on <= to);
  return {
    from,
    to,
    minutes: minutesBetween(tally, from, to),
    plannedMinutes: Math.round((plannedPace(curriculum, progress) * length) / 7),
    ticked: progress.papers.flatMap((paper) =>
      aspects
        .filter((aspect) => inside(tally.papers[paper.id]?.done[aspect]))
        .map((aspect) => ({ paper, aspect })),
    ),
    tasksDone: progress.weeks.flatMap(({ tasks }) => tasks.filter(({ doneAt }) => inside(doneAt))),
    milestones: progress.milestones.filter(({ doneAt }) => inside(doneAt)),
    answers: {
      all: reviewed.reduce((sum, [, { all }]) => sum + all, 0),
      known: reviewed.reduce((sum, [, { known }]) => sum + known, 0),
    },
    openTasks: weeks.flatMap(({ number, tasks }) =>
      tasks.filter(({ done }) => !done).map((task) => ({ week: number, task })),
    ),
    missed: checkinsBetween(curriculum, tally, from, addDays(to, -1)).filter(
      ({ done, skipped }) => !done && !skipped,
    ),
  };
}
