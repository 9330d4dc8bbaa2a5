/** The parts of recording that every adapter shares. */

import { type Entry, parseEntry, reversedBy } from "../core/entries/entry.ts";
import {
  advance,
  emptySnapshot,
  type Ledger,
  type Settled,
  type Snapshot,
  settle,
} from "../core/entries/ledger.ts";
import { stampEntries } from "../core/replica/stamp.ts";
import { type DeviceId, type EntryId, stampOf } from "../core/time/clock.ts";
import type { Arrival, Arrived, Picture, Step } from "./port.ts";
import { NotAnEntry } from "./port.ts";

/** The tail that stays outside a new snapshot: how far undo reaches without a fold of everything. */
export const tailKept = 64;
/** The tail at which a new snapshot is worth its write. */
export const tailLimit = 256;

/** Gives the bodies of each step their ids, later than `last`. */
export function stampSteps(
  steps: readonly Step[],
  device: DeviceId,
  last: EntryId | null,
  now: number,
): readonly Entry[] {
  let latest = last === null ? null : stampOf(last);
  return steps.flatMap(({ bodies, by }) => {
    const stamped = stampEntries(bodies, { by, device, last: latest, now });
    latest = stamped.last;
    return stamped.entries;
  });
}

/** The picture of a ledger, or null when it takes the whole journal to tell: see `needsAll`. */
export function pictureOf(ledger: Ledger, arrival: Arrival): Picture | null {
  const settlement = settle(ledger);
  if (!settlement.ok || needsAll(ledger, settlement.settled)) return null;
  return { ledger, settled: settlement.settled, arrival };
}

/** What the next undo or redo acts on may lie behind the snapshot. */
function needsAll({ snapshot, tail }: Ledger, { undoable }: Settled): boolean {
  if (snapshot.through === null) return false;
  return undoable === null || tail.every((entry) => reversedBy(entry) !== null);
}

/** The picture of a whole journal, without a snapshot. */
export function pictureOfAll(entries: readonly Entry[], arrival: Arrival): Picture {
  const picture = pictureOf({ snapshot: emptySnapshot, tail: entries }, arrival);
  if (picture === null) throw new Error("a ledger without a snapshot always settles");
  return picture;
}

/** A snapshot worth keeping, once the tail has grown long. */
export function dueSnapshot(ledger: Ledger): Snapshot | null {
  return ledger.tail.length > tailLimit ? advance(ledger, tailKept) : null;
}

/** The understood entries among `arrived`, in the order of the journal. */
export function entriesOf(arrived: readonly Arrived[]): readonly Entry[] {
  return arrived.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}

/** A line from outside. */
export function readLine(text: string, line: number): Omit<Arrived, "arrival"> {
  const parsed = parseEntry(text);
  if (!parsed.ok) throw new NotAnEntry(line, parsed.fault);
  const id = parsed.entry === null ? parsed.foreign.id : parsed.entry.id;
  return { id, entry: parsed.entry, text };
}
