/** One entry more in a tally. */

import type { ItemId, PaperId } from "../content/curriculum.ts";
import type { CardId } from "../content/material.ts";
import type { Day, Millis } from "../time/calendar.ts";
import { momentOfId } from "../time/clock.ts";
import type { Minutes } from "../time/duration.ts";
import type { Activity, Aspect, AspectState, Entry } from "./entry.ts";
import {
  type CardTally,
  checkinKey,
  checkKey,
  type ItemTally,
  type PaperTally,
  type ReviewDay,
  type Tally,
} from "./tally.ts";

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
      setState(paperTally(tally, entry.paper), entry.aspect, entry.done ? "done" : "none", at);
      break;
    }
    case "paper.progressed": {
      const paper = paperTally(tally, entry.paper);
      if (paper.done[entry.aspect] === undefined) setState(paper, entry.aspect, entry.state, at);
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
    case "item.moved":
      tally.moves = tally.moves.filter(({ item }) => item !== entry.item);
      tally.moves.push({ item: entry.item, list: entry.list, after: entry.after });
      break;
    case "card.reviewed": {
      const card = cardTally(tally, entry.card, entry.paper);
      tally.reviewDays[entry.on] ??= { all: 0, known: 0, fresh: 0 };
      const ofDay = tally.reviewDays[entry.on] as ReviewDay;
      ofDay.all += 1;
      if (entry.grade > 1) ofDay.known += 1;
      if (card.answers.length === 0) ofDay.fresh += 1;
      card.answers.push(entry.at, entry.grade);
      break;
    }
    case "card.added": {
      const card = cardTally(tally, entry.card, entry.paper);
      card.own = { source: entry.source };
      card.text = { front: entry.front, back: entry.back };
      break;
    }
    case "card.edited":
      cardTally(tally, entry.card, null).text = { front: entry.front, back: entry.back };
      break;
    case "card.suspended": {
      const card = cardTally(tally, entry.card, null);
      if (entry.suspended) card.suspended = true;
      else delete card.suspended;
      break;
    }
    case "card.removed":
      cardTally(tally, entry.card, null).removed = true;
      break;
    case "quiz.taken":
      tally.quizzes[entry.on] = { at, answers: entry.answers };
      break;
    case "highlight.added": {
      const { highlight: id, paper, page, quote, rects } = entry;
      tally.highlights = tally.highlights.filter((known) => known.id !== id);
      tally.highlights.push({ id, paper, page, quote, rects });
      break;
    }
    case "highlight.removed":
      tally.highlights = tally.highlights.filter(({ id }) => id !== entry.highlight);
      break;
    case "teachback.written": {
      const { paper, on, text, points } = entry;
      tally.teachBacks.push({ paper, on, text, points });
      break;
    }
    case "measurement.kept": {
      const { model, on, values } = entry;
      tally.measurements[model] = {
        on,
        values: { ...tally.measurements[model]?.values, ...values },
      };
      break;
    }
    case "measurement.removed":
      delete tally.measurements[entry.model];
      break;
    case "settings.changed": {
      const { settings } = tally;
      if (entry.retention !== undefined) settings.retention = entry.retention;
      if (entry.newCardsADay !== undefined) settings.newCardsADay = entry.newCardsADay;
      if (entry.reviewsADay !== undefined) settings.reviewsADay = entry.reviewsADay;
      if (entry.python !== undefined) settings.python = entry.python;
      break;
    }
    case "exercise.checked": {
      const key = checkKey(entry.paper, entry.exercise);
      const { passed: ok, seed, verdict, mistakes, digest, took } = entry;
      const passed = ok ? at : tally.checks[key]?.passed;
      tally.checks[key] = {
        runs: (tally.checks[key]?.runs ?? 0) + 1,
        ...(passed === undefined ? {} : { passed }),
        last: { at, passed: ok, seed, verdict, mistakes, digest, took },
      };
      break;
    }
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
  tally.papers[paper] ??= { done: {}, started: {}, minutes: {}, passes: {} };
  return tally.papers[paper];
}

function setState(paper: PaperTally, aspect: Aspect, state: AspectState, at: Millis): void {
  delete paper.done[aspect];
  delete paper.started[aspect];
  if (state === "done") paper.done[aspect] = at;
  if (state === "started") paper.started[aspect] = at;
}

function itemTally(tally: Tally, item: ItemId): ItemTally {
  tally.items[item] ??= {};
  return tally.items[item];
}

function cardTally(tally: Tally, id: CardId, paper: PaperId | null): CardTally {
  tally.cards[id] ??= { paper, answers: [] };
  const card = tally.cards[id];
  // An edit that came before the first answer did not say which paper the card belongs to.
  card.paper ??= paper;
  return card;
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
