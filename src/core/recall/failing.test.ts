/** Cards that are forgotten, and what becomes of them. */
import { expect, test } from "bun:test";
import fc from "fast-check";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { type CardId, type Material, noMaterial } from "../content/material.ts";
import type { Command } from "../decide/command.ts";
import { decideEach } from "../decide/rehearse.ts";
import type { Grade } from "../entries/entry.ts";
import { emptyTally, modelOf, type Tally } from "../entries/tally.ts";
import { addDays, day } from "../time/calendar.ts";
import { cardsADay, sayCost } from "./cost.ts";
import { foretoldIn, parted } from "./fitting.ts";
import { heldCards, memoryOf, queueOf } from "./recall.ts";

const start = day("2026-01-05");
const card = "bert.mask" as CardId;
const paper = "bert" as PaperId;
const material: Material = {
  ...noMaterial,
  decks: {
    bert: [
      { id: card, paper, kind: "recall", front: "What is masked?", back: "15 %", source: "3.1" },
    ],
  } as never,
};
const at = (days: number, minutes = 0) => Date.parse(start) + days * 86_400_000 + minutes * 60_000;

function after(
  steps: readonly (readonly [days: number, command: Command])[],
  tally: Tally = emptyTally(),
) {
  return steps.reduce(
    (now, [days, command]) => {
      const there = situation(now.tally, addDays(start, Math.floor(days)));
      return decideEach([command], { ...there, now: at(days) }).situation;
    },
    situation({ ...tally, start }, start),
  );
}
const answer = (grade: Grade): Command => ({ do: "review-card", card, paper, grade });
const isAside = (tally: Tally) => heldCards(material, tally)[0]?.aside;

test("recall.1 a card that is forgotten on four days is set aside, and asked no more", () => {
  const days = [1, 2, 3].map((on) => [on, answer(1)] as const);
  // More than once on a day is once.
  const three = after([...days, [3.1, answer(1)], [3.2, answer(3)]]);
  expect(isAside(three.tally)).toBe(false);
  const four = after([...days, [9, answer(1)]]);
  expect(isAside(four.tally)).toBe(true);
  const there = situation(four.tally, addDays(start, 30));
  const queue = queueOf(heldCards(material, four.tally), four.tally, at(30), there.progress);
  expect(queue.cards).toEqual([]);
  // Forgotten as often, but known more often: it is learned slowly, and goes on.
  const slow = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((on) => [on, answer(on % 2 === 0 ? 1 : 3)] as const);
  expect(isAside(after(slow).tally)).toBe(true);
  const better = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(
    (on) => [on, answer([1, 4, 7, 10].includes(on) ? 1 : 3)] as const,
  );
  expect(isAside(after(better).tally)).toBe(false);
});

test("recall.1 other words, taking it up, and being known after three weeks begin anew", () => {
  const failed = [1, 2, 3, 4].map((on) => [on, answer(1)] as const);
  const edit: Command = { do: "edit-card", card, front: "How much is masked?", back: "15 %" };
  const resume: Command = { do: "suspend-card", card, suspended: false };
  for (const command of [edit, resume]) {
    const then = after([...failed, [5, command], [6, answer(1)]]);
    expect(isAside(then.tally)).toBe(false);
    expect(memoryOf(card, then.tally.cards[card], modelOf(then.tally)).answered).toBe(5);
  }
  const known = after([...failed.slice(1), [4.5, answer(3)], [27, answer(3)], [28, answer(1)]]);
  expect(isAside(known.tally)).toBe(false);
  expect(known.tally.cards[card]?.failing).toMatchObject({ days: 1, known: 0 });
  // There is nothing to take up in a card that is asked.
  expect(decideEach([resume], known).decisions[0]).toEqual({ ok: true, bodies: [] });
});

test("recall.2 what was forgotten comes once more in the sitting, what was known waits its minutes", () => {
  const queueAfter = (grade: Grade) => {
    const then = after([[0.5, answer(grade)]], {
      ...emptyTally(),
      papers: { [paper]: { done: {}, started: {}, minutes: { read: 9 }, passes: {} } } as never,
    });
    return queueOf(heldCards(material, then.tally), then.tally, at(0.5, 0.2), then.progress);
  };
  expect(queueAfter(1)).toMatchObject({ due: 1, next: null, cards: [{ card: { id: card } }] });
  expect(queueAfter(3)).toMatchObject({ due: 0, cards: [] });
  expect(queueAfter(3).next).not.toBeNull();
});

test("recall.3 the cost of a retention grows with it, and is said with its figures", () => {
  const { tally } = after([
    [0, answer(3)],
    [1, answer(3)],
    [4, answer(3)],
  ]);
  const held = heldCards(material, tally);
  expect(sayCost(0.9, held, tally)).toBeNull();
  expect(sayCost(0.99, held, tally)).toMatch(
    /^At 99 % a card comes about \d+(\.\d)? times as often as at 90 %/,
  );
  expect(sayCost(0.8, held, tally)).toContain("less often than at 90 %");
  fc.assert(
    fc.property(fc.integer({ min: 70, max: 98 }), (percent) => {
      const cost = (of: number) => cardsADay(held, { retention: of / 100, weights: null });
      expect(cost(percent + 1)).toBeGreaterThanOrEqual(cost(percent));
    }),
  );
});

test("recall.4 a fit changes the schedule by its entry, and goes back by another", () => {
  const weights = [
    0.05, 0.5, 1.2, 20, 6, 0.8, 3, 0.01, 1.9, 0.2, 0.8, 1.5, 0.06, 0.3, 1.6, 0.6, 1.9, 0.5, 0.1,
    0.07, 0.15,
  ];
  const fit = (change: object): Command => ({
    do: "fit-recall",
    weights,
    answers: 400,
    before: 0.5,
    after: 0.4,
    ...change,
  });
  const answers = [0, 1, 4].map((on) => [on, answer(3)] as const);
  const due = (now: ReturnType<typeof after>) => heldCards(material, now.tally)[0]?.memory.due;
  const plain = after(answers);
  const fitted = after([...answers, [5, fit({})]]);
  expect(due(fitted)).not.toBe(due(plain));
  expect(due(after([...answers, [5, fit({})], [6, fit({ weights: null })]]))).toBe(
    due(plain) as number,
  );
  const worse = decideEach([fit({ after: 0.6 })], plain).decisions[0];
  expect(worse).toMatchObject({ ok: false, reason: "no-gain" });
});

test("recall.4 a fit sees the answers of later days, each with those before it, and not the last fifth", () => {
  const entries = Array.from({ length: 20 }, (_, index) => {
    const id = `0mwxrsekj-${String(index).padStart(3, "0")}-7lgxfdap`;
    const on = addDays(start, Math.floor(index / 2));
    const grade = index % 3 === 0 ? 1 : 3;
    return { type: "card.reviewed", card, paper, grade, on, at: at(index / 2), id, command: id };
  });
  const undone = new Set([entries[4]?.id]);
  const found = foretoldIn(entries as never, { undone } as never);
  expect(found.every(({ reviews }) => (reviews.at(-1)?.days ?? 0) > 0)).toBe(true);
  expect(found.at(-1)?.reviews.length).toBe(18);
  const { seen, unseen } = parted(found);
  expect(seen.length + unseen.length).toBe(found.length);
  expect((seen.at(-1)?.at ?? 0) < (unseen[0]?.at ?? 0)).toBe(true);
});

test("recall.5 a card that is split keeps its id and memory for the first half", () => {
  const split: Command = {
    do: "split-card",
    card,
    paper,
    first: { front: "How much is masked?", back: "15 %" },
    second: { front: "What stands there?", back: "[MASK], mostly" },
  };
  const then = after([
    [0, answer(3)],
    [1, split],
  ]);
  const [first, second] = heldCards(material, then.tally);
  expect(first).toMatchObject({ card: { id: card, back: "15 %" }, memory: { answered: 1 } });
  expect(second).toMatchObject({ own: true, card: { paper }, memory: { stage: "new" } });
});
