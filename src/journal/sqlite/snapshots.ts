/** The one snapshot that a journal's file keeps: a cache, made anew where it is gone or of another version. */
import type { Database } from "bun:sqlite";
import type { Ledger, Snapshot } from "../../core/entries/ledger.ts";
import { tallyVersion } from "../../core/entries/tally.ts";
import type { EntryId } from "../../core/time/clock.ts";
import { dueSnapshot } from "../record.ts";
import { writesOfOthers } from "./connect.ts";

interface Mark {
  readonly through: EntryId;
  readonly knowing: EntryId;
}

export interface Snapshots {
  /** How far the kept one goes; null where there is none of this version. */
  readonly mark: () => Mark | null;
  readonly read: () => Snapshot | null;
  /** Keeps that of a ledger unless it is the one that is there. */
  readonly keepOf: (ledger: Ledger) => void;
  readonly drop: () => void;
  /** What this connection changed by another way. */
  readonly changed: () => void;
}

export function snapshotsIn(db: Database): Snapshots {
  /** The last that was read, until anybody writes another: it is as long as a history. */
  let parsed: { readonly snapshot: Snapshot; readonly writes: number } | null = null;
  const changed = () => {
    parsed = null;
  };
  const mark = () =>
    db
      .query<Mark, [number]>("SELECT through, knowing FROM snapshot WHERE version = ?")
      .get(tallyVersion);
  const keep = (snapshot: Snapshot) => {
    changed();
    db.query("INSERT OR REPLACE INTO snapshot VALUES (1, ?, ?, ?, ?)").run(
      tallyVersion,
      snapshot.through ?? "",
      snapshot.knowing ?? "",
      JSON.stringify(snapshot.tally),
    );
  };
  return {
    mark,
    read: () => {
      const kept = mark();
      if (kept === null) return null;
      const writes = writesOfOthers(db);
      const known = parsed?.snapshot;
      if (parsed?.writes === writes && known?.through === kept.through) return known;
      const snapshot = parse(db, kept);
      if (snapshot !== null) parsed = { snapshot, writes };
      return snapshot;
    },
    keepOf: (ledger) => {
      const due = dueSnapshot(ledger) ?? ledger.snapshot;
      if (due.through === null) return;
      const kept = mark();
      if (kept?.through !== due.through || kept.knowing !== due.knowing) keep(due);
    },
    drop: () => {
      db.run("DELETE FROM snapshot");
    },
    changed,
  };
}

function parse(db: Database, mark: Mark): Snapshot | null {
  const row = db.query<{ tally: string }, []>("SELECT tally FROM snapshot").get();
  try {
    return { ...mark, tally: JSON.parse(row?.tally ?? "") };
  } catch {
    return null;
  }
}
