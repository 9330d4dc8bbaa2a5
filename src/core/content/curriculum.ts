/** The content of a course of study: data that the program reads and never changes. */
import type { Weekday } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";

declare const paperIdBrand: unique symbol;
declare const itemIdBrand: unique symbol;
declare const exerciseIdBrand: unique symbol;

export type PaperId = string & { readonly [paperIdBrand]: true };

/** A checklist line: a task of a week, a milestone or a resource. Unique within a curriculum. */
export type ItemId = string & { readonly [itemIdBrand]: true };

/** A component to implement; unique within its paper. A milestone's exercise has the milestone's id. */
export type ExerciseId = string & { readonly [exerciseIdBrand]: true };

export interface Exercise {
  readonly id: ExerciseId;
  readonly title: string;
  /** The name of the function to write. */
  readonly function: string;
  /** Its place among the paper's exercises, from 1. */
  readonly order: number;
  /** The section or equations of the paper. */
  readonly source: string;
  /** A paper is verified by its core exercises; bonus ones, such as those from a later paper, are an extra. */
  readonly level: ExerciseLevel;
}

export const exerciseLevels = ["core", "bonus"] as const;
export type ExerciseLevel = (typeof exerciseLevels)[number];

export interface Range {
  readonly least: number;
  readonly most: number;
}

export interface Paper {
  readonly id: PaperId;
  /** The short name that the tracker's tables show: `BERT`. */
  readonly name: string;
  readonly title: string;
  /** Empty, and null, where a list of papers did not say. */
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly venue: string | null;
  readonly arxiv: string | null;
  readonly url: string | null;
  /** Further names people use: `vaswani` for "Attention Is All You Need"; its topics are among them. */
  readonly aliases: readonly string[];
  /** Words of the field that lead to it where it is asked for. Alone, as `transformers`, they do not speak of the paper. */
  readonly topics: readonly string[];
  /** The expected time, the implementation included. */
  readonly minutes: { readonly read: Minutes; readonly implement: Minutes };
  /** In their order; empty where the lab has none for the paper. */
  readonly exercises: readonly Exercise[];
}

export interface Phase {
  readonly number: number;
  readonly title: string;
  readonly target: string;
  /** First and last week, counted from 1. */
  readonly weeks: Range;
  readonly papers: readonly PaperId[];
}

export interface Item {
  readonly id: ItemId;
  readonly text: string;
}

/** What a task says in other words: a tick of a paper, or an exercise that passes. */
export type Meaning =
  | { readonly paper: PaperId; readonly aspect: "read" | "notes" | "implemented" }
  | { readonly paper: PaperId; readonly exercise: ExerciseId };

export interface Task extends Item {
  /** Done where all of these are; nothing where the task stands for itself. */
  readonly means: readonly Meaning[];
}

export interface Week {
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly tasks: readonly Task[];
}

export interface ReadingStep {
  readonly name: string;
  readonly what: string;
  readonly minutes: Range;
}

export type CheckinKind = "progress" | "quiz" | "implementation";

export interface WeeklyCheckin {
  readonly kind: CheckinKind;
  readonly weekday: Weekday;
  readonly what: string;
  /** Questions that the check-in asks; the answers are kept. */
  readonly questions: readonly string[];
}

export interface MonthlyCheckin {
  readonly month: number;
  /** The phases that it looks back on: it is due when the last of their weeks ends. None: when the month ends. */
  readonly phases: readonly number[];
  readonly what: string;
  readonly questions: readonly string[];
}

export interface Reward {
  /** The phase whose end earns it, or the whole programme. */
  readonly after: number | "program";
  readonly label: string;
}

export interface ResourceGroup {
  readonly title: string;
  readonly items: readonly (Item & {
    /** What it is called today, where the tracker's line keeps an older name. */
    readonly now?: string | null;
    readonly url: string | null;
  })[];
}

/** Where a heading of a curriculum's own document stands: its title, below those of the headings above it. */
export interface DocumentPart {
  readonly heading: readonly string[];
  /** Whose tasks stand below it, and whose papers; null for none. */
  readonly week: number | null;
  readonly phase: number | null;
}

/** A TRACKER.md in the words and the order of the document that the curriculum was made from. */
export interface OwnDocument {
  readonly text: string;
  readonly parts: readonly DocumentPart[];
}

export interface Curriculum {
  readonly id: string;
  /** Changes with every change of the content. */
  readonly version: string;
  readonly title: string;
  readonly phases: readonly Phase[];
  readonly bonus: { readonly title: string; readonly papers: readonly PaperId[] };
  /** All papers: those of the phases in order, then the bonus papers. */
  readonly papers: readonly Paper[];
  readonly weeks: readonly Week[];
  readonly reading: readonly ReadingStep[];
  readonly guidelines: readonly string[];
  readonly notePractices: readonly string[];
  /** Markdown with the placeholders {{title}}, {{authors}}, {{year}}, {{venue}}, {{link}}. */
  readonly noteTemplate: string;
  readonly weekly: readonly WeeklyCheckin[];
  readonly monthly: readonly MonthlyCheckin[];
  readonly milestones: readonly (Item & {
    readonly label: string;
    /** What verifies it; null where the learner alone can tell. */
    readonly exercise: Exercise | null;
  })[];
  readonly rewards: readonly Reward[];
  readonly resources: readonly ResourceGroup[];
  /** Null for the form of the tracker's specification. */
  readonly document: OwnDocument | null;
}
