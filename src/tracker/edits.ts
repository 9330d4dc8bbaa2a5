/**
 * What the learner changed in a tracker file since it was last agreed on, as commands, and what could not be
 * understood, as problems. Laws: see SPEC.md.
 */

import type { PaperId } from "../core/content/curriculum.ts";
import { plainName } from "../core/content/names.ts";
import type { Command } from "../core/decide/command.ts";
import { aspects } from "../core/entries/entry.ts";
import type { Progress } from "../core/progress/progress.ts";
import type { Problem } from "../core/words/problem.ts";
import {
  type Desired,
  type DesiredField,
  type DesiredItem,
  itemLine,
  paperField,
} from "./desired.ts";
import { isBlank, readDay, readHours, readText, readTick } from "./form.ts";
import { matchList, matchRows } from "./match.ts";
import type { FoundItem, FoundList, FoundRow, FoundText, Scan } from "./scan.ts";
import { cellName, type RowNames } from "./vocabulary.ts";

/** What the file said when it was last agreed on. */
export interface Agreed extends Desired {
  /** The papers that had a row. */
  readonly inFile: ReadonlySet<PaperId>;
}

export interface Edit {
  /** The field or line that the edit is in. */
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly command: Command;
  /** The text of the field, where the edit is in one. */
  readonly found?: string;
  /** Commands that need what `command` made. */
  readonly followUp?: (progress: Progress) => readonly Command[];
}

export interface Reading {
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  /** Fields whose text must stay as it is. */
  readonly kept: ReadonlySet<string>;
}

/**
 * `base` is the agreement that the text was edited from; null for a file that never was agreed on (made by hand,
 * or from a backup). A field or list that the agreement does not have is `adopt`ed: blanks in it take nothing
 * back, and what is absent is not removed.
 */
export function readEdits(scan: Scan, base: Agreed | null, now: Desired, names: RowNames): Reading {
  const edits: Edit[] = [];
  const problems: Problem[] = [...scan.problems];
  const kept = new Set<string>();
  const reject = (key: string, at: FoundText, message: string) => {
    kept.add(key);
    problems.push({ line: at.line, column: at.column, message });
  };

  const readField = (key: string, found: FoundText) => {
    const agreed = base?.fields[key];
    const current = now.fields[key];
    if (current === undefined) return;
    const before = agreed ?? current;
    const mode = agreed === undefined ? "adopt" : "follow";
    // What the file says already (after a crash between two writes, say) is no edit either.
    if (
      found.text === before.text ||
      found.text === current.text ||
      (mode === "adopt" && isBlank(found.text))
    )
      return;
    const edit = fieldEdit(key, found, before, current, mode);
    if (edit === null) return;
    if ("fault" in edit) reject(key, found, edit.fault);
    else {
      const { text } = found;
      edits.push(...edit.commands.map((command) => ({ ...at(key, found, command), found: text })));
    }
  };

  for (const [key, found] of scan.fields) readField(key, found);

  const rows = matchRows(scan, names);
  const shown = new Set(rows.map((row) => row.paper));
  for (const { found, table, paper, repeated } of rows) {
    if (repeated) {
      problems.push({
        line: found.line.number,
        column: found.name.column,
        message: `"${cellName(found.name.text)}" has a row further up; this one is left as it is.`,
      });
    } else if (paper !== null) {
      for (const [column, cell] of Object.entries(found.cells)) {
        readField(paperField(paper, column), cell);
      }
    } else {
      readNewRow(found, table);
    }
  }
  for (const { id, table } of base?.papers.filter(({ own }) => own) ?? []) {
    const gone = !shown.has(id) && base?.inFile.has(id) && scan.tables.has(table);
    const replaced = rows.some((row) => row.paper === null && row.table === table);
    if (gone && !replaced && now.papers.some((paper) => paper.id === id)) {
      edits.push({ key: id, line: 1, column: 1, command: { do: "remove-paper", paper: id } });
    }
  }

  for (const [list, found] of scan.lists) readList(list, found);
  return { edits, problems, kept };

  function readList(list: string, found: FoundList): void {
    const before = base?.lists[list];
    const current = now.lists[list] ?? [];
    const mode = before === undefined ? "adopt" : "follow";
    // A line may carry an item's text of today or the one last agreed on.
    const older = (before ?? []).filter(
      (item) => !current.some(({ id, text }) => id === item.id && text === item.text),
    );
    const { lines } = matchList(found.items, [...current, ...older], "edited");
    for (const { found: line, item } of lines) {
      if (item === null) edits.push(newItem(list, line.text, readTick(line.mark.text) === true));
      else readItem(list, byId(before, item) ?? item, byId(current, item), line, mode);
    }
    if (before === undefined) return;
    const inFile = new Set(lines.map(({ item }) => item?.id));
    const missing = before.filter(({ id }) => !inFile.has(id) && byId(current, { id }) !== null);
    if (missing.length === 0) return;
    if (found.items.length === 0 && before.length > 1) {
      problems.push({
        line: 1,
        column: 1,
        message: `All lines of "${list}" are gone from the file; the journal keeps them.`,
      });
      return;
    }
    for (const { id } of missing) {
      edits.push({ key: id, line: 1, column: 1, command: { do: "remove-item", item: id } });
    }
  }

  function readItem(
    list: string,
    before: DesiredItem,
    current: DesiredItem | null,
    line: FoundItem,
    mode: "follow" | "adopt",
  ): void {
    const { id, label } = before;
    const done = readTick(line.mark.text) === true;
    if (current === null) {
      // It was removed meanwhile. A line with other words than it had is the learner's, and new.
      if (line.text.text !== itemLine(before)) edits.push(newItem(list, line.text, done));
      return;
    }
    if (done !== before.done && !(mode === "adopt" && !done)) {
      edits.push(at(id, line.mark, { do: "mark-item", item: id, done }));
    }
    const prefix = label === null ? "" : `**${label}**:`;
    const { text } = line.text;
    const written = text.startsWith(prefix) ? text.slice(prefix.length).trim() : text;
    if (written === before.text || written === current.text || written === "") return;
    if (current.text !== before.text) {
      const field = `item:${id}`;
      const journal = current.text;
      edits.push(at(id, line.text, { do: "note-conflict", field, file: written, journal }));
    }
    edits.push(at(id, line.text, { do: "edit-item", item: id, text: written }));
  }

  function readNewRow(found: FoundRow, table: string): void {
    const name = cellName(found.name.text);
    const lost = base === null ? undefined : lostPaper(base, shown, table);
    if (lost !== undefined) {
      problems.push({
        line: found.line.number,
        column: found.name.column,
        message: `The row "${name}" is new and the row of "${lost}" is gone. To rename is not possible; put "${lost}" back, and "${name}" becomes a paper of its own.`,
      });
      return;
    }
    const ticks = aspects.map((aspect) => ({ aspect, cell: found.cells[aspect] }));
    for (const { aspect, cell } of ticks) {
      if (cell !== undefined && readTick(cell.text) === null) {
        reject(`new:${name}:${aspect}`, cell, tickFault(cell.text));
      }
    }
    const { hours } = found.cells;
    const minutes = hours === undefined ? 0 : readHours(hours.text);
    if (minutes === null && hours !== undefined)
      reject(`new:${name}`, hours, hoursFault(hours.text));
    const phase = table === "bonus" ? null : Number(table);
    edits.push({
      ...at(name, found.name, { do: "add-paper", name, phase }),
      followUp: (progress) => {
        const added = progress.papers.find((paper) => plainName(paper.name) === plainName(name));
        if (added === undefined) return [];
        const marks = ticks
          .filter(({ cell }) => cell !== undefined && readTick(cell.text) === true)
          .map(({ aspect }) => markPaper(added.id, aspect, true));
        return minutes ? [...marks, adjust(added.id, minutes)] : marks;
      },
    });
  }
}

type FieldEdit = { readonly commands: readonly Command[] } | { readonly fault: string };

/** Null when the field says, in other words, what it said before. */
function fieldEdit(
  key: string,
  found: FoundText,
  base: DesiredField,
  now: DesiredField,
  mode: "follow" | "adopt",
): FieldEdit | null {
  const { text } = found;
  switch (base.kind) {
    case "stamp":
      return null;
    case "derived":
      // Whether it agrees is known only after the other edits; see `derivedProblems`.
      return null;
    case "tick": {
      const done = readTick(text);
      if (done === null) return { fault: tickFault(text) };
      if (done === readTick(base.text) || (mode === "adopt" && !done)) return null;
      const [, paper, aspect] = key.split(":");
      const known = aspects.find((candidate) => candidate === aspect);
      if (known === undefined) return null;
      return { commands: [markPaper(paper as PaperId, known, done)] };
    }
    case "hours": {
      const minutes = readHours(text);
      if (minutes === null) return { fault: hoursFault(text) };
      const change = minutes - (base.minutes ?? 0);
      if (change === 0 || (mode === "adopt" && minutes === 0)) return null;
      return { commands: [adjust(key.split(":")[1] as PaperId, change)] };
    }
    case "day": {
      const on = readDay(text);
      if (on === undefined) {
        return { fault: `"${text}" is not a date; write it as 2026-11-23 or 23 November 2026.` };
      }
      if (on === readDay(base.text)) return null;
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
      if (written === readText(base.text)) return null;
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
  if (now.text === base.text || now.text === file) return [];
  return [{ do: "note-conflict", field: key, file, journal: now.text }];
}

/**
 * A tracker kept by hand may hold hours that no row accounts for: the difference between its totals and what
 * the rows came to, as time without a paper. Rows do not say how much of them was implementing, so its total goes
 * as far as the hours beyond the rows; the rest is reported with the figure.
 */
export function totalsBeyond(scan: Scan, progress: Progress): readonly Command[] {
  const written = (key: "hours" | "implementHours") => {
    const found = scan.fields.get(key);
    return found === undefined || isBlank(found.text) ? 0 : (readHours(found.text) ?? 0);
  };
  const implementing = Math.max(0, written("implementHours") - progress.implementMinutes);
  const total = Math.max(written("hours"), written("implementHours"));
  const beyond = Math.max(0, total - progress.minutes);
  const implement = Math.min(implementing, beyond);
  const parts = [
    { activity: "implement", minutes: implement },
    { activity: "read", minutes: beyond - implement },
  ] as const;
  return parts
    .filter(({ minutes }) => minutes > 0)
    .map((part): Command => ({ do: "adjust-hours", paper: null, ...part }));
}

/**
 * Derived figures that the learner wrote over and that do not agree with what they add up to, once the other
 * edits are in. They are left as they are and reported. A figure that any of `bases` had was the program's.
 */
export function derivedProblems(scan: Scan, bases: readonly Desired[], after: Desired): Reading {
  const problems: Problem[] = [];
  const kept = new Set<string>();
  for (const [key, found] of scan.fields) {
    const computed = after.fields[key];
    if (computed?.kind !== "derived") continue;
    if (isBlank(found.text) || found.text === computed.text) continue;
    if (bases.some(({ fields }) => fields[key]?.text === found.text)) continue;
    // In a file that is taken over, a figure of nothing was never filled in.
    if (bases.length === 0 && /^0(\/|$)/.test(found.text)) continue;
    kept.add(key);
    problems.push({
      line: found.line,
      column: found.column,
      message: `"${found.text}" is a figure that study computes, and it comes to "${computed.text}". Empty it to get it back, and change the table above it instead.`,
    });
  }
  return { edits: [], problems, kept };
}

/** A paper whose row was in the table and is not there any more. */
function lostPaper(
  base: Agreed,
  shown: ReadonlySet<PaperId | null>,
  table: string,
): string | undefined {
  return base.papers.find(
    (paper) => paper.table === table && base.inFile.has(paper.id) && !shown.has(paper.id),
  )?.name;
}

function byId(
  items: readonly DesiredItem[] | undefined,
  { id }: Pick<DesiredItem, "id">,
): DesiredItem | null {
  return items?.find((item) => item.id === id) ?? null;
}

function at(key: string, found: FoundText, command: Command): Edit {
  return { key, line: found.line, column: found.column, command };
}

function newItem(list: string, text: FoundText, done: boolean): Edit {
  const kind = list.startsWith("week:") ? "task" : list === "milestones" ? "milestone" : "resource";
  return {
    ...at(list, text, { do: "add-item", kind, list, text: text.text }),
    followUp: (progress) => {
      const lists = [
        ...progress.weeks.flatMap((week) => week.tasks),
        ...progress.milestones,
        ...progress.resources.flatMap((group) => group.items),
      ];
      const added = lists.findLast((item) => item.own && item.text === text.text && !item.done);
      return done && added ? [{ do: "mark-item", item: added.id, done: true }] : [];
    },
  };
}

function markPaper(paper: PaperId, aspect: (typeof aspects)[number], done: boolean): Command {
  return { do: "mark-paper", paper, aspect, done };
}

function adjust(paper: PaperId, minutes: number): Command {
  return { do: "adjust-hours", paper, activity: "read", minutes };
}

function tickFault(text: string): string {
  return `"${text}" is neither ticked nor empty; write ☑ or ☐.`;
}

function hoursFault(text: string): string {
  return `"${text}" is not an amount of hours; write it as 1.5 or 1h30.`;
}
