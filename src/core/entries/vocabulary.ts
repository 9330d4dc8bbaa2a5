/**
 * Which entries every version of the program knows. Any other names the version that made it, so that an older one can
 * say which version knows what it leaves out of its figures.
 */
import type { EntryType, Origin } from "./entry.ts";

/** The types and origins of version 0.1, the first. These lists never change. */
const firstTypes: ReadonlySet<EntryType> = new Set([
  "card.added",
  "card.edited",
  "card.removed",
  "card.reviewed",
  "card.suspended",
  "checkin.marked",
  "command.redone",
  "command.undone",
  "conflict.found",
  "conflict.settled",
  "exercise.checked",
  "goal.set",
  "highlight.added",
  "highlight.removed",
  "hours.adjusted",
  "item.added",
  "item.edited",
  "item.marked",
  "item.moved",
  "item.removed",
  "measurement.kept",
  "measurement.removed",
  "paper.added",
  "paper.marked",
  "paper.removed",
  "plan.changed",
  "quiz.taken",
  "reward.set",
  "session.logged",
  "settings.changed",
  "teachback.written",
  "timer.paused",
  "timer.resumed",
  "timer.started",
  "timer.stopped",
  "workspace.started",
] as const);
const firstOrigins: ReadonlySet<Origin> = new Set([
  "cli",
  "web",
  "file",
  "import",
  "sync",
] as const);

export function isKnownToAll(type: EntryType, by: Origin): boolean {
  return firstTypes.has(type) && firstOrigins.has(by);
}
