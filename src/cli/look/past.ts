/** `history`, `undo`, `redo`, and looking at the past. */

import { type CommandId, type Entry, reversedBy } from "../../core/entries/entry.ts";
import { undoState } from "../../core/entries/ledger.ts";
import { type EntryId, lastIdAt, momentOfId, parseEntryId } from "../../core/time/clock.ts";
import { asSentence, describe, describeAll, sayMoment } from "../../core/words/describe.ts";
import type { Journal } from "../../journal/port.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { wrap } from "../picture.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

/** All understood entries made up to a moment, in order. */
export async function entriesThrough(journal: Journal, at: number): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const { entry } of journal.lines(lastIdAt(at)))
    if (entry !== null) entries.push(entry);
  return entries;
}

interface PastCommand {
  readonly id: CommandId;
  readonly at: number;
  readonly by: string;
  readonly undone: boolean;
  readonly what: readonly string[];
}

export async function history(
  terminal: Terminal,
  options: CommonOptions & { readonly number?: string; readonly all?: boolean },
): Promise<void> {
  const wanted = options.all ? Number.POSITIVE_INFINITY : Number(options.number ?? 20);
  if (!(wanted >= 1)) throw new Stop(`"${options.number}" is not a number of commands.`, 2);
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const entries = await entriesThrough(workspace.journal, Number.MAX_SAFE_INTEGER);
    const commands = group(entries, workspace, look).slice(-wanted);
    if (options.json) {
      printJson(terminal, commands);
      return;
    }
    for (const { id, at, by, undone, what } of commands) {
      const from = by === "cli" ? "" : ` [${by}]`;
      const state = undone ? " (undone)" : "";
      const line = `${sayMoment(at, look.progress.timeZone)}  ${what.join("; ")}${from}${state}`;
      const text = wrap(line, " ".repeat(18));
      terminal.print(undone ? terminal.paint("faint", text) : text);
      terminal.print(terminal.paint("faint", `                  ${id}`));
    }
  });
}

function group(
  entries: readonly Entry[],
  workspace: Workspace,
  look: Look,
): readonly PastCommand[] {
  const { undone } = undoState(entries);
  const byCommand = Map.groupBy(entries, ({ command }) => command);
  const naming = { ...workspace, ...look };
  const target = (entry: Entry | undefined): string => {
    const id = entry === undefined ? null : reversedBy(entry);
    const first = id === null ? undefined : byCommand.get(id)?.[0];
    return first === undefined ? "" : `: ${describe(first, naming)}`;
  };
  return [...byCommand].map(([id, of]) => ({
    id,
    at: momentOfId(id),
    by: of[0]?.by ?? "cli",
    undone: undone.has(id),
    what: describeAll(of, naming).map((line, at) => line + target(of[at])),
  }));
}

export async function undo(
  terminal: Terminal,
  said: string | undefined,
  options: CommonOptions,
): Promise<void> {
  const command = said === undefined ? undefined : parseEntryId(said);
  if (command === null)
    throw new Stop(`"${said}" is not a command's id; \`study history\` shows them.`, 2);
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    if (command !== undefined) await checkUndoable(workspace, command);
    await reverse(terminal, workspace, { do: "undo", ...(command ? { command } : {}) });
  });
}

export async function redo(terminal: Terminal, options: CommonOptions): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    await reverse(terminal, workspace, { do: "redo" });
  });
}

async function checkUndoable({ journal }: Workspace, command: EntryId): Promise<void> {
  const entries = await entriesThrough(journal, Number.MAX_SAFE_INTEGER);
  const first = entries.find((entry) => entry.command === command);
  if (first === undefined) throw new Stop(`There is no command ${command} in the journal.`);
  if (first.type === "workspace.started") throw new Stop("The workspace's start can't be undone.");
  if (reversedBy(first) !== null) {
    throw new Stop("That was an undo or redo itself; name the command that it acted on.");
  }
  if (undoState(entries).undone.has(command)) throw new Stop(`${command} is undone already.`);
}

async function reverse(
  terminal: Terminal,
  workspace: Workspace,
  command: { do: "undo"; command?: EntryId } | { do: "redo" },
): Promise<void> {
  const outcome = await workspace.run([command], "cli", terminal.now());
  if (!outcome.ok) throw new Stop(outcome.message);
  const [entry] = outcome.entries;
  if (entry === undefined) return;
  const id = reversedBy(entry);
  const word = entry.type === "command.undone" ? "Undone" : "Redone";
  const naming = { ...workspace, ...outcome.look };
  for (const line of describeAll(await linesOf(workspace.journal, id), naming)) {
    terminal.print(asSentence(`${word}: ${line}`));
  }
}

/** The entries of one command. */
async function linesOf(journal: Journal, command: CommandId | null): Promise<readonly Entry[]> {
  if (command === null) return [];
  const { ledger } = await journal.picture();
  const near = ledger.tail.filter((entry) => entry.command === command);
  if (near.length > 0) return near;
  const all = await entriesThrough(journal, momentOfId(command) + 60_000);
  return all.filter((entry) => entry.command === command);
}
