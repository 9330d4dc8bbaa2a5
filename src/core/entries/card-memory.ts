/**
 * A card's memory by FSRS, as a value of fixed size. FSRS's state after an answer depends on the state before it,
 * the moment and the grade; the desired retention only decides the interval. So a tally needs the state and not
 * the answers that led to it. FSRS itself is `ts-fsrs`, the reference implementation (version 6 of the algorithm), with
 * its default weights or those that were fitted to the learner.
 */
import { createEmptyCard, type Card as FsrsCard, fsrs } from "ts-fsrs";
import type { Day, Millis } from "../time/calendar.ts";
import type { Grade } from "./entry.ts";

export interface CardMemory {
  readonly stability: number;
  readonly difficulty: number;
  readonly answered: number;
  readonly lapses: number;
  /** By FSRS: 1 learning, 2 review, 3 relearning. */
  readonly state: number;
  /** Which step of minutes a card in its first hour, or after a lapse, has reached. */
  readonly step: number;
  readonly last: Millis;
  /** The learner's day of the last answer. */
  readonly lastDay: DayNumber;
}

/** Days since 1970-01-01. */
export type DayNumber = number;

export function dayNumber(on: Day): DayNumber {
  return Date.parse(on) / dayLength;
}

/** Answers in order: moment, grade and the learner's day by turns. */
export type Answers = readonly number[];
/** How many numbers an answer has there. */
export const answerSize = 3;

/** What is known of a card's past: the memory of all answers but the newest, and these. */
export interface Recalled {
  /** Absent until there are more than `answersKept`. */
  readonly memory?: CardMemory;
  readonly answers: Answers;
}

/**
 * How many answers are kept as they are. A quiz looks at what was known in the morning, so a day's own answers
 * must be told apart; and the ending of the interval at hand depends on the state before the last answer.
 */
export const answersKept = 8;

const dayLength = 86_400_000;

/** FSRS's parameters: 21 numbers. */
export type Weights = readonly number[];

/** How a memory is reckoned with. */
export interface Model {
  readonly retention: number;
  /** Null for FSRS's defaults. */
  readonly weights: Weights | null;
}

type Scheduler = ReturnType<typeof fsrs>;

const byDefault = new Map<number, Scheduler>();
const fitted = new WeakMap<Weights, Map<number, Scheduler>>();

export function schedulerFor({ retention, weights }: Model): Scheduler {
  const schedulers = weights === null ? byDefault : (fitted.get(weights) ?? new Map());
  if (weights !== null) fitted.set(weights, schedulers);
  let scheduler = schedulers.get(retention);
  if (scheduler === undefined) {
    // Fuzz would spread the cards of one evening; without it the same answers always give the same days.
    const own = weights === null ? {} : { w: weights };
    scheduler = fsrs({ request_retention: retention, enable_fuzz: false, ...own });
    schedulers.set(retention, scheduler);
  }
  return scheduler;
}

/** A card of FSRS, whose dates are the learner's days, and when it was really answered last. */
export interface Replayed {
  readonly card: FsrsCard;
  readonly last: Millis;
  readonly lastDay: DayNumber;
}

/**
 * FSRS counts days by the dates of UTC, and reads of a moment nothing else. So it is told the noon of the learner's
 * day: two answers of one evening are of one day wherever the learner lives and whenever their day begins.
 */
export function noonOf(day: DayNumber): Date {
  return new Date(day * dayLength + dayLength / 2);
}

/** How long after its last answer a card comes again. */
export function intervalAfter({ due, last_review }: FsrsCard): Millis {
  return due.getTime() - (last_review ?? due).getTime();
}

/** The card after all answers; null for one that was never answered. */
export function replayed({ memory, answers }: Recalled, model: Model): Replayed | null {
  let so = memory === undefined ? null : replayedFrom(memory);
  for (let index = 0; index < answers.length; index += answerSize) {
    const [at = 0, grade, day = 0] = answers.slice(index, index + answerSize);
    so = afterAnswer(so, { at, grade: grade as Grade, day }, model);
  }
  return so;
}

interface Answer {
  readonly at: Millis;
  readonly grade: Grade;
  readonly day: DayNumber;
}

/** An answer that was made by a clock set back came right after the one before it. */
function afterAnswer(so: Replayed | null, { at, grade, day }: Answer, model: Model): Replayed {
  const lastDay = Math.max(day, so?.lastDay ?? day);
  const noon = noonOf(lastDay);
  const { card } = schedulerFor(model).next(so?.card ?? createEmptyCard(noon), noon, grade);
  return { card, last: Math.max(at, so?.last ?? at), lastDay };
}

/**
 * A card's past as it was at `moment`. Of a card that was answered more often since than answers are kept, the
 * earliest that is known.
 */
export function knownBefore(past: Recalled | undefined, moment: Millis): Recalled | undefined {
  if (past === undefined) return undefined;
  const first = past.answers.findIndex(
    (value, index) => index % answerSize === 0 && value >= moment,
  );
  return first < 0 ? past : { ...past, answers: past.answers.slice(0, first) };
}

/** Any retention gives the same memory. */
const anyRetention = 0.9;

/**
 * One answer more. The normal form is a function of the answers and of the weights that held at each, however they
 * arrived: answers that had left for the memory before a fit keep the weights of their time.
 */
export function withAnswer(
  known: Recalled,
  { at, grade, on }: { readonly at: Millis; readonly grade: Grade; readonly on: Day },
  weights: Weights | null,
): Recalled {
  const answers = [...known.answers, at, grade, dayNumber(on)];
  if (answers.length <= answerSize * answersKept) return { ...known, answers };
  const oldest = { ...known, answers: answers.slice(0, answerSize) };
  const before = replayed(oldest, { retention: anyRetention, weights });
  if (before === null) throw new Error("there is an answer");
  return { memory: memoryOf(before), answers: answers.slice(answerSize) };
}

function memoryOf({ card, last, lastDay }: Replayed): CardMemory {
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    answered: card.reps,
    lapses: card.lapses,
    state: card.state,
    step: card.learning_steps,
    last,
    lastDay,
  };
}

function replayedFrom(memory: CardMemory): Replayed {
  const noon = noonOf(memory.lastDay);
  const card: FsrsCard = {
    // The next answer makes both anew, from the state and the days.
    due: noon,
    scheduled_days: 0,
    elapsed_days: 0,
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.answered,
    lapses: memory.lapses,
    state: memory.state,
    learning_steps: memory.step,
    last_review: noon,
  };
  return { card, last: memory.last, lastDay: memory.lastDay };
}
