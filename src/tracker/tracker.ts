/** The tracker file, both ways: reading the learner's edits and writing the program's. */

import type { Curriculum, PaperId } from "../core/content/curriculum.ts";
import type { Situation } from "../core/decide/decision.ts";
import { decideEach } from "../core/decide/rehearse.ts";
import type { Body } from "../core/entries/entry.ts";
import type { Progress } from "../core/progress/progress.ts";
import { addDays, daysBetween } from "../core/time/calendar.ts";
import { mergeProblem } from "../core/words/merge-marks.ts";
import type { Problem } from "../core/words/problem.ts";
import { type Base, markOf, saidBy, shownIn, withMark } from "./base.ts";
import { type Desired, type DesiredField, desiredOf, paperField, shownWeeks } from "./desired.ts";
import { readEdits } from "./edits/edits.ts";
import { derivedProblems, totalsBeyond } from "./edits/figures.ts";
import type { Agreed, Edit } from "./edits/reading.ts";
import { blank } from "./form.ts";
import { matchRows } from "./match.ts";
import { meantBy } from "./meant.ts";
import { addedWeeks, patchTracker } from "./patch.ts";
import { renderTracker } from "./render.ts";
import { type Scan, scanTracker } from "./scan.ts";
import { rowNames, vocabularyOf } from "./vocabulary.ts";

export interface TakenIn {
  /** What the edits come to. */
  readonly bodies: readonly Body[];
  /** The text says something that its base does not, be it that the journal says the same by now. */
  readonly edited: boolean;
  readonly problems: readonly Problem[];
  readonly kept: Kept;
}

/** Fields that are left as they are; `everything` when the file as a whole is not trusted. */
export type Kept = ReadonlySet<string> | "everything";

/** More changes than a person makes between two savings: a file that was replaced or mangled. */
const mostEdits = 1000;

/** What stands where in a tracker file. */
export function readTracker(source: string, curriculum: Curriculum): Scan {
  return scanTracker(source, vocabularyOf(curriculum));
}

/** The edits in a file. */
export function takeIn(scan: Scan, base: Base, situation: Situation): TakenIn {
  const { curriculum } = situation;
  const merge = mergeProblem(scan.source);
  if (merge !== null) return { bodies: [], edited: false, problems: [merge], kept: "everything" };
  const now = desiredIn(scan, situation.progress);
  const agreed = base.is === "none" ? null : base.agreed;
  const names = rowNames(curriculum, situation.progress, agreed);
  const reading = readEdits(scan, agreed, now, names);
  const { edits, stayed } = meantBy(reading.edits, base, {
    now,
    against: (other) => readEdits(scan, other, now, names).edits,
    lostEnd: !scan.fields.has("nextReview"),
  });

  if (edits.length > mostEdits) return tooMany(edits);

  const problems = [...reading.problems, ...stayed];
  const kept = new Set(reading.kept);
  const bodies: Body[] = [];
  let latest = situation;
  const attempt = (asked: readonly Edit[]) => {
    const first = decideEach(
      asked.map(({ command }) => command),
      latest,
    );
    const accepted: { readonly edit: Edit; readonly made: readonly Body[] }[] = [];
    first.decisions.forEach((decision, index) => {
      const edit = asked[index] as Edit;
      if (decision.ok) accepted.push({ edit, made: decision.bodies });
      else {
        kept.add(edit.key);
        problems.push({ line: edit.line, column: edit.column, message: decision.message });
      }
    });
    // What needs the entries of others comes when all of those are there.
    const more = accepted.flatMap(({ edit, made }) => edit.followUp?.(made) ?? []);
    const second = decideEach(more, first.situation);
    bodies.push(
      ...accepted.flatMap(({ made }) => made),
      ...second.decisions.flatMap((decision) => (decision.ok ? decision.bodies : [])),
    );
    latest = second.situation;
  };
  if (agreed !== null) attempt(edits);
  else {
    // The plan's dates first: hours without a date are laid out between them.
    attempt(edits.filter((edit) => !isHours(edit)));
    attempt(dated(edits.filter(isHours), latest));
    for (const command of totalsBeyond(scan, latest.progress)) {
      attempt(dated([{ key: "hours", line: 1, column: 1, command }], latest));
    }
  }
  const derived = derivedProblems(scan, basesOf(base), desiredIn(scan, latest.progress));
  const saysOther = () =>
    agreed !== null && readEdits(scan, agreed, agreed, names).edits.length > 0;
  return {
    bodies,
    edited: bodies.length > 0 || saysOther(),
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

/** What a text of this base may have been edited from. */
function basesOf(base: Base): readonly Agreed[] {
  if (base.is === "none") return [];
  return base.is === "named" ? [base.agreed] : base.remembered;
}

function tooMany(edits: readonly Edit[]): TakenIn {
  const first = edits.reduce((a, b) => (b.line < a.line ? b : a));
  const message = `${edits.length} changes at once, the first here, are more than the ${mostEdits} that are taken in; the file is left as it is. Make them in smaller steps, or restore the file.`;
  return {
    bodies: [],
    edited: false,
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
  if (curriculum.document !== null) {
    const scan = readTracker(curriculum.document.text, curriculum);
    return bringUpToDate(scan, { is: "none" }, curriculum, progress, new Set(), 0);
  }
  const desired = desiredOf(progress, shownWeeks(progress));
  const inFile = new Set(desired.papers.map(({ id }) => id));
  const agreed = { ...desired, inFile };
  return { text: renderTracker(curriculum, progress, markOf(writeAgreed(agreed), 0)), agreed };
}

const noAgreement: Agreed = { fields: {}, lists: {}, papers: [], inFile: new Set() };

/** The file with everything that the program owns brought to `progress`; all else is as it was. `round`: as in `markOf`. */
export function bringUpToDate(
  scan: Scan,
  base: Base,
  curriculum: Curriculum,
  progress: Progress,
  kept: Kept,
  round: number,
): Written {
  const desired = desiredIn(scan, progress);
  const from = base.is === "none" ? null : base.agreed;
  const rows = matchRows(scan, rowNames(curriculum, progress, from));
  const present = new Set(rows.map(({ paper }) => paper));
  const known = from ?? { ...noAgreement, inFile: papersIn(scan, curriculum, progress) };
  // A paper whose row went is still missed while its table is there. A paper of the learner's own that had no row
  // has been given one.
  const inFile = desired.papers
    .filter(({ id, table, own }) => {
      if (present.has(id)) return true;
      if (known.inFile.has(id)) return scan.tables.has(table);
      return own && scan.tables.has(table) && kept !== "everything";
    })
    .map(({ id }) => id);
  const lists = new Set([...scan.lists.keys(), ...addedWeeks(scan, known, desired)]);
  const agreed = {
    ...desired,
    fields: withKept(desired.fields, known.fields, kept),
    lists: { ...gone(known.lists), ...shownIn(lists, desired) },
    inFile: new Set(inFile),
  };
  if (kept === "everything") return { text: scan.source, agreed: known };
  const { updated } = desired.fields;
  const stamp: DesiredField = {
    kind: "stamp",
    text: withMark(updated?.text ?? blank, markOf(writeAgreed(agreed), round)),
  };
  const wanted = { ...desired, fields: { ...desired.fields, updated: stamp } };
  return { text: patchTracker(scan, known, wanted, progress, rows, kept), agreed };
}

/** A field that is left as the learner has it is agreed on as it was before. */
/**
 * Lists that a text had: where one is nowhere in the text that follows, it is not written anew. Should it come
 * back, its lines are taken over as those of a list that was never agreed on.
 */
function gone(lists: Agreed["lists"]): Agreed["lists"] {
  return Object.fromEntries(Object.keys(lists).map((list) => [list, []]));
}

function withKept(fields: Desired["fields"], before: Desired["fields"], kept: Kept) {
  if (kept === "everything") return before;
  const same = [...kept].flatMap((key) => {
    const field = before[key];
    return field === undefined ? [] : [[key, field] as const];
  });
  return { ...fields, ...Object.fromEntries(same) };
}

/** What the text says by itself, with its edits taken in: the base of a text that could not be written over. */
export function agreedAsRead(
  scan: Scan,
  base: Base,
  curriculum: Curriculum,
  progress: Progress,
): Agreed {
  const desired = desiredIn(scan, progress);
  const from = base.is === "none" ? null : base.agreed;
  const rows = matchRows(scan, rowNames(curriculum, progress, from));
  const cells = rows.flatMap(({ paper, found }) =>
    paper === null
      ? []
      : Object.entries(found.cells).map(
          ([column, cell]) => [paperField(paper, column), cell] as const,
        ),
  );
  const inFile = new Set(rows.flatMap(({ paper }) => (paper === null ? [] : [paper])));
  return saidBy(scan, cells, { ...desired, inFile });
}

export function writeAgreed(agreed: Agreed): string {
  return JSON.stringify({ ...agreed, inFile: [...agreed.inFile] });
}

/** Null for a text that `writeAgreed` did not write. */
export function readAgreed(text: string): Agreed | null {
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
