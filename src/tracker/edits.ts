/**
 * What the learner changed in a tracker file since it was last agreed on, as commands, and what could not be
 * understood, as problems. Laws: see SPEC.md.
 */

import type { PaperId } from "../core/content/curriculum.ts";
import { plainName } from "../core/content/names.ts";
import type { Command } from "../core/decide/command.ts";
import { type Aspect, type AspectState, aspects, type Body } from "../core/entries/entry.ts";
import type { Progress } from "../core/progress/progress.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Line } from "./blocks.ts";
import { type Desired, type DesiredField, type DesiredItem, paperField } from "./desired.ts";
import { fixedProblems } from "./fixed-problems.ts";
import { asMeant, dayFault, isBlank, readDay, readHours, readText } from "./form.ts";
import { type MatchedLine, matchList, matchRows } from "./match.ts";
import { missingProblems } from "./missing.ts";
import { plainWords, sameText } from "./plain.ts";
import { says } from "./says.ts";
import type { FoundField, FoundList, FoundRow, FoundText, Scan } from "./scan.ts";
import { readState, saysSkipped } from "./states.ts";
import { cellName, type RowNames } from "./vocabulary.ts";
import { wholeValue } from "./whole-value.ts";

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
  /** Commands that need what `command` made, from its entries. */
  readonly followUp?: (made: readonly Body[]) => readonly Command[];
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
  const problems: Problem[] = [
    ...scan.problems,
    ...missingProblems(scan, base, now),
    ...fixedProblems(scan, base, now),
  ];
  const kept = new Set<string>();
  const reject = (key: string, at: FoundText, message: string) => {
    kept.add(key);
    problems.push({ line: at.line, column: at.column, message });
  };

  const readField = (key: string, field: FoundText | FoundField) => {
    const agreed = base?.fields[key];
    const current = now.fields[key];
    if (current === undefined) return;
    const before = agreed ?? current;
    const mode = agreed === undefined ? "adopt" : "follow";
    const found = wholeValue(field, [before, current]);
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

  /** How many strange rows each table has had so far. */
  const strangers = new Map<string, number>();
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
    } else if (found.form === "row") {
      if (namesPaper(cellName(found.name.text))) readNewRow(found, table);
      else {
        problems.push({
          line: found.line.number,
          column: found.name.column,
          message: `The row "${found.name.text.trim()}" names no paper; it is left as it is.`,
        });
      }
    }
  }
  const strange = new Set(rows.filter(({ paper }) => paper === null).map(({ table }) => table));
  const known = new Set(now.papers.map(({ id }) => id));
  for (const { id, name, table, own } of base?.papers ?? []) {
    const head = scan.tables.get(table)?.head;
    if (shown.has(id) || !base?.inFile.has(id) || head === undefined || !known.has(id)) continue;
    if (strange.has(table) || scan.elsewhere.has(plainName(name))) continue;
    if (own) {
      edits.push({ key: id, line: 1, column: 1, command: { do: "remove-paper", paper: id } });
    } else {
      problems.push({
        line: head.number,
        column: 1,
        message: `"${name}" has no row in this table any more. Its record is kept and counted; put the row back to see it, or leave the paper out with \`study paper skip ${id}\`.`,
      });
    }
  }

  for (const [list, found] of scan.lists) readList(list, found);
  return { edits, problems, kept };

  function readList(list: string, found: FoundList): void {
    const before = base?.lists[list];
    const current = now.lists[list] ?? [];
    const mode = before === undefined || before.length === 0 ? "adopt" : "follow";
    // A line may carry an item's text of today or the one last agreed on.
    const older = (before ?? []).filter(
      (item) => !current.some(({ id, text }) => id === item.id && text === item.text),
    );
    const matched = matchList(found, [...current, ...older], "edited");
    const [of, was] = [byIds(current), byIds(before ?? [])];
    for (const line of matched.lines) {
      const { item } = line;
      if (item === null) readNewItem(list, line);
      else readItem(list, was.get(item.id) ?? item, of.get(item.id) ?? null, line, mode);
    }
    for (const { item, line } of matched.misshapen) {
      if (of.has(item.id)) tellShape(of.get(item.id) ?? item, line);
    }
    if (before === undefined) return;
    const missing = matched.missing.filter(({ id }) => was.has(id) && of.has(id));
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
      const [older, newer] = [was.get(id), of.get(id)];
      if (older?.text !== newer?.text) {
        problems.push({
          line: 1,
          column: 1,
          message: `A command changed "${older?.text}" to "${newer?.text}", and its line was deleted in an older text of the file. It stays; delete it once more if you mean it.`,
        });
        continue;
      }
      edits.push({ key: id, line: 1, column: 1, command: { do: "remove-item", item: id } });
    }
  }

  function readItem(
    list: string,
    before: DesiredItem,
    current: DesiredItem | null,
    line: MatchedLine,
    mode: "follow" | "adopt",
  ): void {
    const { id, label } = before;
    const { found, words, same } = line;
    if (current === null) {
      // It was removed meanwhile. A line with other words than it had is the learner's, and new.
      if (!same) readNewItem(list, line);
      else if (found.mark?.done === !before.done) {
        problems.push({
          line: found.line.number,
          column: found.mark.column,
          message: `"${before.text}" was ${before.done ? "unticked" : "ticked"} here and removed by a command. It stays removed; \`study undo\` brings it back.`,
        });
      }
      return;
    }
    const done = found.form === "hidden" ? null : (found.mark?.done ?? null);
    if (done === null && found.form !== "hidden") tellMark(line, before);
    if (done !== null && done !== before.done && !(mode === "adopt" && !done)) {
      const where = found.mark ?? words;
      edits.push(at(id, where, { do: "mark-item", item: id, done }));
    }
    const written = label === null ? asMeant(words.text) : withoutLabel(asMeant(words.text), label);
    tellLabel(before, line);
    const plain = plainWords(written);
    // An empty line is an edit in progress.
    if (plain === "" || plain === plainWords(before.text) || plain === plainWords(current.text))
      return;
    if (current.text !== before.text) {
      const field = `item:${id}`;
      const journal = current.text;
      edits.push(at(id, words, { do: "note-conflict", field, file: written, journal }));
    }
    edits.push(at(id, words, { do: "edit-item", item: id, text: written }));
  }

  /** Its words are there, so it is not gone; what the line says of it can't be seen. */
  function tellShape({ text, done }: DesiredItem, line: Line): void {
    const box = done ? "[x]" : "[ ]";
    problems.push({
      line: line.number,
      column: 1,
      message: `"${text}" stands here in a form that is not understood; it stays ${done ? "done" : "not done"}. Write it as "- ${box} ${text}".`,
    });
  }

  /** A milestone under another label, or none. */
  function tellLabel({ label, text }: DesiredItem, { words }: MatchedLine): void {
    const written = plainWords(words.text);
    const rest = label === null ? null : written.slice(plainWords(label).length);
    if (label === null || written === "") return;
    if (written.startsWith(plainWords(label)) && /^(?::| -)/.test(rest ?? "")) return;
    problems.push({
      line: words.line,
      column: words.column,
      message: `The label of "${text}" is "${label}". The file can't change it; yours stays in the file alone.`,
    });
  }

  function readNewItem(list: string, { found, words }: MatchedLine): void {
    const done = found.mark?.done ?? null;
    if (done === null) {
      problems.push({
        line: found.line.number,
        column: found.mark?.column ?? words.column,
        message: "This checklist line has neither [ ] nor [x]; it is left as it is.",
      });
      return;
    }
    edits.push(newItem(list, words, done));
  }

  /** Whether the item is done can't be seen; it is as it was. */
  function tellMark({ found, words }: MatchedLine, { text, done }: DesiredItem): void {
    const state = done ? "done" : "not done";
    problems.push({
      line: found.line.number,
      column: found.mark?.column ?? words.column,
      message:
        found.mark === null
          ? `"${text}" has no box; it stays ${state}. Write [ ] or [x] before it.`
          : `"${found.mark.text}" is neither [ ] nor [x]; "${text}" stays ${state}.`,
    });
  }

  function readNewRow(found: FoundRow, table: string): void {
    const name = cellName(found.name.text);
    const nth = strangers.get(table) ?? 0;
    strangers.set(table, nth + 1);
    const lost = base === null ? undefined : lostPaper(base, shown, table, nth);
    if (lost !== undefined) {
      problems.push({
        line: found.line.number,
        column: found.name.column,
        message: `The row "${name}" is new and the row of "${lost}" is gone. To rename is not possible; put "${lost}" back, and "${name}" becomes a paper of its own.`,
      });
      return;
    }
    const states = aspects.flatMap((aspect) => {
      const cell = found.cells[aspect];
      const state = cell === undefined ? "blank" : readState(cell.text);
      if (cell !== undefined && state === null) {
        reject(`new:${name}:${aspect}`, cell, stateFault(cell.text));
      }
      return state === null || state === "blank" ? [] : [{ aspect, state }];
    });
    const { hours } = found.cells;
    const minutes = hours === undefined ? 0 : readHours(hours.text);
    if (minutes === null && hours !== undefined)
      reject(`new:${name}`, hours, hoursFault(hours.text));
    const phase = table === "bonus" ? null : Number(table);
    edits.push({
      ...at(name, found.name, { do: "add-paper", name, phase }),
      followUp: ([made]) => {
        if (made?.type !== "paper.added") return [];
        const marks = states
          .filter(({ state }) => state !== "none")
          .map(({ aspect, state }) => setState(made.paper, aspect, state));
        return minutes ? [...marks, adjust(made.paper, minutes)] : marks;
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
    if (isBlank(found.text) || says(found.text, computed)) continue;
    const wasSo = ({ fields }: Desired) =>
      fields[key] !== undefined && says(found.text, fields[key]);
    if (bases.some(wasSo)) continue;
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

/** The n-th paper whose row was in the table and is not there any more, or the last. */
function lostPaper(
  base: Agreed,
  shown: ReadonlySet<PaperId | null>,
  table: string,
  nth: number,
): string | undefined {
  const lost = base.papers.filter(
    (paper) => paper.table === table && base.inFile.has(paper.id) && !shown.has(paper.id),
  );
  return (lost[nth] ?? lost.at(-1))?.name;
}

/** A row of sums or of dots is none of a paper. */
function namesPaper(name: string): boolean {
  const words = plainName(name);
  return /[\p{L}\p{N}]/u.test(words) && !sums.test(words);
}

const sums =
  /^(?:(?:sub|grand|overall)?totals?|sums?|averages?|summe|gesamt|overall|all(?:papers)?|phase\d*totals?|(?:sub)?totals?(?:hours|papers))$/u;

function byIds(items: readonly DesiredItem[]): ReadonlyMap<string, DesiredItem> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The paper and the column of a cell's key. */
function cellOf(key: string): readonly [PaperId, string] {
  const end = key.lastIndexOf(":");
  return [key.slice(key.indexOf(":") + 1, end) as PaperId, key.slice(end + 1)];
}

/** A milestone's text without its label, in whatever hand the label is. */
function withoutLabel(text: string, label: string): string {
  const [, name, rest] =
    /^[*_]{0,3}([^:*_]{1,60}?)[*_]{0,3}\s*(?::|[–—-]\s)[*_]{0,3}\s*(.*)$/su.exec(text) ?? [];
  return name !== undefined && plainName(name) === plainName(label) ? (rest ?? "").trim() : text;
}

function at(key: string, found: FoundText, command: Command): Edit {
  return { key, line: found.line, column: found.column, command };
}

function newItem(list: string, words: FoundText, done: boolean): Edit {
  const kind = list.startsWith("week:") ? "task" : list === "milestones" ? "milestone" : "resource";
  const said = asMeant(words.text.replace(/\s*\r?\n\s*/g, " "));
  // A milestone's own label is bold in the form, and is words all the same.
  const text =
    kind === "milestone" ? said.replace(/^\*\*([^*]{1,60})\*\*(?=\s*[:–—-])/u, "$1") : said;
  return {
    ...at(list, words, { do: "add-item", kind, list, text }),
    followUp: ([made]) =>
      done && made?.type === "item.added" ? [{ do: "mark-item", item: made.item, done }] : [],
  };
}

/** A tick is the command of old, where it says enough. */
function setState(paper: PaperId, aspect: Aspect, state: AspectState): Command {
  return state === "started"
    ? { do: "progress-paper", paper, aspect, state }
    : { do: "mark-paper", paper, aspect, done: state === "done" };
}

function adjust(paper: PaperId, minutes: number): Command {
  return { do: "adjust-hours", paper, activity: "read", minutes };
}

function stateFault(text: string): string {
  return `"${text}" is neither ticked nor empty; write ☑ or ☐.`;
}

function hoursFault(text: string): string {
  return `"${text}" is not an amount of hours; write it as 1.5 or 1h30.`;
}
