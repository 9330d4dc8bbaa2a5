/**
 * From a command to the entries that record it, or to a refusal that says what would be right.
 * A command that asks for what already is makes no entries.
 */

import type { ItemId, PaperId } from "../content/curriculum.ts";
import { freshId, plainName } from "../content/names.ts";
import { checkinKey } from "../entries/tally.ts";
import { type ItemProgress, type Progress, resourceList, weekList } from "../progress/progress.ts";
import type { Day } from "../time/calendar.ts";
import type { Command, CommandOf } from "./command.ts";
import {
  addCard,
  addHighlight,
  editCard,
  removeCard,
  removeHighlight,
  reviewCard,
  suspendCard,
  takeQuiz,
  writeTeachBack,
} from "./decide-cards.ts";
import { recordCheck } from "./decide-checks.ts";
import { keepMeasurement, removeMeasurement } from "./decide-measurements.ts";
import {
  adjustHours,
  log,
  noTimer,
  pauseTimer,
  resumeTimer,
  startTimer,
  stopTimer,
} from "./decide-time.ts";
import {
  breakFault,
  type Decision,
  entries,
  lineFault,
  nothing,
  paperFault,
  type Refusal,
  refuse,
  type Situation,
  sound,
} from "./decision.ts";

export function decide(command: Command, now: Situation): Decision {
  return sound(consider(command, now));
}

function consider(command: Command, now: Situation): Decision {
  switch (command.do) {
    case "start-workspace":
      return startWorkspace(command, now);
    case "change-plan":
      return changePlan(command, now);
    case "mark-paper":
      return markPaper(command, now);
    case "add-paper":
      return addPaper(command, now);
    case "remove-paper":
      return removePaper(command, now);
    case "log":
      return log(command, now);
    case "adjust-hours":
      return adjustHours(command, now);
    case "start-timer":
      return startTimer(command, now);
    case "pause-timer":
      return pauseTimer(now);
    case "resume-timer":
      return resumeTimer(now);
    case "stop-timer":
      return stopTimer(command, now);
    case "discard-timer":
      return now.tally.timer === null ? noTimer() : entries({ type: "timer.stopped", at: now.now });
    case "mark-item":
      return withItem(now, command.item, (item) =>
        item.done === command.done
          ? nothing
          : entries({ type: "item.marked", kind: item.kind, item: item.id, done: command.done }),
      );
    case "add-item":
      return addItem(command, now);
    case "edit-item":
      return withItem(now, command.item, (item) => {
        const fault = lineFault(command.text);
        if (fault) return fault;
        if (item.text === command.text) return nothing;
        return entries({
          type: "item.edited",
          kind: item.kind,
          item: item.id,
          text: command.text,
        });
      });
    case "remove-item":
      return withItem(now, command.item, (item) =>
        entries({ type: "item.removed", kind: item.kind, item: item.id }),
      );
    case "move-item":
      return moveItem(command, now);
    case "review-card":
      return reviewCard(command, now);
    case "add-card":
      return addCard(command, now);
    case "edit-card":
      return editCard(command, now);
    case "suspend-card":
      return suspendCard(command, now);
    case "remove-card":
      return removeCard(command, now);
    case "take-quiz":
      return takeQuiz(command, now);
    case "add-highlight":
      return addHighlight(command, now);
    case "remove-highlight":
      return removeHighlight(command, now);
    case "write-teach-back":
      return writeTeachBack(command, now);
    case "keep-measurement":
      return keepMeasurement(command, now);
    case "remove-measurement":
      return removeMeasurement(command, now);
    case "change-settings":
      return changeSettings(command, now);
    case "record-check":
      return recordCheck(command, now);
    case "set-goal":
      return setGoal(command, now);
    case "set-reward":
      return setReward(command, now);
    case "mark-checkin":
      return markCheckin(command, now);
    case "note-conflict":
      return entries({
        type: "conflict.found",
        field: command.field,
        file: command.file,
        journal: command.journal,
      });
    case "settle-conflict":
      return now.tally.conflicts[command.field] === undefined
        ? nothing
        : entries({ type: "conflict.settled", field: command.field });
    case "undo": {
      const target = command.command ?? now.undoable;
      if (target === null) return refuse("nothing-to-undo", "There is nothing to undo.");
      return entries({ type: "command.undone", undoes: target });
    }
    case "redo":
      if (now.redoable === null) return refuse("nothing-to-redo", "There is nothing to redo.");
      return entries({ type: "command.redone", redoes: now.redoable });
    default:
      return command satisfies never;
  }
}

function startWorkspace(command: CommandOf<"start-workspace">, now: Situation): Decision {
  if (now.tally.curriculum !== null) {
    return refuse("already-started", "This workspace has been started already.");
  }
  const { curriculum, timeZone, start, target, minutesAWeek } = command;
  const fault = orderFault(start, target);
  if (fault) return fault;
  return entries({ type: "workspace.started", curriculum, timeZone, start, target, minutesAWeek });
}

function changePlan(command: CommandOf<"change-plan">, now: Situation): Decision {
  const { do: _, ...change } = command;
  const { tally } = now;
  const fault = orderFault(
    change.start === undefined ? tally.start : change.start,
    change.target === undefined ? tally.target : change.target,
  );
  if (fault && (change.start !== undefined || change.target !== undefined)) return fault;
  const changed = Object.entries(change).filter(
    ([key, value]) => value !== undefined && value !== tally[key as keyof typeof change],
  );
  if (changed.length === 0) return nothing;
  return entries({ type: "plan.changed", ...Object.fromEntries(changed) });
}

export function orderFault(start: Day | null, target: Day | null): Refusal | null {
  if (start === null || target === null || start <= target) return null;
  return refuse(
    "target-before-start",
    `The target ${target} lies before the start ${start}; give a later target or an earlier start.`,
  );
}

function markPaper(command: CommandOf<"mark-paper">, now: Situation): Decision {
  const found = now.progress.papers.find(({ id }) => id === command.paper);
  if (!found) return paperFault(now, command.paper) ?? nothing;
  const { paper, aspect, done } = command;
  return found.done[aspect] === done
    ? nothing
    : entries({ type: "paper.marked", paper, aspect, done });
}

function addPaper(command: CommandOf<"add-paper">, now: Situation): Decision {
  const fault = lineFault(command.name);
  if (fault) return fault;
  if (command.name.includes("|")) {
    return refuse("not-one-line", `A paper's name stands in a table: leave out the "|".`);
  }
  const { phase, name } = command;
  if (phase !== null && !now.progress.phases.some(({ number }) => number === phase)) {
    return refuse("unknown-phase", `There is no phase ${phase}.`);
  }
  const taken = now.progress.papers.find((paper) => plainName(paper.name) === plainName(name));
  if (taken) return refuse("name-taken", `"${taken.name}" is in the tracker already.`);
  const used = new Set<string>(now.progress.papers.map(({ id }) => id));
  return entries({ type: "paper.added", paper: freshId(name, used) as PaperId, name, phase });
}

function removePaper(command: CommandOf<"remove-paper">, now: Situation): Decision {
  const found = now.progress.papers.find(({ id }) => id === command.paper);
  if (!found) return paperFault(now, command.paper) ?? nothing;
  if (!found.own) {
    return refuse("not-own", `"${found.name}" belongs to the curriculum; only own papers can go.`);
  }
  return entries({ type: "paper.removed", paper: command.paper });
}

function allItems(progress: Progress): readonly ItemProgress[] {
  return [
    ...progress.weeks.flatMap((week) => week.tasks),
    ...progress.milestones,
    ...progress.resources.flatMap((group) => group.items),
  ];
}

function withItem(now: Situation, id: ItemId, next: (item: ItemProgress) => Decision): Decision {
  const item = allItems(now.progress).find((candidate) => candidate.id === id);
  return item ? next(item) : refuse("unknown-item", `There is no line "${id}" in the tracker.`);
}

function addItem(command: CommandOf<"add-item">, now: Situation): Decision {
  const fault = lineFault(command.text);
  if (fault) return fault;
  const { kind, list, text } = command;
  const lists = {
    task: now.progress.weeks.map((week) => weekList(week.number)),
    milestone: ["milestones"],
    resource: now.progress.resources.map((group) => resourceList(group.title)),
  }[kind];
  if (!lists.includes(list)) return refuse("unknown-list", `There is no list "${list}".`);
  const used = new Set([
    ...Object.keys(now.tally.items),
    ...allItems(now.progress).map((item) => item.id),
  ]);
  const item = freshId(`own ${kind} ${text}`, used) as ItemId;
  return entries({ type: "item.added", kind, item, list, text });
}

function moveItem(command: CommandOf<"move-item">, now: Situation): Decision {
  const { list, after } = command;
  return withItem(now, command.item, (item) => {
    const lists: Readonly<Record<string, readonly ItemProgress[]>> = {
      ...Object.fromEntries(now.progress.weeks.map((week) => [weekList(week.number), week.tasks])),
    };
    const target = lists[list];
    if (item.kind !== "task" || target === undefined) {
      return refuse("unknown-list", `There is no list "${list}" for "${item.text}".`);
    }
    if (after !== null && !target.some(({ id }) => id === after)) {
      return refuse("unknown-item", `There is no line "${after}" in that week.`);
    }
    const index = target.findIndex(({ id }) => id === item.id);
    const above = index > 0 ? (target[index - 1]?.id ?? null) : null;
    if (after === item.id || (index >= 0 && above === after)) return nothing;
    return entries({ type: "item.moved", kind: item.kind, item: item.id, list, after });
  });
}

function changeSettings(command: CommandOf<"change-settings">, now: Situation): Decision {
  const { do: _, ...change } = command;
  const { settings } = now.tally;
  const changed = Object.entries(change).filter(
    ([key, value]) => value !== undefined && value !== settings[key as keyof typeof settings],
  );
  if (changed.length === 0) return nothing;
  if (change.python === "") return refuse("empty-text", "The Python is empty; leave it out.");
  return entries({ type: "settings.changed", ...Object.fromEntries(changed) });
}

function setGoal(command: CommandOf<"set-goal">, now: Situation): Decision {
  const week = now.progress.weeks.find(({ number }) => number === command.week);
  if (!week) return refuse("unknown-week", `There is no week ${command.week}.`);
  if (week.goal === command.text) return nothing;
  return (
    breakFault(command.text) ?? entries({ type: "goal.set", week: week.number, text: command.text })
  );
}

function setReward(command: CommandOf<"set-reward">, now: Situation): Decision {
  const reward = now.progress.rewards.find(({ after }) => after === command.reward);
  if (!reward) return refuse("unknown-reward", `There is no reward "${command.reward}".`);
  if (reward.text === command.text) return nothing;
  return (
    breakFault(command.text) ??
    entries({ type: "reward.set", reward: reward.after, text: command.text })
  );
}

function markCheckin(command: CommandOf<"mark-checkin">, now: Situation): Decision {
  const { checkin, on, done, answers } = command;
  const known = [
    ...now.curriculum.weekly.map((weekly) => weekly.kind as string),
    ...now.curriculum.monthly.map((monthly) => `month:${monthly.month}`),
  ];
  if (!known.includes(checkin)) {
    return refuse("unknown-checkin", `There is no check-in "${checkin}": use ${known.join(", ")}.`);
  }
  const was = now.tally.checkins[checkinKey(checkin, on)];
  const same = done ? was !== undefined && answers === undefined : was === undefined;
  if (same) return nothing;
  return entries({
    type: "checkin.marked",
    checkin,
    on,
    done,
    ...(answers === undefined ? {} : { answers }),
  });
}
