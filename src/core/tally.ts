/**
 * What a journal adds up to before any curriculum is looked at: marks, minutes, texts. A tally has the size of
 * what the learner is studying, not of the journal, so it serves as the snapshot too.
 */
import type { Day, Millis, Zone } from "./calendar.ts";
import { momentOfId } from "./clock.ts";
import type { ExerciseId, ItemId, PaperId } from "./curriculum.ts";
import type { Minutes } from "./duration.ts";
import type { Activity, Aspect, Entry, Grade, ItemKind } from "./entry.ts";
import type { CardId } from "./material.ts";

/** Goes up when the meaning of a stored tally changes; a stored one of another version is not used. */
export const tallyVersion = 4;

export interface PaperTally {
  /** When each aspect was ticked. */
  done: { [A in Aspect]?: Millis };
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

/**
 * Adds one entry to `tally`, in place: the fold owns its tally, nobody else sees it before the end.
 * Entries that refer to what is not there (an item removed on another device) change nothing.
 */
export function addEntry(tally: Tally, entry: Entry): void {
  const at = momentOfId(entry.id);
  switch (entry.type) {
    case "workspace.started":
      tally.curriculum = entry.curriculum;
      tally.timeZone = entry.timeZone;
      tally.start = entry.start;
      tally.target = entry.target;
      tally.minutesAWeek = entry.minutesAWeek;
      break;
    case "plan.changed":
      if (entry.start !== undefined) tally.start = entry.start;
      if (entry.target !== undefined) tally.target = entry.target;
      if (entry.minutesAWeek !== undefined) tally.minutesAWeek = entry.minutesAWeek;
      if (entry.timeZone !== undefined) tally.timeZone = entry.timeZone;
      if (entry.phase !== undefined) tally.phase = entry.phase;
      if (entry.nextReview !== undefined) tally.nextReview = entry.nextReview;
      break;
    case "paper.marked": {
      const paper = paperTally(tally, entry.paper);
      if (entry.done) paper.done[entry.aspect] = at;
      else delete paper.done[entry.aspect];
      break;
    }
    case "paper.added":
      tally.added = tally.added.filter((paper) => paper.id !== entry.paper);
      tally.added.push({ id: entry.paper, name: entry.name, phase: entry.phase });
      break;
    case "paper.removed":
      tally.added = tally.added.filter((paper) => paper.id !== entry.paper);
      break;
    case "session.logged":
      addMinutes(tally, entry.paper, entry.activity, entry.on, entry.minutes);
      if (entry.paper !== null && entry.pass !== undefined) {
        const { passes } = paperTally(tally, entry.paper);
        passes[entry.pass] = (passes[entry.pass] ?? 0) + entry.minutes;
      }
      break;
    case "hours.adjusted":
      addMinutes(tally, entry.paper, entry.activity, entry.on, entry.minutes);
      break;
    case "timer.started":
      tally.timer = {
        paper: entry.paper,
        activity: entry.activity,
        ...(entry.pass === undefined ? {} : { pass: entry.pass }),
        started: entry.at,
        runningSince: entry.at,
        banked: 0,
      };
      break;
    case "timer.paused":
      if (tally.timer && tally.timer.runningSince !== null) {
        tally.timer.banked += Math.max(0, entry.at - tally.timer.runningSince);
        tally.timer.runningSince = null;
      }
      break;
    case "timer.resumed":
      if (tally.timer && tally.timer.runningSince === null) tally.timer.runningSince = entry.at;
      break;
    case "timer.stopped":
      tally.timer = null;
      break;
    case "item.marked": {
      const item = itemTally(tally, entry.item);
      if (entry.done) item.done = at;
      else delete item.done;
      break;
    }
    case "item.added":
      if (!tally.addedItems.some((item) => item.id === entry.item)) {
        tally.addedItems.push({ id: entry.item, kind: entry.kind, list: entry.list });
      }
      itemTally(tally, entry.item).text = entry.text;
      break;
    case "item.edited":
      itemTally(tally, entry.item).text = entry.text;
      break;
    case "item.removed":
      itemTally(tally, entry.item).removed = true;
      break;
    case "item.moved":
      tally.moves = tally.moves.filter(({ item }) => item !== entry.item);
      tally.moves.push({ item: entry.item, list: entry.list, after: entry.after });
      break;
    case "card.reviewed": {
      const card = cardTally(tally, entry.card, entry.paper);
      tally.reviewDays[entry.on] ??= { all: 0, known: 0, fresh: 0 };
      const ofDay = tally.reviewDays[entry.on] as ReviewDay;
      ofDay.all += 1;
      if (entry.grade > 1) ofDay.known += 1;
      if (card.answers.length === 0) ofDay.fresh += 1;
      card.answers.push(entry.at, entry.grade);
      break;
    }
    case "card.added": {
      const card = cardTally(tally, entry.card, entry.paper);
      card.own = { source: entry.source };
      card.text = { front: entry.front, back: entry.back };
      break;
    }
    case "card.edited":
      cardTally(tally, entry.card, null).text = { front: entry.front, back: entry.back };
      break;
    case "card.suspended": {
      const card = cardTally(tally, entry.card, null);
      if (entry.suspended) card.suspended = true;
      else delete card.suspended;
      break;
    }
    case "card.removed":
      cardTally(tally, entry.card, null).removed = true;
      break;
    case "quiz.taken":
      tally.quizzes[entry.on] = { at, answers: entry.answers };
      break;
    case "highlight.added": {
      const { highlight: id, paper, page, quote, rects } = entry;
      tally.highlights = tally.highlights.filter((known) => known.id !== id);
      tally.highlights.push({ id, paper, page, quote, rects });
      break;
    }
    case "highlight.removed":
      tally.highlights = tally.highlights.filter(({ id }) => id !== entry.highlight);
      break;
    case "teachback.written": {
      const { paper, on, text, points } = entry;
      tally.teachBacks.push({ paper, on, text, points });
      break;
    }
    case "measurement.kept": {
      const { model, on, values } = entry;
      tally.measurements[model] = {
        on,
        values: { ...tally.measurements[model]?.values, ...values },
      };
      break;
    }
    case "measurement.removed":
      delete tally.measurements[entry.model];
      break;
    case "settings.changed": {
      const { settings } = tally;
      if (entry.retention !== undefined) settings.retention = entry.retention;
      if (entry.newCardsADay !== undefined) settings.newCardsADay = entry.newCardsADay;
      if (entry.reviewsADay !== undefined) settings.reviewsADay = entry.reviewsADay;
      if (entry.python !== undefined) settings.python = entry.python;
      break;
    }
    case "exercise.checked": {
      const key = checkKey(entry.paper, entry.exercise);
      const { passed: ok, seed, verdict, mistakes, digest, took } = entry;
      const passed = ok ? at : tally.checks[key]?.passed;
      tally.checks[key] = {
        runs: (tally.checks[key]?.runs ?? 0) + 1,
        ...(passed === undefined ? {} : { passed }),
        last: { at, passed: ok, seed, verdict, mistakes, digest, took },
      };
      break;
    }
    case "goal.set":
      // An empty text stays: "no goal" is a choice that wins over the curriculum's own.
      tally.goals[entry.week] = entry.text;
      break;
    case "reward.set":
      tally.rewards[String(entry.reward)] = entry.text;
      break;
    case "checkin.marked": {
      const key = checkinKey(entry.checkin, entry.on);
      if (entry.done) tally.checkins[key] = { on: entry.on, at, answers: entry.answers ?? [] };
      else delete tally.checkins[key];
      break;
    }
    case "conflict.found":
      tally.conflicts[entry.field] = { file: entry.file, journal: entry.journal, at };
      break;
    case "conflict.settled":
      delete tally.conflicts[entry.field];
      break;
    case "command.undone":
    case "command.redone":
      // Which commands count is the ledger's business; by now it has been decided.
      break;
    default:
      entry satisfies never;
  }
  if (tally.lastAt === null || at > tally.lastAt) tally.lastAt = at;
}

function paperTally(tally: Tally, paper: PaperId): PaperTally {
  tally.papers[paper] ??= { done: {}, minutes: {}, passes: {} };
  return tally.papers[paper];
}

function itemTally(tally: Tally, item: ItemId): ItemTally {
  tally.items[item] ??= {};
  return tally.items[item];
}

function cardTally(tally: Tally, id: CardId, paper: PaperId | null): CardTally {
  tally.cards[id] ??= { paper, answers: [] };
  const card = tally.cards[id];
  // An edit that came before the first answer did not say which paper the card belongs to.
  card.paper ??= paper;
  return card;
}

function addMinutes(
  tally: Tally,
  paper: PaperId | null,
  activity: Activity,
  on: Day,
  minutes: Minutes,
): void {
  tally.days[on] ??= {};
  const ofDay = tally.days[on];
  ofDay[activity] = (ofDay[activity] ?? 0) + minutes;
  if (paper === null) return;
  const ofPaper = paperTally(tally, paper).minutes;
  ofPaper[activity] = (ofPaper[activity] ?? 0) + minutes;
}

/** A copy that shares nothing. A tally is plain JSON by design: it is stored as a snapshot. */
export function cloneTally(tally: Tally): Tally {
  return JSON.parse(JSON.stringify(tally));
}
