import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { type Card, type CardId, type Material, noMaterial } from "../content/material.ts";
import { dayNumber } from "../entries/card-memory.ts";
import { emptyTally, type Tally } from "../entries/tally.ts";
import { addDays, dayBegins } from "../time/calendar.ts";
import { reviewCost } from "./cost.ts";

const paper = "bert" as PaperId;
const cards = Array.from(
  { length: 40 },
  (_, index): Card => ({
    id: `bert.${index}` as CardId,
    paper,
    kind: "recall",
    front: "a",
    back: "b",
    source: null,
  }),
);
const material: Material = { ...noMaterial, decks: { [paper]: cards } };

test("cards that were never answered cost nothing yet", () => {
  expect(reviewCost(situation(emptyTally()), material, 0.95)).toEqual({ dueNow: 0, thirtyDays: 0 });
});

test("a higher retention asks for more cards, and says so before it is chosen", () => {
  const { progress } = situation(emptyTally());
  const tally: Tally = emptyTally();
  for (const [index, { id }] of cards.entries()) {
    const answers = [40, 36, 28].flatMap((back) => {
      const on = addDays(progress.today, -back - (index % 5));
      return [dayBegins(on, tally), 3, dayNumber(on)];
    });
    tally.cards[id] = { paper: null, answers };
  }
  const at = situation(tally);
  const [low, high] = [reviewCost(at, material, 0.8), reviewCost(at, material, 0.97)];
  expect(high.dueNow + high.thirtyDays).toBeGreaterThan(low.dueNow + low.thirtyDays);
});
