/** A week's rhythm laid over the calendar, with what of it is done. */

import type { Curriculum, PaperId } from "../content/curriculum.ts";
import type { Step, WeekPlan } from "../content/rhythm.ts";
import { checkinKey, type Tally } from "../entries/tally.ts";
import { addDays, type Day, type Weekday, weekdayOf, weekdays } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import { stretchOn } from "../time/time-off.ts";
import type { Progress } from "./progress.ts";
import { courseOf, weekOf, weekStart } from "./schedule.ts";

export interface PlannedStep {
  readonly step: Step;
  /** What to do, as a clause with a capital. */
  readonly what: string;
  /** The command line that does or begins it. */
  readonly command: string;
  /** Null where the journal can't tell. */
  readonly done: boolean | null;
}

export interface PlannedDay {
  readonly weekday: Weekday;
  /** Null while the course has no start. */
  readonly on: Day | null;
  readonly minutes: Minutes;
  /** A day off: it has no steps. */
  readonly away: boolean;
  readonly steps: readonly PlannedStep[];
}

/**
 * A week begins on the weekday of the start date, so its days come in that order. Check-ins and cards keep their
 * weekdays and each weekday keeps its minutes; the work fills them in its own order, so that a week which begins
 * on a Wednesday begins with the first pass too. The work of days off and of easy days is shared out among the others;
 * that of skipped papers is nobody's.
 */
export function planDays(
  plan: WeekPlan,
  week: number,
  curriculum: Curriculum,
  tally: Tally,
  progress: Progress,
): readonly PlannedDay[] {
  const course = courseOf(progress);
  const first = course === null ? null : weekStart(course, week);
  const isPlanned = (step: Step) => !isLeftOut(step, curriculum, progress);
  const days = weekdays.map((name, index) => {
    const on = first === null ? null : addDays(first, index);
    const weekday = on === null ? name : weekdayOf(on);
    const own = (plan.days.find((day) => day.weekday === weekday)?.steps ?? []).filter(isPlanned);
    const away = on !== null && stretchOn(progress.away, on) !== null;
    const room = minutesOf(own.filter((step) => !keepsItsDay(step)));
    return { weekday, on, away, own, room, easy: progress.easyDays.includes(weekday) };
  });
  const rooms = roomsOf(days);
  let work = plan.days.flatMap(({ steps }) =>
    steps.filter((step) => isPlanned(step) && !keepsItsDay(step)),
  );
  return days.flatMap<PlannedDay>(({ weekday, on, away, own }, index) => {
    if (away) return [{ weekday, on, away, minutes: 0, steps: [] }];
    const [today, rest] = split(work, rooms[index] ?? 0);
    work = rest;
    const steps = [...today, ...own.filter(keepsItsDay)];
    if (steps.length === 0) return [];
    const planned = steps.map((step) => plannedStep(step, on, curriculum, tally, progress));
    return [{ weekday, on, away, minutes: minutesOf(steps), steps: planned }];
  });
}

/** Whether a step is of skipped papers and of nothing else. */
function isLeftOut(step: Step, { weeks }: Curriculum, { papers }: Progress): boolean {
  const isSkipped = (id: PaperId) => papers.some((paper) => paper.id === id && paper.skipped);
  if ("paper" in step) return step.paper !== null && isSkipped(step.paper);
  if (step.do !== "task") return false;
  const means = weeks.flatMap(({ tasks }) => tasks).find(({ id }) => id === step.task)?.means ?? [];
  return means.length > 0 && means.every(({ paper }) => isSkipped(paper));
}

interface DayOfWeek {
  readonly room: Minutes;
  readonly away: boolean;
  readonly easy: boolean;
}

/** Shares are whole steps of so many minutes, but for the last. */
const shareStep = 5;

/** The minutes of work of each day: its own, and its share of those of days off and of easy days. */
function roomsOf(days: readonly DayOfWeek[]): readonly Minutes[] {
  const there = days.filter(({ away }) => !away);
  const free = there.filter(({ easy }) => !easy);
  // Where only easy days are left, the work is theirs.
  const takers = free.length > 0 ? free : there;
  const shared = sumOf(days.filter((day) => !takers.includes(day)));
  const own = sumOf(takers);
  let left = shared;
  return days.map((day) => {
    if (!takers.includes(day)) return 0;
    const part = own === 0 ? 1 / takers.length : day.room / own;
    const rounded = Math.ceil((shared * part) / shareStep) * shareStep;
    const share = day === takers.at(-1) ? left : Math.min(left, rounded);
    left -= share;
    return day.room + share;
  });
}

function sumOf(days: readonly DayOfWeek[]): Minutes {
  return days.reduce((sum, { room }) => sum + room, 0);
}

function keepsItsDay(step: Step): boolean {
  return step.do === "checkin" || step.do === "cards";
}

function minutesOf(steps: readonly Step[]): Minutes {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The first `room` minutes of the work, and what is left; a step may be cut in two. */
function split(work: readonly Step[], room: Minutes): readonly [readonly Step[], Step[]] {
  const today: Step[] = [];
  const rest: Step[] = [];
  let left = room;
  for (const step of mended(work)) {
    const now = Math.min(step.minutes, left);
    if (now > 0) today.push({ ...step, minutes: now });
    if (now < step.minutes) rest.push({ ...step, minutes: step.minutes - now });
    left -= now;
  }
  return [today, rest];
}

/** Parts of one step that follow each other as one: the file had cut it at midnight. */
function mended(work: readonly Step[]): readonly Step[] {
  const whole: Step[] = [];
  for (const step of work) {
    const last = whole.at(-1);
    const same = last !== undefined && sameWork(last, step);
    if (same) whole[whole.length - 1] = { ...last, minutes: last.minutes + step.minutes };
    else whole.push(step);
  }
  return whole;
}

function sameWork(a: Step, b: Step): boolean {
  return JSON.stringify({ ...a, minutes: 0 }) === JSON.stringify({ ...b, minutes: 0 });
}

function plannedStep(
  step: Step,
  on: Day | null,
  curriculum: Curriculum,
  tally: Tally,
  progress: Progress,
): PlannedStep {
  const paperOf = (id: PaperId) => progress.papers.find((paper) => paper.id === id);
  const nameOf = (id: PaperId) => paperOf(id)?.name ?? id;
  switch (step.do) {
    case "pass": {
      const { paper, pass } = step;
      const name = curriculum.reading[pass - 1]?.name.toLowerCase() ?? `pass ${pass}`;
      const found = paperOf(paper);
      return {
        step,
        what: `${nameOf(paper)}: ${name}`,
        command: `study start ${paper} --pass ${pass}`,
        done: found?.done.read === true || found?.passes.includes(pass) === true,
      };
    }
    case "notes":
      return {
        step,
        what: `Notes on ${nameOf(step.paper)}`,
        command: `study open ${step.paper}`,
        done: paperOf(step.paper)?.done.notes === true,
      };
    case "exercise": {
      const paper = paperOf(step.paper);
      const exercise = paper?.exercises.find(({ id }) => id === step.exercise);
      return {
        step,
        what: `${nameOf(step.paper)}: ${exercise?.title ?? `exercise ${step.exercise}`}`,
        command: `study check ${step.paper}/${step.exercise}`,
        done: paper?.done.implemented === true ? true : (exercise?.passed ?? null),
      };
    }
    case "cards":
      return {
        step,
        what:
          step.paper === null ? "Answer the cards that are due" : `Cards on ${nameOf(step.paper)}`,
        command: `study review${step.paper === null ? "" : ` --paper ${step.paper}`}`,
        done: on === null ? null : (tally.reviewDays[on]?.all ?? 0) > 0,
      };
    case "teach-back":
      return {
        step,
        what: `Teach back ${nameOf(step.paper)}`,
        command: `study teach-back ${step.paper}`,
        done: tally.teachBacks.some(({ paper }) => paper === step.paper),
      };
    case "checkin": {
      const { checkin } = step;
      const known = curriculum.weekly.find(({ kind }) => kind === checkin);
      return {
        step,
        what: known?.what ?? checkin,
        command: checkin === "quiz" ? "study quiz" : `study checkin ${checkin}`,
        done: on === null ? null : tally.checkins[checkinKey(checkin, on)] !== undefined,
      };
    }
    case "task": {
      const task = progress.weeks.flatMap(({ tasks }) => tasks).find(({ id }) => id === step.task);
      const week = progress.weeks.find(({ tasks }) => tasks.some(({ id }) => id === step.task));
      const line = (week?.tasks.findIndex(({ id }) => id === step.task) ?? 0) + 1;
      return {
        step,
        what: task?.text ?? step.task,
        command: `study task done ${line} --week ${week?.number ?? 1}`,
        done: task?.done === true,
      };
    }
    case "milestone": {
      const { milestones } = progress;
      const index = milestones.findIndex(({ id }) => id === step.milestone);
      return {
        step,
        what: milestones[index]?.text ?? step.milestone,
        command: `study milestone done ${index + 1}`,
        done: milestones[index]?.done === true,
      };
    }
    default:
      return step satisfies never;
  }
}

/** The week of the plan that a day falls in, no later than the last one. */
export function planWeek(progress: Progress, on: Day): number | null {
  const course = courseOf(progress);
  if (course === null) return null;
  const last = progress.weeks.at(-1)?.number ?? 1;
  return Math.min(Math.max(weekOf(course, on), 1), last);
}
