/**
 * The one queue of a day: its check-in, its cards, and the work that the week's rhythm has for it. The first step that
 * is open is Next. While papers of an earlier phase are open, work of a later one waits.
 */
import type { Curriculum, PaperId } from "../content/curriculum.ts";
import { nearestPlan, type Step, type WeekRhythm } from "../content/rhythm.ts";
import type { Tally } from "../entries/tally.ts";
import type { Day } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import {
  cardsStep,
  checkinStep,
  currentPaper,
  type NextStep,
  notesStep,
  paperStep,
  passStep,
  start,
} from "./next-step.ts";
import { plannedPace } from "./pace.ts";
import { openPass, type PaperProgress } from "./paper-progress.ts";
import { type PlannedStep, planDays } from "./planned-days.ts";
import type { Progress } from "./progress.ts";
import { checkinsBetween } from "./schedule.ts";

export interface QueuedStep extends NextStep {
  readonly done: boolean;
  /** Null where nobody planned for it. */
  readonly minutes: Minutes | null;
  readonly on: Day;
  /** The step of the rhythm that it is, for a screen that leads there. */
  readonly planned: Step | null;
}

type Undated = Omit<QueuedStep, "on">;

/** Cards to answer now: those that were seen before, and those that were not. */
export interface CardsNow {
  readonly due: number;
  readonly fresh: number;
}

export const noCards: CardsNow = { due: 0, fresh: 0 };

interface At {
  readonly curriculum: Curriculum;
  readonly tally: Tally;
  readonly progress: Progress;
}

export function dayQueue(
  at: At,
  rhythm: readonly WeekRhythm[],
  cards: CardsNow,
): readonly QueuedStep[] {
  const { today: planned, before } = plannedOf(at, rhythm);
  const steps = [
    ...checkinOf(at, planned),
    ...cardsOf(at, planned, cards),
    ...workOf(at, planned, before),
  ];
  return steps.map((step) => ({ ...step, on: at.progress.today }));
}

interface PlannedOf {
  readonly today: readonly PlannedStep[];
  /** Of the same week. */
  readonly before: readonly PlannedStep[];
}

function plannedOf({ curriculum, tally, progress }: At, rhythm: readonly WeekRhythm[]): PlannedOf {
  const { week, workWeek, today } = progress;
  const nothing: PlannedOf = { today: [], before: [] };
  if (week === null) return nothing;
  const plan = nearestPlan(
    rhythm.find((one) => one.week === workWeek),
    plannedPace(curriculum, progress),
  );
  if (plan === null) return nothing;
  const days = planDays(plan, workWeek, curriculum, tally, progress);
  return {
    today: days.find(({ on }) => on === today)?.steps ?? [],
    before: days.filter(({ on }) => on !== null && on < today).flatMap(({ steps }) => steps),
  };
}

function checkinOf(
  { curriculum, tally, progress }: At,
  planned: readonly PlannedStep[],
): readonly Undated[] {
  const { today } = progress;
  return checkinsBetween(curriculum, tally, today, today)
    .filter(({ checkin, done, skipped }) => done || (!skipped && isWorthAsking(checkin, progress)))
    .map((checkin): Undated => {
      const step = planned.find(
        ({ step: one }) => one.do === "checkin" && one.checkin === checkin.checkin,
      )?.step;
      const minutes = step?.minutes ?? null;
      return { ...checkinStep(checkin), done: checkin.done, minutes, planned: step ?? null };
    });
}

/** A quiz has no cards while nothing was begun, and on the very first day there is nothing to look back on. */
function isWorthAsking(checkin: string, { start, today, minutes, papers }: Progress): boolean {
  const begun = minutes > 0 || papers.some(({ done }) => Object.values(done).some(Boolean));
  return begun || (checkin !== "quiz" && start !== today);
}

function cardsOf(
  { tally, progress }: At,
  planned: readonly PlannedStep[],
  cards: CardsNow,
): readonly Undated[] {
  const answered = tally.reviewDays[progress.today]?.all ?? 0;
  const done = cards.due + cards.fresh === 0;
  if (done && answered === 0) return [];
  const step = planned.find(({ step: one }) => one.do === "cards")?.step ?? null;
  return [{ ...cardsStep(cards), done, minutes: step?.minutes ?? null, planned: step }];
}

function workOf(
  at: At,
  planned: readonly PlannedStep[],
  before: readonly PlannedStep[],
): readonly Undated[] {
  const work = planned.filter(({ step }) => step.do !== "checkin" && step.do !== "cards");
  const inHand = currentPaper(at.progress);
  const phase = inHand === null ? null : placeOf(inHand.phase, at.progress);
  const waits = ({ step, done }: PlannedStep) => {
    const of = placeOf(phaseOf(step, at.progress), at.progress);
    return phase !== null && done !== true && of > phase;
  };
  const steps = readFirst(
    work.filter((one) => !waits(one)),
    before,
    at,
  );
  const waiting = work.filter(waits);
  if (inHand === null || waiting.length === 0) return steps;
  const minutes = waiting.reduce((sum, { step }) => sum + step.minutes, 0);
  const first = { ...paperStep(at.curriculum, inHand), done: false, minutes, planned: null };
  return [first, ...steps];
}

/** The steps, and before each what is to be read first; a pass that is named already is not named again. */
function readFirst(
  work: readonly PlannedStep[],
  before: readonly PlannedStep[],
  at: At,
): readonly Undated[] {
  const steps = work.flatMap((one, index) => {
    const step = queued(one, at);
    const first = step.done ? null : passBefore(one, [...before, ...work.slice(0, index)], at);
    return first === null ? [step] : [first, step];
  });
  return steps.filter(
    (step, index) => !steps.slice(0, index).some((other) => isSameReading(step, other)),
  );
}

/**
 * What is to be read before a step can be done: a pass before it, or one that the week has before it. Null where all
 * of them had their time.
 */
function passBefore(
  { step }: PlannedStep,
  earlier: readonly PlannedStep[],
  { curriculum, progress }: At,
): Undated | null {
  if (!("paper" in step) || step.do === "cards") return null;
  const paper = progress.papers.find(({ id }) => id === step.paper);
  const open = paper === undefined || paper.done.read ? null : openPass(paper, curriculum.reading);
  if (paper === undefined || open === null) return null;
  const passes = earlier.flatMap(({ step: one }) =>
    one.do === "pass" && one.paper === paper.id ? [one] : [],
  );
  const least = Math.max(
    step.do === "pass" ? step.pass - 1 : 0,
    ...passes.map(({ pass }) => pass).filter((pass) => step.do !== "pass" || pass < step.pass),
  );
  if (open > least) return null;
  const planned = passes.find(({ pass }) => pass === open) ?? null;
  const minutes = planned?.minutes ?? null;
  return { ...passStep(curriculum, paper, open), done: false, minutes, planned };
}

function isSameReading({ session: a }: Undated, { session: b }: Undated): boolean {
  return a?.pass !== undefined && a.pass === b?.pass && a.paper === b.paper;
}

/** Where a phase stands in the order of study: a pinned one is first. What belongs to none is never late. */
function placeOf(phase: number | null, { phases, phaseNumber }: Progress): number {
  if (phase === null) return -1;
  return phase === phaseNumber ? 0 : phases.findIndex(({ number }) => number === phase) + 1;
}

function phaseOf(step: Step, { papers, phases, weeks }: Progress): number | null {
  if ("paper" in step) return papers.find(({ id }) => id === step.paper)?.phase ?? null;
  if (step.do !== "task") return null;
  const week = weeks.find(({ tasks }) => tasks.some(({ id }) => id === step.task))?.number ?? 0;
  const of = phases.find(({ weeks: span }) => span.least <= week && week <= span.most);
  return of?.number ?? null;
}

function queued(planned: PlannedStep, at: At): Undated {
  const { step } = planned;
  const { minutes } = step;
  const paper = "paper" in step && step.paper !== null ? paperNamed(step.paper, at) : undefined;
  if (paper === undefined) return { ...plain(planned), minutes, planned: step };
  const { done, ...next } = ofPaper(planned, paper, at);
  return { ...next, done, minutes, planned: step };
}

function paperNamed(id: PaperId, { progress }: At): PaperProgress | undefined {
  return progress.papers.find((paper) => paper.id === id);
}

type Done = NextStep & { readonly done: boolean };

/** A step that leads to a screen, and is done there. */
function plain({ step, what, command, done }: PlannedStep): Done {
  const kind = step.do === "milestone" ? "milestone" : step.do === "task" ? "task" : "teach-back";
  return {
    what,
    why: kind === "task" ? "It is a task of this week." : "It is planned for today.",
    command,
    session: null,
    tick: null,
    kind,
    done: done === true,
  };
}

function ofPaper(planned: PlannedStep, paper: PaperProgress, { curriculum }: At): Done {
  const { step } = planned;
  switch (step.do) {
    case "pass": {
      const open = openPass(paper, curriculum.reading);
      const done = paper.done.read || open === null || open > step.pass;
      return { ...passStep(curriculum, paper, step.pass), done };
    }
    case "notes":
      return { ...notesStep(paper), done: paper.done.notes };
    case "exercise": {
      const exercise = paper.exercises.find(({ id }) => id === step.exercise);
      return {
        what: `Implement ${planned.what}`,
        why: "It is planned for today.",
        ...start(paper.id, "implement"),
        ...(exercise === undefined ? {} : { command: planned.command }),
        done: paper.done.implemented || exercise?.passed === true,
      };
    }
    default:
      return plain(planned);
  }
}
