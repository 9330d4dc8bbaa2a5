/** Cards around time off and easy days. */
import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { type Card, type CardId, type Material, noMaterial } from "../content/material.ts";
import { dayNumber, withAnswer } from "../entries/card-memory.ts";
import type { Grade } from "../entries/entry.ts";
import { emptyTally, type Tally } from "../entries/tally.ts";
import { addDays, type Day, dateAt, day } from "../time/calendar.ts";
import { heldCards, loadAhead, queueOf } from "./recall.ts";

const start = day("2026-01-05");
const on = (days: number) => addDays(start, days);
const at = (days: number, hour = 18) => Date.parse(on(days)) + hour * 3_600_000;
const size = 40;
const cards: readonly Card[] = Array.from({ length: size }, (_, index) => ({
  id: `bert.c${index}` as CardId,
  paper: "bert" as PaperId,
  kind: "recall",
  front: `Question ${index}`,
  back: `Answer ${index}`,
  source: "Section 1",
}));
const material: Material = { ...noMaterial, decks: { bert: cards } as never };

function answered(tally: Tally, card: CardId, when: number, grade: Grade): void {
  const known = tally.cards[card] ?? { paper: "bert" as PaperId, answers: [] };
  const of = dateAt(when, "UTC");
  tally.cards[card] = { ...known, ...withAnswer(known, { at: when, grade, on: of }, null) };
  const { all, known: right, fresh } = tally.reviewDays[of] ?? { all: 0, known: 0, fresh: 0 };
  tally.reviewDays[of] = { all: all + 1, known: right + (grade > 1 ? 1 : 0), fresh };
}

/** All cards were learned on days 0 and 1, twice, so that they fall due in the days after. */
function learned(change: Partial<Tally>): Tally {
  const tally: Tally = { ...emptyTally(), start, ...change };
  tally.settings = { retention: 0.9, newCardsADay: 10, reviewsADay: 200 };
  cards.forEach(({ id }, index) => {
    answered(tally, id, at(index % 2), 3);
    answered(tally, id, at(index % 2, 19), 3);
  });
  return tally;
}

function queue(tally: Tally, today: number, hour = 20) {
  const { progress } = situation(tally, on(today));
  return queueOf(heldCards(material, tally), tally, at(today, hour), progress);
}

test("off.3 on a day off no card is asked, and none is lost", () => {
  const { cards: asked, held } = queue(learned({ away: [{ from: on(2), until: on(11) }] }), 8);
  expect(asked).toEqual([]);
  expect(held).toBe(size);
});

test("off.6 the backlog of ten days off comes back over ten days, the longest overdue first", () => {
  const tally = learned({ away: [{ from: on(2), until: on(11) }] });
  const { progress } = situation(tally, on(12));
  expect(loadAhead(heldCards(material, tally), progress, 10).map((one) => one.cards)).toEqual(
    Array.from({ length: 10 }, () => size / 10),
  );
  const seen: CardId[] = [];
  for (let today = 12; today < 22; today++) {
    const asked = queue(tally, today).cards.map(({ card }) => card.id);
    const fresh = asked.filter((id) => !seen.includes(id));
    expect(fresh.length).toBe(size / 10);
    for (const [index, id] of fresh.entries()) {
      answered(tally, id, at(today, 20), 4);
      // What was answered does not change what else the day asks.
      expect(queue(tally, today, 21).cards.map(({ card }) => card.id)).toEqual(
        asked.slice(index + 1),
      );
    }
    seen.push(...fresh);
  }
  expect(new Set(seen).size).toBe(size);
  expect(Number(seen[0]?.slice("bert.c".length)) % 2).toBe(0);
});

test("off.6 a day that is skipped after time off leaves its share to the days that remain", () => {
  const tally = learned({ away: [{ from: on(2), until: on(11) }] });
  expect(queue(tally, 17).cards.length).toBe(size / 5);
  expect(queue(tally, 21).cards.length).toBe(size);
  expect(queue(tally, 30).cards.length).toBe(size);
});

test("off.6 time off ahead shows in the days ahead", () => {
  const tally = learned({ away: [{ from: on(2), until: on(11) }] });
  const { progress } = situation(tally, on(1));
  const ahead = loadAhead(heldCards(material, tally), progress, 21);
  const days = (from: number, to: number) =>
    ahead.filter((one) => one.on >= on(from) && one.on <= on(to));
  expect(days(2, 11).every((one) => one.cards === 0)).toBe(true);
  expect(days(12, 21).reduce((sum, one) => sum + one.cards, 0)).toBe(size);
});

test("off.6 an easy day asks half of what is due and nothing new, however much was answered", () => {
  const sunday = on(6);
  const tally = learned({ easyDays: ["sunday"] });
  const asked = queue(tally, 6).cards.map(({ card }) => card.id);
  expect(asked.length).toBe(size / 2);
  for (const id of asked.slice(0, 5)) answered(tally, id, at(6, 20), 4);
  expect(queue(tally, 6, 21).cards.map(({ card }) => card.id)).toEqual(asked.slice(5));
  expect(queue(tally, 7).cards.length).toBe(size - 5);
  expect(dayNumber(sunday as Day)).toBe(dayNumber(start) + 6);
});
