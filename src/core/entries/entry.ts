/**
 * The entries of the journal: what a learner can do, each as one immutable value. Entry types are only ever
 * added; a changed meaning gets a new type, so that a journal of any age is read by the same code.
 */
import * as v from "valibot";
import type { ExerciseId, ItemId, PaperId } from "../content/curriculum.ts";
import type { CardId } from "../content/material.ts";
import type { Millis } from "../time/calendar.ts";
import { type EntryId, momentOfId } from "../time/clock.ts";
import { clauseOf } from "./faults.ts";
import {
  count,
  daySchema,
  dayStart,
  easyDays,
  entryIdSchema,
  figures,
  filledLine,
  further,
  line,
  loss,
  minutes,
  moment,
  page,
  pass,
  phaseNumber,
  prose,
  recordSchema,
  rectangles,
  reward,
  settings,
  signedMinutes,
  slugSchema,
  sourceSchema,
  weekNumber,
  weights,
  zoneSchema,
} from "./schemas.ts";
import { isVersion } from "./version.ts";

/** The command that an entry belongs to, named after the command's first entry. Undo works on commands. */
export type CommandId = EntryId;

export const aspects = ["read", "notes", "implemented"] as const;
/** A column of the tracker's tables: Status, Notes, Implementation. */
export type Aspect = (typeof aspects)[number];

export const aspectStates = ["none", "started", "done"] as const;
/** How far an aspect of a paper is. */
export type AspectState = (typeof aspectStates)[number];

export const activities = ["read", "notes", "implement", "review"] as const;
export type Activity = (typeof activities)[number];

export const itemKinds = ["task", "milestone", "resource"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** How well a card was known: again, hard, good, easy. The numbers are those of FSRS. */
export const grades = [1, 2, 3, 4] as const;
export type Grade = (typeof grades)[number];

/** Where a command came from. */
export const origins = ["cli", "web", "file", "import", "sync", "mcp"] as const;
export type Origin = (typeof origins)[number];

const paperId = slugSchema<PaperId>("must be a paper id");
const itemId = slugSchema<ItemId>("must be an item id");
const cardId = slugSchema<CardId>("must be a card id");
const exerciseId = slugSchema<ExerciseId>("must be an exercise id");
const kind = v.picklist(itemKinds);
const grade = v.picklist(grades);

const paper = { paper: paperId };

/** On what was brought from elsewhere. */
const imported = { source: v.optional(sourceSchema) };
/** The day on which it was done, where the learner or a file said so: else the moment of the entry. */
const onDay = { on: v.optional(daySchema) };
const session = {
  paper: v.nullable(paperId),
  activity: v.picklist(activities),
  pass: v.optional(pass),
};

/** The entry that started the timer; version 0.1 named none (`core/entries/timers.ts`). */
const ofTimer = { timer: v.optional(entryIdSchema) };

/** A stretch of time spent. `on` is the learner's day at the start, fixed when written: a later move keeps history. */
const spent = { ...session, start: moment, on: daySchema, minutes };
export const spentSchema = v.object(spent);
export type Spent = Readonly<v.InferOutput<typeof spentSchema>>;

/**
 * The body of each entry type: what happened, apart from who, when and where. All objects keep unknown keys
 * out of the typed value; the journal keeps the text as it was written.
 */
export const bodySchemas = {
  /** The workspace was made. Always a journal's first entry, and the one that can't be undone. */
  "workspace.started": v.object({
    type: v.literal("workspace.started"),
    curriculum: filledLine,
    timeZone: zoneSchema,
    start: v.nullable(daySchema),
    target: v.nullable(daySchema),
    minutesAWeek: v.nullable(minutes),
  }),
  /**
   * What was done in another workspace came into this one. Its entries keep their ids and stand under this command,
   * so that one undo takes all of them back and a second merge adds none.
   */
  "workspace.merged": v.object({
    type: v.literal("workspace.merged"),
    workspace: entryIdSchema,
    entries: count,
  }),
  /** Only the keys that are present changed; null clears a value. */
  "plan.changed": v.object({
    type: v.literal("plan.changed"),
    start: v.optional(v.nullable(daySchema)),
    target: v.optional(v.nullable(daySchema)),
    minutesAWeek: v.optional(v.nullable(minutes)),
    timeZone: v.optional(zoneSchema),
    phase: v.optional(v.nullable(filledLine)),
    nextReview: v.optional(v.nullable(daySchema)),
  }),
  /** When the learner's day begins, in minutes after midnight. Days that were written keep their day. */
  "day.begins": v.object({ type: v.literal("day.begins"), at: dayStart }),
  /**
   * Nothing is asked from `from` to `until`, both included; or (`away` false) these are days of study again. Of a
   * day the last word holds.
   */
  "away.set": v.object({
    type: v.literal("away.set"),
    from: daySchema,
    until: daySchema,
    away: v.boolean(),
  }),
  /** The days of the week on which little is asked, all of them. */
  "week.eased": v.object({ type: v.literal("week.eased"), days: easyDays }),
  "paper.marked": v.object({
    type: v.literal("paper.marked"),
    ...paper,
    aspect: v.picklist(aspects),
    done: v.boolean(),
    ...onDay,
    ...imported,
  }),
  /**
   * How far an aspect is, where a tick says too little. What is done stays done whatever is begun or left elsewhere:
   * only `paper.marked` takes a tick back, so that every version agrees on what is done.
   */
  "paper.progressed": v.object({
    type: v.literal("paper.progressed"),
    ...paper,
    aspect: v.picklist(aspects),
    state: v.picklist(aspectStates),
    ...imported,
  }),
  /** The learner put a paper of their own in a phase's table, or (null) among the bonus papers. */
  "paper.added": v.object({
    type: v.literal("paper.added"),
    ...paper,
    name: filledLine,
    phase: v.nullable(phaseNumber),
    record: v.optional(recordSchema),
    ...imported,
  }),
  /** A paper of the learner's own has another name. */
  "paper.renamed": v.object({ type: v.literal("paper.renamed"), ...paper, name: filledLine }),
  /** Where a paper of the learner's own is found: at arXiv, or at an address. */
  "paper.linked": v.object({
    type: v.literal("paper.linked"),
    ...paper,
    arxiv: v.nullable(filledLine),
    url: v.nullable(filledLine),
  }),
  /** The learner leaves a paper out, or takes it in again: it stays where it is and does not count. */
  "paper.skipped": v.object({ type: v.literal("paper.skipped"), ...paper, skipped: v.boolean() }),
  "paper.removed": v.object({ type: v.literal("paper.removed"), ...paper }),
  /** `timer` is the one whose time it is; of two sessions of a timer the first counts. */
  "session.logged": v.object({
    type: v.literal("session.logged"),
    ...spent,
    ...ofTimer,
    ...imported,
  }),
  /**
   * The session that the entry `session` logged is now another; `logged` is what that entry said, so that the fold
   * needs no look at it. The last change in the order of the journal holds.
   */
  "session.edited": v.object({
    type: v.literal("session.edited"),
    session: entryIdSchema,
    logged: spentSchema,
    now: spentSchema,
    ...imported,
  }),
  "session.removed": v.object({
    type: v.literal("session.removed"),
    session: entryIdSchema,
    logged: spentSchema,
  }),
  /** An hours figure was corrected by a difference, so that corrections on two devices add up. */
  "hours.adjusted": v.object({
    type: v.literal("hours.adjusted"),
    paper: v.nullable(paperId),
    activity: v.picklist(activities),
    on: daySchema,
    minutes: signedMinutes,
    ...imported,
  }),
  "timer.started": v.object({ type: v.literal("timer.started"), ...session, at: moment }),
  /** The timer rings once it has counted so much; it goes on until it is stopped. */
  "timer.rings": v.object({ type: v.literal("timer.rings"), after: minutes, ...ofTimer }),
  "timer.paused": v.object({ type: v.literal("timer.paused"), at: moment, ...ofTimer }),
  "timer.resumed": v.object({ type: v.literal("timer.resumed"), at: moment, ...ofTimer }),
  /** The timer ended; the time itself is in the session beside it, if it is worth one. */
  "timer.stopped": v.object({ type: v.literal("timer.stopped"), at: moment, ...ofTimer }),
  "item.marked": v.object({
    type: v.literal("item.marked"),
    kind,
    item: itemId,
    done: v.boolean(),
    ...onDay,
    ...imported,
  }),
  /** A line of the learner's own. `list` is `week:4`, `milestones` or `resources:<title>`. */
  "item.added": v.object({
    type: v.literal("item.added"),
    kind,
    item: itemId,
    list: filledLine,
    text: filledLine,
    ...imported,
  }),
  "item.edited": v.object({ type: v.literal("item.edited"), kind, item: itemId, text: filledLine }),
  "item.removed": v.object({ type: v.literal("item.removed"), kind, item: itemId }),
  /** The line now stands in `list`, behind the line `after`, or first. */
  "item.moved": v.object({
    type: v.literal("item.moved"),
    kind,
    item: itemId,
    list: filledLine,
    after: v.nullable(itemId),
  }),
  "goal.set": v.object({ type: v.literal("goal.set"), week: weekNumber, text: line }),
  "reward.set": v.object({
    type: v.literal("reward.set"),
    reward,
    text: line,
  }),
  /** `checkin` is `progress`, `quiz`, `implementation` or `month:2`; `on` is the day it was scheduled for. */
  "checkin.marked": v.object({
    type: v.literal("checkin.marked"),
    checkin: filledLine,
    on: daySchema,
    done: v.boolean(),
    answers: v.optional(v.array(v.object({ question: line, answer: v.string() }))),
  }),
  /** A check-in that the learner leaves out on purpose: it is not missed any more. */
  "checkin.skipped": v.object({
    type: v.literal("checkin.skipped"),
    checkin: filledLine,
    on: daySchema,
    skipped: v.boolean(),
  }),
  /** One answer to a card. `on` is the learner's day; `took` is the time in milliseconds before the answer. */
  "card.reviewed": v.object({
    type: v.literal("card.reviewed"),
    card: cardId,
    paper: v.nullable(paperId),
    grade,
    at: moment,
    on: daySchema,
    took: v.optional(count),
    ...imported,
  }),
  "card.added": v.object({
    type: v.literal("card.added"),
    card: cardId,
    paper: v.nullable(paperId),
    front: prose,
    back: prose,
    source: v.nullable(line),
    /** As `source` of what else is brought; a card's own source is a place in its paper. */
    from: v.optional(sourceSchema),
  }),
  "card.edited": v.object({
    type: v.literal("card.edited"),
    card: cardId,
    front: prose,
    back: prose,
  }),
  "card.suspended": v.object({
    type: v.literal("card.suspended"),
    card: cardId,
    suspended: v.boolean(),
  }),
  /** FSRS's parameters, fitted to the learner's answers; null for its defaults. The log losses are what it gained. */
  "recall.fitted": v.object({
    type: v.literal("recall.fitted"),
    weights: v.nullable(weights),
    answers: count,
    before: loss,
    after: loss,
  }),
  "card.removed": v.object({ type: v.literal("card.removed"), card: cardId }),
  /** The result of a quiz of the schedule; `on` is the day it stood for. */
  "quiz.taken": v.object({
    type: v.literal("quiz.taken"),
    on: daySchema,
    answers: v.array(v.object({ card: cardId, grade })),
  }),
  /** A passage marked in a paper. `rects` are those of its first page. */
  "highlight.added": v.object({
    type: v.literal("highlight.added"),
    highlight: itemId,
    ...paper,
    page,
    quote: prose,
    rects: rectangles,
    further: v.optional(further),
    colour: v.optional(filledLine),
  }),
  /** Another colour, or what the learner says to it. */
  "highlight.edited": v.object({
    type: v.literal("highlight.edited"),
    highlight: itemId,
    colour: v.optional(filledLine),
    comment: v.optional(prose),
  }),
  "highlight.removed": v.object({ type: v.literal("highlight.removed"), highlight: itemId }),
  /** An explanation without notes, and which of the guide's points it covered by the learner's own judgement. */
  "teachback.written": v.object({
    type: v.literal("teachback.written"),
    ...paper,
    on: daySchema,
    text: prose,
    points: v.array(count),
  }),
  /** Figures of a model that the learner trained or ran; a second time, the keys that are there change. */
  "measurement.kept": v.object({
    type: v.literal("measurement.kept"),
    model: filledLine,
    on: daySchema,
    values: figures,
  }),
  "measurement.removed": v.object({ type: v.literal("measurement.removed"), model: filledLine }),
  /** Only the keys that are present changed. */
  "settings.changed": v.object({
    type: v.literal("settings.changed"),
    ...settings,
    /** Of version 0.1; it changes nothing any more: which program is run is no matter of the journal. */
    python: v.optional(v.nullable(filledLine)),
  }),
  /**
   * The learner's code ran against an exercise; `paper` is null for a milestone's. The seed repeats the run, the
   * digest tells which code it was, `mistakes` names what was recognized in it. Milliseconds in `took`.
   */
  "exercise.checked": v.object({
    type: v.literal("exercise.checked"),
    paper: v.nullable(paperId),
    exercise: exerciseId,
    passed: v.boolean(),
    seed: count,
    verdict: filledLine,
    mistakes: v.array(filledLine),
    digest: line,
    took: count,
  }),
  /** The file and the journal changed the same text to different values; both are here. */
  "conflict.found": v.object({
    type: v.literal("conflict.found"),
    field: filledLine,
    file: line,
    journal: line,
  }),
  "conflict.settled": v.object({ type: v.literal("conflict.settled"), field: filledLine }),
  "command.undone": v.object({ type: v.literal("command.undone"), undoes: entryIdSchema }),
  "command.redone": v.object({ type: v.literal("command.redone"), redoes: entryIdSchema }),
} as const;

export type EntryType = keyof typeof bodySchemas;
export type BodyOf<T extends EntryType> = v.InferOutput<(typeof bodySchemas)[T]>;
export type Body = { [T in EntryType]: Readonly<BodyOf<T>> }[EntryType];

/** The version of the envelope below. */
export const entryVersion = 1;

export interface Envelope {
  readonly v: typeof entryVersion;
  readonly id: EntryId;
  readonly command: CommandId;
  readonly by: Origin;
  /** What the device's clock said when the entry was made, where its id says another time: see `madeAt`. */
  readonly at?: Millis;
  /** The version of the program that made it, on what not every version knows: see `vocabulary.ts`. */
  readonly program?: string;
}

export type Entry = Envelope & Body;

/** An entry that a newer version of the program wrote: kept, ordered and exported, but not understood. */
export interface ForeignEntry {
  readonly id: EntryId;
  readonly command: CommandId;
  readonly foreign: string;
  /** The version that made it, where it says so. */
  readonly program?: string;
}

export type ParsedEntry =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: true; readonly entry: null; readonly foreign: ForeignEntry }
  | { readonly ok: false; readonly fault: string };

const envelope = v.object({
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: entryIdSchema,
  command: entryIdSchema,
  by: v.string(),
  type: v.string(),
  at: v.optional(moment),
  program: v.optional(v.unknown()),
});

/** Reads one line of a journal. The fault is a clause that follows "this entry". */
export function parseEntry(text: string): ParsedEntry {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, fault: "is not JSON" };
  }
  return readEntry(raw);
}

/** Reads an entry that came as a part of something larger. */
export function readEntry(raw: unknown): ParsedEntry {
  const head = v.safeParse(envelope, raw);
  if (!head.success) return { ok: false, fault: firstIssue(head.issues) };
  const { id, command, type, v: version, by, at } = head.output;
  const maker = isVersion(head.output.program) ? { program: head.output.program } : {};
  const schema = Object.hasOwn(bodySchemas, type) ? bodySchemas[type as EntryType] : undefined;
  const origin = origins.find((known) => known === by);
  if (version > entryVersion || schema === undefined || origin === undefined) {
    return { ok: true, entry: null, foreign: { id, command, foreign: type, ...maker } };
  }
  const body = v.safeParse(schema, raw);
  if (!body.success) return { ok: false, fault: firstIssue(body.issues) };
  const made = at === undefined ? maker : { at, ...maker };
  return { ok: true, entry: { v: entryVersion, id, command, by: origin, ...made, ...body.output } };
}

/** When an entry was made, by its device's clock. The id only orders: after a clock that was ahead it runs ahead. */
export function madeAt({
  id,
  at,
  type,
}: Pick<Envelope, "id"> & { readonly type: string; readonly at?: unknown }): Millis {
  return typeof at === "number" && !saysTimeOfDay(type) ? at : momentOfId(id);
}

/** The `at` of such a type is no moment but minutes after midnight. */
export function saysTimeOfDay(type: string): boolean {
  return type === "day.begins";
}

/** What keeps a body from being an entry's, as a sentence; null where nothing does. */
export function bodyFault(body: Body): string | null {
  const { success, issues } = v.safeParse(bodySchemas[body.type], body);
  if (success) return null;
  const [issue] = issues;
  return `The ${v.getDotPath(issue) ?? "entry"} ${clauseOf(issue)}.`;
}

function firstIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0];
  if (issue === undefined) return "is not an entry";
  const path = v.getDotPath(issue);
  if (path === null) return "is not an object with v, id, command, by, type";
  const clause = clauseOf(issue);
  return clause === "is missing" ? `has no "${path}"` : `has a "${path}" that ${clause}`;
}

/** The text under which the journal keeps an entry. */
export function writeEntry(entry: Entry): string {
  return JSON.stringify(entry);
}

/**
 * Names the set of entry types that this version parses. A store that has parsed a line under the same
 * vocabulary, and can vouch that the line is unchanged, may read it with `readChecked`.
 */
export const vocabulary = Object.keys(bodySchemas).length;

/** Reads a line that `parseEntry` has accepted before, without holding it to the schema again. */
export function readChecked(text: string): Entry {
  return JSON.parse(text) as Entry;
}

/** The command that an undo or redo acts on; null for every other entry. */
export function reversedBy(entry: Entry): CommandId | null {
  if (entry.type === "command.undone") return entry.undoes;
  return entry.type === "command.redone" ? entry.redoes : null;
}
