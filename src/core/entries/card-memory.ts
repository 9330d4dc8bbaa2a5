/**
 * A card's memory by FSRS, as a value of fixed size. FSRS's state after an answer depends on the state before it,
 * the moment and the grade; the desired retention only decides the interval. So a tally needs the state and not
 * the answers that led to it. FSRS itself is `ts-fsrs`, the reference implementation (version 6 of the algorithm,
 * default weights).
 */
import { createEmptyCard, type Card as FsrsCard, fsrs } from "ts-fsrs";
import type { Millis } from "../time/calendar.ts";
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
}

/** Answers in order, as moment and grade by turns. */
export type Answers = readonly number[];

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

const schedulers = new Map<number, ReturnType<typeof fsrs>>();

export function schedulerFor(retention: number): ReturnType<typeof fsrs> {
  let scheduler = schedulers.get(retention);
  if (scheduler === undefined) {
    // Fuzz would spread the cards of one evening; without it the same answers always give the same days.
    scheduler = fsrs({ request_retention: retention, enable_fuzz: false });
    schedulers.set(retention, scheduler);
  }
  return scheduler;
}

/** The card of FSRS after all answers; null for one that was never answered. */
export function replayed({ memory, answers }: Recalled, retention: number): FsrsCard | null {
  let card = memory === undefined ? null : cardOf(memory);
  for (let index = 0; index < answers.length; index += 2) {
    card = afterAnswer(card, answers[index] ?? 0, answers[index + 1] as Grade, retention);
  }
  return card;
}

/** `at` in the order of the answers: one that was made by a clock set back came right after the one before it. */
export function momentAfter(card: FsrsCard | null, at: Millis): Date {
  return new Date(Math.max(at, card?.last_review?.getTime() ?? at));
}

function afterAnswer(card: FsrsCard | null, at: Millis, grade: Grade, retention: number): FsrsCard {
  const moment = momentAfter(card, at);
  return schedulerFor(retention).next(card ?? createEmptyCard(moment), moment, grade).card;
}

/** Any retention gives the same memory. */
const anyRetention = 0.9;

/** One answer more. The normal form is a function of the answers alone, however they arrived. */
export function withAnswer(known: Recalled, at: Millis, grade: Grade): Recalled {
  const answers = [...known.answers, at, grade];
  if (answers.length <= 2 * answersKept) return { ...known, answers };
  const before = known.memory === undefined ? null : cardOf(known.memory);
  const [first = 0, its] = answers;
  const card = afterAnswer(before, first, its as Grade, anyRetention);
  return { memory: memoryOf(card), answers: answers.slice(2) };
}

function memoryOf(card: FsrsCard): CardMemory {
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    answered: card.reps,
    lapses: card.lapses,
    state: card.state,
    step: card.learning_steps,
    last: card.last_review?.getTime() ?? 0,
  };
}

function cardOf(memory: CardMemory): FsrsCard {
  const last = new Date(memory.last);
  return {
    // The next answer makes both anew, from the state and the moments.
    due: last,
    scheduled_days: 0,
    elapsed_days: 0,
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.answered,
    lapses: memory.lapses,
    state: memory.state,
    learning_steps: memory.step,
    last_review: last,
  };
}
