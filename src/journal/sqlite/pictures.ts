/** Pictures of a journal: from its snapshot and what came after, or from all of it where that is what it takes. */
import { type Reversals, reversalsIn } from "../../core/entries/ledger.ts";
import type { EntryId } from "../../core/time/clock.ts";
import type { Picture } from "../port.ts";
import { entriesOf, pictureOf, pictureOfAll, tailRule } from "../record.ts";
import { writesOfOthers } from "./connect.ts";
import {
  entriesAfter,
  lastArrival,
  parseRow,
  type Rows,
  reversingEntries,
  rowsAfter,
} from "./rows.ts";
import type { Snapshots } from "./snapshots.ts";

export interface Pictures {
  /** The last one, until anybody writes. */
  readonly now: () => Picture;
  readonly whole: () => Picture;
  /** This connection has written. */
  readonly changed: () => void;
  /** A journal that is long, and has no snapshot of this version: every look would read all of it. */
  readonly lacksSnapshot: () => boolean;
}

export function picturesOf(rows: Rows, snapshots: Snapshots): Pictures {
  const { db, path } = rows;
  let seen: { readonly picture: Picture; readonly writes: number } | null = null;
  const whole = () =>
    pictureOfAll(entriesAfter(rows, ""), reversalsOf(rows, undefined), lastArrival(rows));
  const made = (): Picture => {
    const snapshot = snapshots.read();
    if (snapshot === null) return whole();
    const later = rowsAfter(rows).all(snapshot.through ?? "");
    const tail = entriesOf(later.map((row) => parseRow(path, row)));
    return pictureOf({ snapshot, tail }, lastArrival(rows)) ?? whole();
  };
  return {
    now: () => {
      const writes = writesOfOthers(db);
      if (seen?.writes !== writes) seen = { picture: made(), writes };
      return seen.picture;
    },
    whole,
    changed: () => {
      seen = null;
    },
    lacksSnapshot: () => snapshots.mark() === null && lastArrival(rows) > tailRule.limit,
  };
}

export function reversalsOf(rows: Rows, through: EntryId | undefined): Reversals {
  return reversalsIn(reversingEntries(rows, through));
}
