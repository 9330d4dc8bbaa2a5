/**
 * Entries from another copy of this workspace, or from another workspace. The same workspace's are taken letter for
 * letter: each is there once, and is undone where it was made. Another one's come in only as a merge: what counts
 * there, without its start, under one command of this workspace.
 */
import type { CommandId } from "../core/entries/entry.ts";
import { type Reversals, reversalsIn } from "../core/entries/ledger.ts";
import type { Day, Millis } from "../core/time/calendar.ts";
import {
  type EntryId,
  entryId,
  latestStampFrom,
  momentOfId,
  stampOf,
  tick,
} from "../core/time/clock.ts";
import { type InsertReport, type Journal, type Line, NotAnEntry } from "../journal/port.ts";
import { readLine, readLines } from "../journal/record.ts";

/** A file's lines, blank ones too; they are walked more than once, so that a file may be larger than memory. */
export type Lines = () => Iterable<string>;

/** What stands in blank lines is nothing, but they count: a fault is named by its line in the file. */
function* filled(lines: Lines): Generator<{ readonly text: string; readonly number: number }> {
  let number = 0;
  for (const text of lines()) {
    number += 1;
    if (text !== "") yield { text: asWritten(text), number };
  }
}

/** Blanks between the signs, or letters as codes, which no version writes: a tool has passed the line on. */
const passedOn = /[{,:[]\s|\s[}\],:]|\\[u/]/;

/** As the entry's own program wrote it, so that it is the same entry here and wherever else it came to. */
function asWritten(text: string): string {
  if (!passedOn.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

export type ImportMode = "same-workspace" | "merge";

export type Imported =
  | (InsertReport & { readonly is: "synced" | "merged" })
  /** Another workspace's: nothing was taken. */
  | { readonly is: "another"; readonly start: Started };

interface Started {
  readonly id: EntryId;
  readonly start: Day | null;
  readonly curriculum: string;
}

/** What a first walk tells of a file. */
interface Looked {
  readonly starts: readonly Started[];
  readonly reversals: Reversals;
}

export async function takeInJournal(
  journal: Journal,
  lines: Lines,
  mode: ImportMode,
  now: Millis,
): Promise<Imported> {
  const { starts, reversals } = lookThrough(lines, latestStampFrom(now, await lastOf(journal)));
  const [first] = starts;
  if (first === undefined || (await knowsOne(journal, starts))) {
    const report = await journal.insert(await withoutStarts(journal, lines, starts));
    return { is: "synced", ...report };
  }
  if (mode === "same-workspace") return { is: "another", start: first };
  return { is: "merged", ...(await merge(journal, lines, first.id, reversals, now)) };
}

async function lastOf(journal: Journal): Promise<EntryId | null> {
  for await (const { id } of journal.newestFirst()) return id;
  return null;
}

/** Every line is held to the form of an entry, and to the clock, before anything of the file is taken. */
function lookThrough(lines: Lines, latest: Millis): Looked {
  const starts: Started[] = [];
  function* entries() {
    for (const { text, number } of filled(lines)) {
      const { id, entry } = readLine(text, number);
      if (momentOfId(id) > latest) throw new NotAnEntry(number, sayAhead(id));
      if (entry?.type === "workspace.started") starts.push({ ...entry, id });
      if (entry !== null) yield entry;
    }
  }
  const reversals = reversalsIn(entries());
  return { starts, reversals };
}

function sayAhead(id: EntryId): string {
  const day = new Date(momentOfId(id)).toISOString().slice(0, 10);
  return `has the id ${id}, made by a clock that said ${day}, which is ahead of this one. \`study doctor --repair\` where it was made gives it a new date`;
}

async function knowsOne(journal: Journal, starts: readonly Started[]): Promise<boolean> {
  for (const { id } of starts) if ((await journal.command(id)).length > 0) return true;
  return false;
}

/** A start that is not here is that of a workspace which the other copy took in: it says nothing of this one. */
async function withoutStarts(
  journal: Journal,
  lines: Lines,
  starts: readonly Started[],
): Promise<Iterable<Line>> {
  const left = new Set<EntryId>();
  for (const { id } of starts) if ((await journal.command(id)).length === 0) left.add(id);
  return leaving(lines, left);
}

function* leaving(lines: Lines, left: ReadonlySet<EntryId>): Generator<Line> {
  for (const { text, number } of filled(lines)) {
    const line = readLine(text, number);
    if (!left.has(line.id)) yield line;
  }
}

/** A second merge finds the entries of the first by their ids, whatever command they stand under. */
async function merge(
  journal: Journal,
  lines: Lines,
  workspace: EntryId,
  { undone }: Reversals,
  now: Millis,
): Promise<InsertReport> {
  const here = new Set<EntryId>();
  const erased = await journal.forgotten();
  for await (const { id } of journal.lines()) here.add(id);
  const fresh: string[] = [];
  let known = 0;
  let forgotten = 0;
  const last = await lastOf(journal);
  const command = entryId(tick(last === null ? null : stampOf(last), now), journal.device);
  for (const { text, number } of filled(lines)) {
    const { id, entry } = readLine(text, number);
    if (!counts(text, undone)) continue;
    if (erased.has(id)) forgotten += 1;
    else if (here.has(id)) known += 1;
    else if (entry?.type !== "workspace.merged") fresh.push(under(command, text));
  }
  if (fresh.length === 0) return { added: 0, known, forgotten };
  const head = {
    v: 1,
    id: command,
    command,
    by: "import",
    type: "workspace.merged",
    workspace,
    entries: fresh.length,
  };
  const { added } = await journal.insert(readLines([...fresh, JSON.stringify(head)]));
  return { added: added - 1, known, forgotten };
}

/** Starts and reversals belong to the workspace that made them; what was undone there is no part of it. */
function counts(text: string, undone: ReadonlySet<CommandId>): boolean {
  const { type, command } = JSON.parse(text);
  const own = ["workspace.started", "command.undone", "command.redone"].includes(type);
  return !own && !undone.has(command);
}

function under(command: CommandId, text: string): string {
  return JSON.stringify({ ...JSON.parse(text), command, by: "import" });
}
