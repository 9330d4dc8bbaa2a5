import { expect, test } from "bun:test";
import fc from "fast-check";
import { createEmptyCard, type Grade as FsrsGrade, fsrs } from "ts-fsrs";
import type { PaperId } from "../content/curriculum.ts";
import type { CardId } from "../content/material.ts";
import { intervalsOf, memoryOf } from "../recall/recall.ts";
import { addDays, type Day, dateAt, day } from "../time/calendar.ts";
import { addEntry } from "./add-entry.ts";
import {
  answerSize,
  answersKept,
  intervalAfter,
  type Recalled,
  replayed,
  withAnswer,
} from "./card-memory.ts";
import type { Entry, Grade } from "./entry.ts";
import { emptyTally } from "./tally.ts";

const minute = 60_000;
const card = "bert.masking" as CardId;
const paper = "bert" as PaperId;
const grade = fc.constantFrom<Grade>(1, 2, 3, 4);
/** Minutes, days and months between answers. */
const gap = fc.oneof(fc.nat(20), fc.nat(3 * 1440), fc.nat(200 * 1440)).map((m) => m * minute);
const answers = fc.array(fc.record({ gap, grade }), { minLength: 1, maxLength: 40 });

function after(given: readonly { readonly at: number; readonly grade: Grade }[]): Recalled {
  return given.reduce<Recalled>(
    (past, one) => withAnswer(past, { ...one, on: dateAt(one.at, "UTC") }, null),
    {
      answers: [],
    },
  );
}

const byDefault = { retention: 0.9, weights: null };

test("journal.10 a card's memory is what FSRS makes of all of its answers, whatever the retention", () => {
  fc.assert(
    fc.property(answers, fc.constantFrom(0.7, 0.8, 0.9, 0.97), (list, retention) => {
      const scheduler = fsrs({ request_retention: retention, enable_fuzz: false });
      let at = Date.UTC(2026, 0, 5, 20);
      const moments = list.map(({ gap, grade }) => {
        at += gap;
        return { at, grade };
      });
      let expected = createEmptyCard(new Date(moments[0]?.at ?? 0));
      for (const one of moments) {
        expected = scheduler.next(expected, new Date(one.at), one.grade as FsrsGrade).card;
      }
      const { due, stability, difficulty, reps, lapses, state, learning_steps } = expected;
      const so = replayed(after(moments), { retention, weights: null });
      if (so === null) throw new Error("there are answers");
      expect(so.last + intervalAfter(so.card)).toBe(due.getTime());
      expect(so.card).toMatchObject({
        stability,
        difficulty,
        reps,
        lapses,
        state,
        learning_steps,
      });
    }),
  );
});

test("journal.11 an answer by a clock that was set back counts as right after the one before it", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.nat(1e12), grade }), { minLength: 1 }), (list) => {
      let latest = 0;
      const inOrder = list.map(({ at, grade }) => {
        latest = Math.max(latest, at);
        return { at: latest, grade };
      });
      expect(memoryOf(card, after(list), byDefault)).toEqual(
        memoryOf(card, after(inOrder), byDefault),
      );
      const intervals = intervalsOf(card, after(list), byDefault, day("1970-01-01"));
      expect(Object.values(intervals).every((interval) => interval > 0)).toBe(true);
    }),
  );
});

test("journal.9 a tally does not grow with the number of answers", () => {
  const tally = emptyTally();
  const sizes = new Map<number, number>();
  for (let count = 1; count <= 5000; count += 1) {
    const at = Date.UTC(2026, 0, 1) + count * minute;
    const id = `${at.toString(36).padStart(9, "0")}-000-abcdefgh`;
    const on = day("2026-01-01");
    const entry = { v: 1, id, command: id, by: "web", type: "card.reviewed", card, paper };
    addEntry(tally, { ...entry, grade: ((count % 4) + 1) as Grade, at, on } as Entry);
    sizes.set(count, JSON.stringify(tally).length);
  }
  expect(tally.cards[card]?.answers).toHaveLength(answerSize * answersKept);
  expect(tally.cards[card]?.memory?.answered).toBe(5000 - answersKept);
  // A count of four digits is all that is longer.
  expect((sizes.get(5000) ?? 0) - (sizes.get(100) ?? 0)).toBeLessThan(40);
});

test("time.7 a card counts the learner's days, wherever midnight of UTC falls", () => {
  const monday = day("2026-01-05");
  const start = Date.UTC(2026, 0, 5, 23, 30);
  const answered = (moments: readonly (readonly [at: number, on: Day])[]) =>
    memoryOf(
      card,
      moments.reduce<Recalled>((past, [at, on]) => withAnswer(past, { at, grade: 3, on }, null), {
        answers: [],
      }),
      byDefault,
    );
  const inOneEvening = answered([
    [start, monday],
    [start + 60 * minute, monday],
  ]);
  const atNoon = answered([
    [start - 720 * minute, monday],
    [start - 660 * minute, monday],
  ]);
  expect(inOneEvening.stability).toBe(atNoon.stability);
  const nextDay = answered([
    [start, monday],
    [start + 60 * minute, addDays(monday, 1)],
  ]);
  expect(nextDay.stability).toBeGreaterThan(inOneEvening.stability);
  // The interval is counted from the answer itself.
  expect(inOneEvening.due).toBe(start + 60 * minute + ((atNoon.due ?? 0) - (start - 660 * minute)));
});
