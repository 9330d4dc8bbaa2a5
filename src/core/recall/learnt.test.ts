/** What a month was for. */
import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { ExerciseId, PaperId } from "../content/curriculum.ts";
import { type CardId, type Material, noMaterial } from "../content/material.ts";
import { noteTemplateFor } from "../content/note-template.ts";
import type { Command } from "../decide/command.ts";
import { decideEach } from "../decide/rehearse.ts";
import { emptyTally } from "../entries/tally.ts";
import { addDays, day } from "../time/calendar.ts";
import { learntIn, sayLearnt } from "./learnt.ts";
import { heldCards } from "./recall.ts";

const start = day("2026-01-05");
const paper = "bert" as PaperId;
const material: Material = {
  ...noMaterial,
  decks: {
    bert: ["mask", "segments"].map((id) => ({
      id: `bert.${id}`,
      paper,
      kind: "recall",
      front: `What about ${id}?`,
      back: "Much.",
      source: "1",
    })),
  } as never,
};
const check = (passed: boolean, mistakes: string[]): Command => ({
  do: "record-check",
  paper,
  exercise: "masking" as ExerciseId,
  passed,
  seed: 1,
  verdict: passed ? "passed" : "broke-laws",
  mistakes,
  digest: "d",
  took: 1,
});
const answer = (card: string, grade: 1 | 3): Command => ({
  do: "review-card",
  card: card as CardId,
  paper,
  grade,
});

test("next.9 a month's review says what was forgotten, which mistakes were named, and which notes are thin", () => {
  const then = decideEach(
    [
      answer("bert.mask", 1),
      answer("bert.segments", 3),
      check(false, ["no-scaling"]),
      check(true, []),
      { do: "mark-paper", paper, aspect: "read", done: true },
    ],
    situation({ ...emptyTally(), start }, addDays(start, 9)),
  ).situation;
  const { curriculum, tally, progress } = then;
  const held = heldCards(material, tally);
  const template = noteTemplateFor(curriculum, paper, "BERT");
  const notes = (text: string) => [{ paper, text }];
  const learnt = (text: string, from = 0, to = 41) =>
    sayLearnt(
      learntIn(
        { curriculum, tally, progress, held, notes: notes(text) },
        { from: addDays(start, from), to: addDays(start, to) },
      ),
    );
  expect(learnt(template).slice(0, 2)).toEqual([
    "Forgotten: BERT, “What about mask?”.",
    expect.stringMatching(/^Mistakes named in BERT: .*: no-scaling\.$/),
  ]);
  expect(learnt(template)[2]).toMatch(
    /^Notes on BERT are thin: 0 of \d+ sections are filled in\.$/,
  );
  // What was forgotten in another month is said there; a note with its sections filled in is not thin.
  const full = template.replaceAll(/^(##.*)$/gm, "$1\n\nMany words.");
  expect(learnt(full, 14, 41)).toEqual([]);
});

test("next.9 a forgotten card is named by its words: no braces of its numbers, no half of a formula", () => {
  const said = (front: string) =>
    sayLearnt({ lapsed: [{ front, paper: null }], mistakes: [], thin: [] });
  expect(said("How many of {{n}} tokens are masked?")).toEqual([
    "Forgotten: “How many of … tokens are masked?”.",
  ]);
  expect(
    said("With $d_k = {{k}}$ two keys have the scores that are asked for here: $\\sqrt{{{k}}}$?"),
  ).toEqual(["Forgotten: “With $d_k = …$ two keys have the scores that are asked for here:…”."]);
});
