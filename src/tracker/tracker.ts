/** The tracker file, both ways: reading the learner's edits and writing the program's. */

import type { Curriculum, PaperId } from "../core/content/curriculum.ts";
import { decide } from "../core/decide/decide.ts";
import type { Decision, Situation } from "../core/decide/decision.ts";
import { after } from "../core/decide/rehearse.ts";
import type { Body } from "../core/entries/entry.ts";
import type { Progress } from "../core/progress/progress.ts";
import { addDays, daysBetween } from "../core/time/calendar.ts";
import { type Desired, desiredOf, shownWeeks } from "./desired.ts";
import { type Agreed, derivedProblems, type Edit, readEdits, totalsBeyond } from "./edits.ts";
import { matchRows } from "./match.ts";
import { patchTracker } from "./patch.ts";
import type { Problem } from "./problem.ts";
import { renderTracker } from "./render.ts";
import { type Scan, scanTracker } from "./scan.ts";
import { rowNames, vocabularyOf } from "./vocabulary.ts";

export interface TakenIn {
  /** What the edits come to. */
  readonly bodies: readonly Body[];
  readonly problems: readonly Problem[];
  readonly kept: Kept;
}

/** Fields that are left as they are; `everything` when the file as a whole is not trusted. */
export type Kept = ReadonlySet<string> | "everything";

/** More changes than a person makes between two savings: a file that was replaced or mangled. */
const mostEdits = 1000;

/** Reads the edits in `source`; `base` is null for a file that was never agreed on. */
export function takeIn(source: string, base: Agreed | null, situation: Situation): TakenIn {
  const { curriculum } = situation;
  const scan = scanTracker(source, vocabularyOf(curriculum));
  const now = desiredIn(scan, situation.progress);
  const names = rowNames(curriculum, situation.progress, base);
  const from = base ?? { ...now, inFile: papersIn(scan, curriculum, situation.progress) };
  const mode = base === null ? "adopt" : "follow";
  const reading = readEdits(scan, from, now, names, mode);

  if (reading.edits.length > mostEdits) return tooMany(reading.edits);

  const problems = [...reading.problems];
  const kept = new Set(reading.kept);
  const bodies: Body[] = [];
  let latest = situation;
  const accept = (decision: Decision): boolean => {
    if (!decision.ok) return false;
    bodies.push(...decision.bodies);
    latest = after(latest, decision.bodies);
    return true;
  };
  const attempt = (edit: Edit) => {
    const decision = decide(edit.command, latest);
    if (!accept(decision)) {
      kept.add(edit.key);
      const message = decision.ok ? "" : decision.message;
      problems.push({ line: edit.line, column: edit.column, message });
      return;
    }
    for (const next of edit.followUp?.(latest.progress) ?? []) accept(decide(next, latest));
  };
  if (base !== null) reading.edits.forEach(attempt);
  else {
    // The plan's dates first: hours without a date are laid out between them.
    const [hours, others] = [
      reading.edits.filter(isHours),
      reading.edits.filter((edit) => !isHours(edit)),
    ];
    others.forEach(attempt);
    dated(hours, latest).forEach(attempt);
    for (const command of totalsBeyond(scan, latest.progress)) {
      const [edit] = dated([{ key: "hours", line: 1, column: 1, command }], latest);
      if (edit !== undefined) accept(decide(edit.command, latest));
    }
  }
  const derived = derivedProblems(scan, from, desiredIn(scan, latest.progress), mode);
  return {
    bodies,
    problems: [...problems, ...derived.problems].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
    kept: new Set([...kept, ...derived.kept]),
  };
}

function isHours({ command }: Edit): boolean {
  return command.do === "adjust-hours";
}

/**
 * Days for hours that a tracker kept by hand gives without any: in the order of its rows, from the start of the
 * plan to today, each paper as far along as its share of all hours. Otherwise all of them would seem to be of
 * the day on which the tracker was taken over, and the pace with them.
 */
function dated(edits: readonly Edit[], { progress }: Situation): readonly Edit[] {
  const { start, today } = progress;
  if (start === null || start >= today) return edits;
  const minutesOf = ({ command }: Edit) =>
    command.do === "adjust-hours" ? Math.max(0, command.minutes) : 0;
  const total = edits.reduce((sum, edit) => sum + minutesOf(edit), 0);
  let before = 0;
  return edits.map((edit) => {
    if (edit.command.do !== "adjust-hours") return edit;
    const middle = before + minutesOf(edit) / 2;
    before += minutesOf(edit);
    const share = total === 0 ? 0.5 : middle / total;
    const on = addDays(start, Math.floor(share * daysBetween(start, today)));
    return { ...edit, command: { ...edit.command, on } };
  });
}

/**
 * Which agreement the learner had before them when they edited `source`: the latest, or, where an editor saved a
 * text that was some writings old, an earlier one. Nobody writes the computed figures by hand, so an earlier
 * agreement counts when all of them are as it had them and not as the latest has them.
 */
export function baseOf(
  source: string,
  latest: Agreed,
  earlier: Iterable<Agreed>,
  curriculum: Curriculum,
): Agreed {
  const { fields } = scanTracker(source, vocabularyOf(curriculum));
  const hasFiguresOf = (agreed: Agreed) =>
    [...fields].every(([key, found]) => {
      const field = agreed.fields[key];
      const computed = field?.kind === "derived" || field?.kind === "stamp";
      return !computed || found.text === field.text;
    });
  if (hasFiguresOf(latest)) return latest;
  for (const agreed of earlier) if (hasFiguresOf(agreed)) return agreed;
  return latest;
}

function tooMany(edits: readonly Edit[]): TakenIn {
  const first = edits.reduce((a, b) => (b.line < a.line ? b : a));
  const message = `${edits.length} changes at once, the first here, are more than the ${mostEdits} that are taken in; the file is left as it is. Make them in smaller steps, or restore the file.`;
  return {
    bodies: [],
    problems: [{ line: first.line, column: first.column, message }],
    kept: "everything",
  };
}

export interface Written {
  readonly text: string;
  /** What the text agrees on, for the next comparison. */
  readonly agreed: Agreed;
}

/** The whole document, for a workspace that has none. */
export function writeAnew(curriculum: Curriculum, progress: Progress): Written {
  const desired = desiredOf(progress, shownWeeks(progress));
  const inFile = new Set(desired.papers.map(({ id }) => id));
  return { text: renderTracker(curriculum, progress), agreed: { ...desired, inFile } };
}

/** The file with everything that the program owns brought to `progress`; all else is as it was. */
export function bringUpToDate(
  source: string,
  base: Agreed | null,
  curriculum: Curriculum,
  progress: Progress,
  kept: Kept,
): Written {
  const scan = scanTracker(source, vocabularyOf(curriculum));
  const desired = desiredIn(scan, progress);
  const rows = matchRows(scan, rowNames(curriculum, progress, base));
  const present = new Set(rows.map(({ paper }) => paper));
  const from = base ?? { ...desired, inFile: papersIn(scan, curriculum, progress) };
  const text =
    kept === "everything" ? source : patchTracker(scan, from, desired, progress, rows, kept);
  // A paper whose row went while a strange row stands in its table is still missed: the strange row may be
  // its new name. A paper of the learner's own that had no row has been given one.
  const strange = new Set(rows.filter(({ paper }) => paper === null).map(({ table }) => table));
  const inFile = desired.papers
    .filter(({ id, table, own }) => {
      if (present.has(id)) return true;
      if (from.inFile.has(id)) return strange.has(table);
      return own && scan.tables.has(table) && kept !== "everything";
    })
    .map(({ id }) => id);
  return { text, agreed: { ...desired, inFile: new Set(inFile) } };
}

export function writeAgreement(agreed: Agreed): string {
  return JSON.stringify({ ...agreed, inFile: [...agreed.inFile] });
}

/** Null for a text that `writeAgreement` did not write. */
export function readAgreement(text: string): Agreed | null {
  try {
    const stored = JSON.parse(text) as Desired & { readonly inFile: readonly PaperId[] };
    return { ...stored, inFile: new Set(stored.inFile) };
  } catch {
    return null;
  }
}

/** The weeks that have come, and any that the file has early. */
function desiredIn(scan: Scan, progress: Progress): Desired {
  return desiredOf(progress, new Set([...shownWeeks(progress), ...scan.weekEnds.keys()]));
}

function papersIn(scan: Scan, curriculum: Curriculum, progress: Progress): ReadonlySet<PaperId> {
  const rows = matchRows(scan, rowNames(curriculum, progress, null));
  return new Set(rows.flatMap(({ paper }) => (paper === null ? [] : [paper])));
}
