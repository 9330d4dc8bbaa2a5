/** The journal's entries as the commands that they belong to, however long the journal is. */
import type { CommandId, Entry } from "../../core/entries/entry.ts";
import { type Reversals, reversalsIn } from "../../core/entries/ledger.ts";
import type { Journal } from "../../journal/port.ts";
import { lastIdOf } from "../../journal/record.ts";

export interface CommandEntries {
  readonly id: CommandId;
  readonly entries: readonly Entry[];
}

export interface LastPage {
  /** In order. */
  readonly commands: readonly CommandEntries[];
  /** What reversed them: a reversal is newer than its command, so it was read before it. */
  readonly reversals: Reversals;
  /** There are earlier ones. */
  readonly more: boolean;
}

/** The last `wanted` commands. Reads the journal from its end, and no further than they reach. */
export async function lastCommands(journal: Journal, wanted: number): Promise<LastPage> {
  const newest: Entry[] = [];
  const open = new Set<CommandId>();
  let whole = 0;
  let before: CommandId | null = null;
  for await (const { id, entry } of journal.newestFirst()) {
    if (entry !== null) {
      newest.push(entry);
      open.add(entry.command);
    }
    // A command is whole once the entry that it is named after is reached.
    if (open.delete(id)) whole += 1;
    if (whole > wanted) {
      before = id;
      break;
    }
  }
  const entries = newest.reverse();
  const commands = [...Map.groupBy(entries, ({ command }) => command)]
    .map(([id, of]) => ({ id, entries: of }))
    .filter(({ id }) => before === null || id > before)
    // A merge is named after its moment; what it brought lies further back.
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const more = before !== null || commands.length > wanted;
  return { commands: commands.slice(-wanted), reversals: reversalsIn(entries), more };
}

/** All commands in order, holding no more of them than may still grow. */
export async function* allCommands(journal: Journal): AsyncGenerator<CommandEntries> {
  const open = new Map<CommandId, Entry[]>();
  for await (const { id, entry } of journal.lines()) {
    for (const [command, entries] of open) {
      if (lastIdOf(command) >= id) break;
      yield { id: command, entries };
      open.delete(command);
    }
    if (entry === null) continue;
    const known = open.get(entry.command);
    if (known === undefined) open.set(entry.command, [entry]);
    else known.push(entry);
  }
  for (const [id, entries] of open) yield { id, entries };
}
