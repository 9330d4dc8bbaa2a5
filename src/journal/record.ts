/** The parts of recording that every adapter shares. */

import { type CommandId, type Entry, entryVersion, parseEntry } from "../core/entries/entry.ts";
import {
  advance,
  type Ledger,
  type Reversals,
  type Snapshot,
  settle,
  settleWhole,
  type TailRule,
} from "../core/entries/ledger.ts";
import {
  type DeviceId,
  type EntryId,
  entryId,
  lastIdAt,
  momentOfId,
  stampOf,
  tick,
} from "../core/time/clock.ts";
import type { Arrival, Arrived, Draft, Picture } from "./port.ts";
import { NotAnEntry } from "./port.ts";

export const tailRule: TailRule = { kept: 64, limit: 256 };

/** Gives the bodies of one command their ids, later than `last`. */
export function stampEntries<T>(
  draft: Draft<T>,
  device: DeviceId,
  last: EntryId | null,
  now: number,
): readonly Entry[] {
  let stamp = last === null ? null : stampOf(last);
  const ids = draft.bodies.map(() => {
    stamp = tick(stamp, now);
    return entryId(stamp, device);
  });
  const command = ids[0];
  if (command === undefined) return [];
  return draft.bodies.map((body, index) => ({
    v: entryVersion,
    id: ids[index] as EntryId,
    command,
    by: draft.by,
    ...body,
  }));
}

/** The picture of a ledger, or null when an undo in it reaches behind its snapshot. */
export function pictureOf(ledger: Ledger, arrival: Arrival): Picture | null {
  const settlement = settle(ledger);
  return settlement.ok ? { ledger, settled: settlement.settled, arrival } : null;
}

/** The picture of a whole journal, read once. */
export function pictureOfAll(
  entries: Iterable<Entry>,
  reversals: Reversals,
  arrival: Arrival,
): Picture {
  return { ...settleWhole(entries, reversals, tailRule), arrival };
}

/** A snapshot worth keeping, once the tail has grown long. */
export function dueSnapshot(ledger: Ledger): Snapshot | null {
  return ledger.tail.length > tailRule.limit ? advance(ledger, tailRule.kept) : null;
}

/** The understood entries among `arrived`, in the order of the journal. */
export function entriesOf(arrived: readonly Arrived[]): readonly Entry[] {
  return arrived.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}

/**
 * The greatest id that an entry of `command` can have. A command's entries are stamped together: each takes a
 * place of the same millisecond, or of one soon after.
 */
export function lastIdOf(command: CommandId): EntryId {
  return lastIdAt(momentOfId(command) + 60_000);
}

/** A line from outside. */
export function readLine(text: string, line: number): Omit<Arrived, "arrival"> {
  const parsed = parseEntry(text);
  if (!parsed.ok) throw new NotAnEntry(line, parsed.fault);
  const id = parsed.entry === null ? parsed.foreign.id : parsed.entry.id;
  return { id, entry: parsed.entry, text };
}
