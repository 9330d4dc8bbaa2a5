/**
 * What a journal adds up to before any curriculum is looked at: marks, minutes, texts. A tally has the size of
 * what the learner is studying, not of the journal, so it serves as the snapshot too.
 */

import { bare, bareCopy } from "../content/bare.ts";
import type { ExerciseId, ItemId, PaperId } from "../content/curriculum.ts";
import type { CardId } from "../content/material.ts";
import type { PaperSource } from "../content/paper-source.ts";
import type { Day, Millis, Weekday, Zone } from "../time/calendar.ts";
import type { EntryId } from "../time/clock.ts";
import type { Minutes } from "../time/duration.ts";
import type { TimeOff } from "../time/time-off.ts";
import type { Answers, CardMemory, DayNumber, Model, Weights } from "./card-memory.ts";
import type { Activity, Aspect, Grade, ItemKind, Spent } from "./entry.ts";
import type { PaperRecord } from "./schemas.ts";

/** Goes up when the meaning of a stored tally changes; a stored one of another version is not used. */
export const tallyVersion = 12;

export interface PaperTally {
  /** When each aspect was ticked. */
  readonly done: { readonly [A in Aspect]?: Millis };
  /** When each aspect that is not ticked was begun. */
  readonly started: { readonly [A in Aspect]?: Millis };
  readonly minutes: { readonly [A in Activity]?: Minutes };
  /** Completed readings, by pass. */
  readonly passes: { readonly [P in 1 | 2 | 3]?: Minutes };
}

export interface AddedPaper {
  readonly id: PaperId;
  readonly name: string;
  readonly phase: number | null;
  /** What the learner knows of it beyond its name. */
  readonly record?: PaperRecord;
}

export interface ItemTally {
  readonly done?: Millis;
  readonly text?: string;
  readonly removed?: true;
}

export interface AddedItem {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly list: string;
}

/** One that is not settled yet. */
export interface Timer {
  /** The id of the entry that started it. */
  readonly id: EntryId;
  readonly paper: PaperId | null;
  readonly activity: Activity;
  readonly pass?: 1 | 2 | 3;
  readonly started: Millis;
  /** Null while paused. */
  readonly runningSince: Millis | null;
  /** Milliseconds counted before `runningSince`. */
  readonly banked: Millis;
  /** The longest stretch without a pause before `runningSince`. */
  readonly longest: Millis;
  /** When it rings, as counted. */
  readonly ringsAfter?: Minutes;
}

/** A session as it counts now. */
export interface Session extends Spent {
  /** The id of the entry that logged it. */
  readonly id: EntryId;
}

/** What became of a session that does not count as it was logged. */
export type Revised =
  | { readonly is: "edited"; readonly logged: Spent; readonly now: Spent }
  | { readonly is: "removed"; readonly logged: Spent }
  /** The command that logged it was undone: no edit brings it back. */
  | { readonly is: "undone" }
  /** It settled a timer that another device had settled: no edit brings it back either. */
  | { readonly is: "settled before" };

export interface CheckinTally {
  readonly on: Day;
  readonly at: Millis;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

export interface Conflict {
  readonly file: string;
  readonly journal: string;
  readonly at: Millis;
}

export interface CardTally {
  readonly paper: PaperId | null;
  /**
   * The newest answers; those before them are in `memory`. Intervals are computed when they are looked at, so
   * that a change of the desired retention holds for all cards.
   */
  readonly answers: Answers;
  readonly memory?: CardMemory;
  /** The learner's own words, over the deck's. */
  readonly text?: { readonly front: string; readonly back: string };
  /** The card is the learner's own. */
  readonly own?: { readonly source: string | null };
  readonly suspended?: true;
  readonly removed?: true;
  /** Of one that was forgotten: on how many days, and on how many it was known, since it was last well known or taken in
   * hand; and the latest day that it was forgotten on. */
  readonly failing?: { readonly days: number; readonly known: number; readonly last: DayNumber };
}

/** FSRS's parameters as they were fitted to the learner, and what that gained. */
export interface Fitted {
  readonly at: Millis;
  readonly weights: Weights;
  readonly answers: number;
  readonly before: number;
  readonly after: number;
}

export interface Move {
  readonly item: ItemId;
  readonly list: string;
  readonly after: ItemId | null;
}

/** A day's answers: all, those that were known, and first answers to new cards. */
export interface ReviewDay {
  readonly all: number;
  readonly known: number;
  readonly fresh: number;
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
  readonly rects: readonly Rect[];
  /** Where it goes on, on the pages after its first. */
  readonly further?: readonly { readonly page: number; readonly rects: readonly Rect[] }[];
  readonly colour?: string;
  readonly comment?: string;
}

/** x, y, width and height as shares of the page. */
export type Rect = readonly [number, number, number, number];

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
  readonly runs: number;
  readonly passed?: Millis;
  /** When each mistake was named last. */
  readonly named?: Readonly<Record<string, Millis>>;
  readonly last: {
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
  readonly retention: number;
  readonly newCardsADay: number;
  readonly reviewsADay: number;
}

const defaultSettings: Settings = {
  retention: 0.9,
  newCardsADay: 10,
  reviewsADay: 60,
};

/** Its records are bare: they are keyed by what people and files name. */
export interface Tally {
  curriculum: string | null;
  timeZone: Zone;
  /** Minutes after midnight at which the learner's day begins. */
  dayStarts: Minutes;
  start: Day | null;
  target: Day | null;
  minutesAWeek: Minutes | null;
  /** The phase that the learner declared to be current, over the derived one. */
  phase: string | null;
  nextReview: Day | null;
  away: TimeOff;
  /** The days of the week on which little is asked. */
  easyDays: readonly Weekday[];
  papers: Record<PaperId, PaperTally>;
  added: AddedPaper[];
  /** The last name of each paper of the learner's own, the removed ones included: the history speaks of them. */
  ownNames: Record<PaperId, string>;
  /** Where papers of the learner's own are found. */
  links: Record<PaperId, PaperSource>;
  /** The papers that are left out. */
  skipped: PaperId[];
  items: Record<ItemId, ItemTally>;
  addedItems: AddedItem[];
  /** Minutes by day and activity, all papers together. */
  days: Record<Day, { readonly [A in Activity]?: Minutes }>;
  /** The latest sessions by their start, earliest first; no more than `latelyKept`. */
  lately: Session[];
  /** By the id of the session. */
  revised: Record<EntryId, Revised>;
  goals: Record<number, string>;
  rewards: Record<string, string>;
  /** By `<checkin>@<day>`. */
  checkins: Record<string, CheckinTally>;
  /** Those that were left out, as `<checkin>@<day>`. */
  skippedCheckins: string[];
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
  /** Null while FSRS's defaults hold. */
  fitted: Fitted | null;
  /** By `<paper>/<exercise>`, or `/<exercise>` for a milestone's. */
  checks: Record<string, CheckTally>;
  /** In the order of their starts. */
  timers: Timer[];
  /** The timers whose time is in a session that counts, the latest last; no more than 200. */
  settledTimers: readonly EntryId[];
  /** When the last entry that counts, in the order of the journal, was made. */
  lastAt: Millis | null;
}

export function emptyTally(): Tally {
  return {
    curriculum: null,
    timeZone: "UTC",
    dayStarts: 0,
    start: null,
    target: null,
    minutesAWeek: null,
    phase: null,
    nextReview: null,
    away: [],
    easyDays: [],
    papers: bare(),
    added: [],
    ownNames: bare(),
    links: bare(),
    skipped: [],
    items: bare(),
    addedItems: [],
    days: bare(),
    lately: [],
    revised: bare(),
    goals: bare(),
    rewards: bare(),
    checkins: bare(),
    skippedCheckins: [],
    conflicts: bare(),
    moves: [],
    cards: bare(),
    reviewDays: bare(),
    quizzes: bare(),
    highlights: [],
    teachBacks: [],
    measurements: bare(),
    settings: { ...defaultSettings },
    fitted: null,
    checks: bare(),
    timers: [],
    settledTimers: [],
    lastAt: null,
  };
}

/** How the learner's cards are reckoned with. */
export function modelOf({ settings, fitted }: Pick<Tally, "settings" | "fitted">): Model {
  return { retention: settings.retention, weights: fitted?.weights ?? null };
}

export function paperTally(tally: Tally, paper: PaperId): PaperTally {
  return tally.papers[paper] ?? { done: {}, started: {}, minutes: {}, passes: {} };
}

/** The key of an exercise's runs in a tally. */
export function checkKey(paper: PaperId | null, exercise: ExerciseId): string {
  return `${paper ?? ""}/${exercise}`;
}

/** The key of a check-in in a tally. */
export function checkinKey(checkin: string, on: Day): string {
  return `${checkin}@${on}`;
}

/**
 * A tally to fold on with: its lists are its own, what stands in them is shared and never changed. So a copy costs
 * a look at each entry of a list, and none at what is in it. Its records are bare, also where they were read from a
 * stored snapshot.
 */
export function cloneTally(tally: Tally): Tally {
  return {
    ...tally,
    away: [...tally.away],
    easyDays: [...tally.easyDays],
    papers: shallow(tally.papers),
    added: [...tally.added],
    ownNames: shallow(tally.ownNames),
    links: shallow(tally.links),
    skipped: [...tally.skipped],
    items: shallow(tally.items),
    addedItems: [...tally.addedItems],
    days: shallow(tally.days),
    lately: [...tally.lately],
    revised: shallow(tally.revised),
    goals: shallow(tally.goals),
    rewards: shallow(tally.rewards),
    checkins: shallow(tally.checkins),
    skippedCheckins: [...tally.skippedCheckins],
    conflicts: shallow(tally.conflicts),
    moves: [...tally.moves],
    cards: shallow(tally.cards),
    reviewDays: shallow(tally.reviewDays),
    quizzes: shallow(tally.quizzes),
    highlights: [...tally.highlights],
    teachBacks: [...tally.teachBacks],
    // Their values are keyed by what people name, too.
    measurements: bareCopy(tally.measurements),
    checks: shallow(tally.checks),
    timers: [...tally.timers],
    settledTimers: [...tally.settledTimers],
  };
}

function shallow<K extends string | number, V>(record: Record<K, V>): Record<K, V> {
  return Object.assign(bare<K, V>(), record);
}
