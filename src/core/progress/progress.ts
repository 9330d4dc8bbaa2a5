/** All figures of the tracker: what a tally means against a curriculum on a given day. */

import type { Curriculum, Reward } from "../content/curriculum.ts";
import type { Conflict, Tally, Timer } from "../entries/tally.ts";
import { type Day, dayAt, type OffsetSpan, type Zone } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { type ItemProgress, listOf, resourceList, type WeekProgress, weeksOf } from "./lists.ts";
import {
  type ExerciseProgress,
  exerciseProgress,
  ownPapers,
  type PaperProgress,
  paperProgress,
} from "./paper-progress.ts";
import { phaseMeant, phaseName } from "./phase.ts";
import { missedCheckins, nextCheckin, type ScheduledCheckin, weekOf } from "./schedule.ts";

export interface MilestoneProgress extends ItemProgress {
  readonly label: string | null;
  readonly exercise: ExerciseProgress | null;
  /** Ticked, and the learner's code has passed its exercise. */
  readonly verified: boolean;
}

export interface PhaseProgress {
  readonly number: number;
  readonly title: string;
  readonly target: string;
  readonly weeks: { readonly least: number; readonly most: number };
  readonly papers: readonly PaperProgress[];
  readonly complete: number;
  /** How many of its papers count: those that are not left out. */
  readonly counted: number;
  /** All of its papers are complete; where it has none, all tasks of its weeks are done. */
  readonly finished: boolean;
}

export interface RewardProgress {
  readonly after: Reward["after"];
  readonly label: string;
  readonly text: string;
  readonly earned: boolean;
}

export interface Progress {
  readonly today: Day;
  readonly timeZone: Zone;
  /** Minutes after midnight at which the learner's day begins. */
  readonly dayStarts: Minutes;
  readonly start: Day | null;
  readonly target: Day | null;
  readonly minutesAWeek: Minutes | null;
  /** What the tracker shows as the current phase: `Phase 1: Foundations`. Null before a start date. */
  readonly currentPhase: string | null;
  /** The number of the phase that is pinned, or of the first that is not complete; null when all are. */
  readonly phaseNumber: number | null;
  /** The week of the plan that today falls in, from 1; null before the start. */
  readonly week: number | null;
  /** The week whose tasks are at hand: the one by date, within the plan and within a pinned phase. */
  readonly workWeek: number;
  readonly papers: readonly PaperProgress[];
  /** How many papers count: those that are not left out. */
  readonly counted: number;
  readonly read: number;
  readonly implemented: number;
  readonly minutes: Minutes;
  readonly implementMinutes: Minutes;
  readonly phases: readonly PhaseProgress[];
  readonly bonus: readonly PaperProgress[];
  readonly weeks: readonly WeekProgress[];
  readonly milestones: readonly MilestoneProgress[];
  readonly rewards: readonly RewardProgress[];
  readonly resources: readonly {
    readonly title: string;
    readonly items: readonly ItemProgress[];
  }[];
  readonly nextReview: Day | null;
  readonly nextCheckin: ScheduledCheckin | null;
  readonly missedCheckins: readonly ScheduledCheckin[];
  readonly lastUpdated: Day | null;
  /** The latest that is open. */
  readonly timer: Timer | null;
  /** All that are open, in the order of their starts: each device may have started one. */
  readonly timers: readonly Timer[];
  readonly conflicts: Readonly<Record<string, Conflict>>;
}

export function progressOf(
  curriculum: Curriculum,
  tally: Tally,
  today: Day,
  span?: OffsetSpan | null,
): Progress {
  const weeks = weeksOf(curriculum, tally);
  const phases = curriculum.phases.map((phase) => {
    const papers = [
      ...phase.papers.map((id) => paperProgress(curriculum, tally, id, phase.number)),
      ...ownPapers(curriculum, tally, phase.number),
    ];
    const { number, title, target } = phase;
    const complete = papers.filter((paper) => paper.complete).length;
    const counted = countedOf(papers).length;
    const tasks = weeks
      .filter((week) => phase.weeks.least <= week.number && week.number <= phase.weeks.most)
      .flatMap((week) => week.tasks);
    const finished = counted > 0 ? complete === counted : tasks.every(({ done }) => done);
    return { number, title, target, weeks: phase.weeks, papers, complete, counted, finished };
  });
  const bonus = [
    ...curriculum.bonus.papers.map((id) => paperProgress(curriculum, tally, id, null)),
    ...ownPapers(curriculum, tally, null),
  ];
  const papers = [...phases.flatMap((phase) => phase.papers), ...bonus];
  const pinned = pinnedPhase(tally.phase, phases);
  const current = pinned ?? phases.find((phase) => !phase.finished);
  const { start } = tally;
  const week = start === null || today < start ? null : weekOf(start, today);
  const next = nextCheckin(curriculum, tally, today);
  const { minutes, implementMinutes } = totalMinutes(tally);
  return {
    today,
    timeZone: tally.timeZone,
    dayStarts: tally.dayStarts,
    start,
    target: tally.target,
    minutesAWeek: tally.minutesAWeek,
    currentPhase: pinned === undefined ? derivedPhase(start, current) : phaseName(pinned),
    phaseNumber: current?.number ?? null,
    week,
    workWeek: workWeekOf(week, weeks, pinned),
    papers,
    counted: countedOf(papers).length,
    read: countedOf(papers).filter((paper) => paper.done.read).length,
    implemented: countedOf(papers).filter((paper) => paper.done.implemented).length,
    minutes,
    implementMinutes,
    phases,
    bonus,
    weeks,
    milestones: milestonesOf(curriculum, tally),
    rewards: curriculum.rewards.map((reward) => ({
      ...reward,
      text: tally.rewards[String(reward.after)] ?? "",
      earned: phases.every(
        (phase) => (reward.after !== "program" && reward.after !== phase.number) || phase.finished,
      ),
    })),
    resources: curriculum.resources.map((group) => ({
      title: group.title,
      items: listOf(tally, "resource", resourceList(group.title), group.items),
    })),
    nextReview:
      tally.nextReview !== null && tally.nextReview >= today
        ? tally.nextReview
        : (next?.on ?? null),
    nextCheckin: next,
    missedCheckins: missedCheckins(curriculum, tally, today),
    lastUpdated: tally.lastAt === null ? null : dayAt(tally.lastAt, tally, span),
    timer: tally.timers.at(-1) ?? null,
    timers: tally.timers,
    conflicts: tally.conflicts,
  };
}

function countedOf(papers: readonly PaperProgress[]): readonly PaperProgress[] {
  return papers.filter(({ skipped }) => !skipped);
}

function milestonesOf(curriculum: Curriculum, tally: Tally): readonly MilestoneProgress[] {
  return listOf(tally, "milestone", "milestones", curriculum.milestones).map((item) => {
    const known = curriculum.milestones.find(({ id }) => id === item.id);
    const exercise = known?.exercise ? exerciseProgress(tally, null, known.exercise) : null;
    const verified = item.done && exercise?.passed === true;
    return { ...item, label: known?.label ?? null, exercise, verified };
  });
}

/** The phase that the learner pinned, until it is complete. */
function pinnedPhase(
  said: string | null,
  phases: readonly PhaseProgress[],
): PhaseProgress | undefined {
  const phase = said === null ? null : phaseMeant(said, phases);
  return phase === null || phase.finished ? undefined : phase;
}

/** The week to work in: the one by date, within the plan, and within the phase where one is pinned. */
function workWeekOf(
  week: number | null,
  weeks: readonly WeekProgress[],
  pinned: PhaseProgress | undefined,
): number {
  const last = weeks.at(-1)?.number ?? 1;
  const { least, most } = pinned?.weeks ?? { least: 1, most: last };
  return Math.min(Math.max(week ?? 1, least), most, last);
}

function derivedPhase(
  start: Day | null,
  current: { readonly number: number; readonly title: string } | undefined,
): string | null {
  if (start === null) return null;
  return current === undefined ? "All phases complete" : phaseName(current);
}

function totalMinutes(tally: Tally): { minutes: Minutes; implementMinutes: Minutes } {
  let minutes = 0;
  let implementMinutes = 0;
  for (const ofDay of Object.values(tally.days)) {
    for (const [activity, spent] of Object.entries(ofDay)) {
      minutes += spent;
      if (activity === "implement") implementMinutes += spent;
    }
  }
  return { minutes, implementMinutes };
}

/** n of m as a whole per cent. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
