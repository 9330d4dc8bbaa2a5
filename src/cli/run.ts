/** From a command's options to an open workspace, and back out again. */

import { version } from "../../package.json";
import type { Command } from "../core/decide/command.ts";
import type { Entry } from "../core/entries/entry.ts";
import { clockSlack, momentOfId } from "../core/time/clock.ts";
import { elsewhere, onAnotherDay } from "../core/time/elsewhere.ts";
import { asSentence, describeAll, type Naming } from "../core/words/describe.ts";
import { foreignSentence } from "../core/words/foreign.ts";
import { erasedAgainSentence } from "../core/words/forgotten.ts";
import { harmlessJson } from "../core/words/harmless.ts";
import { logLeftSentence } from "../core/words/log-left.ts";
import { noticesOf } from "../core/words/notices.ts";
import type { Problem } from "../core/words/problem.ts";
import type { Journal } from "../journal/port.ts";
import { backUp, journalSize, shortJournal } from "../workspace/backups.ts";
import { type Found, findWorkspace } from "../workspace/find.ts";
import type { Layout } from "../workspace/layout.ts";
import { openAnyhow, openWorkspace } from "../workspace/open.ts";
import type { Look, Workspace } from "../workspace/workspace.ts";
import { systemZone } from "./system-zone.ts";
import type { Terminal } from "./terminal.ts";

export interface CommonOptions {
  readonly dir?: string;
  readonly json?: boolean;
}

/** A refusal or a mistake in the command line: its message is all that the learner needs. */
export class Stop extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

export function layoutFrom(
  terminal: Terminal,
  options: CommonOptions,
  wanted: Found = "with-journal",
): Layout {
  const where = { cwd: terminal.cwd, dir: options.dir, env: terminal.env.STUDY_DIR };
  return findWorkspace(where, wanted);
}

/** Opens the workspace for `work` and closes it whatever happens. */
export async function inWorkspace<T>(
  terminal: Terminal,
  options: CommonOptions,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const workspace = await openWorkspace(layoutFrom(terminal, options));
  sayOpened(terminal, workspace.journal);
  try {
    const result = await work(workspace);
    backUpAfter(terminal, workspace);
    return result;
  } finally {
    workspace.close();
  }
}

/** What was done about the journal's files before it was opened. */
function sayOpened(terminal: Terminal, { erasedAgain, logLeft }: Journal): void {
  for (const sentence of [logLeftSentence(logLeft), erasedAgainSentence(erasedAgain)]) {
    if (sentence !== null) terminal.warn(sentence);
  }
}

/** Once a day, when the answer stands already. */
function backUpAfter(terminal: Terminal, { journal, layout }: Workspace): void {
  try {
    if (journalSize(layout) <= shortJournal) backUp(journal, layout, terminal.now());
  } catch {
    // A full or read-only disk: `backup --list` shows how old the last copy is.
  }
}

export interface JournalAlone {
  readonly journal: Journal;
  readonly naming: Naming;
}

/**
 * For what is about the journal and not about what is studied: it works where the curriculum can't be had, and says
 * so. TRACKER.md is left alone then.
 */
export async function inJournal<T>(
  terminal: Terminal,
  options: CommonOptions,
  work: (opened: JournalAlone) => Promise<T>,
): Promise<T> {
  const opened = await openAnyhow(layoutFrom(terminal, options));
  const { journal } = opened.is === "whole" ? opened.workspace : opened;
  sayOpened(terminal, journal);
  try {
    if (opened.is === "whole") {
      const { workspace } = opened;
      const look = await lookFresh(terminal, workspace);
      return await work({ journal, naming: { ...workspace, ...look } });
    }
    terminal.warn(opened.why.message);
    const look = await opened.look(terminal.now());
    return await work({ journal, naming: { curriculum: opened.curriculum, ...look } });
  } finally {
    journal.close();
  }
}

/** For commands that show or give away figures. */
export async function sayNewer(terminal: Terminal, journal: Journal): Promise<void> {
  const sentence = foreignSentence(await journal.foreign(), version);
  if (sentence !== null) terminal.warn(sentence);
}

/** For commands that read: takes in the file's edits, then looks. */
export async function lookFresh(terminal: Terminal, workspace: Workspace): Promise<Look> {
  const now = terminal.now();
  const { entries, unsaid, look } = await workspace.syncTracker(now);
  sayEdits(terminal, workspace, entries, look);
  for (const problem of unsaid) sayProblem(terminal, problem);
  return look;
}

/** What the learner's edits of the file became. */
function sayEdits(
  terminal: Terminal,
  workspace: Workspace,
  entries: readonly Entry[],
  look: Look,
): void {
  if (entries.length === 0) return;
  const lines = describeAll(entries, { ...workspace, ...look });
  terminal.warn(asSentence(`From TRACKER.md: ${lines.join("; ")}`));
}

/** Runs commands as one undoable step and says what they did. */
export async function perform(
  terminal: Terminal,
  workspace: Workspace,
  commands: readonly Command[],
  nothing = "Nothing to do: that is already the case.",
): Promise<Look> {
  const outcome = await workspace.run(commands, "cli", terminal.now());
  if (!outcome.ok) throw new Stop(outcome.message);
  sayEdits(terminal, workspace, outcome.fromFile, outcome.look);
  if (outcome.entries.length === 0) terminal.print(nothing);
  for (const line of describeAll(outcome.entries, { ...workspace, ...outcome.look })) {
    terminal.print(asSentence(line));
  }
  const odd = noticesOf(outcome.entries, { ...workspace, ...outcome.look });
  for (const notice of odd) terminal.warn(notice);
  if (odd.length > 0) terminal.warn("`study undo` takes it back.");
  for (const problem of outcome.problems) sayProblem(terminal, problem);
  sayClock(terminal, outcome.entries);
  sayHere(terminal, outcome.entries, outcome.look);
  return outcome.look;
}

/** A day that was written is the learner's; a traveler's machine may show another. */
function sayHere(terminal: Terminal, made: readonly Entry[], { progress }: Look): void {
  if (!made.some((entry) => "on" in entry)) return;
  const here = onAnotherDay(progress, systemZone(), terminal.now());
  if (here !== null) warnOnce(terminal, here);
}

/** An entry that had to follow one from the future: it keeps its own time, but the order says another. */
function sayClock(terminal: Terminal, entries: readonly Entry[]): void {
  const last = entries.at(-1);
  if (last === undefined || momentOfId(last.id) <= terminal.now() + clockSlack) return;
  const day = new Date(momentOfId(last.id)).toISOString().slice(0, 10);
  terminal.warn(
    `The journal holds entries of ${day}, which is ahead of this clock. What you record keeps its own time and comes after them; \`study doctor\` says more.`,
  );
}

/** A time of day that was said is the learner's too: told where this machine's clock shows another. */
export function sayWhoseClock(terminal: Terminal, { progress }: Look): void {
  const here = elsewhere(progress, systemZone(), terminal.now());
  if (here !== null) warnOnce(terminal, here);
}

/** A command that looks first and then writes meets the same problem twice. */
const said = new WeakMap<Terminal, Set<string>>();

function warnOnce(terminal: Terminal, sentence: string): void {
  const before = said.get(terminal) ?? new Set();
  said.set(terminal, before);
  if (before.has(sentence)) return;
  before.add(sentence);
  terminal.warn(sentence);
}

function sayProblem(terminal: Terminal, { line, column, message }: Problem): void {
  warnOnce(terminal, `TRACKER.md:${line}:${column}: ${message}`);
}

/** Prints one JSON value, the documented form of a reading command. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.json(JSON.stringify(value, null, 2));
}

/** The text of `printJson` for a list of any length, piece by piece. */
export async function* jsonList(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true;
  for await (const value of values) {
    const text = harmlessJson(JSON.stringify(value, null, 2)).replaceAll("\n", "\n  ");
    yield `${first ? "[\n" : ",\n"}  ${text}`;
    first = false;
  }
  yield first ? "[]\n" : "\n]\n";
}
