/** `doctor`: is everything as it should be? */

import { version } from "../../../package.json";
import type { Foreign } from "../../core/entries/foreign.ts";
import { deviceOf } from "../../core/time/clock.ts";
import { foreignSentence } from "../../core/words/foreign.ts";
import { logLeftSentence } from "../../core/words/log-left.ts";
import type { Problem } from "../../core/words/problem.ts";
import type { Journal } from "../../journal/port.ts";
import { leaveForeignLog } from "../../journal/sqlite/foreign-log.ts";
import { redateJournal } from "../../journal/sqlite/redate.ts";
import { type Dropped, type Salvaged, salvage } from "../../journal/sqlite/salvage.ts";
import { type JournalFault, shortOf, verifyJournal } from "../../journal/sqlite/verify.ts";
import { syncProblems } from "../../sync/look.ts";
import { type Ahead, aheadOf, sayAhead } from "../../workspace/ahead.ts";
import { backupsIn } from "../../workspace/backups.ts";
import { conflictCopies, sayConflictCopies } from "../../workspace/conflict-copies.ts";
import { holdFolder } from "../../workspace/holding.ts";
import type { Layout } from "../../workspace/layout.ts";
import { noteProblems } from "../../workspace/note-problems.ts";
import { allNotes } from "../../workspace/notes.ts";
import { oddAnswers, sayOddAnswer } from "../../workspace/odd-answers.ts";
import { newDevice, openAnyhow } from "../../workspace/open.ts";
import { copyOfJournal, isReadOnly } from "../../workspace/read-only.ts";
import { versionProblems } from "../../workspace/versions.ts";
import { type CommonOptions, layoutFrom, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

interface Findings {
  readonly journal: readonly JournalFault[];
  readonly tracker: readonly Problem[];
  /** Why the curriculum can't be had; null where it can. */
  readonly curriculum: string | null;
  readonly clock: Ahead | null;
  readonly copies: readonly string[];
  readonly notes: readonly string[];
  readonly cards: readonly string[];
  /** What waits in the place that this folder syncs with. */
  readonly sync: readonly string[];
  /** Entries of a newer version; null where the journal could not be asked. */
  readonly newer: Foreign | null;
  readonly standing: Standing;
  readonly looked: Looked;
}

/** Whether the folder can be written. */
type Standing = "writable" | "read-only" | "full";

/** What was looked at; null where something kept it from being looked at. */
interface Looked {
  readonly entries: number | null;
  readonly devices: number | null;
  readonly curriculum: string | null;
  readonly tracker: boolean;
  readonly notes: number;
  /** Cards that have answers. */
  readonly cards: number | null;
  readonly backups: number;
}

export async function doctor(
  terminal: Terminal,
  options: CommonOptions & { readonly repair?: boolean },
): Promise<void> {
  const layout = layoutFrom(terminal, options);
  const left = isReadOnly(layout) ? null : logLeftSentence(leaveForeignLog(layout.journal));
  if (left !== null) terminal.warn(left);
  let { faults, standing } = lookAtJournal(layout);
  if (standing !== "writable" && options.repair) {
    const why = standing === "full" ? "The disk is full" : `${layout.folder} can't be written`;
    throw new Stop(`${why}, so nothing in it can be repaired.`);
  }
  const repairable = faults.every(({ kind }) => kind !== "denied");
  if (faults.length > 0 && options.repair && repairable) {
    sayRepair(
      terminal,
      await holding(terminal, layout, () => salvage(layout.journal, newDevice())),
    );
    ({ faults, standing } = lookAtJournal(layout));
  }
  if (faults.length === 0 && options.repair) await redate(terminal, layout);
  const findings = await lookAround(
    terminal,
    layout,
    { faults, standing },
    options.repair === true,
  );
  if (options.json) printJson(terminal, findingsJson(findings));
  else report(terminal, findings);
  if (faults.length > 0) {
    if (faults.some(({ kind }) => kind === "newer")) {
      throw new Stop("No damage was found; this version can't look further.");
    }
    if (!repairable) throw new Stop("Until then there is no telling whether it is sound.");
    throw new Stop(
      options.repair
        ? "The journal could not be repaired; nothing of it was changed."
        : "`study doctor --repair` saves what can be saved; the damaged file is kept.",
    );
  }
  if (findings.journal.length > 0) throw new Stop("The rest is checked once it is whole.");
  if (findings.curriculum !== null) throw new Stop("The rest can't be checked before that.");
}

/** The documented JSON of `doctor`; see docs/json.md. */
function findingsJson({ newer, ...found }: Findings) {
  const { counts, version } = newer ?? { counts: [], version: null };
  return { ...found, newer: Object.fromEntries(counts), newerVersion: version };
}

/** While nobody else serves or restores it. */
async function holding<T>(
  terminal: Terminal,
  layout: Layout,
  work: () => T | Promise<T>,
): Promise<T> {
  const hold = holdFolder(layout, { process: process.pid, address: null, since: terminal.now() });
  try {
    return await work();
  } finally {
    hold.release();
  }
}

interface JournalLooked {
  readonly faults: readonly JournalFault[];
  readonly standing: Standing;
}

function lookAtJournal(layout: Layout): JournalLooked {
  if (isReadOnly(layout)) return { faults: faultsOfCopy(layout), standing: "read-only" };
  const faults = verifyJournal(layout.journal);
  if (faults.every(({ kind }) => kind !== "full")) return { faults, standing: "writable" };
  return { faults: faultsOfCopy(layout), standing: "full" };
}

function faultsOfCopy({ journal }: Layout): readonly JournalFault[] {
  const copy = copyOfJournal(journal);
  try {
    return verifyJournal(copy.path);
  } finally {
    copy.remove();
  }
}

async function lookAround(
  terminal: Terminal,
  layout: Layout,
  { faults, standing }: JournalLooked,
  repairs: boolean,
): Promise<Findings> {
  const copies = sayConflictCopies(conflictCopies(layout));
  const earlier = standing === "writable" ? versionProblems(layout) : [];
  const notes = [...noteProblems(layout), ...earlier];
  const nothing: Looked = {
    entries: null,
    devices: null,
    curriculum: null,
    tracker: false,
    notes: allNotes(layout).length,
    cards: null,
    backups: backupsIn(layout).length,
  };
  const found = {
    looked: nothing,
    standing,
    journal: faults,
    tracker: [],
    curriculum: null,
    clock: null,
    copies,
    notes,
    cards: [],
    sync: await syncProblems(layout, terminal.now()),
    newer: null,
  };
  const writable = standing === "writable";
  const short = faults.length === 0 && writable ? shortOf(layout.journal) : null;
  if (short !== null) return { ...found, journal: [short] };
  if (faults.length > 0) return found;
  const now = terminal.now();
  const opened = await openAnyhow(layout);
  if (opened.is === "journal") {
    const clock = await aheadOf(opened.journal, now);
    const looked = { ...nothing, ...(await countsOf(opened.journal)) };
    opened.journal.close();
    return { ...found, clock, looked, curriculum: opened.why.message };
  }
  const { workspace } = opened;
  if (repairs && (await workspace.bringBack(now))) {
    terminal.print("TRACKER.md has its last text again, your own sections included.");
  }
  const { problems } = await workspace.syncTracker(now);
  const clock = await aheadOf(workspace.journal, now);
  const cards = (await oddAnswers(workspace.journal)).map(sayOddAnswer);
  const newer = await workspace.journal.foreign();
  const looked = {
    ...nothing,
    ...(await countsOf(workspace.journal)),
    curriculum: workspace.curriculum.id,
    tracker: writable,
  };
  workspace.close();
  return { ...found, clock, cards, newer, looked, tracker: problems };
}

async function countsOf({ lines }: Pick<Journal, "lines">) {
  const devices = new Set<string>();
  const cards = new Set<string>();
  let entries = 0;
  for await (const { id, entry } of lines()) {
    entries += 1;
    devices.add(deviceOf(id));
    if (entry?.type === "card.reviewed") cards.add(entry.card);
  }
  return { entries, devices: devices.size, cards: cards.size };
}

function report({ print, paint }: Terminal, findings: Findings): void {
  const { journal, tracker, curriculum, clock, copies, notes, cards, sync, standing } = findings;
  const late = (text: string) => print(paint("late", text));
  for (const { message } of journal) late(`Journal: ${message}`);
  if (journal.length === 0) {
    print(`${paint("good", "Sound")}  the journal: every entry, its checksum and its order`);
  }
  if (clock !== null) late(`Clock: ${sayAhead(clock)}`);
  for (const message of [...copies, ...cards, ...sync]) late(message);
  if (curriculum !== null) late(`Curriculum: ${curriculum}`);
  for (const { line, column, message } of tracker) {
    late(`TRACKER.md:${line}:${column}: ${message}`);
  }
  if (standing === "full") late("The disk is full: nothing can be recorded. Free some space.");
  if (standing === "read-only") print("The folder can't be written: TRACKER.md was not compared.");
  else if (
    standing === "writable" &&
    journal.length === 0 &&
    tracker.length === 0 &&
    curriculum === null
  ) {
    print(`${paint("good", "Sound")}  TRACKER.md agrees with the journal`);
  }
  for (const message of notes) print(paint("late", message));
  if (notes.length === 0)
    print(`${paint("good", "Sound")}  the notes: UTF-8 text, no merge's marks`);
  const left = findings.newer === null ? null : foreignSentence(findings.newer, version);
  if (left !== null) late(left);
  print(paint("faint", sayLooked(findings.looked)));
}

function sayLooked({ entries, devices, curriculum, tracker, notes, cards, backups }: Looked) {
  const of = (count: number, one: string, more = `${one}s`) => {
    return `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
  };
  const seen = [
    ...(entries === null || devices === null
      ? ["the journal's file"]
      : [`${of(entries, "entry", "entries")} of ${of(devices, "device")} and their clocks`]),
    ...(curriculum === null ? [] : [`the curriculum ${curriculum}`]),
    ...(tracker ? ["TRACKER.md"] : []),
    of(notes, "note"),
    ...(cards === null ? [] : [`the answers to ${of(cards, "card")}`]),
    `the names of copies that sync services leave, and of ${of(backups, "daily backup")}`,
  ];
  return `Looked at ${seen.slice(0, -1).join(", ")}; and at ${seen.at(-1)}.`;
}

/** More than these are in the file beside. */
const mostNamed = 20;

function sayRepair({ print }: Terminal, { saved, lost, dropped, kept, aside }: Salvaged): void {
  print(`Saved ${saved} entries.`);
  if (lost === null) {
    print(
      "Whether more entries are missing can't be told: the journal's own count is damaged too.",
    );
  } else if (lost > 0) {
    print(`${lost} ${lost === 1 ? "entry is" : "entries are"} missing.`);
  }
  for (const one of dropped.slice(0, mostNamed)) print(`Left out: ${sayDropped(one)}`);
  if (dropped.length > mostNamed) print(`… and ${dropped.length - mostNamed} more.`);
  if (aside !== null) print(`The texts that were left out are kept in ${aside}.`);
  print(`The damaged file is kept as ${kept}.`);
}

function sayDropped({ id, fault, text }: Dropped): string {
  const says = text === null ? "" : `: ${text.length > 200 ? `${text.slice(0, 199)}…` : text}`;
  return `entry ${id} ${fault}${says}`;
}

async function redate(terminal: Terminal, layout: Layout): Promise<void> {
  const now = terminal.now();
  const opened = await openAnyhow(layout);
  const { journal } = opened.is === "whole" ? opened.workspace : opened;
  const ahead = await aheadOf(journal, now);
  journal.close();
  if (ahead === null) return;
  const mark = new Date(now).toISOString().replaceAll(/[:.]/g, "-");
  const kept = `${layout.journal}.before-repair-${mark}`;
  const count = await holding(terminal, layout, () =>
    redateJournal(layout.journal, now, newDevice(), kept),
  );
  const entries = count === 1 ? "1 entry" : `${count} entries`;
  terminal.print(`Dated ${entries} from a clock that was ahead anew, in their order.`);
  terminal.print(
    "A copy of this folder that still has the old dates: import this journal there, or repair it too. Each entry counts once.",
  );
  terminal.print(`The previous journal is kept as ${kept}.`);
}
