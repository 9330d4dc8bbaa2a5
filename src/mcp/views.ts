/** What an assistant may look at. Solutions are in none of them, nor the backs of cards. */
import type { PaperId } from "../core/content/curriculum.ts";
import { guideOf } from "../core/content/material.ts";
import { nearestPlan } from "../core/content/rhythm.ts";
import { outlookOf } from "../core/forecast/outlook.ts";
import { dayQueue, type QueuedStep } from "../core/progress/day-queue.ts";
import { nextStep } from "../core/progress/next-step.ts";
import { plannedPace } from "../core/progress/pace.ts";
import { planDays } from "../core/progress/planned-days.ts";
import { heldCards, type Queue, queueOf } from "../core/recall/recall.ts";
import { sayDay } from "../core/time/calendar.ts";
import { readNote } from "../workspace/notes.ts";
import type { Asked } from "./asked.ts";

export async function queueNow({ workspace, look, now }: Asked): Promise<Queue> {
  const held = heldCards(await workspace.material(), look.tally);
  return queueOf(held, look.tally, now, look.progress);
}

async function today(asked: Asked) {
  const { curriculum, material } = asked.workspace;
  const { progress, tally } = asked.look;
  const { due, fresh, held } = await queueNow(asked);
  const at = { curriculum, tally, progress };
  const queue = dayQueue(at, (await material()).rhythm, { due, fresh });
  const week = progress.weeks.find(({ number }) => number === progress.workWeek);
  return {
    today: progress.today,
    next: nextStep(at, queue),
    cards: { due, new: fresh, leftForAnotherDay: held },
    timers: progress.timers,
    nextCheckin: progress.nextCheckin,
    missedCheckins: progress.missedCheckins,
    week: week === undefined ? null : { ...week, steps: queue.map(stepOf) },
  };
}

async function plannedWeek({ workspace, look }: Asked) {
  const { curriculum } = workspace;
  const { progress, tally } = look;
  const number = progress.workWeek;
  const rhythm = (await workspace.material()).rhythm.find(({ week }) => week === number);
  if (rhythm === undefined) return [];
  const plan = nearestPlan(rhythm, plannedPace(curriculum, progress));
  return plan === null ? [] : planDays(plan, number, curriculum, tally, progress);
}

/** Today's steps are the queue whose first open one is `next`. */
function stepOf({ what, command, done, minutes }: QueuedStep) {
  return { what, command, done, minutes };
}

async function plan(asked: Asked) {
  const { workspace, look } = asked;
  const { start, target, minutesAWeek, weeks, workWeek } = look.progress;
  return {
    start,
    target,
    minutesAWeek,
    outlook: outlookOf(workspace.curriculum, look.tally, look.progress, sayDay),
    week: workWeek,
    days: await plannedWeek(asked),
    weeks,
  };
}

async function progress({ workspace, look }: Asked) {
  const { papers: _, weeks: __, milestones: ___, resources: ____, ...figures } = look.progress;
  const phases = figures.phases.map(({ papers, ...phase }) => ({
    ...phase,
    papers: papers.map(({ id, name, done, minutes }) => ({ id, name, done, minutes })),
  }));
  const { id, title } = workspace.curriculum;
  return { curriculum: { id, title }, ...figures, phases };
}

async function papers({ workspace, look }: Asked) {
  return look.progress.papers.map((paper) => {
    const known = workspace.curriculum.papers.find(({ id }) => id === paper.id);
    return { title: known?.title ?? paper.name, ...paper };
  });
}

/** The last run of each exercise. */
async function verdicts({ look }: Asked) {
  const ofPapers = look.progress.papers.flatMap(({ id, exercises }) =>
    exercises.map((exercise) => ({ name: `${id}/${exercise.id}`, ...exercise })),
  );
  const ofMilestones = look.progress.milestones.flatMap(({ exercise }) =>
    exercise === null ? [] : [{ name: exercise.id, ...exercise }],
  );
  return [...ofPapers, ...ofMilestones].map(({ name, title, passed, last }) => ({
    name,
    title,
    passed,
    last,
  }));
}

export interface View {
  readonly title: string;
  readonly about: string;
  readonly see: (asked: Asked) => Promise<unknown>;
}

export const views = {
  today: {
    title: "Today",
    about: "The next step, today's steps, the week's tasks, what is due and which timers run.",
    see: today,
  },
  plan: {
    title: "Plan",
    about: "Start, target, the forecast of the finish, the weeks and the days of this one.",
    see: plan,
  },
  progress: { title: "Progress", about: "All figures: papers, hours, phases.", see: progress },
  papers: { title: "Papers", about: "Each paper with its state and its hours.", see: papers },
  verdicts: {
    title: "Verdicts",
    about: "Each exercise, whether the learner's code has passed it, and its last run.",
    see: verdicts,
  },
} as const satisfies Readonly<Record<string, View>>;

export type ViewName = keyof typeof views;
export const viewNames = Object.keys(views) as [ViewName, ...ViewName[]];

/** What a paper's guide says; null where the curriculum has none. */
export async function guideView({ workspace }: Asked, paper: PaperId) {
  return guideOf(await workspace.material(), paper);
}

/** The learner's notes, Markdown. */
export function notesView({ workspace, look }: Asked, paper: PaperId): string {
  const { name } = look.progress.papers.find(({ id }) => id === paper) ?? {};
  return readNote(workspace.layout, workspace.curriculum, paper, name).text;
}
