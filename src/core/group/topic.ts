/**
 * What a member of a group can share, and which entries each of it is made of. An entry that belongs to no topic is
 * nobody's but its member's, and so is one whose type this version does not know.
 */
import { type CommandId, type Entry, type EntryType, reversedBy } from "../entries/entry.ts";

export const topics = [
  "plan",
  "progress",
  "hours",
  "verified",
  "milestones",
  "teach-backs",
  "notes",
  "answers",
  "failed-checks",
] as const;
export type Topic = (typeof topics)[number];

export const topicWords: { readonly [T in Topic]: string } = {
  plan: "start, target, hours a week, days off, goals, and lines of your own",
  progress: "what is read, noted and implemented, and ticked tasks",
  hours: "sessions: when, how long, on which paper",
  verified: "exercises that your code has passed",
  milestones: "ticked milestones",
  "teach-backs": "your explanations, word for word",
  notes: "your notes, word for word, without their images",
  answers: "answers to cards, quizzes and check-ins",
  "failed-checks": "exercises that failed and the mistakes in them; a mentor alone sees this",
};

/** Seen by a group's mentors and by nobody else in it. */
export const mentorsAlone: Topic = "failed-checks";

/** What is turned on with these: without the passes nobody could tell what failed from what was mended since. */
export function withCompany(on: readonly Topic[]): readonly Topic[] {
  return on.includes(mentorsAlone) ? [...new Set<Topic>([...on, "verified"])] : on;
}

export const roles = ["learner", "mentor"] as const;
export type Role = (typeof roles)[number];

/** How an entry is shared. */
export interface Sharing {
  readonly topic: Topic | null;
  readonly command: CommandId;
  /** What an undo or redo acts on: it is seen where something of that is. */
  readonly reverses: CommandId | null;
}

/** Of these it depends on what they say. */
type Telling = "item.marked" | "exercise.checked";

/** Null is nobody's but the member's. Notes are files: no entry is of that topic (`hub/shared-notes.ts`). The compiler asks for every type that is added. */
const topicOfType: { readonly [T in Exclude<EntryType, Telling>]: Topic | null } = {
  "workspace.started": "plan",
  "workspace.merged": null,
  "plan.changed": "plan",
  "day.begins": "plan",
  "away.set": "plan",
  "week.eased": "plan",
  "goal.set": "plan",
  "item.added": "plan",
  "item.edited": "plan",
  "item.removed": "plan",
  "item.moved": "plan",
  "paper.marked": "progress",
  "paper.progressed": "progress",
  "paper.added": "progress",
  "paper.renamed": "progress",
  "paper.linked": "progress",
  "paper.skipped": "progress",
  "paper.removed": "progress",
  "session.logged": "hours",
  "session.edited": "hours",
  "session.removed": "hours",
  "hours.adjusted": "hours",
  "timer.started": null,
  "timer.rings": null,
  "timer.paused": null,
  "timer.resumed": null,
  "timer.stopped": null,
  "reward.set": null,
  "checkin.marked": "answers",
  "checkin.skipped": "answers",
  "card.reviewed": "answers",
  "quiz.taken": "answers",
  "card.added": null,
  "card.edited": null,
  "card.suspended": null,
  "card.removed": null,
  "recall.fitted": null,
  "highlight.added": null,
  "highlight.edited": null,
  "highlight.removed": null,
  "teachback.written": "teach-backs",
  "measurement.kept": null,
  "measurement.removed": null,
  "settings.changed": null,
  "conflict.found": null,
  "conflict.settled": null,
  "command.undone": null,
  "command.redone": null,
};

export function sharingOf(entry: Entry): Sharing {
  return { topic: topicOf(entry), command: entry.command, reverses: reversedBy(entry) };
}

function topicOf(entry: Entry): Topic | null {
  if (entry.type === "item.marked") return entry.kind === "milestone" ? "milestones" : "progress";
  if (entry.type === "exercise.checked") return entry.passed ? "verified" : mentorsAlone;
  return topicOfType[entry.type];
}
