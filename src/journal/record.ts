/** The parts of recording that every adapter shares. */

import {
  type CommandId,
  type Entry,
  parseEntry,
  reversedBy,
  writeEntry,
} from "../core/entries/entry.ts";
import { type Foreign, foreignOf } from "../core/entries/foreign.ts";
import {
  advance,
  type Ledger,
  type Reversals,
  type Settled,
  type Snapshot,
  settle,
  settleWhole,
  type TailRule,
} from "../core/entries/ledger.ts";
import { stampEntries } from "../core/replica/stamp.ts";
import { type DeviceId, type EntryId, lastIdAt, momentOfId, stampOf } from "../core/time/clock.ts";
import type { Arrival, Arrived, Line, Picture, Step } from "./port.ts";
import { NotAnEntry } from "./port.ts";

export const tailRule: TailRule = { kept: 64, limit: 256 };

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

/** A line from outside, once it is held to the form of an entry. `line` counts from 1. */
export function readLine(text: string, line: number): Line {
  const parsed = parseEntry(text);
  if (!parsed.ok) throw new NotAnEntry(line, parsed.fault);
  const id = parsed.entry === null ? parsed.foreign.id : parsed.entry.id;
  return { id, entry: parsed.entry, text };
}

/** The same for one after another, as they are walked. */
export function* readLines(texts: Iterable<string>): Generator<Line> {
  let line = 0;
  for (const text of texts) {
    line += 1;
    yield readLine(text, line);
  }
}

/** The line of an entry that is one already. */
export function lineOf(entry: Entry): Line {
  return { id: entry.id, entry, text: writeEntry(entry) };
}

/** What there is among lines that this version does not know. */
export function foreignIn(texts: readonly string[]): Foreign {
  return foreignOf(
    texts.flatMap((text) => {
      const parsed = parseEntry(text);
      return parsed.ok && parsed.entry === null ? [parsed.foreign] : [];
    }),
  );
}
