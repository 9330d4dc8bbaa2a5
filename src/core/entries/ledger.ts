/**
 * The fold: from entries in order, and a snapshot of what came before them, to the tally that counts.
 *
 * Undo is by exclusion. An undone command's entries stay in the journal and are left out of the fold, so that
 * the result depends on the set of entries alone and two devices that hold the same set agree (LAW fold.2).
 */

import type { EntryId } from "../time/clock.ts";
import { addEntry } from "./add-entry.ts";
import { type CommandId, type Entry, reversedBy } from "./entry.ts";
import { cloneTally, emptyTally, type Tally } from "./tally.ts";

/** A fold of the first part of a journal. */
export interface Snapshot {
  readonly tally: Tally;
  /** The last entry that is inside, or null when nothing is. */
  readonly through: EntryId | null;
  /** The last entry that was known when it was made: undos up to here are already accounted for. */
  readonly knowing: EntryId | null;
}

export const emptySnapshot: Snapshot = { tally: emptyTally(), through: null, knowing: null };

export interface Ledger {
  readonly snapshot: Snapshot;
  /** The entries after the snapshot, in order. */
  readonly tail: readonly Entry[];
}

export interface Settled {
  readonly tally: Tally;
  /** The command that `undo` reverses; null when there is none in the tail. */
  readonly undoable: CommandId | null;
  readonly redoable: CommandId | null;
}

export type Settlement =
  | { readonly ok: true; readonly settled: Settled }
  /** An undo reaches behind the snapshot: fold the whole journal instead. */
  | { readonly ok: false };

/** The state of undo after a run of entries in order. */
interface UndoState {
  readonly undone: ReadonlySet<CommandId>;
  readonly undoable: CommandId | null;
  readonly redoable: CommandId | null;
}

/** Which commands do not count, and what the next undo and redo would act on. */
export function undoState(entries: Iterable<Entry>): UndoState {
  const undone = new Set<CommandId>();
  const done = new Set<CommandId>();
  let redo: CommandId[] = [];
  for (const entry of entries) {
    if (entry.type === "command.undone") {
      undone.add(entry.undoes);
      done.delete(entry.undoes);
      redo.push(entry.undoes);
    } else if (entry.type === "command.redone") {
      undone.delete(entry.redoes);
      done.add(entry.redoes);
      redo = redo.filter((command) => command !== entry.redoes);
    } else if (entry.type !== "workspace.started" && !done.has(entry.command)) {
      // A late entry of an undone command (from another device) belongs to it and is undone with it.
      if (undone.has(entry.command)) continue;
      done.add(entry.command);
      redo = [];
    }
  }
  return { undone, undoable: [...done].at(-1) ?? null, redoable: redo.at(-1) ?? null };
}

/** Folds the whole of `entries`, which must be in order. */
export function fold(entries: readonly Entry[]): Tally {
  const { undone } = undoState(entries);
  const tally = emptyTally();
  for (const entry of entries) if (!undone.has(entry.command)) addEntry(tally, entry);
  return tally;
}

/** Folds a ledger: the snapshot, then the tail. */
export function settle(ledger: Ledger): Settlement {
  const { snapshot, tail } = ledger;
  if (snapshot.through !== null && reachesBehind(ledger)) return { ok: false };
  const state = undoState(tail);
  const tally = cloneTally(snapshot.tally);
  for (const entry of tail) if (!state.undone.has(entry.command)) addEntry(tally, entry);
  return {
    ok: true,
    settled: { tally, undoable: state.undoable, redoable: state.redoable },
  };
}

function reachesBehind({ snapshot, tail }: Ledger): boolean {
  if (!tail.some((entry) => reversedBy(entry) !== null)) return false;
  const commands = new Set(tail.map((entry) => entry.command));
  const { knowing } = snapshot;
  return tail.some((entry) => {
    const target = reversedBy(entry);
    if (target === null || commands.has(target)) return false;
    return knowing === null || entry.id > knowing;
  });
}

/**
 * A snapshot further on: the tail but for its last `keep` entries moves inside. A command is never cut in two,
 * or an undo of it could reach only half.
 */
export function advance(ledger: Ledger, keep: number): Snapshot {
  const { snapshot, tail } = ledger;
  const cut = beforeCommands(tail, Math.max(0, tail.length - keep));
  if (cut === 0) return snapshot;
  const { undone } = undoState(tail);
  const tally = cloneTally(snapshot.tally);
  const inside = tail.slice(0, cut);
  for (const entry of inside) if (!undone.has(entry.command)) addEntry(tally, entry);
  return {
    tally,
    through: inside.at(-1)?.id ?? snapshot.through,
    knowing: tail.at(-1)?.id ?? snapshot.knowing,
  };
}

/** A cut at or before `wanted` that no command reaches across, also where other devices' entries lie in between. */
function beforeCommands(entries: readonly Entry[], wanted: number): number {
  const begins = new Map<CommandId, number>();
  entries.forEach(({ command }, at) => {
    if (!begins.has(command)) begins.set(command, at);
  });
  let cut = wanted;
  for (let at = entries.length - 1; at >= cut; at -= 1) {
    const { command } = entries[at] as Entry;
    cut = Math.min(cut, begins.get(command) ?? cut);
  }
  return cut;
}
