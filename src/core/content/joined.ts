/** What belongs together in a paper: its equations, the cards that ask about them, the exercises that implement them. */
import type { Card, CardId, Equation, Guide } from "./material.ts";

/** So many cards are offered after a failed check: more would be a deck. */
const offered = 2;

/** The cards to look at after an exercise did not pass: the first of each equation, then the next. */
export function cardsForExercise(guide: Guide | null, exercise: string): readonly CardId[] {
  const lists = (guide?.equations ?? [])
    .filter(({ exercises }) => exercises.includes(exercise))
    .map(({ cards }) => cards);
  const turns = Math.max(0, ...lists.map(({ length }) => length));
  const byTurns = Array.from({ length: turns }, (_, turn) =>
    lists.flatMap((cards) => cards[turn] ?? []),
  ).flat();
  return [...new Set(byTurns)].slice(0, offered);
}

/** The equation that a card asks about; null where the guide says none. */
export function equationOf(guide: Guide | null, card: CardId): Equation | null {
  return guide?.equations.find(({ cards }) => cards.includes(card)) ?? null;
}

/** Where to read again what a card asks: its place in the paper, and the equation of the guide. */
export interface ReadAgain {
  readonly source: string;
  readonly equation: string | null;
}

/** Null for a card of the learner's own that names no place. */
export function readAgain(guide: Guide | null, { id, source }: Card): ReadAgain | null {
  if (source === null) return null;
  return { source, equation: equationOf(guide, id)?.name ?? null };
}
