/** What a learner can ask for. The page sends commands as JSON, so each has a schema. */
import * as v from "valibot";
import { verdictKinds } from "../check/verdict.ts";
import type { ExerciseId, ItemId, PaperId } from "../content/curriculum.ts";
import type { CardId } from "../content/material.ts";
import { activities, aspectStates, aspects, grades, itemKinds } from "../entries/entry.ts";
import { daySchema, entryIdSchema, zoneSchema } from "../entries/schemas.ts";

const paper = v.custom<PaperId>((input) => typeof input === "string", "must be a paper's id");
const item = v.custom<ItemId>((input) => typeof input === "string", "must be an item's id");
const card = v.custom<CardId>((input) => typeof input === "string", "must be a card's id");
const exercise = v.custom<ExerciseId>(
  (input) => typeof input === "string",
  "must be an exercise's id",
);
const prose = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(20_000, "must be at most 20,000 characters"),
);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const perDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const text = v.pipe(v.string(), v.trim(), v.maxLength(2000, "must be at most 2,000 characters"));
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(59_940));
const week = v.pipe(v.number(), v.integer(), v.minValue(1));
const work = {
  paper: v.nullable(paper),
  activity: v.picklist(activities),
  pass: v.optional(v.picklist([1, 2, 3])),
};

export const commandSchema = v.variant("do", [
  v.object({
    do: v.literal("start-workspace"),
    curriculum: text,
    timeZone: zoneSchema,
    start: v.nullable(daySchema),
    target: v.nullable(daySchema),
    minutesAWeek: v.nullable(minutes),
  }),
  v.object({
    do: v.literal("change-plan"),
    start: v.optional(v.nullable(daySchema)),
    target: v.optional(v.nullable(daySchema)),
    minutesAWeek: v.optional(v.nullable(minutes)),
    timeZone: v.optional(zoneSchema),
    phase: v.optional(v.nullable(text)),
    nextReview: v.optional(v.nullable(daySchema)),
  }),
  v.object({
    do: v.literal("mark-paper"),
    paper,
    aspect: v.picklist(aspects),
    done: v.boolean(),
  }),
  v.object({
    do: v.literal("progress-paper"),
    paper,
    aspect: v.picklist(aspects),
    state: v.picklist(aspectStates),
  }),
  v.object({
    do: v.literal("add-paper"),
    name: text,
    phase: v.nullable(v.pipe(v.number(), v.integer())),
  }),
  v.object({ do: v.literal("remove-paper"), paper }),
  /** `start` is the moment at which the work began. */
  v.object({ do: v.literal("log"), ...work, start: v.pipe(v.number(), v.integer()), minutes }),
  v.object({
    do: v.literal("adjust-hours"),
    paper: v.nullable(paper),
    activity: v.picklist(activities),
    minutes: v.pipe(v.number(), v.integer(), v.minValue(-59_940), v.maxValue(59_940)),
    /** The day the time was spent; today when absent. */
    on: v.optional(daySchema),
  }),
  v.object({ do: v.literal("start-timer"), ...work }),
  v.object({ do: v.literal("pause-timer") }),
  v.object({ do: v.literal("resume-timer") }),
  /** Without `minutes` the clock's own count is taken, unless the timer was plainly forgotten. */
  v.object({ do: v.literal("stop-timer"), minutes: v.optional(minutes) }),
  v.object({ do: v.literal("discard-timer") }),
  v.object({ do: v.literal("mark-item"), item, done: v.boolean() }),
  v.object({ do: v.literal("add-item"), kind: v.picklist(itemKinds), list: text, text }),
  v.object({ do: v.literal("edit-item"), item, text }),
  v.object({ do: v.literal("remove-item"), item }),
  /** To another place of its list or to another list, behind the line `after` or (null) first. */
  v.object({ do: v.literal("move-item"), item, list: text, after: v.nullable(item) }),
  v.object({ do: v.literal("set-goal"), week, text }),
  v.object({
    do: v.literal("set-reward"),
    reward: v.union([v.pipe(v.number(), v.integer()), v.literal("program")]),
    text,
  }),
  v.object({
    do: v.literal("mark-checkin"),
    checkin: text,
    on: daySchema,
    done: v.boolean(),
    answers: v.optional(v.array(v.object({ question: text, answer: v.string() }))),
  }),
  v.object({
    do: v.literal("review-card"),
    card,
    paper: v.nullable(paper),
    grade: v.picklist(grades),
    took: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.object({
    do: v.literal("add-card"),
    paper: v.nullable(paper),
    front: prose,
    back: prose,
    source: v.optional(text),
  }),
  v.object({ do: v.literal("edit-card"), card, front: prose, back: prose }),
  v.object({ do: v.literal("suspend-card"), card, suspended: v.boolean() }),
  v.object({ do: v.literal("remove-card"), card }),
  /** Keeps the result and marks the quiz of `on` as done. */
  v.object({
    do: v.literal("take-quiz"),
    on: daySchema,
    answers: v.array(v.object({ card, grade: v.picklist(grades) })),
  }),
  v.object({
    do: v.literal("add-highlight"),
    paper,
    page: v.pipe(v.number(), v.integer(), v.minValue(1)),
    quote: prose,
    rects: v.array(v.tuple([share, share, share, share])),
  }),
  v.object({ do: v.literal("remove-highlight"), highlight: item }),
  v.object({
    do: v.literal("write-teach-back"),
    paper,
    text: prose,
    points: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.object({
    do: v.literal("keep-measurement"),
    model: text,
    values: v.record(v.string(), v.union([v.number(), text])),
  }),
  v.object({ do: v.literal("remove-measurement"), model: text }),
  v.object({
    do: v.literal("change-settings"),
    retention: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0.7, "must be at least 0.7"),
        v.maxValue(0.99, "must be at most 0.99"),
      ),
    ),
    newCardsADay: v.optional(perDay),
    reviewsADay: v.optional(perDay),
    python: v.optional(v.nullable(text)),
  }),
  /** What a run of the learner's code came to; `paper` is null for a milestone's exercise. */
  v.object({
    do: v.literal("record-check"),
    paper: v.nullable(paper),
    exercise,
    passed: v.boolean(),
    seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
    verdict: v.picklist(verdictKinds),
    mistakes: v.array(text),
    digest: text,
    took: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** The tracker file found that both sides had changed one text. */
  v.object({ do: v.literal("note-conflict"), field: text, file: text, journal: text }),
  v.object({ do: v.literal("settle-conflict"), field: text }),
  /** Without `command`, the last one. */
  v.object({ do: v.literal("undo"), command: v.optional(entryIdSchema) }),
  v.object({ do: v.literal("redo") }),
]);

export type Command = v.InferOutput<typeof commandSchema>;
export type CommandOf<D extends Command["do"]> = Extract<Command, { do: D }>;

/** Reads a command from outside; the fault is a sentence. */
export function parseCommand(
  input: unknown,
):
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly fault: string } {
  const parsed = v.safeParse(commandSchema, input);
  if (parsed.success) return { ok: true, command: parsed.output };
  const issue = parsed.issues[0];
  const path = v.getDotPath(issue) ?? "the command";
  return { ok: false, fault: `${path}: ${issue.message}.` };
}
