import { expect, test } from "bun:test";
import fc from "fast-check";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import {
  type Card,
  type CardId,
  cardKinds,
  type Material,
  noMaterial,
} from "../content/material.ts";
import type { WeekRhythm } from "../content/rhythm.ts";
import { dayNumber } from "../entries/card-memory.ts";
import { emptyTally, type Tally } from "../entries/tally.ts";
import { addDays, dateAt, day, momentOf } from "../time/calendar.ts";
import { monthCards, monthLength, quizCards, quizLength } from "./quiz.ts";
import { heldCards } from "./recall.ts";

const start = day("2026-01-05");
const wednesday = day("2026-01-07");

function deck(paper: string, size: number): readonly Card[] {
  return Array.from({ length: size }, (_, index) => ({
    id: `${paper}.c${index}` as CardId,
    paper: paper as PaperId,
    kind: cardKinds[index % 4] ?? "recall",
    front: `Question ${index}`,
    back: `Answer ${index}`,
    source: "Section 1",
  }));
}

const material: Material = {
  ...noMaterial,
  decks: Object.fromEntries(
    ["attention", "resnet", "layernorm", "bert"].map((id) => [id, deck(id, 20)]),
  ),
};

/** Begun: each of the papers has a session. */
function tallyWith(...papers: readonly string[]): Tally {
  const tally = { ...emptyTally(), start };
  for (const paper of papers) {
    tally.papers[paper as PaperId] = { done: {}, started: {}, minutes: { read: 30 }, passes: {} };
  }
  return tally;
}

function drawn(tally: Tally, rhythm: readonly WeekRhythm[] = [], on = wednesday) {
  const { progress } = situation(tally, on);
  return quizCards(heldCards(material, tally), tally, progress, on, rhythm).map(
    ({ card }) => card.id,
  );
}

const answer = (tally: Tally, card: string, at: number, grade: number) => {
  const before = tally.cards[card as CardId] ?? { paper: null, answers: [] };
  tally.cards[card as CardId] = {
    ...before,
    answers: [...before.answers, at, grade, dayNumber(dateAt(at, "UTC"))],
  };
};

test("ten cards, of begun papers alone", () => {
  const ids = drawn(tallyWith("layernorm"));
  expect(ids).toHaveLength(quizLength);
  expect(new Set(ids).size).toBe(quizLength);
  expect(ids.every((id) => id.startsWith("layernorm."))).toBe(true);
  expect(drawn(tallyWith())).toEqual([]);
});

test("the week's papers come first, then the phase's, then the rest", () => {
  const rhythm: readonly WeekRhythm[] = [
    {
      week: 1,
      plans: [
        {
          hours: 1,
          days: [
            {
              weekday: "monday",
              steps: [{ do: "pass", paper: "resnet" as PaperId, pass: 1, minutes: 60 }],
            },
          ],
        },
      ],
    },
  ];
  expect(drawn(tallyWith("bert", "layernorm", "resnet"), rhythm)[0]).toStartWith("resnet.");
  expect(drawn(tallyWith("bert", "layernorm"), rhythm)[0]).toStartWith("layernorm.");
  expect(drawn(tallyWith("bert"), rhythm)[0]).toStartWith("bert.");
});

test("the least certain cards first: a forgotten one before one that is known", () => {
  const tally = tallyWith("layernorm");
  const before = momentOf(addDays(wednesday, -1), "12:00", tally.timeZone);
  for (let index = 0; index < 20; index += 1) answer(tally, `layernorm.c${index}`, before, 4);
  // Known as "again" a month before is the least certain of all.
  tally.cards["layernorm.c7" as CardId] = {
    paper: null,
    answers: [before - 30 * 86_400_000, 1, dayNumber(addDays(wednesday, -31))],
  };
  expect(drawn(tally)[0]).toBe("layernorm.c7" as CardId);
});

test("the draw does not change with the hour, with the order of the decks or with the day's own answers", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(19), fc.constantFrom(1, 2, 3, 4), fc.nat(40)), { maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(19), fc.constantFrom(1, 2, 3, 4), fc.nat(86_399_999)), {
        maxLength: 10,
      }),
      (earlier, sameDay) => {
        const morning = momentOf(wednesday, "00:00", "UTC");
        const tally = tallyWith("layernorm", "resnet");
        for (const [card, grade, days] of earlier.toSorted((a, b) => b[2] - a[2])) {
          answer(tally, `layernorm.c${card}`, morning - (days + 1) * 86_400_000, grade);
        }
        const before = drawn(tally);
        for (const [card, grade, at] of sameDay.toSorted((a, b) => a[2] - b[2])) {
          answer(tally, `layernorm.c${card}`, morning + at, grade);
        }
        expect(drawn(tally)).toEqual(before);
        const held = heldCards(material, tally).toReversed();
        const { progress } = situation(tally, wednesday);
        expect(quizCards(held, tally, progress, wednesday, []).map(({ card }) => card.id)).toEqual(
          before,
        );
      },
    ),
    { numRuns: 30 },
  );
});

test("another week draws other cards where none is less certain", () => {
  const tally = tallyWith("layernorm");
  expect(drawn(tally, [], addDays(wednesday, 7))).not.toEqual(drawn(tally));
});

test("suspended cards are not asked", () => {
  const tally = tallyWith("layernorm");
  const [first] = drawn(tally);
  if (first === undefined) throw new Error("a quiz has cards");
  tally.cards[first] = { paper: null, answers: [], suspended: true };
  expect(drawn(tally)).not.toContain(first);
});

test("a month's review: by turns from each paper of its phases, thought before memory", () => {
  const tally = tallyWith("attention", "resnet", "layernorm", "bert");
  const { progress, curriculum } = situation(tally, wednesday);
  const cards = monthCards(heldCards(material, tally), tally, progress, curriculum, 1).map(
    ({ card }) => card,
  );
  expect(cards).toHaveLength(monthLength);
  expect(new Set(cards.slice(0, 4).map(({ paper }) => String(paper)))).toEqual(
    new Set(["attention", "resnet", "layernorm", "bert"]),
  );
  expect(cards.slice(0, 4).every(({ kind }) => kind !== "recall")).toBe(true);
  // The third month is about Phases 4 and 5, whose papers are not begun.
  expect(monthCards(heldCards(material, tally), tally, progress, curriculum, 3)).toEqual([]);
});
