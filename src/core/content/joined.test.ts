import { expect, test } from "bun:test";
import { cardsForExercise, equationOf, readAgain } from "./joined.ts";
import type { Card, CardId, Equation, Guide } from "./material.ts";

const id = (card: string) => card as CardId;
const equation = (name: string, cards: string[], exercises: string[]): Equation => ({
  name,
  latex: "x",
  source: "Section 1",
  symbols: [],
  cards: cards.map(id),
  exercises,
});

const guide = {
  equations: [
    equation("First", ["p.a", "p.b"], ["forward"]),
    equation("Second", ["p.c"], ["forward", "backward"]),
    equation("Third", ["p.d"], []),
  ],
} as unknown as Guide;

test("a failed exercise offers two cards: one of each equation that it implements, before a second of one", () => {
  expect(cardsForExercise(guide, "forward")).toEqual(["p.a", "p.c"].map(id));
  expect(cardsForExercise(guide, "backward")).toEqual([id("p.c")]);
  expect(cardsForExercise(guide, "other")).toEqual([]);
  expect(cardsForExercise(null, "forward")).toEqual([]);
});

test("a card that was not known leads to its place, and to the equation that it asks about", () => {
  const card: Card = {
    id: id("p.c"),
    paper: null,
    kind: "apply",
    front: "?",
    back: "!",
    source: "Section 2",
  };
  expect(readAgain(guide, card)).toEqual({ source: "Section 2", equation: "Second" });
  expect(readAgain(null, card)).toEqual({ source: "Section 2", equation: null });
  expect(readAgain(guide, { ...card, source: null })).toBeNull();
  expect(equationOf(guide, id("p.x"))).toBeNull();
});
