/**
 * The fold: from entries in order, and a snapshot of what came before them, to the tally that counts.
 *
 * Undo is by exclusion. An undone command's entries stay in the journal and are left out of the fold, so that
 * the result depends on the set of entries alone and two devices that hold the same set agree (LAW fold.2).
 */

import type { EntryId } from "../time/clock.ts";
import { addEntry } from "./add-entry.ts";
import { type CommandId, type Entry, reversedBy } from "./entry.ts";
import { leaveOutSession } from "./sessions.ts";
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

/** What undos and redos made of commands. They are few, so all of a journal's are known before it is folded. */
export interface Reversals {
  readonly undone: ReadonlySet<CommandId>;
  /** The redo that made a command count again. */
  readonly redone: ReadonlyMap<CommandId, EntryId>;
  readonly inOrder: readonly Reversal[];
}

type Reversal = Extract<Entry, { type: "command.undone" | "command.redone" }>;

/** The reversals among `entries`, which must be in order. */
export function reversalsIn(entries: Iterable<Entry>): Reversals {
  const undone = new Set<CommandId>();
  const redone = new Map<CommandId, EntryId>();
  const inOrder: Reversal[] = [];
  for (const entry of entries) {
    if (entry.type === "command.undone") {
      undone.add(entry.undoes);
      redone.delete(entry.undoes);
      inOrder.push(entry);
    } else if (entry.type === "command.redone") {
      // A second redo, from another device, changes nothing.
      if (undone.delete(entry.redoes) || !redone.has(entry.redoes)) {
        redone.set(entry.redoes, entry.id);
      }
      inOrder.push(entry);
    }
  }
  return { undone, redone, inOrder };
}

/** What undo and redo would act on, as far as a walk through the entries has come. */
interface Reached {
  /** The last command that counts, and the entry by which it came to count: its first, or its last redo. */
  counts: { readonly command: CommandId; readonly since: EntryId } | null;
  /** The last command that was begun, undone or not: it ended what could be redone before. */
  begun: CommandId | null;
}

/** A command is named after its first entry, so the order of names is the order of beginnings. */
function reach(reached: Reached, entry: Entry, { undone, redone }: Reversals): void {
  if (entry.type === "workspace.started" || reversedBy(entry) !== null) return;
  const { command } = entry;
  if (reached.begun === null || command > reached.begun) reached.begun = command;
  if (!undone.has(command)) count(reached, command, redone.get(command) ?? command);
}

function count(reached: Reached, command: CommandId, since: EntryId): void {
  if (reached.counts === null || since > reached.counts.since) reached.counts = { command, since };
}

function reachedBefore({ redone }: Reversals): Reached {
  const reached: Reached = { counts: null, begun: null };
  // A redone command may lie behind the snapshot, where the walk does not come.
  for (const [command, since] of redone) count(reached, command, since);
  return reached;
}

type UndoState = Omit<Settled, "tally">;

function undoStateOf({ counts, begun }: Reached, { inOrder }: Reversals): UndoState {
  let redo: CommandId[] = [];
  for (const entry of inOrder) {
    if (begun !== null && entry.id < begun) continue;
    if (entry.type === "command.undone") redo.push(entry.undoes);
    else redo = redo.filter((command) => command !== entry.redoes);
  }
  return { undoable: counts?.command ?? null, redoable: redo.at(-1) ?? null };
}

/** What the next undo and redo would act on after `entries`, which must be in order. */
export function undoState(entries: readonly Entry[], reversals = reversalsIn(entries)): UndoState {
  const reached = reachedBefore(reversals);
  for (const entry of entries) reach(reached, entry, reversals);
  return undoStateOf(reached, reversals);
}

/** Folds the whole of `entries`, which must be in order. */
export function fold(entries: readonly Entry[]): Tally {
  return foldOn(emptyTally(), entries, reversalsIn(entries));
}

/** Adds to `tally`, in place, those of `entries` that count. */
export function foldOn(tally: Tally, entries: Iterable<Entry>, { undone }: Reversals): Tally {
  for (const entry of entries) {
    // The start can't be undone, whoever says so.
    const counts = entry.type === "workspace.started" || !undone.has(entry.command);
    if (counts) addEntry(tally, entry);
    else if (entry.type === "session.logged") leaveOutSession(tally, entry.id, "undone");
  }
  return tally;
}

/** Folds a ledger: the snapshot, then the tail. */
export function settle(ledger: Ledger): Settlement {
  const { snapshot, tail } = ledger;
  if (snapshot.through !== null && reachesBehind(ledger)) return { ok: false };
  const reversals = reversalsIn(tail);
  const tally = foldOn(cloneTally(snapshot.tally), tail, reversals);
  return { ok: true, settled: { tally, ...undoState(tail, reversals) } };
}

/** How much of a journal a new snapshot leaves outside. */
export interface TailRule {
  /** The tail that stays outside: how far undo reaches without a fold of everything. */
  readonly kept: number;
  /** The tail at which a new snapshot is worth its write. */
  readonly limit: number;
}

/** A whole journal as a ledger, and what it settles to. */
export interface Whole {
  readonly ledger: Ledger;
  readonly settled: Settled;
}

/**
 * Settles a whole journal in one walk that never holds more of it than a tail. `reversals` are those of all of
 * `entries`; unlike the ledger's own, this settlement knows every command that could be undone.
 */
export function settleWhole(
  entries: Iterable<Entry>,
  reversals: Reversals,
  { kept, limit }: TailRule,
): Whole {
  const tally = emptyTally();
  const reached = reachedBefore(reversals);
  let tail: Entry[] = [];
  let full = limit + kept;
  let through: EntryId | null = null;
  const moveInside = () => {
    const cut = beforeCommands(tail, tail.length - kept);
    foldOn(tally, tail.slice(0, cut), reversals);
    through = tail[cut - 1]?.id ?? through;
    tail = tail.slice(cut);
    // A command that is longer than a tail stays whole; it is not walked through again for each of its entries.
    full = Math.max(limit + kept, 2 * tail.length);
  };
  for (const entry of entries) {
    reach(reached, entry, reversals);
    tail.push(entry);
    if (tail.length > full) moveInside();
  }
  if (through !== null || tail.length > limit) moveInside();
  const knowing = through === null ? null : (tail.at(-1)?.id ?? through);
  const ledger = { snapshot: { tally, through, knowing }, tail };
  const settled = foldOn(cloneTally(tally), tail, reversals);
  return { ledger, settled: { tally: settled, ...undoStateOf(reached, reversals) } };
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

/** A snapshot further on: the tail but for its last `keep` entries moves inside. */
export function advance(ledger: Ledger, keep: number): Snapshot {
  const { snapshot, tail } = ledger;
  const cut = beforeCommands(tail, tail.length - keep);
  if (cut === 0) return snapshot;
  const inside = tail.slice(0, cut);
  return {
    tally: foldOn(cloneTally(snapshot.tally), inside, reversalsIn(tail)),
    through: inside.at(-1)?.id ?? snapshot.through,
    knowing: tail.at(-1)?.id ?? snapshot.knowing,
  };
}

/** A cut at or before `most` that no command reaches across, also where other devices' entries lie in between. */
function beforeCommands(entries: readonly Entry[], most: number): number {
  const begins = new Map<CommandId, number>();
  entries.forEach(({ command }, at) => {
    if (!begins.has(command)) begins.set(command, at);
  });
  let cut = Math.max(0, most);
  for (let at = entries.length - 1; at >= cut; at -= 1) {
    const { command } = entries[at] as Entry;
    cut = Math.min(cut, begins.get(command) ?? cut);
  }
  return cut;
}
