/**
 * One turn of a folder, as a value: what was read and what is asked become what is recorded, what the file says
 * next and what is told. Nothing here reads or writes; a race between the file, the journal and an editor is an
 * argument. Laws: tracker/SPEC.md.
 */
import type { Command } from "../core/decide/command.ts";
import type { Refusal, Situation } from "../core/decide/decision.ts";
import { after, decideAll } from "../core/decide/rehearse.ts";
import type { Body, Origin } from "../core/entries/entry.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Remembered } from "../journal/agreements.ts";
import type { Arrival, Step } from "../journal/port.ts";
import { type Base, markIn, markOf } from "../tracker/base.ts";
import {
  agreedAsRead,
  bringUpToDate,
  readTracker,
  type TakenIn,
  takeIn,
  type Written,
  writeAgreed,
  writeAnew,
} from "../tracker/tracker.ts";
import { type Agreement, latestIn, namedIn, writeAgreement } from "./agreement.ts";
import { settleTime, wholenessOf } from "./cut-off.ts";
import { type Source, sourceOf } from "./source.ts";
import type { FolderRead, PresentFile } from "./tracker-file.ts";

export interface Asked {
  readonly read: FolderRead;
  readonly remembered: Remembered;
  /** How things stand before the turn. */
  readonly situation: Situation;
  /** The journal's last arrival before the turn. */
  readonly arrival: Arrival;
  readonly commands: readonly Command[];
  readonly by: Origin;
  /** Whether the file's edits are read, or (after a restore) written over. */
  readonly edits: "read" | "ignored";
}

export interface Turn {
  readonly steps: readonly Step[];
  /** Why the commands were not recorded; the file's edits are all the same. */
  readonly refusal: Refusal | null;
  /** What the file says next; null leaves it as it is. */
  readonly text: string | null;
  /** What is remembered of it, oldest first. */
  readonly agreements: readonly Agreement[];
  /** All that could not be understood, and those of it that have not been told yet. */
  readonly problems: readonly Problem[];
  readonly unsaid: readonly Problem[];
  /** A text that no file holds any more and that could not be taken in whole: it is kept aside. */
  readonly aside: string | null;
  /** What an undo leaves is known once it is recorded: another turn writes the file. */
  readonly more: boolean;
}

export function turn(asked: Asked): Turn {
  const latest = latestIn(asked.remembered);
  const { file } = asked.read;
  if (file.is === "ruined") return leave(asked, [ruinedProblem(file.why, latest)]);
  if (file.is === "dangling") return leave(asked, [danglingProblem(file.target)]);
  if (file.is === "unreadable") {
    return leave(asked, [{ line: 1, column: 1, message: `The file can't be read: ${file.why}.` }]);
  }
  const { now } = asked.situation;
  const is = file.is === "present" ? wholenessOf(file, latest, now) : "whole";
  // What was remembered is looked through last: as a rule the file says what it said.
  if (file.is === "present" && is !== "whole" && !isOwn(file.text, asked.remembered)) {
    return leave(asked, [is === "cut" ? cutProblem(file.text) : savingProblem]);
  }
  const found = lateFile(asked.read, latest, asked.remembered);
  const lateIs = found === null ? "whole" : wholenessOf(found, latest, now);
  // Who writes slowly into the file that was replaced is waited for too: it stays where it is meanwhile.
  if (lateIs === "saving") return leave(asked, [savingProblem]);
  const late = found === null || lateIs === "cut" ? null : found.text;
  // A file that is gone comes back as it last was, the learner's own sections included.
  const text = file.is === "present" ? file.text : (latest?.text ?? null);
  if (text === null) return write(asked, latest, null, nothingTaken);
  if (late === null)
    return text === latest?.text ? settled(asked, latest) : edited(asked, latest, text);
  if (text === latest?.text) return edited(asked, latest, late);
  return bothEdited(asked, latest, text, late);
}

function edited(asked: Asked, latest: Agreement | null, text: string): Turn {
  const source = sourceOf(text, asked);
  return write(asked, latest, source, takenIn(asked, source));
}

/** Somebody wrote on in the file that was replaced, and somebody into the one that took its place. */
function bothEdited(asked: Asked, latest: Agreement | null, text: string, late: string): Turn {
  const { bodies, problems } = takenIn(asked, sourceOf(late, asked));
  const next = { ...asked, situation: after(asked.situation, bodies) };
  const turned = edited(next, latest, text);
  return {
    ...turned,
    steps: [{ bodies, by: "file" as const }, ...turned.steps].filter(hasBodies),
    problems: [...problems, ...turned.problems],
    unsaid: [...problems, ...turned.unsaid],
    aside: late,
  };
}

function takenIn(asked: Asked, { scan, base }: Source): TakenIn {
  return asked.edits === "ignored" ? nothingTaken : takeIn(scan, base, asked.situation);
}

/** The file says what was last agreed on. */
function settled(asked: Asked, latest: Agreement): Turn {
  const { commands, read } = asked;
  const asIs = commands.length === 0 && latest.made === madeOf(asked, 0);
  // After a restore and a forgetting, the same place in the order of arrival is another journal.
  if (asked.edits === "read" && asIs && read.file.is === "present") {
    const { problems } = latest;
    return { ...nothingDone, problems };
  }
  // What was not understood is looked at again, so that it is not written over.
  if (latest.problems.length > 0) return edited(asked, latest, latest.text);
  const base: Base = { is: "named", agreed: latest.agreed, before: null };
  const scan = readTracker(latest.text, asked.situation.curriculum);
  return write(asked, latest, { text: latest.text, base, scan, fading: null }, nothingTaken);
}

function write(
  asked: Asked,
  latest: Agreement | null,
  source: Source | null,
  taken: TakenIn,
): Turn {
  const { curriculum } = asked.situation;
  const withEdits = after(asked.situation, taken.bodies);
  const decision = decideAll(asked.commands, withEdits);
  const bodies = decision.ok ? decision.bodies : [];
  const read = agreementAsRead(asked, source, taken, withEdits);
  const asRead = source?.fading == null ? read : [source.fading, ...read];
  const round = (latest?.round ?? 0) + read.length;
  const said = new Set(latest?.said);
  const done: Turn = {
    ...nothingDone,
    steps: stepsOf(asked, taken.bodies, bodies),
    refusal: decision.ok ? null : decision,
    agreements: asRead,
    problems: taken.problems,
    unsaid: taken.problems.filter(({ message }) => !said.has(message)),
  };
  if (bodies.some(isReversal)) return { ...done, more: true };
  const { progress } = after(withEdits, bodies);
  const written =
    source === null
      ? writeAnew(curriculum, progress)
      : bringUpToDate(source.scan, source.base, curriculum, progress, taken.kept, round);
  const { file } = asked.read;
  const onDisk = file.is === "present" ? file.text : null;
  const added = taken.bodies.length + bodies.length;
  return {
    ...done,
    text: written.text === onDisk ? null : written.text,
    agreements: [
      ...asRead,
      ...agreementWritten(asked, written, taken.problems, latest, added, round),
    ],
  };
}

/** What a text is made from: as many entries, on that day, against that curriculum. */
function madeOf({ arrival, situation }: Asked, added: number): string {
  return `${arrival + added}|${situation.progress.today}|${situation.curriculum.version}`;
}

function isReversal({ type }: Body): boolean {
  return type === "command.undone" || type === "command.redone";
}

function stepsOf(asked: Asked, edits: readonly Body[], bodies: readonly Body[]): readonly Step[] {
  const steps: readonly Step[] = [
    { bodies: edits, by: "file" },
    { bodies, by: asked.by },
  ];
  return steps.filter(hasBodies);
}

function hasBodies({ bodies }: Step): boolean {
  return bodies.length > 0;
}

/**
 * Edits that have been taken in are remembered under the mark that their text bears, in case that the file can't
 * be written, or the program ends before it is: they are not taken in twice.
 */
function agreementAsRead(
  { situation }: Asked,
  source: Source | null,
  { edited, problems }: TakenIn,
  withEdits: Situation,
): readonly Agreement[] {
  if (source === null || !edited) return [];
  const { text, scan, base } = source;
  const agreed = agreedAsRead(scan, base, situation.curriculum, withEdits.progress);
  const mark = markIn(text);
  return [{ mark, text, made: null, round: 0, agreed, problems, said: [], replaced: null }];
}

/** What the text agrees on; nothing when it is remembered already. */
function agreementWritten(
  asked: Asked,
  { text, agreed }: Written,
  problems: readonly Problem[],
  latest: Agreement | null,
  added: number,
  round: number,
): readonly Agreement[] {
  const { file, replaced } = asked.read;
  const stays = file.is === "present" && file.text === text;
  const before = stays ? replaced : file;
  const agreement: Agreement = {
    mark: markIn(text) ?? markOf(writeAgreed(agreed), round),
    text,
    made: madeOf(asked, added),
    round,
    agreed,
    problems,
    said: problems.map(({ message }) => message),
    replaced: before.is === "present" ? fingerprint(before.text) : null,
  };
  return latest !== null && writeAgreement(latest) === writeAgreement(agreement) ? [] : [agreement];
}

/** The file stays as it is; the commands are recorded all the same. */
function leave(asked: Asked, problems: readonly Problem[]): Turn {
  const decision = decideAll(asked.commands, asked.situation);
  return {
    steps: stepsOf(asked, [], decision.ok ? decision.bodies : []),
    refusal: decision.ok ? null : decision,
    text: null,
    agreements: [],
    problems,
    unsaid: problems,
    aside: null,
    more: false,
  };
}

const nothingDone: Turn = {
  steps: [],
  refusal: null,
  text: null,
  agreements: [],
  problems: [],
  unsaid: [],
  aside: null,
  more: false,
};

function fingerprint(text: string): string {
  return Bun.hash(text).toString(36);
}

/** What an editor wrote into the file that our last writing took the place of; null for nothing. */
function lateFile(
  { file, replaced }: FolderRead,
  latest: Agreement | null,
  remembered: Remembered,
): PresentFile | null {
  if (replaced.is !== "present" || latest?.replaced == null) return null;
  const same = fingerprint(replaced.text) === latest.replaced;
  // Where the writing was given up, both names lead to one file: it is read once.
  const once = file.is === "present" && file.text === replaced.text;
  if (same || once) return null;
  // Of several commands at once each takes the place of another's file: what we wrote ourselves was saved by nobody.
  return isOwn(replaced.text, remembered) ? null : replaced;
}

const nothingTaken: TakenIn = { bodies: [], edited: false, problems: [], kept: new Set() };

function ruinedProblem(why: string, latest: Agreement | null): Problem {
  const message =
    latest === null
      ? `The file ${why}. Delete it, and study writes it again.`
      : `The file ${why}. It is left alone; \`study doctor --repair\` brings its last text back, your own sections included.`;
  return { line: 1, column: 1, message };
}

function danglingProblem(target: string): Problem {
  const message = `The file is a link to ${target}, which is not there. Nothing is written until it is; \`study doctor --repair\` writes its last text there.`;
  return { line: 1, column: 1, message };
}

const savingProblem: Problem = {
  line: 1,
  column: 1,
  message: `The file may still be being saved: it does not end as it did. It is read once it has been the same for ${settleTime / 1000} seconds; until then it is left alone.`,
};

function cutProblem(text: string): Problem {
  return {
    line: text.trimEnd().split("\n").length,
    column: 1,
    message:
      "The file ends in the middle, as if saving it was cut off. It is left alone; save it whole, or `study doctor --repair` brings its last text back and keeps this one aside.",
  };
}

/** Whether a text is, letter for letter, one that we wrote. */
function isOwn(text: string, remembered: Remembered): boolean {
  const mark = markIn(text);
  return mark !== null && namedIn(remembered, mark).agreements.some((one) => one.text === text);
}
