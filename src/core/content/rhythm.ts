/** What to do on which day of a week, for several amounts of time. */
import type { Weekday } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import type { CheckinKind, ItemId, PaperId } from "./curriculum.ts";

/** One stretch of work of a day. Each is something that the product has a place for. */
export type Step = { readonly minutes: Minutes } & (
  | { readonly do: "pass"; readonly paper: PaperId; readonly pass: 1 | 2 | 3 }
  | { readonly do: "notes"; readonly paper: PaperId }
  | { readonly do: "exercise"; readonly paper: PaperId; readonly exercise: string }
  /** The cards that are due; of one paper, where it is said. */
  | { readonly do: "cards"; readonly paper: PaperId | null }
  | { readonly do: "teach-back"; readonly paper: PaperId }
  | { readonly do: "checkin"; readonly checkin: CheckinKind }
  | { readonly do: "task"; readonly task: ItemId }
  | { readonly do: "milestone"; readonly milestone: ItemId }
);

export const stepKinds = [
  "pass",
  "notes",
  "exercise",
  "cards",
  "teach-back",
  "checkin",
  "task",
  "milestone",
] as const satisfies readonly Step["do"][];

export interface DayPlan {
  readonly weekday: Weekday;
  readonly steps: readonly Step[];
}

export interface WeekPlan {
  /** Hours a week that its steps add up to. */
  readonly hours: number;
  readonly days: readonly DayPlan[];
}

export interface WeekRhythm {
  readonly week: number;
  /** From few hours to many. */
  readonly plans: readonly WeekPlan[];
}

/** The plan whose hours are nearest; of two that are equally near, the lighter one. Null when there is none. */
export function nearestPlan(
  rhythm: WeekRhythm | undefined,
  minutesAWeek: Minutes,
): WeekPlan | null {
  const wanted = minutesAWeek / 60;
  const plans = rhythm?.plans ?? [];
  return plans.reduce<WeekPlan | null>(
    (best, plan) =>
      best === null || Math.abs(plan.hours - wanted) < Math.abs(best.hours - wanted) ? plan : best,
    null,
  );
}

/** The papers that a week works on, whatever the hours. */
export function papersOfWeek(rhythm: readonly WeekRhythm[], week: number): ReadonlySet<PaperId> {
  const plans = rhythm.find((one) => one.week === week)?.plans ?? [];
  const steps = plans.flatMap(({ days }) => days.flatMap((day) => day.steps));
  return new Set(
    steps.flatMap((step) => ("paper" in step && step.paper !== null ? [step.paper] : [])),
  );
}
