/** One entry more in a tally. */

import { bare, bareCopy } from "../content/bare.ts";
import type { ItemId, PaperId } from "../content/curriculum.ts";
import type { CardId } from "../content/material.ts";
import type { Day, Millis } from "../time/calendar.ts";
import { withStretch } from "../time/time-off.ts";
import { dayNumber, withAnswer } from "./card-memory.ts";
import { type Aspect, type AspectState, type Entry, madeAt } from "./entry.ts";
import { failingAfter } from "./failing.ts";
import { partsOf } from "./hours.ts";
import { addSession, editSession, leaveOutSession, removeSession } from "./sessions.ts";
import {
  type CardTally,
  checkinKey,
  checkKey,
  type ItemTally,
  paperTally,
  type ReviewDay,
  type Tally,
} from "./tally.ts";
import { addMinutes } from "./tally-minutes.ts";
import { changeTimer, openTimer, paused, resumed, withSettled } from "./timers.ts";

/**
 * Adds one entry to `tally`, in place: the fold owns its tally and its lists, nobody else sees them before the
 * end. What stands in the lists is shared with the tallies before, so it is replaced and never changed.
 * Entries that refer to what is not there (an item removed on another device) change nothing.
 */
export function addEntry(tally: Tally, entry: Entry): void {
  const at = madeAt(entry);
  switch (entry.type) {
    case "workspace.started":
      // A second one came from elsewhere: it is no change of the plan.
      if (tally.curriculum !== null) break;
      tally.curriculum = entry.curriculum;
      tally.timeZone = entry.timeZone;
      tally.start = entry.start;
      tally.target = entry.target;
      tally.minutesAWeek = entry.minutesAWeek;
      break;
    case "day.begins":
      tally.dayStarts = entry.at;
      break;
    case "away.set":
      // One that ends before it begins is of no day.
      if (entry.from <= entry.until) tally.away = withStretch(tally.away, entry, entry.away);
      break;
    case "week.eased":
      tally.easyDays = entry.days;
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
      setState(tally, entry.paper, entry.aspect, entry.done ? "done" : "none", doneAt(entry, at));
      break;
    }
    case "paper.progressed": {
      const paper = paperTally(tally, entry.paper);
      if (paper.done[entry.aspect] === undefined) {
        setState(tally, entry.paper, entry.aspect, entry.state, at);
      }
      break;
    }
    case "paper.added":
      tally.added = tally.added.filter((paper) => paper.id !== entry.paper);
      tally.added.push({
        id: entry.paper,
        name: entry.name,
        phase: entry.phase,
        ...(entry.record === undefined ? {} : { record: entry.record }),
      });
      tally.ownNames[entry.paper] = entry.name;
      break;
    case "paper.renamed":
      tally.added = tally.added.map((paper) =>
        paper.id === entry.paper ? { ...paper, name: entry.name } : paper,
      );
      tally.ownNames[entry.paper] = entry.name;
      break;
    case "paper.linked":
      tally.links[entry.paper] = { arxiv: entry.arxiv, url: entry.url };
      break;
    case "paper.skipped":
      tally.skipped = tally.skipped.filter((paper) => paper !== entry.paper);
      if (entry.skipped) tally.skipped.push(entry.paper);
      break;
    case "paper.removed":
      tally.added = tally.added.filter((paper) => paper.id !== entry.paper);
      break;
    case "session.logged":
      if (entry.timer !== undefined) {
        const settled = withSettled(tally.settledTimers, entry.timer);
        if (settled === null) {
          leaveOutSession(tally, entry.id, "settled before");
          break;
        }
        tally.settledTimers = settled;
      }
      addSession(tally, entry.id, entry);
      break;
    case "session.edited":
      editSession(tally, entry);
      break;
    case "session.removed":
      removeSession(tally, entry);
      break;
    case "hours.adjusted":
      if (entry.minutes > 0) {
        addMinutes(tally, entry.paper, entry.activity, entry.on, entry.minutes);
        break;
      }
      for (const part of partsOf(tally, { ...entry, minutes: -entry.minutes })) {
        addMinutes(tally, entry.paper, part.activity, part.on, -part.minutes);
      }
      break;
    case "timer.started":
      openTimer(tally, entry);
      break;
    case "timer.rings":
      changeTimer(tally, entry, (timer) => ({ ...timer, ringsAfter: entry.after }));
      break;
    case "timer.paused":
      changeTimer(tally, entry, (timer) => paused(timer, entry.at));
      break;
    case "timer.resumed":
      changeTimer(tally, entry, (timer) => resumed(timer, entry.at));
      break;
    case "timer.stopped":
      changeTimer(tally, entry, () => null);
      break;
    case "item.marked": {
      const { done: _, ...item } = tally.items[entry.item] ?? {};
      tally.items[entry.item] = entry.done ? { ...item, done: doneAt(entry, at) } : item;
      break;
    }
    case "item.added":
      if (!tally.addedItems.some((item) => item.id === entry.item)) {
        tally.addedItems.push({ id: entry.item, kind: entry.kind, list: entry.list });
      }
      changeItem(tally, entry.item, { text: entry.text });
      break;
    case "item.edited":
      changeItem(tally, entry.item, { text: entry.text });
      break;
    case "item.removed":
      changeItem(tally, entry.item, { removed: true });
      break;
    case "item.moved":
      tally.moves = tally.moves.filter(({ item }) => item !== entry.item);
      tally.moves.push({ item: entry.item, list: entry.list, after: entry.after });
      break;
    case "card.reviewed": {
      const card = cardTally(tally, entry.card, entry.paper);
      const { all, known, fresh } = tally.reviewDays[entry.on] ?? noReviews;
      tally.reviewDays[entry.on] = {
        all: all + 1,
        known: known + (entry.grade > 1 ? 1 : 0),
        fresh: fresh + (card.answers.length === 0 ? 1 : 0),
      };
      const { failing: _, ...others } = card;
      tally.cards[entry.card] = {
        ...others,
        ...failingAfter(card, entry.grade, dayNumber(entry.on)),
        ...withAnswer(others, entry, tally.fitted?.weights ?? null),
      };
      break;
    }
    case "card.added":
      changeCard(tally, entry.card, entry.paper, {
        own: { source: entry.source },
        text: { front: entry.front, back: entry.back },
      });
      break;
    case "card.edited": {
      const { failing: _, ...card } = cardTally(tally, entry.card, null);
      tally.cards[entry.card] = { ...card, text: { front: entry.front, back: entry.back } };
      break;
    }
    case "card.suspended": {
      const card = cardTally(tally, entry.card, null);
      const { suspended: _, failing: __, ...resumed } = card;
      tally.cards[entry.card] = entry.suspended ? { ...card, suspended: true } : resumed;
      break;
    }
    case "recall.fitted": {
      const { weights, answers, before, after } = entry;
      tally.fitted = weights === null ? null : { at, weights, answers, before, after };
      break;
    }
    case "card.removed":
      changeCard(tally, entry.card, null, { removed: true });
      break;
    case "quiz.taken":
      tally.quizzes[entry.on] = { at, answers: entry.answers };
      break;
    case "highlight.added": {
      const { highlight: id, paper, page, quote, rects, further, colour } = entry;
      tally.highlights = tally.highlights.filter((known) => known.id !== id);
      tally.highlights.push({
        ...{ id, paper, page, quote, rects },
        ...(further === undefined ? {} : { further }),
        ...(colour === undefined ? {} : { colour }),
      });
      break;
    }
    case "highlight.edited": {
      const { colour, comment } = entry;
      tally.highlights = tally.highlights.map((known) =>
        known.id === entry.highlight
          ? {
              ...known,
              ...(colour === undefined ? {} : { colour }),
              ...(comment === undefined ? {} : { comment }),
            }
          : known,
      );
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
        values: bareCopy({ ...tally.measurements[model]?.values, ...values }),
      };
      break;
    }
    case "measurement.removed":
      delete tally.measurements[entry.model];
      break;
    case "settings.changed": {
      const { retention, newCardsADay, reviewsADay } = entry;
      tally.settings = {
        ...tally.settings,
        ...(retention === undefined ? {} : { retention }),
        ...(newCardsADay === undefined ? {} : { newCardsADay }),
        ...(reviewsADay === undefined ? {} : { reviewsADay }),
      };
      break;
    }
    case "exercise.checked": {
      const key = checkKey(entry.paper, entry.exercise);
      const { passed: ok, seed, verdict, mistakes, digest, took } = entry;
      const passed = ok ? at : tally.checks[key]?.passed;
      const before = tally.checks[key]?.named ?? {};
      const named = bare<string, Millis>([
        ...Object.entries(before),
        ...mistakes.map((mistake) => [mistake, at] as const),
      ]);
      tally.checks[key] = {
        runs: (tally.checks[key]?.runs ?? 0) + 1,
        ...(passed === undefined ? {} : { passed }),
        ...(Object.keys(named).length === 0 ? {} : { named }),
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
    case "checkin.skipped": {
      const key = checkinKey(entry.checkin, entry.on);
      tally.skippedCheckins = tally.skippedCheckins.filter((one) => one !== key);
      if (entry.skipped) tally.skippedCheckins.push(key);
      break;
    }
    case "checkin.marked": {
      const key = checkinKey(entry.checkin, entry.on);
      if (entry.done) {
        tally.checkins[key] = { on: entry.on, at, answers: entry.answers ?? [] };
        tally.skippedCheckins = tally.skippedCheckins.filter((one) => one !== key);
      } else delete tally.checkins[key];
      break;
    }
    case "conflict.found":
      tally.conflicts[entry.field] = { file: entry.file, journal: entry.journal, at };
      break;
    case "conflict.settled":
      delete tally.conflicts[entry.field];
      break;
    case "workspace.merged":
    case "command.undone":
    case "command.redone":
      // Which commands count is the ledger's business; by now it has been decided.
      break;
    default:
      entry satisfies never;
  }
  // The last in order: one by a clock that was ahead does not stay the latest for ever.
  tally.lastAt = at;
}

/** Noon in UTC is of the day that was said, in every zone but those at the date line. */
function doneAt({ on }: { readonly on?: Day | undefined }, at: Millis): Millis {
  return on === undefined ? at : Date.parse(`${on}T12:00:00Z`);
}

const noReviews: ReviewDay = { all: 0, known: 0, fresh: 0 };

function setState(
  tally: Tally,
  paper: PaperId,
  aspect: Aspect,
  state: AspectState,
  at: Millis,
): void {
  const known = paperTally(tally, paper);
  const { [aspect]: _done, ...done } = known.done;
  const { [aspect]: _started, ...started } = known.started;
  tally.papers[paper] = {
    ...known,
    done: state === "done" ? { ...done, [aspect]: at } : done,
    started: state === "started" ? { ...started, [aspect]: at } : started,
  };
}

function changeItem(tally: Tally, item: ItemId, change: ItemTally): void {
  tally.items[item] = { ...tally.items[item], ...change };
}

function cardTally(tally: Tally, id: CardId, paper: PaperId | null): CardTally {
  const card = tally.cards[id] ?? { paper, answers: [] };
  // An edit that came before the first answer did not say which paper the card belongs to.
  return card.paper === null && paper !== null ? { ...card, paper } : card;
}

function changeCard(
  tally: Tally,
  id: CardId,
  paper: PaperId | null,
  change: Partial<CardTally>,
): void {
  tally.cards[id] = { ...cardTally(tally, id, paper), ...change };
}
