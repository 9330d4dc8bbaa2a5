/** What the learner remembers: the state of each card by FSRS, and the queue of those that are due. */
import { createEmptyCard, State } from "ts-fsrs";
import type { PaperId } from "../content/curriculum.ts";
import type { Card, CardId, Material } from "../content/material.ts";
import {
  dayNumber,
  intervalAfter,
  noonOf,
  type Recalled,
  type Replayed,
  replayed,
  schedulerFor,
} from "../entries/card-memory.ts";
import type { Grade } from "../entries/entry.ts";
import type { CardTally, Tally } from "../entries/tally.ts";
import type { Progress } from "../progress/progress.ts";
import { addDays, type Day, dayBegins, daysBetween, type Millis } from "../time/calendar.ts";
import { type Pass, passIn } from "./card-pass.ts";

/** `new` was never answered; `learning` is in the steps of minutes before its first interval of days. */
export type Stage = "new" | "learning" | "review";

export interface Memory {
  readonly stage: Stage;
  /** Null for a new card. */
  readonly due: Millis | null;
  /** Days until the chance to know it has fallen to 90 %; 0 for a new card. */
  readonly stability: number;
  readonly answered: number;
  readonly lapses: number;
}

/** A card as the learner has it: their words, its state, whether it takes part. */
export interface HeldCard {
  readonly card: Card;
  readonly own: boolean;
  readonly suspended: boolean;
  /** Of the reading: until it has had its time, a new card waits. */
  readonly pass: Pass;
  readonly memory: Memory;
}

interface Kept {
  /** What it was made from. */
  readonly of: string;
  readonly so: Replayed;
}

/** A replay costs some microseconds an answer and a page asks again and again, so each card's last is kept. */
const replays = new Map<CardId, Kept>();

function replay(id: CardId, past: Recalled, retention: number): Replayed | null {
  const of = `${retention}|${past.memory?.answered ?? 0}|${past.memory?.stability ?? 0}|${past.answers.join()}`;
  const kept = replays.get(id);
  if (kept?.of === of) return kept.so;
  const so = replayed(past, retention);
  if (so !== null) replays.set(id, { of, so });
  return so;
}

/** The past of a card that was never answered. */
const unanswered: Recalled = { answers: [] };

export function memoryOf(id: CardId, past: Recalled | undefined, retention: number): Memory {
  const so = replay(id, past ?? unanswered, retention);
  if (so === null) return { stage: "new", due: null, stability: 0, answered: 0, lapses: 0 };
  const { card, last } = so;
  return {
    stage: card.state === State.Review ? "review" : "learning",
    due: last + intervalAfter(card),
    stability: card.stability,
    answered: card.reps,
    lapses: card.lapses,
  };
}

/** When the card would come again after each grade that is given today, in milliseconds from then. */
export function intervalsOf(
  id: CardId,
  past: Recalled | undefined,
  retention: number,
  today: Day,
): Readonly<Record<Grade, number>> {
  const so = replay(id, past ?? unanswered, retention);
  const noon = noonAfter(so, today);
  const scheduler = schedulerFor(retention);
  const after = (grade: Grade) =>
    intervalAfter(scheduler.next(so?.card ?? createEmptyCard(noon), noon, grade).card);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** The chance that the card is known on `on`, from 0 to 1; null for a new card. */
export function chanceOf(id: CardId, past: Recalled | undefined, retention: number, on: Day) {
  const so = replay(id, past ?? unanswered, retention);
  if (so === null) return null;
  return schedulerFor(retention).get_retrievability(so.card, noonAfter(so, on), false);
}

function noonAfter(so: Replayed | null, on: Day): Date {
  const day = dayNumber(on);
  return noonOf(Math.max(day, so?.lastDay ?? day));
}

/** All cards: those of the decks in the order of the papers, then the learner's own. */
export function heldCards(material: Material, tally: Tally): readonly HeldCard[] {
  const { retention } = tally.settings;
  const held = (card: Card, so: CardTally | undefined): HeldCard => ({
    card: so?.text === undefined ? card : { ...card, ...so.text },
    own: so?.own !== undefined,
    suspended: so?.suspended === true,
    pass: passIn(material, card),
    memory: memoryOf(card.id, so, retention),
  });
  const decks = Object.values(material.decks).flatMap((deck) =>
    deck.map((card) => held(card, tally.cards[card.id])),
  );
  const own = Object.entries(tally.cards).flatMap(([id, so]) =>
    so.own === undefined || so.removed === true
      ? []
      : [
          held(
            {
              id: id as CardId,
              paper: so.paper,
              kind: "recall",
              front: so.text?.front ?? "",
              back: so.text?.back ?? "",
              source: so.own.source,
            },
            so,
          ),
        ],
  );
  return [...decks, ...own];
}

/** The cards of a paper are asked once work on it has begun. */
export function isBegun(progress: Progress, paper: PaperId | null): boolean {
  if (paper === null) return true;
  const found = progress.papers.find(({ id }) => id === paper);
  return found !== undefined && (found.minutes > 0 || Object.values(found.done).some(Boolean));
}

/** Whether what a new card asks has been read, as far as is known. */
function isUnlocked(progress: Progress, { card, pass }: HeldCard): boolean {
  if (!isBegun(progress, card.paper)) return false;
  const paper = progress.papers.find(({ id }) => id === card.paper);
  // Who took notes or built it has read it, whatever the clock says.
  const { done, minutesBy, passesRead } = paper ?? {};
  const knows = done?.notes || done?.implemented || (minutesBy?.implement ?? 0) > 0;
  return paper === undefined || knows === true || (passesRead ?? 0) >= pass;
}

export interface Queue {
  /** In the order in which they are asked. */
  readonly cards: readonly HeldCard[];
  readonly due: number;
  readonly fresh: number;
  /** Cards that the daily limits leave for another day. */
  readonly held: number;
  /** When the next card of today comes, if it is not due yet; null when there is none. */
  readonly next: Millis | null;
}

/**
 * What is to be answered now. Cards in their first minutes come first, then the due ones, the longest overdue
 * first, then new ones. A day's limits count what was answered today already.
 */
export function queueOf(
  held: readonly HeldCard[],
  tally: Tally,
  now: Millis,
  progress: Progress,
): Queue {
  const { today } = progress;
  const { newCardsADay, reviewsADay } = tally.settings;
  const endOfDay = dayBegins(addDays(today, 1), progress);
  const done = tally.reviewDays[today] ?? { all: 0, known: 0, fresh: 0 };
  const active = held.filter(({ suspended }) => !suspended);
  const learning = active
    .filter(({ memory }) => memory.stage === "learning" && (memory.due ?? 0) <= now)
    .sort(byDue);
  const ripe = active
    .filter(({ memory }) => memory.stage === "review" && (memory.due ?? 0) < endOfDay)
    .sort(byDue);
  const unseen = active.filter(
    (one) => one.memory.stage === "new" && (one.own || isUnlocked(progress, one)),
  );
  const reviewsLeft = Math.max(0, reviewsADay - done.all);
  const freshLeft = Math.max(0, Math.min(newCardsADay - done.fresh, reviewsLeft - ripe.length));
  const asked = ripe.slice(0, reviewsLeft);
  const fresh = unseen.slice(0, freshLeft);
  const later = active
    .filter(({ memory }) => memory.stage === "learning" && (memory.due ?? 0) > now)
    .map(({ memory }) => memory.due ?? 0)
    .filter((due) => due < endOfDay);
  return {
    cards: [...learning, ...asked, ...fresh],
    due: learning.length + asked.length,
    fresh: fresh.length,
    held: ripe.length - asked.length + unseen.length - fresh.length,
    next: later.length === 0 ? null : Math.min(...later),
  };
}

function byDue(a: HeldCard, b: HeldCard): number {
  return (a.memory.due ?? 0) - (b.memory.due ?? 0);
}

/** How many cards fall due on each of the next days, today first. Overdue ones count as today's. */
export function loadAhead(
  held: readonly HeldCard[],
  today: Day,
  days: number,
  dayOf: (at: Millis) => Day,
): readonly { readonly on: Day; readonly cards: number }[] {
  const counts = new Array<number>(days).fill(0);
  for (const { memory, suspended } of held) {
    if (memory.due === null || suspended) continue;
    const index = Math.max(0, daysBetween(today, dayOf(memory.due)));
    if (index < days) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((cards, index) => ({ on: addDays(today, index), cards }));
}
