/**
 * A device that makes entries of its own and meets a server now and then: what it knows, what waits, its stamp.
 * A value, and steps from one value to the next. Whoever holds it asks, sends, hears and stores.
 *
 * An entry is in one of three places. It waits: no server has said that it has it. It is acknowledged: a server
 * has it, and the ledger is older than that. Or it is in the ledger. Laws: SPEC.md.
 */
import { type Body, type Entry, reversedBy } from "../entries/entry.ts";
import { type Ledger, type Settled, type Snapshot, settle } from "../entries/ledger.ts";
import type { Millis } from "../time/calendar.ts";
import { type DeviceId, type EntryId, type Stamp, stampOf } from "../time/clock.ts";
import { laterStamp, stampEntries } from "./stamp.ts";

declare const workspaceBrand: unique symbol;

/** Names a workspace: the id of its own `workspace.started`. In version 0.1 it was the name of its device. */
export type WorkspaceId = string & { readonly [workspaceBrand]: true };

/** What a server says of its journal at one moment. */
export interface Base {
  readonly workspace: WorkspaceId;
  /** What the workspace was called in version 0.1. */
  readonly formerly: WorkspaceId;
  readonly ledger: Ledger;
  /** The last arrival that the ledger holds. */
  readonly arrival: number;
}

/** Entries as they arrived at the server: all that did after `after`, up to `arrival`. */
export interface Arrivals {
  readonly after: number;
  readonly arrival: number;
  readonly entries: readonly Entry[];
}

/** Why the ledger must be loaded anew. */
export type Need =
  /** Entries came in that this replica has not heard of. */
  | "gap"
  /** An entry belongs before the end of the snapshot. */
  | "older-entry"
  /** An undo acts on a command that is inside the snapshot. */
  | "undo-behind"
  /** A newer snapshot saves work. */
  | "long-tail";

export interface Replica {
  readonly workspace: WorkspaceId;
  readonly device: DeviceId;
  /** All that had arrived at the server up to `arrival`. */
  readonly ledger: Ledger;
  readonly arrival: number;
  /** The last arrival that was heard of, whether or not the ledger has come as far. */
  readonly heard: number;
  /** How long the ledger's tail was when it was loaded. */
  readonly loaded: number;
  readonly acknowledged: readonly Entry[];
  /** In order. */
  readonly waiting: readonly Entry[];
  /** The latest stamp made or seen. */
  readonly stamp: Stamp | null;
  readonly behind: "gap" | "older-entry" | null;
}

/** What the learner is shown, and whether the ledger should be loaded anew. */
export interface View {
  readonly settled: Settled;
  readonly need: Need | null;
}

const longTail = 800;

export function begin(device: DeviceId, base: Base, waiting: readonly Entry[]): Replica {
  const { workspace, ledger, arrival } = base;
  const of = { workspace, device, ledger, arrival, heard: arrival, loaded: ledger.tail.length };
  const empty = { ...of, acknowledged: [], waiting: [] };
  return wait({ ...empty, stamp: lastIn(ledger), behind: null }, waiting);
}

/** The entries of one command, decided on and made here. */
export function make(
  replica: Replica,
  bodies: readonly Body[],
  now: Millis,
): { readonly replica: Replica; readonly made: readonly Entry[] } {
  const { device, stamp } = replica;
  const { entries, last } = stampEntries(bodies, { by: "web", device, last: stamp, now });
  const waiting = inOrder([...replica.waiting, ...entries]);
  return { replica: { ...replica, waiting, stamp: last }, made: entries };
}

/** Entries that wait: kept from before, or made by somebody who shares this replica's store. */
export function wait(replica: Replica, entries: readonly Entry[]): Replica {
  const { ledger, acknowledged } = replica;
  const known = idsOf(ledger.tail, acknowledged, replica.waiting);
  const fresh = once(entries).filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return replica;
  const waiting = inOrder([...replica.waiting, ...fresh]);
  return { ...replica, waiting, stamp: laterStamp(replica.stamp, lastOf(waiting)) };
}

/** The server said that it has these, in answer to their sending, and how far its arrivals have come. */
export function acknowledge(replica: Replica, entries: readonly Entry[], arrival: number): Replica {
  const here = idsOf(entries);
  const waiting = replica.waiting.filter(({ id }) => !here.has(id));
  const known = idsOf(replica.ledger.tail, replica.acknowledged);
  const { snapshot } = replica.ledger;
  const fresh = once(entries).filter(({ id }) => !known.has(id));
  const older = fresh.some((entry) => isOlder(entry, snapshot));
  const acknowledged = [...replica.acknowledged, ...fresh];
  const behind = replica.behind ?? (older ? "older-entry" : null);
  const heard = Math.max(replica.heard, arrival);
  return { ...replica, waiting, acknowledged, heard, behind };
}

/** What arrived at the server, from whomever. Heard again it changes nothing. */
export function take(replica: Replica, arrivals: Arrivals): Replica {
  const entries = once(arrivals.entries);
  const here = idsOf(entries);
  const waiting = replica.waiting.filter(({ id }) => !here.has(id));
  // What arrived before the ledger was made is inside it.
  if (arrivals.arrival <= replica.arrival) return { ...replica, waiting };
  const { ledger } = replica;
  const known = idsOf(ledger.tail);
  const fresh = entries.filter(({ id }) => !known.has(id));
  const acknowledged = replica.acknowledged.filter(({ id }) => !here.has(id));
  const stamp = laterStamp(replica.stamp, lastOf(inOrder(entries)));
  const heard = Math.max(replica.heard, arrivals.arrival);
  const missed = arrivals.after > replica.arrival ? "gap" : null;
  const older = fresh.some((entry) => isOlder(entry, ledger.snapshot)) ? "older-entry" : null;
  const behind = replica.behind ?? missed ?? older;
  if (behind !== null) {
    // The ledger has not come as far as this, but the server has these.
    return { ...replica, waiting, acknowledged: [...acknowledged, ...fresh], heard, stamp, behind };
  }
  const tail = fresh.length === 0 ? ledger.tail : inOrder([...ledger.tail, ...fresh]);
  const { arrival } = arrivals;
  return { ...replica, waiting, acknowledged, ledger: { ...ledger, tail }, arrival, heard, stamp };
}

/** A fresh state of the server; what waits goes on waiting. Another workspace's state begins anew. */
export function load(replica: Replica, base: Base): Replica {
  const { workspace, device } = replica;
  if (workspace !== base.workspace && workspace !== base.formerly) return begin(device, base, []);
  const { snapshot } = base.ledger;
  // An answer that was overtaken by what arrived meanwhile: nothing of that is let go, and one more is asked for.
  const overtaken = base.arrival < replica.heard;
  const since = overtaken ? after(snapshot, replica.ledger.tail) : [];
  const tail =
    since.length === 0 ? base.ledger.tail : inOrder(once([...base.ledger.tail, ...since]));
  const known = idsOf(tail);
  return {
    workspace: base.workspace,
    device,
    ledger: { snapshot, tail },
    arrival: base.arrival,
    heard: base.arrival,
    loaded: tail.length,
    acknowledged: after(snapshot, replica.acknowledged).filter(({ id }) => !known.has(id)),
    waiting: replica.waiting.filter(({ id }) => !known.has(id)),
    stamp: laterStamp(replica.stamp, laterStamp(lastIn(base.ledger), lastOf(tail))),
    behind: overtaken ? "gap" : null,
  };
}

/** What is sent next: whole commands, `most` entries at most unless one command has more. */
export function batchOf({ waiting }: Replica, most: number): readonly Entry[] {
  const batch: Entry[] = [];
  for (const entries of Map.groupBy(waiting, ({ command }) => command).values()) {
    if (batch.length > 0 && batch.length + entries.length > most) break;
    batch.push(...entries);
  }
  return batch;
}

export type Refused =
  /** One of its commands is refused: the others must not go with it, so fewer are sent. */
  | { readonly is: "split"; readonly most: number }
  /** A command that can't ever be taken, and must not stand in the way of the rest. */
  | { readonly is: "dropped"; readonly replica: Replica };

/** The server will never take this batch as it is. */
export function refuse(replica: Replica, batch: readonly Entry[]): Refused {
  const commands = new Set(batch.map(({ command }) => command));
  if (commands.size > 1) return { is: "split", most: Math.ceil(batch.length / 2) };
  const dropped = idsOf(batch);
  const waiting = replica.waiting.filter(({ id }) => !dropped.has(id));
  return { is: "dropped", replica: { ...replica, waiting } };
}

/** A ledger with all that the server is known to have, for a start without it. */
export function ledgerOf({ ledger, acknowledged }: Replica): Ledger {
  return { ...ledger, tail: inOrder([...ledger.tail, ...after(ledger.snapshot, acknowledged)]) };
}

/** Of what waited, in one workspace, what waits no more: the store need not keep it. */
export function settledOf(waited: readonly Entry[], { waiting }: Replica): readonly Entry[] {
  const still = idsOf(waiting);
  return waited.filter(({ id }) => !still.has(id));
}

/**
 * All that is known, folded. What waits and lies inside the snapshot's span may be in it already (the answer to
 * its sending was lost), so it counts once it has been sent again and not twice before.
 */
export function viewOf(replica: Replica): View {
  const { ledger, acknowledged, waiting } = replica;
  const { snapshot } = ledger;
  const own = after(snapshot, [...acknowledged, ...waiting]);
  const tail = own.length === 0 ? ledger.tail : inOrder([...ledger.tail, ...own]);
  const need =
    replica.behind ?? (ledger.tail.length - replica.loaded > longTail ? "long-tail" : null);
  const settlement = settle({ snapshot, tail });
  if (settlement.ok) return { settled: settlement.settled, need };
  // An undo of what is in the snapshot is left out until the whole is loaded, which can't be before it was sent.
  const near = withoutReversals(tail);
  const kept = idsOf(near);
  const sent = [...ledger.tail, ...acknowledged].some(({ id }) => !kept.has(id));
  const rest = settle({ snapshot, tail: near });
  if (!rest.ok) throw new Error("a ledger without far undos always settles");
  return { settled: rest.settled, need: sent ? (replica.behind ?? "undo-behind") : need };
}

/** Without the undos and redos of commands that are not among the entries. */
function withoutReversals(entries: readonly Entry[]): readonly Entry[] {
  const commands = new Set(entries.map(({ command }) => command));
  const near = entries.filter((entry) => {
    const target = reversedBy(entry);
    return target === null || commands.has(target);
  });
  return near.length === entries.length ? near : withoutReversals(near);
}

/** All entries that a replica holds one by one. */
export function entriesIn({ ledger, acknowledged, waiting }: Replica): readonly Entry[] {
  return inOrder([...ledger.tail, ...acknowledged, ...waiting]);
}

function after({ through }: Snapshot, entries: readonly Entry[]): readonly Entry[] {
  return through === null ? entries : entries.filter(({ id }) => id > through);
}

/** Whether the snapshot would be another one with this entry. */
function isOlder(entry: Entry, { through, knowing }: Snapshot): boolean {
  const bound = reversedBy(entry) === null ? through : knowing;
  return bound !== null && entry.id <= bound;
}

function lastIn({ snapshot, tail }: Ledger): Stamp | null {
  const bounds = [snapshot.through, snapshot.knowing].map((id) =>
    id === null ? null : stampOf(id),
  );
  return [lastOf(tail), ...bounds].reduce(laterStamp, null);
}

function lastOf(inOrder: readonly Entry[]): Stamp | null {
  const last = inOrder.at(-1);
  return last === undefined ? null : stampOf(last.id);
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function once(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

function idsOf(...lists: readonly (readonly Entry[])[]): ReadonlySet<EntryId> {
  return new Set(lists.flatMap((entries) => entries.map(({ id }) => id)));
}
