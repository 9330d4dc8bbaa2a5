/** The words and marks of the tracker's written form: one place for what render writes and scan reads. */
import type { Day } from "../core/time/calendar.ts";
import { type Minutes, parseDuration } from "../core/time/duration.ts";
import { dayForms, readWrittenDay } from "../core/time/written.ts";
import { plainWords, unescaped } from "./plain.ts";

/** An unfilled field. */
export const blank = "___________";

export const box = { empty: "☐", ticked: "☑" } as const;

export function isBlank(text: string): boolean {
  return text.replace(/[\\_\s\u200b\ufeff]/g, "") === "";
}

/** The hours of a cell: `0`, `1.5`, `1h30`; blank is 0. */
export function readHours(text: string): Minutes | null {
  return isBlank(text) ? 0 : parseDuration(plainWords(text.slice(0, 60)), "hours");
}

/** A day; blank is no day; undefined is neither. */
export function readDay(text: string): Day | null | undefined {
  if (isBlank(text)) return null;
  const read = readWrittenDay(plainWords(text));
  return read.is === "day" ? read.on : undefined;
}

/** Why a text is no day, as the terminal says it. */
export function dayFault(text: string): string {
  const read = readWrittenDay(plainWords(text));
  return read.is === "fault" ? read.message : `"${text}" is not a date; ${dayForms}.`;
}

export function writeDay(on: Day | null): string {
  return on ?? blank;
}

export function writeText(text: string): string {
  return text === "" ? blank : text;
}

export function readText(text: string): string {
  return isBlank(text) ? "" : asMeant(text.trim().replace(/^_{3,}\s*|\s*_{3,}$/g, ""));
}

/** Without a formatter's escapes; where there is mathematics, a backslash is the learner's own. */
export function asMeant(text: string): string {
  const composed = text.normalize("NFC");
  return composed.includes("\\") && !composed.includes("$") ? unescaped(composed) : composed;
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
  all: "Milestones",
  resources: "Additional Resources",
  milestones: "Major Milestones",
  rewards: "Celebration Rewards",
} as const;
