/** All figures of the tracker: what a tally means against a curriculum on a given day. */

import type { Curriculum, Exercise, ItemId, PaperId, Reward } from "../content/curriculum.ts";
import { type Activity, type Aspect, aspects, type ItemKind } from "../entries/entry.ts";
import {
  type CheckTally,
  type Conflict,
  checkKey,
  type Tally,
  type Timer,
} from "../entries/tally.ts";
import { type Day, dayAt, type Millis, type OffsetSpan } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { missedCheckins, nextCheckin, type ScheduledCheckin, weekOf } from "./schedule.ts";

export interface ExerciseProgress extends Exercise {
  /** The learner's code has passed at least once. */
  readonly passed: boolean;
  readonly last: CheckTally["last"] | null;
}

export interface PaperProgress {
  readonly id: PaperId;
  readonly name: string;
  /** The phase's number, or null for a bonus paper. */
  readonly phase: number | null;
  readonly done: { readonly [A in Aspect]: boolean };
  /** All three aspects are ticked. */
  readonly complete: boolean;
  readonly minutes: Minutes;
  readonly minutesBy: { readonly [A in Activity]: Minutes };
  readonly passes: readonly (1 | 2 | 3)[];
  readonly exercises: readonly ExerciseProgress[];
  /** The implementation is ticked, and the learner's code has passed every exercise. */
  readonly verified: boolean;
  /** The learner added it; it is not in the curriculum. */
  readonly own: boolean;
}

export interface MilestoneProgress extends ItemProgress {
  readonly label: string | null;
  readonly exercise: ExerciseProgress | null;
  /** Ticked, and the learner's code has passed its exercise. */
  readonly verified: boolean;
}

export interface ItemProgress {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly text: string;
  readonly done: boolean;
  readonly doneAt: Millis | null;
  readonly own: boolean;
}

export interface PhaseProgress {
  readonly number: number;
  readonly title: string;
  readonly target: string;
  readonly weeks: { readonly least: number; readonly most: number };
  readonly papers: readonly PaperProgress[];
  readonly complete: number;
}

export interface WeekProgress {
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly tasks: readonly ItemProgress[];
}

export interface RewardProgress {
  readonly after: Reward["after"];
  readonly label: string;
  readonly text: string;
  readonly earned: boolean;
}

export interface Progress {
  readonly today: Day;
  readonly timeZone: string;
  readonly start: Day | null;
  readonly target: Day | null;
  readonly minutesAWeek: Minutes | null;
  /** What the tracker shows as the current phase: `Phase 1: Foundations`. Null before a start date. */
  readonly currentPhase: string | null;
  /** The number of the first phase that is not complete; null when all are. */
  readonly phaseNumber: number | null;
  /** The week of the plan that today falls in, from 1; null before the start. */
  readonly week: number | null;
  readonly papers: readonly PaperProgress[];
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
  readonly timer: Timer | null;
  readonly conflicts: Readonly<Record<string, Conflict>>;
}

export function progressOf(
  curriculum: Curriculum,
  tally: Tally,
  today: Day,
  span?: OffsetSpan | null,
): Progress {
  const phases = curriculum.phases.map((phase) => {
    const papers = [
      ...phase.papers.map((id) => paperProgress(curriculum, tally, id, phase.number)),
      ...ownPapers(curriculum, tally, phase.number),
    ];
    const { number, title, target, weeks } = phase;
    const complete = papers.filter((paper) => paper.complete).length;
    return { number, title, target, weeks, papers, complete };
  });
  const bonus = [
    ...curriculum.bonus.papers.map((id) => paperProgress(curriculum, tally, id, null)),
    ...ownPapers(curriculum, tally, null),
  ];
  const papers = [...phases.flatMap((phase) => phase.papers), ...bonus];
  const current = phases.find((phase) => phase.complete < phase.papers.length);
  const { start } = tally;
  const week = start === null || today < start ? null : weekOf(start, today);
  const next = nextCheckin(curriculum, tally, today);
  const { minutes, implementMinutes } = totalMinutes(tally);
  return {
    today,
    timeZone: tally.timeZone,
    start,
    target: tally.target,
    minutesAWeek: tally.minutesAWeek,
    currentPhase: declaredPhase(tally.phase, phases) ?? derivedPhase(start, current),
    phaseNumber: current?.number ?? null,
    week,
    papers,
    read: papers.filter((paper) => paper.done.read).length,
    implemented: papers.filter((paper) => paper.done.implemented).length,
    minutes,
    implementMinutes,
    phases,
    bonus,
    weeks: weeksOf(curriculum, tally),
    milestones: milestonesOf(curriculum, tally),
    rewards: curriculum.rewards.map((reward) => ({
      ...reward,
      text: tally.rewards[String(reward.after)] ?? "",
      earned: phases.every(
        (phase) =>
          (reward.after !== "program" && reward.after !== phase.number) ||
          phase.complete === phase.papers.length,
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
    lastUpdated: tally.lastAt === null ? null : dayAt(tally.lastAt, tally.timeZone, span),
    timer: tally.timer,
    conflicts: tally.conflicts,
  };
}

function exerciseProgress(
  tally: Tally,
  paper: PaperId | null,
  exercise: Exercise,
): ExerciseProgress {
  const runs = tally.checks[checkKey(paper, exercise.id)];
  return { ...exercise, passed: runs?.passed !== undefined, last: runs?.last ?? null };
}

function milestonesOf(curriculum: Curriculum, tally: Tally): readonly MilestoneProgress[] {
  return listOf(tally, "milestone", "milestones", curriculum.milestones).map((item) => {
    const known = curriculum.milestones.find(({ id }) => id === item.id);
    const exercise = known?.exercise ? exerciseProgress(tally, null, known.exercise) : null;
    const verified = item.done && exercise?.passed === true;
    return { ...item, label: known?.label ?? null, exercise, verified };
  });
}

/** The learner's own word on the current phase, until the phase that it names is complete. */
function declaredPhase(said: string | null, phases: readonly PhaseProgress[]): string | null {
  const named = /^phase\s+(\d+)/i.exec(said ?? "");
  const phase = phases.find(({ number }) => number === Number(named?.[1]));
  return phase !== undefined && phase.complete === phase.papers.length ? null : said;
}

function derivedPhase(
  start: Day | null,
  current: { readonly number: number; readonly title: string } | undefined,
): string | null {
  if (start === null) return null;
  return current === undefined ? "All phases complete" : phaseName(current);
}

/** `Phase 1: Foundations`, as the tracker names a phase. */
export function phaseName(phase: { readonly number: number; readonly title: string }): string {
  return `Phase ${phase.number}: ${phase.title}`;
}

/** The name of a week's list in the journal. */
export function weekList(week: number): string {
  return `week:${week}`;
}

/** The name of a resource group's list in the journal. */
export function resourceList(title: string): string {
  return `resources:${title}`;
}

function ownPapers(
  curriculum: Curriculum,
  tally: Tally,
  phase: number | null,
): readonly PaperProgress[] {
  return tally.added
    .filter((paper) => paper.phase === phase)
    .map((paper) => paperProgress(curriculum, tally, paper.id, phase));
}

function paperProgress(
  curriculum: Curriculum,
  tally: Tally,
  id: PaperId,
  phase: number | null,
): PaperProgress {
  const known = curriculum.papers.find((paper) => paper.id === id);
  const added = tally.added.find((paper) => paper.id === id);
  const sums = tally.papers[id];
  const exercises = (known?.exercises ?? []).map((one) => exerciseProgress(tally, id, one));
  const done = {
    read: sums?.done.read !== undefined,
    notes: sums?.done.notes !== undefined,
    implemented: sums?.done.implemented !== undefined,
  };
  const minutesBy = {
    read: sums?.minutes.read ?? 0,
    notes: sums?.minutes.notes ?? 0,
    implement: sums?.minutes.implement ?? 0,
    review: sums?.minutes.review ?? 0,
  };
  return {
    id,
    name: known?.name ?? added?.name ?? id,
    phase,
    done,
    complete: aspects.every((aspect) => done[aspect]),
    minutes: minutesBy.read + minutesBy.notes + minutesBy.implement + minutesBy.review,
    minutesBy,
    passes: ([1, 2, 3] as const).filter((pass) => sums?.passes[pass] !== undefined),
    exercises,
    verified: done.implemented && exercises.length > 0 && exercises.every(({ passed }) => passed),
    own: known === undefined,
  };
}

function weeksOf(curriculum: Curriculum, tally: Tally): readonly WeekProgress[] {
  const texts = new Map(
    tally.moves.length === 0
      ? []
      : curriculum.weeks.flatMap(({ tasks }) => tasks.map(({ id, text }) => [id, text] as const)),
  );
  return curriculum.weeks.map((week) => ({
    number: week.number,
    title: week.title,
    goal: tally.goals[week.number] ?? week.goal,
    tasks: listOf(tally, "task", weekList(week.number), week.tasks, (id) => texts.get(id) ?? ""),
  }));
}

interface Line {
  readonly id: ItemId;
  readonly text: string;
  readonly own: boolean;
}

/** The curriculum's lines, then the learner's, with those that were moved at their new places. */
function inOrder(
  tally: Tally,
  list: string,
  kind: ItemKind,
  items: readonly { readonly id: ItemId; readonly text: string }[],
  textOf: (id: ItemId) => string = () => "",
): readonly Line[] {
  const moved = new Set(tally.moves.map(({ item }) => item));
  const own = tally.addedItems
    .filter((item) => item.list === list && item.kind === kind)
    .map((item) => ({ id: item.id, text: "", own: true }));
  const lines: Line[] = [...items.map(({ id, text }) => ({ id, text, own: false })), ...own];
  if (moved.size === 0) return lines;
  const placed = lines.filter(({ id }) => !moved.has(id));
  const ownIds = new Set(tally.addedItems.map(({ id }) => id));
  for (const { item, after } of tally.moves.filter((move) => move.list === list)) {
    const at = after === null ? 0 : placed.findIndex(({ id }) => id === after) + 1;
    const line = { id: item, text: textOf(item), own: ownIds.has(item) };
    placed.splice(after !== null && at === 0 ? placed.length : at, 0, line);
  }
  return placed;
}

function listOf(
  tally: Tally,
  kind: ItemKind,
  list: string,
  items: readonly { readonly id: ItemId; readonly text: string }[],
  textOf?: (id: ItemId) => string,
): readonly ItemProgress[] {
  return inOrder(tally, list, kind, items, textOf)
    .filter(({ id }) => tally.items[id]?.removed !== true)
    .filter(({ id, text }) => text !== "" || tally.items[id]?.text !== undefined)
    .map(({ id, text, own }) => ({
      id,
      kind,
      text: tally.items[id]?.text ?? text,
      done: tally.items[id]?.done !== undefined,
      doneAt: tally.items[id]?.done ?? null,
      own,
    }));
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
