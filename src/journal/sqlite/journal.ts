/** The journal in a SQLite file: write-ahead log, synchronised to disk at every commit. */
import { Database } from "bun:sqlite";
import { readChecked, vocabulary, writeEntry } from "../../core/entries/entry.ts";
import type { Snapshot } from "../../core/entries/ledger.ts";
import { tallyVersion } from "../../core/entries/tally.ts";
import type { DeviceId, EntryId } from "../../core/time/clock.ts";
import {
  type Arrival,
  type Arrived,
  type Before,
  type Draft,
  type InsertReport,
  type Journal,
  JournalCollision,
  JournalUnavailable,
  type Picture,
  type Recording,
} from "../port.ts";
import {
  dueSnapshot,
  entriesOf,
  pictureOf,
  pictureOfAll,
  readLine,
  stampSteps,
} from "../record.ts";
import { keepAgreement, rememberedIn } from "./agreements.ts";
import { checksum } from "./checksum.ts";
import { inWords } from "./failure.ts";
import { migrate } from "./schema.ts";

interface Row {
  arrival: number;
  id: EntryId;
  text: string;
  sum: number;
  /** The vocabulary under which the text was parsed; 0 for an entry that was not understood then. */
  checked: number;
}

interface SnapshotRow {
  version: number;
  through: EntryId;
  knowing: EntryId;
  tally: string;
}

export interface SqliteJournal extends Journal {
  readonly path: string;
  /** A setting of the connection, for tests that hold it to its promises. */
  pragma(name: "synchronous" | "journal_mode"): string | number | null;
}

const pageOfLines = 10_000;

/** Opens the journal at `path`, making it (for `device`) when there is none. */
export function openSqliteJournal(path: string, device: DeviceId): SqliteJournal {
  return inWords(path, () => open(path, device));
}

function open(path: string, newDevice: DeviceId): SqliteJournal {
  const db = new Database(path, { create: true, strict: true });
  db.run("PRAGMA busy_timeout = 10000");
  db.run("PRAGMA journal_mode = WAL");
  db.run("PRAGMA synchronous = FULL");
  migrate(db);

  const device = ownDevice(db, newDevice);
  const snapshotRow = db.query<SnapshotRow, [number]>(
    "SELECT version, through, knowing, tally FROM snapshot WHERE version = ?",
  );
  const rowsAfter = db.query<Row, [string]>("SELECT * FROM entry WHERE id > ? ORDER BY id");
  const lastArrival = db.query<{ last: number | null }, []>(
    "SELECT max(arrival) AS last FROM entry",
  );
  const lastId = db.query<{ last: EntryId | null }, []>("SELECT max(id) AS last FROM entry");
  const addRow = db.query<null, [string, string, number, number]>(
    "INSERT INTO entry (id, text, sum, checked) VALUES (?, ?, ?, ?)",
  );
  const rowById = db.query<Row, [string]>("SELECT * FROM entry WHERE id = ?");

  function parse(row: Row): Arrived {
    if (checksum(row.text) !== row.sum) {
      throw new JournalUnavailable(
        "damaged",
        `Entry ${row.id} of ${path} is damaged. \`study doctor --repair\` saves what can be saved.`,
      );
    }
    const { arrival, id, text } = row;
    if (row.checked === vocabulary) return { arrival, id, entry: readChecked(text), text };
    return { arrival, ...readLine(text, arrival) };
  }

  function storedSnapshot(): Snapshot | null {
    const row = snapshotRow.get(tallyVersion);
    if (row === null) return null;
    try {
      return { tally: JSON.parse(row.tally), through: row.through, knowing: row.knowing };
    } catch {
      return null;
    }
  }

  function arrivals(): Arrival {
    return lastArrival.get()?.last ?? 0;
  }

  function whole(): Picture {
    return pictureOfAll(entriesOf(rowsAfter.all("").map(parse)), arrivals());
  }

  function picture(): Picture {
    const snapshot = storedSnapshot();
    if (snapshot === null) return whole();
    const tail = entriesOf(rowsAfter.all(snapshot.through ?? "").map(parse));
    return pictureOf({ snapshot, tail }, arrivals()) ?? whole();
  }

  function keepSnapshot(snapshot: Snapshot): void {
    db.query("INSERT OR REPLACE INTO snapshot VALUES (1, ?, ?, ?, ?)").run(
      tallyVersion,
      snapshot.through ?? "",
      snapshot.knowing ?? "",
      JSON.stringify(snapshot.tally),
    );
  }

  function record<T>(now: number, work: (before: Before) => Draft<T>): Recording<T> {
    const before = picture();
    const { steps, result, remember } = work({ picture: before, remembered: rememberedIn(db) });
    for (const value of remember ?? []) keepAgreement(db, value);
    const entries = stampSteps(steps, device, lastId.get()?.last ?? null, now);
    if (entries.length === 0) return { result, entries, picture: before };
    for (const entry of entries) {
      const text = writeEntry(entry);
      addRow.run(entry.id, text, checksum(text), vocabulary);
    }
    const ledger = { ...before.ledger, tail: [...before.ledger.tail, ...entries] };
    const after = pictureOf(ledger, arrivals()) ?? whole();
    const snapshot = dueSnapshot(after.ledger);
    if (snapshot !== null) keepSnapshot(snapshot);
    return { result, entries, picture: after };
  }

  function insert(lines: readonly string[]): InsertReport {
    const stored = storedSnapshot();
    const settledTo = stored === null ? null : (stored.knowing ?? "");
    let behind = settledTo === null;
    let added = 0;
    let known = 0;
    lines.forEach((text, index) => {
      const { id, entry } = readLine(text, index + 1);
      const here = rowById.get(id);
      if (here === null) {
        addRow.run(id, text, checksum(text), entry === null ? 0 : vocabulary);
        added += 1;
        if (settledTo !== null && id <= settledTo) behind = true;
      } else if (here.text === text) known += 1;
      else throw new JournalCollision(id);
    });
    if (added === 0) return { added, known };
    // An older entry came in behind the snapshot: it is a cache, so it is made anew.
    if (behind) db.run("DELETE FROM snapshot");
    const anew = dueSnapshot(picture().ledger);
    if (anew !== null) keepSnapshot(anew);
    return { added, known };
  }

  const writing = <T>(work: () => T): T => inWords(path, () => db.transaction(work).immediate());
  const reading = <T>(work: () => T): T => inWords(path, () => db.transaction(work).deferred());

  return {
    path,
    device,
    picture: async () => reading(picture),
    record: async (now, work) => writing(() => record(now, work)),
    insert: async (lines) => writing(() => insert(lines)),
    since: async (arrival) =>
      inWords(path, () =>
        db
          .query<Row, [number]>("SELECT * FROM entry WHERE arrival > ? ORDER BY arrival")
          .all(arrival)
          .map(parse),
      ),
    async *lines(through) {
      const page = db.query<Row, [string, string, number]>(
        "SELECT * FROM entry WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
      );
      let after = "";
      for (;;) {
        const rows = inWords(path, () => page.all(after, through ?? "~", pageOfLines).map(parse));
        yield* rows;
        const last = rows.at(-1);
        if (last === undefined || rows.length < pageOfLines) return;
        after = last.id;
      }
    },
    marker: async () =>
      inWords(path, () => {
        const other = db.query<{ data_version: number }, []>("PRAGMA data_version").get();
        return `${other?.data_version ?? 0}:${arrivals()}`;
      }),
    remembered: async () => inWords(path, () => rememberedIn(db)),
    pragma: (name) =>
      db.query<Record<string, string | number>, []>(`PRAGMA ${name}`).get()?.[name] ?? null,
    copyTo: (file) => inWords(path, () => void db.query("VACUUM INTO ?").run(file)),
    close: () => db.close(),
  };
}

function ownDevice(db: Database, newDevice: DeviceId): DeviceId {
  const known = db.query<{ id: DeviceId }, []>("SELECT id FROM device").get();
  if (known !== null) return known.id;
  db.query("INSERT INTO device VALUES (?)").run(newDevice);
  return newDevice;
}
