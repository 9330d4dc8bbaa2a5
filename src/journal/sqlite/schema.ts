/** The tables of a journal in SQLite, as steps from an empty file. A released step never changes. */
import type { Database } from "bun:sqlite";
import { JournalUnavailable } from "../port.ts";

/** Step n takes a database from version n to n + 1. */
export const steps: readonly string[] = [
  `CREATE TABLE entry (
     arrival INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     text TEXT NOT NULL,
     sum INTEGER NOT NULL,
     checked INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE device (id TEXT NOT NULL) STRICT;`,
  `CREATE TABLE snapshot (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     version INTEGER NOT NULL,
     through TEXT NOT NULL,
     knowing TEXT NOT NULL,
     tally TEXT NOT NULL
   ) STRICT;`,
  `CREATE TABLE view (
     turn INTEGER PRIMARY KEY,
     text TEXT NOT NULL,
     before TEXT NOT NULL,
     at INTEGER NOT NULL,
     made TEXT,
     agreed TEXT NOT NULL
   ) STRICT;`,
  // The newest agreement whole, the older ones as what differs; see `journal/agreements.ts`.
  `CREATE TABLE agreement (
     turn INTEGER PRIMARY KEY,
     whole TEXT,
     patch TEXT,
     CHECK ((whole IS NULL) <> (patch IS NULL))
   ) STRICT;
   INSERT INTO agreement (turn, whole)
     SELECT turn, json_object('text', text, 'made', made, 'agreed', json(agreed)) FROM view
     WHERE json_valid(agreed);
   DROP TABLE view;`,
  // Where the file was when it was last written: see `place.ts`.
  "ALTER TABLE device ADD COLUMN place TEXT;",
  // Entries that were erased for good, by their ids alone: none of them is taken in again.
  `CREATE TABLE forgotten (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
   CREATE INDEX entry_foreign ON entry (id) WHERE checked = 0;`,
  // Ids of entries that were dated anew, and under which they stand since: see `replaced.ts`.
  "CREATE TABLE replaced (id TEXT PRIMARY KEY, by TEXT NOT NULL) STRICT, WITHOUT ROWID;",
];

export const schemaVersion = steps.length;

export function versionOf(db: Database): number {
  return db.query<{ user_version: number }, []>("PRAGMA user_version").get()?.user_version ?? 0;
}

/** A journal is made whole (`make.ts`): what has none of its tables is somebody else's file, and left as it is. */
export function holdsJournal(db: Database): boolean {
  const tables = db.query(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('entry', 'device')",
  );
  return versionOf(db) > 0 && tables.all().length === 2;
}

/** Brings a database to the current version, in one transaction. */
export function migrate(db: Database): void {
  if (versionOf(db) === schemaVersion) return;
  db.transaction(() => {
    const from = versionOf(db);
    if (from > schemaVersion) {
      throw new JournalUnavailable(
        "newer",
        `This workspace was written by a newer version of study (schema ${from}, this one knows ${schemaVersion}). Update study.`,
      );
    }
    for (const step of steps.slice(from)) db.run(step);
    db.run(`PRAGMA user_version = ${schemaVersion}`);
  }).immediate();
}
