/**
 * What a journal adds up to before any curriculum is looked at: marks, minutes, texts. A tally has the size of
 * what the learner is studying, not of the journal, so it serves as the snapshot too.
 */
import type { Day, Millis, Zone } from "./calendar.ts";
import { momentOfId } from "./clock.ts";
import type { ItemId, PaperId } from "./curriculum.ts";
import type { Minutes } from "./duration.ts";
import type { Activity, Aspect, Entry, ItemKind } from "./entry.ts";

/** Goes up when the meaning of a stored tally changes; a stored one of another version is not used. */
export const tallyVersion = 1;

export interface PaperTally {
  /** When each aspect was ticked. */
  done: { [A in Aspect]?: Millis };
  minutes: { [A in Activity]?: Minutes };
  /** Completed readings, by pass. */
  passes: { 1?: Minutes; 2?: Minutes; 3?: Minutes };
}

export interface AddedPaper {
  readonly id: PaperId;
  readonly name: string;
  readonly phase: number | null;
}

export interface ItemTally {
  done?: Millis;
  text?: string;
  removed?: true;
}

export interface AddedItem {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly list: string;
}

export interface Timer {
  paper: PaperId | null;
  activity: Activity;
  pass?: 1 | 2 | 3;
  started: Millis;
  /** Null while paused. */
  runningSince: Millis | null;
  /** Milliseconds counted before `runningSince`. */
  banked: Millis;
}

export interface CheckinTally {
  on: Day;
  at: Millis;
  answers: readonly { readonly question: string; readonly answer: string }[];
}

export interface Conflict {
  readonly file: string;
  readonly journal: string;
  readonly at: Millis;
}

export interface Tally {
  curriculum: string | null;
  timeZone: Zone;
  start: Day | null;
  target: Day | null;
  minutesAWeek: Minutes | null;
  /** The phase that the learner declared to be current, over the derived one. */
  phase: string | null;
  nextReview: Day | null;
  papers: Record<PaperId, PaperTally>;
  added: AddedPaper[];
  items: Record<ItemId, ItemTally>;
  addedItems: AddedItem[];
  /** Minutes by day and activity, all papers together. */
  days: Record<Day, { [A in Activity]?: Minutes }>;
  goals: Record<number, string>;
  rewards: Record<string, string>;
  /** By `<checkin>@<day>`. */
  checkins: Record<string, CheckinTally>;
  conflicts: Record<string, Conflict>;
  timer: Timer | null;
  /** When the last entry that counts was made. */
  lastAt: Millis | null;
}

export function emptyTally(): Tally {
  return {
    curriculum: null,
    timeZone: "UTC",
    start: null,
    target: null,
    minutesAWeek: null,
    phase: null,
    nextReview: null,
    papers: {},
    added: [],
    items: {},
    addedItems: [],
    days: {},
    goals: {},
    rewards: {},
    checkins: {},
    conflicts: {},
    timer: null,
    lastAt: null,
  };
}

/** The key of a check-in in a tally. */
export function checkinKey(checkin: string, on: Day): string {
  return `${checkin}@${on}`;
}

/**
 * Adds one entry to `tally`, in place: the fold owns its tally, nobody else sees it before the end.
 * Entries that refer to what is not there (an item removed on another device) change nothing.
 */
export function addEntry(tally: Tally, entry: Entry): void {
  const at = momentOfId(entry.id);
  switch (entry.type) {
    case "workspace.started":
      tally.curriculum = entry.curriculum;
      tally.timeZone = entry.timeZone;
      tally.start = entry.start;
      tally.target = entry.target;
      tally.minutesAWeek = entry.minutesAWeek;
      break;
    case "plan.changed":
      if (entry.start !== undefined) tally.start = entry.start;
      if (entry.target !== undefined) tally.target = entry.target;
      if (entry.minutesAWeek !== undefined) tally.minutesAWeek = entry.minutesAWeek;
      if (entry.timeZone !== undefined) tally.timeZone = entry.timeZone;
      if (entry.phase !== undefined) tally.phase = entry.phase;
      if (entry.nextReview !== undefined) tally.nextReview = entry.nextReview;
      break;
    case "paper.marked": {
      const paper = paperTally(tally, entry.paper);
      if (entry.done) paper.done[entry.aspect] = at;
      else delete paper.done[entry.aspect];
      break;
    }
    case "paper.added":
      tally.added = tally.added.filter((paper) => paper.id !== entry.paper);
      tally.added.push({ id: entry.paper, name: entry.name, phase: entry.phase });
      break;
    case "paper.removed":
      tally.added = tally.added.filter((paper) => paper.id !== entry.paper);
      break;
    case "session.logged":
      addMinutes(tally, entry.paper, entry.activity, entry.on, entry.minutes);
      if (entry.paper !== null && entry.pass !== undefined) {
        const { passes } = paperTally(tally, entry.paper);
        passes[entry.pass] = (passes[entry.pass] ?? 0) + entry.minutes;
      }
      break;
    case "hours.adjusted":
      addMinutes(tally, entry.paper, entry.activity, entry.on, entry.minutes);
      break;
    case "timer.started":
      tally.timer = {
        paper: entry.paper,
        activity: entry.activity,
        ...(entry.pass === undefined ? {} : { pass: entry.pass }),
        started: entry.at,
        runningSince: entry.at,
        banked: 0,
      };
      break;
    case "timer.paused":
      if (tally.timer && tally.timer.runningSince !== null) {
        tally.timer.banked += Math.max(0, entry.at - tally.timer.runningSince);
        tally.timer.runningSince = null;
      }
      break;
    case "timer.resumed":
      if (tally.timer && tally.timer.runningSince === null) tally.timer.runningSince = entry.at;
      break;
    case "timer.stopped":
      tally.timer = null;
      break;
    case "item.marked": {
      const item = itemTally(tally, entry.item);
      if (entry.done) item.done = at;
      else delete item.done;
      break;
    }
    case "item.added":
      if (!tally.addedItems.some((item) => item.id === entry.item)) {
        tally.addedItems.push({ id: entry.item, kind: entry.kind, list: entry.list });
      }
      itemTally(tally, entry.item).text = entry.text;
      break;
    case "item.edited":
      itemTally(tally, entry.item).text = entry.text;
      break;
    case "item.removed":
      itemTally(tally, entry.item).removed = true;
      break;
    case "goal.set":
      // An empty text stays: "no goal" is a choice that wins over the curriculum's own.
      tally.goals[entry.week] = entry.text;
      break;
    case "reward.set":
      tally.rewards[String(entry.reward)] = entry.text;
      break;
    case "checkin.marked": {
      const key = checkinKey(entry.checkin, entry.on);
      if (entry.done) tally.checkins[key] = { on: entry.on, at, answers: entry.answers ?? [] };
      else delete tally.checkins[key];
      break;
    }
    case "conflict.found":
      tally.conflicts[entry.field] = { file: entry.file, journal: entry.journal, at };
      break;
    case "conflict.settled":
      delete tally.conflicts[entry.field];
      break;
    case "command.undone":
    case "command.redone":
      // Which commands count is the ledger's business; by now it has been decided.
      break;
    default:
      entry satisfies never;
  }
  if (tally.lastAt === null || at > tally.lastAt) tally.lastAt = at;
}

function paperTally(tally: Tally, paper: PaperId): PaperTally {
  tally.papers[paper] ??= { done: {}, minutes: {}, passes: {} };
  return tally.papers[paper];
}

function itemTally(tally: Tally, item: ItemId): ItemTally {
  tally.items[item] ??= {};
  return tally.items[item];
}

function addMinutes(
  tally: Tally,
  paper: PaperId | null,
  activity: Activity,
  on: Day,
  minutes: Minutes,
): void {
  tally.days[on] ??= {};
  const ofDay = tally.days[on];
  ofDay[activity] = (ofDay[activity] ?? 0) + minutes;
  if (paper === null) return;
  const ofPaper = paperTally(tally, paper).minutes;
  ofPaper[activity] = (ofPaper[activity] ?? 0) + minutes;
}

/** A copy that shares nothing. A tally is plain JSON by design: it is stored as a snapshot. */
export function cloneTally(tally: Tally): Tally {
  return JSON.parse(JSON.stringify(tally));
}
