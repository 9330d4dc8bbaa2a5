/** Edits of single fields: the overview's, goals and rewards, and the cells of papers that have a row. */
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Command } from "../../core/decide/command.ts";
import { type Aspect, type AspectState, aspects } from "../../core/entries/entry.ts";
import { doubtOf } from "../../core/time/duration.ts";
import type { Desired, DesiredField } from "../desired.ts";
import { dayFault, isBlank, readDay, readHours, readText } from "../form.ts";
import { sameText } from "../plain.ts";
import type { FoundField, FoundText } from "../scan.ts";
import { readState, saysSkipped } from "../states.ts";
import { wholeValue } from "../whole-value.ts";
import {
  type Agreed,
  editAt,
  editsAlone,
  type Mode,
  nothingRead,
  type Reading,
  rejected,
} from "./reading.ts";

export function readField(
  key: string,
  field: FoundText | FoundField,
  base: Agreed | null,
  now: Desired,
): Reading {
  const agreed = base?.fields[key];
  const current = now.fields[key];
  if (current === undefined) return nothingRead;
  const before = agreed ?? current;
  const mode = agreed === undefined ? "adopt" : "follow";
  const found = wholeValue(field, [before, current]);
  const { text } = found;
  // What the file says already (after a crash between two writes, say) is no edit either.
  const isSaid = text === before.text || text === current.text;
  if (isSaid || (mode === "adopt" && isBlank(text))) return nothingRead;
  const edit = fieldEdit(key, found, before, current, mode);
  if (edit === null) return nothingRead;
  if ("fault" in edit) return rejected(key, found, edit.fault);
  return editsAlone(
    edit.commands.map((command) => ({ ...editAt(key, found, command), found: text })),
  );
}

type FieldEdit = { readonly commands: readonly Command[] } | { readonly fault: string };

/** Null when the field says, in other words, what it said before. */
function fieldEdit(
  key: string,
  found: FoundText,
  base: DesiredField,
  now: DesiredField,
  mode: Mode,
): FieldEdit | null {
  const { text } = found;
  switch (base.kind) {
    case "stamp":
      return null;
    case "derived":
      // Whether it agrees is known only after the other edits; see `derivedProblems`.
      return null;
    case "tick": {
      const state = readState(text);
      if (state === null) return { fault: stateFault(text) };
      const was = readState(base.text);
      const [skips, skipped] = [saysSkipped(text), saysSkipped(base.text)];
      if (skips !== skipped && state !== "blank" && key.endsWith(":read")) {
        const paper = cellOf(key)[0];
        const skip: Command = { do: "skip-paper", paper, skipped: skips };
        return { commands: state === was ? [skip] : [skip, setState(paper, "read", state)] };
      }
      if (state === "blank" || state === was || (mode === "adopt" && state === "none")) return null;
      const [paper, aspect] = cellOf(key);
      const known = aspects.find((candidate) => candidate === aspect);
      return known === undefined ? null : { commands: [setState(paper, known, state)] };
    }
    case "hours": {
      // A blank cell says nothing: it may be an edit in progress.
      if (isBlank(text)) return null;
      const minutes = readHours(text);
      if (minutes === null) return { fault: hoursFault(text) };
      const change = minutes - (base.minutes ?? 0);
      if (change === 0 || (mode === "adopt" && minutes === 0)) return null;
      return { commands: [adjust(cellOf(key)[0], change)] };
    }
    case "day": {
      const on = readDay(text);
      if (on === undefined) return { fault: dayFault(text) };
      if (on === readDay(base.text) || (text === "" && key === "nextReview")) return null;
      const command: Command =
        key === "start"
          ? { do: "change-plan", start: on }
          : key === "target"
            ? { do: "change-plan", target: on }
            : { do: "change-plan", nextReview: on };
      return { commands: [...conflict(key, text, base, now), command] };
    }
    case "text": {
      const written = readText(text);
      if (sameText(written, readText(base.text)) || (text === "" && key === "phase")) return null;
      return { commands: [...conflict(key, text, base, now), textCommand(key, written)] };
    }
    default:
      return base.kind satisfies never;
  }
}

function textCommand(key: string, text: string): Command {
  const [field, which] = key.split(":");
  if (field === "goal") return { do: "set-goal", week: Number(which), text };
  if (field === "reward") {
    return { do: "set-reward", reward: which === "program" ? "program" : Number(which), text };
  }
  return { do: "change-plan", phase: text === "" ? null : text };
}

/** Both sides changed one text since they agreed, and not to the same. */
function conflict(
  key: string,
  file: string,
  base: DesiredField,
  now: DesiredField,
): readonly Command[] {
  if (now.text === base.text || sameText(now.text, file)) return [];
  return [{ do: "note-conflict", field: key, file, journal: now.text }];
}

/** The paper and the column of a cell's key. */
function cellOf(key: string): readonly [PaperId, string] {
  const end = key.lastIndexOf(":");
  return [key.slice(key.indexOf(":") + 1, end) as PaperId, key.slice(end + 1)];
}

/** A tick is the command of old, where it says enough. */
export function setState(paper: PaperId, aspect: Aspect, state: AspectState): Command {
  return state === "started"
    ? { do: "progress-paper", paper, aspect, state }
    : { do: "mark-paper", paper, aspect, done: state === "done" };
}

export function adjust(paper: PaperId, minutes: number): Command {
  return { do: "adjust-hours", paper, activity: "read", minutes };
}

export function stateFault(text: string): string {
  return `"${text}" is neither ticked nor empty; write ☑ or ☐.`;
}

export function hoursFault(text: string): string {
  return doubtOf(text) ?? `"${text}" is not an amount of hours; write it as 1.5 or 1h30.`;
}
