/** The words and marks of the tracker's written form: one place for what render writes and scan reads. */
import { type Day, parseWrittenDay } from "../core/time/calendar.ts";
import { formatHours, type Minutes, parseDuration } from "../core/time/duration.ts";

/** An unfilled field. */
export const blank = "___________";

export const box = { empty: "☐", ticked: "☑" } as const;

const tickedMarks = new Set([
  "☑",
  "☑️",
  "✅",
  "✓",
  "✔",
  "✔️",
  "🗹",
  "[x]",
  "[X]",
  "x",
  "X",
  "[✓]",
  "[✔]",
]);
const emptyMarks = new Set(["☐", "[ ]", "[]", "", "-", "–", "—", "⬜", "⬜️"]);

export function isBlank(text: string): boolean {
  return /^_*$/.test(text.trim());
}

/** Null for a mark that is neither. */
export function readTick(text: string): boolean | null {
  const mark = text.trim();
  if (tickedMarks.has(mark)) return true;
  return emptyMarks.has(mark) ? false : null;
}

export function writeTick(done: boolean): string {
  return done ? box.ticked : box.empty;
}

/** The hours of a cell: `0`, `1.5`, `1h30`; blank is 0. */
export function readHours(text: string): Minutes | null {
  return isBlank(text) ? 0 : parseDuration(text, "hours");
}

export function writeHours(minutes: Minutes): string {
  return formatHours(minutes);
}

/** A day; blank is no day; undefined is neither. */
export function readDay(text: string): Day | null | undefined {
  if (isBlank(text)) return null;
  return parseWrittenDay(text) ?? undefined;
}

export function writeDay(on: Day | null): string {
  return on ?? blank;
}

export function writeText(text: string): string {
  return text === "" ? blank : text;
}

export function readText(text: string): string {
  return isBlank(text) ? "" : text.trim();
}

/** The labels of single fields, as the tracker prints them in bold. */
export const labels = {
  start: "Start Date",
  target: "Target Completion",
  phase: "Current Phase",
  read: "Papers Read",
  implemented: "Papers Implemented",
  hours: "Total Study Hours",
  implementHours: "Total Implementation Hours",
  goal: "Goal",
  updated: "Last Updated",
  nextReview: "Next Review",
} as const;

/** The columns of a phase's table. */
export const columns = {
  paper: "Paper",
  read: "Status",
  notes: "Notes",
  implemented: "Implementation",
  hours: "Hours",
} as const;
export type Column = keyof typeof columns;

export const sections = {
  overall: "Overall Progress",
  overview: "Progress Overview",
  phases: "Phase Progress",
  goals: "Weekly Goals",
  milestones: "Major Milestones",
  rewards: "Celebration Rewards",
} as const;
