/** `history`, `undo`, `redo`, and looking at the past. */

import { type CommandId, madeAt, reversedBy } from "../../core/entries/entry.ts";
import { foldOn, type Reversals } from "../../core/entries/ledger.ts";
import { emptyTally, type Tally } from "../../core/entries/tally.ts";
import type { Zone } from "../../core/time/calendar.ts";
import { type EntryId, lastIdAt, momentOfId, parseEntryId } from "../../core/time/clock.ts";
import {
  asSentence,
  calledIn,
  describeAll,
  type Naming,
  sayMoment,
} from "../../core/words/describe.ts";
import type { Journal } from "../../journal/port.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { lastEdit, takeBack } from "../papers/note-versions.ts";
import { type CommonOptions, inJournal, inWorkspace, jsonList, lookFresh, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";
import { allCommands, type CommandEntries, lastCommands } from "./commands.ts";

/** What the journal added up to at a moment. */
export async function tallyAt(journal: Journal, at: number): Promise<Tally> {
  const through = lastIdAt(at);
  const reversals = await journal.reversals(through);
  const tally = emptyTally();
  for await (const { entry } of journal.lines(through)) {
    if (entry !== null) foldOn(tally, [entry], reversals);
  }
  return tally;
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
  await inJournal(terminal, options, async ({ journal, naming }) => {
    const page = Number.isFinite(wanted) ? await lastCommands(journal, wanted) : null;
    const reversals = page?.reversals ?? (await journal.reversals());
    const called = calledIn(page?.commands.flatMap(({ entries }) => entries) ?? []);
    const commands = inWords(page?.commands ?? allCommands(journal), journal, reversals, {
      ...naming,
      called,
    });
    if (options.json) {
      await terminal.pourData(jsonList(commands));
      return;
    }
    await terminal.pour(lines(commands, terminal, naming.progress.timeZone));
    if (page?.more) {
      const next = `study history -n ${5 * wanted}`;
      terminal.print(terminal.paint("faint", `Earlier ones: \`${next}\`, or --all.`));
    }
  });
}

async function* lines(
  commands: AsyncIterable<PastCommand>,
  { paint }: Terminal,
  zone: Zone,
): AsyncGenerator<string> {
  for await (const { id, at, by, undone, what } of commands) {
    const from = by === "cli" ? "" : ` [${by}]`;
    const state = undone ? " (undone)" : "";
    const line = `${sayMoment(at, zone)}  ${what.join("; ")}${from}${state}`;
    const text = wrap(line, " ".repeat(18));
    yield `${undone ? paint("faint", text) : text}\n`;
    yield `${paint("faint", `                  ${id}`)}\n`;
  }
}

async function* inWords(
  commands: Iterable<CommandEntries> | AsyncIterable<CommandEntries>,
  journal: Journal,
  { undone }: Reversals,
  known: Naming,
): AsyncGenerator<PastCommand> {
  let naming = known;
  for await (const { id, entries } of commands) {
    const more = calledIn(entries);
    if (more.size > 0) naming = { ...naming, called: new Map([...(naming.called ?? []), ...more]) };
    const what = [...describeAll(entries, naming)];
    for (const [at, entry] of entries.entries()) {
      const target = reversedBy(entry);
      const acted = target === null ? [] : await journal.command(target);
      if (acted.length > 0) what[at] = `${what[at]}: ${describeAll(acted, naming).join("; ")}`;
    }
    const named = entries.find((entry) => entry.id === id) ?? entries[0];
    const at = named === undefined ? momentOfId(id) : madeAt(named);
    yield { id, at, by: named?.by ?? "cli", undone: undone.has(id), what };
  }
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
    const look = await lookFresh(terminal, workspace);
    const edit = command === undefined ? lastEdit(workspace, look, terminal.now()) : null;
    if (edit !== null) return takeBack(terminal, workspace, edit);
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
  const [first] = await journal.command(command);
  if (first === undefined) throw new Stop(`There is no command ${command} in the journal.`);
  if (first.type === "workspace.started") throw new Stop("The workspace's start can't be undone.");
  if (reversedBy(first) !== null) {
    throw new Stop("That was an undo or redo itself; name the command that it acted on.");
  }
  const { undone } = await journal.reversals();
  if (undone.has(command)) throw new Stop(`${command} is undone already.`);
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
  const entries = id === null ? [] : await workspace.journal.command(id);
  for (const line of describeAll(entries, naming)) {
    terminal.print(asSentence(`${word}: ${line}`));
  }
}
