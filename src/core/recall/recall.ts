/** What the learner remembers: the state of each card by FSRS, and the queue of those that are due. */
import { createEmptyCard, State } from "ts-fsrs";
import type { PaperId } from "../content/curriculum.ts";
import type { Card, CardId, Material } from "../content/material.ts";
import { readNumbers, type Sides } from "../content/written-numbers.ts";
import {
  answerSize,
  dayNumber,
  intervalAfter,
  knownBefore,
  type Model,
  noonOf,
  type Recalled,
  type Replayed,
  replayed,
  schedulerFor,
} from "../entries/card-memory.ts";
import type { Grade } from "../entries/entry.ts";
import { isAside } from "../entries/failing.ts";
import { type CardTally, modelOf, type Tally } from "../entries/tally.ts";
import type { Progress } from "../progress/progress.ts";
import {
  addDays,
  type Day,
  dayAt,
  dayBegins,
  daysBetween,
  type LearnersClock,
  type Millis,
  weekdayOf,
} from "../time/calendar.ts";
import { stretchOn } from "../time/time-off.ts";
import { type DueCard, spreadAfter, stretchBehind } from "./backlog.ts";
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
  /** Its sides as they are edited: with the numbers that the learner wrote into them. */
  readonly written: Sides;
  readonly own: boolean;
  readonly suspended: boolean;
  /** It kept failing, and is not asked until its words change or it is taken up again. */
  readonly aside: boolean;
  /** Of the reading: until it has had its time, a new card waits. */
  readonly pass: Pass;
  readonly memory: Memory;
}

interface Kept {
  /** What it was made from, and by which scheduler. */
  readonly of: string;
  readonly by: ReturnType<typeof schedulerFor>;
  readonly so: Replayed;
}

/** A replay costs some microseconds an answer and a page asks again and again, so each card's last is kept. */
const replays = new Map<CardId, Kept>();

function replay(id: CardId, past: Recalled, model: Model): Replayed | null {
  const of = `${past.memory?.answered ?? 0}|${past.memory?.stability ?? 0}|${past.answers.join()}`;
  const kept = replays.get(id);
  const by = schedulerFor(model);
  if (kept?.of === of && kept.by === by) return kept.so;
  const so = replayed(past, model);
  if (so !== null) replays.set(id, { of, by, so });
  return so;
}

/** The past of a card that was never answered. */
const unanswered: Recalled = { answers: [] };

export function memoryOf(id: CardId, past: Recalled | undefined, model: Model): Memory {
  const so = replay(id, past ?? unanswered, model);
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
  model: Model,
  today: Day,
): Readonly<Record<Grade, number>> {
  const so = replay(id, past ?? unanswered, model);
  const noon = noonAfter(so, today);
  const scheduler = schedulerFor(model);
  const after = (grade: Grade) =>
    intervalAfter(scheduler.next(so?.card ?? createEmptyCard(noon), noon, grade).card);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** The chance that the card is known on `on`, from 0 to 1; null for a new card. */
export function chanceOf(id: CardId, past: Recalled | undefined, model: Model, on: Day) {
  const so = replay(id, past ?? unanswered, model);
  if (so === null) return null;
  return schedulerFor(model).get_retrievability(so.card, noonAfter(so, on), false);
}

function noonAfter(so: Replayed | null, on: Day): Date {
  const day = dayNumber(on);
  return noonOf(Math.max(day, so?.lastDay ?? day));
}

/** Words are read once: what draws a card keeps what it worked out beside its numbers. */
const readings = new WeakMap<Sides, { readonly of: Card; readonly so: Card }>();

/** Words that can't be read with their numbers are shown as they are. */
function inOwnWords(card: Card, text: Sides): Card {
  const known = readings.get(text);
  if (known !== undefined && known.of.id === card.id && known.of.numbers === card.numbers) {
    return known.so;
  }
  const so = readInOwnWords(card, text);
  readings.set(text, { of: card, so });
  return so;
}

function readInOwnWords(card: Card, text: Sides): Card {
  const read = readNumbers(text, card.numbers ?? null);
  if (!read.ok) return { ...card, ...text };
  const { numbers: _, ...rest } = card;
  return { ...rest, ...read.sides, ...(read.numbers === null ? {} : { numbers: read.numbers }) };
}

/** All cards: those of the decks in the order of the papers, then the learner's own. */
export function heldCards(material: Material, tally: Tally): readonly HeldCard[] {
  const model = modelOf(tally);
  const held = (card: Card, so: CardTally | undefined): HeldCard => ({
    card: so?.text === undefined ? card : inOwnWords(card, so.text),
    written: so?.text ?? { front: card.front, back: card.back },
    own: so?.own !== undefined,
    suspended: so?.suspended === true,
    aside: isAside(so),
    pass: passIn(material, card),
    memory: memoryOf(card.id, so, model),
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

/** Neither suspended nor set aside. */
export function isAsked({ suspended, aside }: HeldCard): boolean {
  return !suspended && !aside;
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
 * first, then new ones; what was forgotten a moment ago comes once more at the end. A day's limits count what was answered today already. A day off asks nothing, an easy day half
 * of what is due and nothing new, and the days after time off a share of what waited.
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
  const active = held.filter(isAsked);
  const learning = active
    .filter(({ memory }) => memory.stage === "learning" && (memory.due ?? 0) <= now)
    .sort(byDue);
  const ripe = active
    .filter(({ memory }) => memory.stage === "review" && (memory.due ?? 0) < endOfDay)
    .sort(byDue);
  const { off, easy, wanted } = wantedToday(active, tally, progress);
  const willing = wanted === null ? ripe : ripe.filter(({ card }) => wanted.has(card.id));
  const unseen = active.filter(
    (one) => one.memory.stage === "new" && (one.own || isUnlocked(progress, one)),
  );
  const reviewsLeft = Math.max(0, reviewsADay - done.all);
  const room = off || easy ? 0 : newCardsADay - done.fresh;
  const freshLeft = Math.max(0, Math.min(room, reviewsLeft - willing.length));
  const asked = willing.slice(0, reviewsLeft);
  const fresh = unseen.slice(0, freshLeft);
  const later = active.filter(
    ({ memory }) =>
      memory.stage === "learning" && (memory.due ?? 0) > now && (memory.due ?? 0) < endOfDay,
  );
  const again = later.filter(({ card }) => lastGrade(tally.cards[card.id]) === 1).sort(byDue);
  const next = later.filter((one) => !again.includes(one)).map(({ memory }) => memory.due ?? 0);
  return {
    cards: [...learning, ...asked, ...fresh, ...again],
    due: learning.length + asked.length + again.length,
    fresh: fresh.length,
    held: ripe.length - asked.length + unseen.length - fresh.length,
    next: next.length === 0 ? null : Math.min(...next),
  };
}

function lastGrade(card: CardTally | undefined): number | undefined {
  return card?.answers.at(1 - answerSize);
}

interface Wanted {
  readonly off: boolean;
  readonly easy: boolean;
  /** The cards that the day asks of those that are due; null for all. */
  readonly wanted: ReadonlySet<CardId> | null;
}

function wantedToday(active: readonly HeldCard[], tally: Tally, progress: Progress): Wanted {
  const { today, away, easyDays } = progress;
  const off = stretchOn(away, today) !== null;
  const easy = easyDays.includes(weekdayOf(today));
  const behind = stretchBehind(away, today);
  if (off) return { off, easy, wanted: new Set() };
  if (!easy && behind === null) return { off, easy, wanted: null };
  const morning = dueInTheMorning(active, tally, progress);
  const spread = behind === null ? morning : spreadAfter(behind, morning, today);
  const due = spread.filter((one) => one.due <= today);
  const asked = easy ? due.slice(0, Math.ceil(due.length / 2)) : due;
  return { off, easy, wanted: new Set(asked.map(({ card }) => card)) };
}

/** What was due when the day began, whatever was answered since; the longest overdue first. */
function dueInTheMorning(
  active: readonly HeldCard[],
  tally: Tally,
  clock: Progress,
): readonly DueCard<CardId>[] {
  const model = modelOf(tally);
  const morning = dayBegins(clock.today, clock);
  return active
    .flatMap(({ card, memory }) => {
      const answered = tally.cards[card.id];
      const past = knownBefore(answered, morning);
      const then = past === answered ? memory : memoryOf(card.id, past, model);
      return then.stage === "review" && then.due !== null ? [{ card: card.id, at: then.due }] : [];
    })
    .sort((a, b) => a.at - b.at || (a.card < b.card ? -1 : 1))
    .map(({ card, at }) => ({ card, due: dayAt(at, clock) }));
}

function byDue(a: HeldCard, b: HeldCard): number {
  return (a.memory.due ?? 0) - (b.memory.due ?? 0);
}

/**
 * How many cards fall due on each of the next days, today first. Overdue ones count as today's; those that fall into
 * time off come after it.
 */
export function loadAhead(
  held: readonly HeldCard[],
  { today, away, ...clock }: Pick<Progress, "today" | "away"> & LearnersClock,
  days: number,
): readonly { readonly on: Day; readonly cards: number }[] {
  const counts = new Array<number>(days).fill(0);
  const inOrder = held
    .filter((one) => one.memory.due !== null && isAsked(one))
    .sort(byDue)
    .map(({ card, memory }) => ({ card: card.id, due: dayAt(memory.due ?? 0, clock) }));
  const behind = stretchBehind(away, today);
  const ahead = away.filter(({ from }) => from > today);
  // What is due before a stretch ahead is asked before it.
  const spread = ahead.reduce<readonly DueCard<CardId>[]>(
    (cards, stretch) => {
      const [before, within] = [true, false].map((is) =>
        cards.filter(({ due }) => due < stretch.from === is),
      );
      const after = spreadAfter(stretch, within ?? [], stretch.until);
      return [...(before ?? []), ...after.toSorted((a, b) => (a.due < b.due ? -1 : 1))];
    },
    behind === null ? inOrder : spreadAfter(behind, inOrder, today),
  );
  for (const { due } of spread) {
    const index = Math.max(0, daysBetween(today, due));
    if (index < days) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((cards, index) => ({ on: addDays(today, index), cards }));
}
