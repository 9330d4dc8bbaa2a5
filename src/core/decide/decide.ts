/**
 * From a command to the entries that record it, or to a refusal that says what would be right.
 * A command that asks for what already is makes no entries.
 */

import { parseDay } from "../time/calendar.ts";
import { yearFault } from "../time/written.ts";
import type { Command } from "./command.ts";
import {
  addCard,
  addHighlight,
  editCard,
  editHighlight,
  fitRecall,
  removeCard,
  removeHighlight,
  reviewCard,
  splitCard,
  suspendCard,
  takeQuiz,
  writeTeachBack,
} from "./decide-cards.ts";
import { recordCheck } from "./decide-checks.ts";
import { addItem, editItem, markItem, moveItem, removeItem } from "./decide-items.ts";
import { keepMeasurement, removeMeasurement } from "./decide-measurements.ts";
import {
  addPaper,
  linkPaper,
  markPaper,
  progressPaper,
  removePaper,
  renamePaper,
  skipPaper,
} from "./decide-papers.ts";
import {
  changePlan,
  changeSettings,
  markCheckin,
  setAway,
  setGoal,
  setReward,
  skipCheckin,
  startWorkspace,
} from "./decide-plan.ts";
import { editSession, removeSession, splitSession } from "./decide-sessions.ts";
import { adjustHours, log } from "./decide-time.ts";
import { discardTimer, pauseTimer, resumeTimer, startTimer, stopTimer } from "./decide-timers.ts";
import { type Decision, entries, nothing, refuse, type Situation, sound } from "./decision.ts";

export function decide(command: Command, now: Situation): Decision {
  return dayBeyond(command) ?? sound(consider(command, now));
}

/** A day that no plan reaches: the figures run day by day, so a slip of the hand would count for ever. */
function dayBeyond(command: Command): Decision | null {
  for (const value of Object.values(command)) {
    const on = typeof value === "string" ? parseDay(value) : null;
    const fault = on === null ? null : yearFault(on);
    if (fault !== null) return refuse("not-an-entry", fault);
  }
  return null;
}

function consider(command: Command, now: Situation): Decision {
  switch (command.do) {
    case "start-workspace":
      return startWorkspace(command, now);
    case "change-plan":
      return changePlan(command, now);
    case "set-away":
      return setAway(command, now);
    case "mark-paper":
      return markPaper(command, now);
    case "progress-paper":
      return progressPaper(command, now);
    case "link-paper":
      return linkPaper(command, now);
    case "add-paper":
      return addPaper(command, now);
    case "rename-paper":
      return renamePaper(command, now);
    case "skip-paper":
      return skipPaper(command, now);
    case "remove-paper":
      return removePaper(command, now);
    case "log":
      return log(command, now);
    case "edit-session":
      return editSession(command, now);
    case "remove-session":
      return removeSession(command, now);
    case "split-session":
      return splitSession(command, now);
    case "adjust-hours":
      return adjustHours(command, now);
    case "start-timer":
      return startTimer(command, now);
    case "pause-timer":
      return pauseTimer(command, now);
    case "resume-timer":
      return resumeTimer(command, now);
    case "stop-timer":
      return stopTimer(command, now);
    case "discard-timer":
      return discardTimer(command, now);
    case "mark-item":
      return markItem(command, now);
    case "add-item":
      return addItem(command, now);
    case "edit-item":
      return editItem(command, now);
    case "remove-item":
      return removeItem(command, now);
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
    case "split-card":
      return splitCard(command, now);
    case "fit-recall":
      return fitRecall(command, now);
    case "remove-card":
      return removeCard(command, now);
    case "take-quiz":
      return takeQuiz(command, now);
    case "add-highlight":
      return addHighlight(command, now);
    case "edit-highlight":
      return editHighlight(command, now);
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
    case "skip-checkin":
      return skipCheckin(command, now);
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
