/** `doctor`: is everything as it should be? */

import { version } from "../../../package.json";
import { foreignSentence } from "../../core/words/foreign.ts";
import type { Problem } from "../../core/words/problem.ts";
import { openSqliteJournal } from "../../journal/sqlite/journal.ts";
import { salvage } from "../../journal/sqlite/salvage.ts";
import { verifyJournal } from "../../journal/sqlite/verify.ts";
import { holdFolder } from "../../workspace/holding.ts";
import { noteProblems } from "../../workspace/notes.ts";
import { newDevice, openWorkspace } from "../../workspace/open.ts";
import { type CommonOptions, layoutFrom, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export async function doctor(
  terminal: Terminal,
  options: CommonOptions & { readonly repair?: boolean },
): Promise<void> {
  const layout = layoutFrom(terminal, options);
  let faults = verifyJournal(layout.journal);
  const repairable = faults.every(({ kind }) => kind !== "denied");
  if (faults.length > 0 && options.repair && repairable) {
    const hold = holdFolder(layout, { process: process.pid, address: null, since: terminal.now() });
    try {
      await repair(terminal, layout.journal);
    } finally {
      hold.release();
    }
    faults = verifyJournal(layout.journal);
  }
  let problems: readonly Problem[] = [];
  let newer: ReadonlyMap<string, number> = new Map();
  const notes = noteProblems(layout);
  if (faults.length === 0) {
    const workspace = await openWorkspace(layout);
    if (options.repair && (await workspace.bringBack(terminal.now()))) {
      terminal.print("TRACKER.md has its last text again, your own sections included.");
    }
    ({ problems } = await workspace.syncTracker(terminal.now()));
    newer = await workspace.journal.foreign();
    workspace.close();
  }
  const left = foreignSentence(newer, version);
  if (options.json) {
    const types = Object.fromEntries(newer);
    printJson(terminal, { journal: faults, tracker: problems, notes, newer: types });
  } else {
    report(
      terminal,
      faults.map(({ message }) => message),
      problems,
      notes,
    );
    if (left !== null) terminal.print(terminal.paint("late", left));
  }
  if (faults.length > 0) {
    if (!repairable) throw new Stop("Whether it is sound can't be told before that.");
    throw new Stop(
      options.repair
        ? "The journal could not be repaired; nothing of it was changed."
        : "`study doctor --repair` saves what can be saved; the damaged file is kept.",
    );
  }
}

function report(
  { print, paint }: Terminal,
  faults: readonly string[],
  problems: readonly Problem[],
  notes: readonly string[],
): void {
  for (const message of faults) print(paint("late", `Journal: ${message}`));
  if (faults.length === 0)
    print(`${paint("good", "Sound")}  the journal: every entry, its checksum and its order`);
  for (const { line, column, message } of problems) {
    print(paint("late", `TRACKER.md:${line}:${column}: ${message}`));
  }
  if (faults.length === 0 && problems.length === 0) {
    print(`${paint("good", "Sound")}  TRACKER.md agrees with the journal`);
  }
  for (const message of notes) print(paint("late", message));
  if (notes.length === 0)
    print(`${paint("good", "Sound")}  the notes: UTF-8 text, no merge's marks`);
}

async function repair(terminal: Terminal, path: string): Promise<void> {
  const { saved, lost, kept } = await salvage(path, newDevice());
  terminal.print(`Saved ${saved} entries${lost === 0 ? "" : `; ${lost} could not be read`}.`);
  terminal.print(`The damaged file is kept as ${kept}.`);
  openSqliteJournal(path, newDevice()).close();
}
