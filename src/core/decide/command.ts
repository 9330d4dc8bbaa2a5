/** What a learner can ask for. The page sends commands as JSON, so each has a schema. */
import * as v from "valibot";
import { verdictKinds } from "../check/verdict.ts";
import type { ExerciseId, ItemId, PaperId } from "../content/curriculum.ts";
import { markColours } from "../content/marks.ts";
import type { CardId } from "../content/material.ts";
import {
  activities,
  aspectStates,
  aspects,
  grades,
  itemKinds,
  spentSchema,
} from "../entries/entry.ts";
import { clauseOf } from "../entries/faults.ts";
import {
  count,
  daySchema,
  dayStart,
  easyDays,
  entryIdSchema,
  figures,
  further,
  lineLength,
  loss,
  minutes,
  moment,
  page,
  pass,
  phaseNumber,
  proseLength,
  recordSchema,
  rectangles,
  reward,
  saidSchema,
  settings,
  signedMinutes,
  weekNumber,
  weights,
  zoneSchema,
} from "../entries/schemas.ts";

const paper = saidSchema<PaperId>("must be a paper's id");
const item = saidSchema<ItemId>("must be an item's id");
const card = saidSchema<CardId>("must be a card's id");
const exercise = saidSchema<ExerciseId>("must be an exercise's id");
/** As a person types it; whether it may have line breaks is decided later. */
const text = v.pipe(v.string(), v.trim(), lineLength);
const longText = v.pipe(v.string(), v.trim(), proseLength);
const sides = v.object({ front: longText, back: longText });
const timer = { timer: v.optional(entryIdSchema) };
const work = {
  paper: v.nullable(paper),
  activity: v.picklist(activities),
  pass: v.optional(pass),
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
    /** Minutes after midnight. */
    dayStarts: v.optional(dayStart),
    phase: v.optional(v.nullable(text)),
    nextReview: v.optional(v.nullable(daySchema)),
    easyDays: v.optional(easyDays),
  }),
  /** Time off from `from` to `until`, both included; or (`away` false) no more. */
  v.object({ do: v.literal("set-away"), from: daySchema, until: daySchema, away: v.boolean() }),
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
    phase: v.nullable(phaseNumber),
    record: v.optional(recordSchema),
  }),
  v.object({ do: v.literal("link-paper"), paper, source: text }),
  v.object({ do: v.literal("rename-paper"), paper, name: text }),
  v.object({ do: v.literal("skip-paper"), paper, skipped: v.boolean() }),
  v.object({ do: v.literal("remove-paper"), paper }),
  /** `start` is the moment at which the work began. */
  v.object({ do: v.literal("log"), ...work, start: moment, minutes }),
  /** `logged` is what the entry `session` said; `to` what the session is to be. */
  v.object({
    do: v.literal("edit-session"),
    session: entryIdSchema,
    logged: spentSchema,
    to: v.object({ ...work, start: moment, minutes }),
  }),
  v.object({ do: v.literal("remove-session"), session: entryIdSchema, logged: spentSchema }),
  /** In two: the first `minutes`, and the rest right after them. */
  v.object({
    do: v.literal("split-session"),
    session: entryIdSchema,
    logged: spentSchema,
    minutes,
  }),
  v.object({
    do: v.literal("adjust-hours"),
    paper: v.nullable(paper),
    activity: v.picklist(activities),
    minutes: signedMinutes,
    /** The day the time was spent; today when absent. */
    on: v.optional(daySchema),
  }),
  /** Rings once `ring` minutes are counted. */
  v.object({ do: v.literal("start-timer"), ...work, ring: v.optional(minutes) }),
  /** Without `timer` the only one that is open is meant. */
  v.object({ do: v.literal("pause-timer"), ...timer }),
  v.object({ do: v.literal("resume-timer"), ...timer }),
  /** Without `minutes` the clock's own count is taken, unless the timer was plainly forgotten. */
  v.object({ do: v.literal("stop-timer"), minutes: v.optional(minutes), ...timer }),
  v.object({ do: v.literal("discard-timer"), ...timer }),
  v.object({ do: v.literal("mark-item"), item, done: v.boolean() }),
  v.object({ do: v.literal("add-item"), kind: v.picklist(itemKinds), list: text, text }),
  v.object({ do: v.literal("edit-item"), item, text }),
  v.object({ do: v.literal("remove-item"), item }),
  /** To another place of its list or to another list, behind the line `after` or (null) first. */
  v.object({ do: v.literal("move-item"), item, list: text, after: v.nullable(item) }),
  v.object({ do: v.literal("set-goal"), week: weekNumber, text }),
  v.object({
    do: v.literal("set-reward"),
    reward,
    text,
  }),
  v.object({
    do: v.literal("skip-checkin"),
    checkin: text,
    on: daySchema,
    skipped: v.boolean(),
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
    /** When it was answered; now when absent. */
    at: v.optional(moment),
    took: v.optional(count),
  }),
  v.object({
    do: v.literal("add-card"),
    paper: v.nullable(paper),
    front: longText,
    back: longText,
    source: v.optional(text),
  }),
  v.object({ do: v.literal("edit-card"), card, front: longText, back: longText }),
  v.object({ do: v.literal("suspend-card"), card, suspended: v.boolean() }),
  /** The card keeps its id for the first half; the second half is a card of the learner's own. */
  v.object({
    do: v.literal("split-card"),
    card,
    paper: v.nullable(paper),
    first: sides,
    second: sides,
  }),
  v.object({
    do: v.literal("fit-recall"),
    weights: v.nullable(weights),
    answers: count,
    before: loss,
    after: loss,
  }),
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
    page,
    quote: longText,
    rects: rectangles,
    further: v.optional(further),
    colour: v.optional(v.picklist(markColours)),
  }),
  v.object({
    do: v.literal("edit-highlight"),
    highlight: item,
    colour: v.optional(v.picklist(markColours)),
    comment: v.optional(longText),
  }),
  v.object({ do: v.literal("remove-highlight"), highlight: item }),
  v.object({
    do: v.literal("write-teach-back"),
    paper,
    text: longText,
    points: v.array(count),
  }),
  v.object({
    do: v.literal("keep-measurement"),
    model: text,
    values: figures,
  }),
  v.object({ do: v.literal("remove-measurement"), model: text }),
  v.object({
    do: v.literal("change-settings"),
    ...settings,
  }),
  /** What a run of the learner's code came to; `paper` is null for a milestone's exercise. */
  v.object({
    do: v.literal("record-check"),
    paper: v.nullable(paper),
    exercise,
    passed: v.boolean(),
    seed: count,
    verdict: v.picklist(verdictKinds),
    mistakes: v.array(text),
    digest: text,
    took: count,
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
  const path = v.getDotPath(issue) ?? "command";
  return { ok: false, fault: `The ${path} ${clauseOf(issue)}.` };
}
