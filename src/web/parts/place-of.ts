/** Where a step is done. */
import type { Step } from "../../core/content/rhythm.ts";
import type { QueuedStep } from "../../core/progress/day-queue.ts";
import type { NextStep } from "../../core/progress/next-step.ts";

export function placeOf(step: QueuedStep): string {
  return step.planned === null ? placeOfNext(step) : addressOf(step.planned, step.on);
}

export function placeOfNext({ session, tick, kind }: NextStep): string {
  if (session !== null) {
    const pass = session.pass === undefined ? "" : `?pass=${session.pass}`;
    return `/paper/${session.paper}/${session.activity}${pass}`;
  }
  if (tick !== null) return `/paper/${tick.paper}`;
  switch (kind) {
    case "checkin":
    case "teach-back":
      return "/check-ins";
    case "cards":
      return "/review";
    case "task":
      return "/plan";
    default:
      return "/milestones";
  }
}

export function addressOf(step: Step, on: string | null): string {
  switch (step.do) {
    case "pass":
      return `/paper/${step.paper}/read?pass=${step.pass}`;
    case "notes":
      return `/paper/${step.paper}/notes`;
    case "exercise":
      return `/paper/${step.paper}/implement#${step.exercise}`;
    case "cards":
      return step.paper === null ? "/review" : `/paper/${step.paper}/review`;
    case "teach-back":
      return `/paper/${step.paper}/review`;
    case "checkin":
      return step.checkin === "quiz" && on !== null ? `/review?quiz=${on}` : "/check-ins";
    case "task":
      return "/plan";
    case "milestone":
      return "/milestones";
    default:
      return step satisfies never;
  }
}
