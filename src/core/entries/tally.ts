/**
 * What a journal adds up to before any curriculum is looked at: marks, minutes, texts. A tally has the size of
 * what the learner is studying, not of the journal, so it serves as the snapshot too.
 */

import type { ExerciseId, ItemId, PaperId } from "../content/curriculum.ts";
import type { CardId } from "../content/material.ts";
import type { Day, Millis, Zone } from "../time/calendar.ts";
import type { Minutes } from "../time/duration.ts";
import type { Activity, Aspect, Grade, ItemKind } from "./entry.ts";

/** Goes up when the meaning of a stored tally changes; a stored one of another version is not used. */
export const tallyVersion = 5;

export interface PaperTally {
  /** When each aspect was ticked. */
  done: { [A in Aspect]?: Millis };
  /** When each aspect that is not ticked was begun. */
  started: { [A in Aspect]?: Millis };
  minutes: { [A in Activity]?: Minutes };
  /** Completed readings, by pass. */
  passes: { 1?: Minutes; 2?: Minutes; 3?: Minutes };
}

export interface AddedPaper {
  readonly id: PaperId;
  readonly name: string;
  readonly phase: number | null;
}

export interface ItemTally {
  done?: Millis;
  text?: string;
  removed?: true;
}

export interface AddedItem {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly list: string;
}

export interface Timer {
  paper: PaperId | null;
  activity: Activity;
  pass?: 1 | 2 | 3;
  started: Millis;
  /** Null while paused. */
  runningSince: Millis | null;
  /** Milliseconds counted before `runningSince`. */
  banked: Millis;
}

export interface CheckinTally {
  on: Day;
  at: Millis;
  answers: readonly { readonly question: string; readonly answer: string }[];
}

export interface Conflict {
  readonly file: string;
  readonly journal: string;
  readonly at: Millis;
}

/**
 * The answers to a card in order, as moment and grade by turns. Intervals are computed from them when they are
 * looked at, so that a change of the desired retention holds for all of them.
 */
export type Answers = number[];

export interface CardTally {
  paper: PaperId | null;
  answers: Answers;
  /** The learner's own words, over the deck's. */
  text?: { readonly front: string; readonly back: string };
  /** The card is the learner's own. */
  own?: { readonly source: string | null };
  suspended?: true;
  removed?: true;
}

export interface Move {
  readonly item: ItemId;
  readonly list: string;
  readonly after: ItemId | null;
}

/** A day's answers: all, those that were known, and first answers to new cards. */
export interface ReviewDay {
  all: number;
  known: number;
  fresh: number;
}

export interface QuizTally {
  readonly at: Millis;
  readonly answers: readonly { readonly card: CardId; readonly grade: Grade }[];
}

export interface Highlight {
  readonly id: ItemId;
  readonly paper: PaperId;
  readonly page: number;
  readonly quote: string;
  readonly rects: readonly (readonly [number, number, number, number])[];
}

export interface TeachBack {
  readonly paper: PaperId;
  readonly on: Day;
  readonly text: string;
  readonly points: readonly number[];
}

/** The learner's own figures of a model. */
export interface Measurement {
  readonly on: Day;
  readonly values: Readonly<Record<string, number | string>>;
}

/** The runs of an exercise: the last, and the last that passed. */
export interface CheckTally {
  runs: number;
  passed?: Millis;
  last: {
    readonly at: Millis;
    readonly passed: boolean;
    readonly seed: number;
    readonly verdict: string;
    readonly mistakes: readonly string[];
    readonly digest: string;
    readonly took: number;
  };
}

export interface Settings {
  /** The share of due cards that should still be known, from 0.7 to 0.99. */
  retention: number;
  newCardsADay: number;
  reviewsADay: number;
  /** The Python that runs the learner's code; null finds one. */
  python: string | null;
}

export const defaultSettings: Settings = {
  retention: 0.9,
  newCardsADay: 10,
  reviewsADay: 60,
  python: null,
};

export interface Tally {
  curriculum: string | null;
  timeZone: Zone;
  start: Day | null;
  target: Day | null;
  minutesAWeek: Minutes | null;
  /** The phase that the learner declared to be current, over the derived one. */
  phase: string | null;
  nextReview: Day | null;
  papers: Record<PaperId, PaperTally>;
  added: AddedPaper[];
  items: Record<ItemId, ItemTally>;
  addedItems: AddedItem[];
  /** Minutes by day and activity, all papers together. */
  days: Record<Day, { [A in Activity]?: Minutes }>;
  goals: Record<number, string>;
  rewards: Record<string, string>;
  /** By `<checkin>@<day>`. */
  checkins: Record<string, CheckinTally>;
  conflicts: Record<string, Conflict>;
  /** The last move of each line, in the order of the moves. */
  moves: Move[];
  cards: Record<CardId, CardTally>;
  reviewDays: Record<Day, ReviewDay>;
  quizzes: Record<Day, QuizTally>;
  highlights: Highlight[];
  teachBacks: TeachBack[];
  /** By the model's name. */
  measurements: Record<string, Measurement>;
  settings: Settings;
  /** By `<paper>/<exercise>`, or `/<exercise>` for a milestone's. */
  checks: Record<string, CheckTally>;
  timer: Timer | null;
  /** When the last entry that counts was made. */
  lastAt: Millis | null;
}

export function emptyTally(): Tally {
  return {
    curriculum: null,
    timeZone: "UTC",
    start: null,
    target: null,
    minutesAWeek: null,
    phase: null,
    nextReview: null,
    papers: {},
    added: [],
    items: {},
    addedItems: [],
    days: {},
    goals: {},
    rewards: {},
    checkins: {},
    conflicts: {},
    moves: [],
    cards: {},
    reviewDays: {},
    quizzes: {},
    highlights: [],
    teachBacks: [],
    measurements: {},
    settings: { ...defaultSettings },
    checks: {},
    timer: null,
    lastAt: null,
  };
}

/** The key of an exercise's runs in a tally. */
export function checkKey(paper: PaperId | null, exercise: ExerciseId): string {
  return `${paper ?? ""}/${exercise}`;
}

/** The key of a check-in in a tally. */
export function checkinKey(checkin: string, on: Day): string {
  return `${checkin}@${on}`;
}

/** A copy that shares nothing. A tally is plain JSON by design: it is stored as a snapshot. */
export function cloneTally(tally: Tally): Tally {
  return JSON.parse(JSON.stringify(tally));
}
