/** The journal in a SQLite file: write-ahead log, synchronised to disk at every commit. */
import { Database } from "bun:sqlite";
import { closeSync, existsSync, openSync, rmSync, statSync } from "node:fs";
import { type Entry, readChecked, vocabulary, writeEntry } from "../../core/entries/entry.ts";
import {
  type Ledger,
  type Reversals,
  reversalsIn,
  type Snapshot,
} from "../../core/entries/ledger.ts";
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
  NotAnEntry,
  type Picture,
  type Place,
  type Recording,
} from "../port.ts";
import {
  dueSnapshot,
  entriesOf,
  foreignIn,
  lastIdOf,
  pictureOf,
  pictureOfAll,
  readLine,
  stampSteps,
  tailRule,
} from "../record.ts";
import { keepAgreement, rememberedIn } from "./agreements.ts";
import { checksum } from "./checksum.ts";
import { type Content, watchContent } from "./content.ts";
import { keepCount } from "./count.ts";
import { whereaboutsOf } from "./device.ts";
import { inWords, sayNothingLeft } from "./failure.ts";
import { forgetAgain, forgetIn, forgottenIn, keepForgottenBeside } from "./forgotten.ts";
import { makeJournal } from "./make.ts";
import { fileAt, keepPrivate, placeOf, requirePlace } from "./place.ts";
import { restOf } from "./rest.ts";
import { migrate } from "./schema.ts";
import { openWhenFree, ownPatience, whenFree } from "./wait.ts";

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
  /** All lines in order, for a journal that is made from this one. */
  texts(): Iterable<string>;
}

const pageOfLines = 500;

/**
 * Opens the journal at `path`, making it when there is none. `device` names a new journal, and one that turns out to
 * be a copy. A file that is there and empty is none that was ever made: it is refused.
 */
export function openSqliteJournal(path: string, device: DeviceId): SqliteJournal {
  if (existsSync(path) && statSync(path).size === 0) {
    throw new JournalUnavailable("damaged", sayNothingLeft(path));
  }
  return inWords(path, () => {
    if (!existsSync(path)) makeJournal(path);
    return open(path, device);
  });
}

interface Connected {
  readonly db: Database;
  readonly device: DeviceId;
  readonly place: string;
  readonly erasedAgain: number;
}

/** A connection to a journal of this version that knows its device. */
function connect(path: string, newDevice: DeviceId): Connected {
  const db = new Database(path, { create: true, strict: true });
  try {
    keepPrivate(path);
    db.run("PRAGMA busy_timeout = 0");
    db.run("PRAGMA journal_mode = WAL");
    db.run("PRAGMA synchronous = FULL");
    migrate(db);
    const place = whereaboutsOf(path);
    const device = deviceAt(db, place, newDevice);
    const erasedAgain = forgetAgain(db, path);
    db.run(`PRAGMA busy_timeout = ${ownPatience}`);
    return { db, device, place, erasedAgain };
  } catch (error) {
    db.close();
    throw error;
  }
}

function open(path: string, newDevice: DeviceId): SqliteJournal {
  const {
    db,
    device,
    place: whereabouts,
    erasedAgain,
  } = openWhenFree(() => connect(path, newDevice));
  const opened = fileAt(path);

  const snapshotTally = db.query<Pick<SnapshotRow, "tally">, []>("SELECT tally FROM snapshot");
  const snapshotMark = db.query<Pick<SnapshotRow, "through" | "knowing">, [number]>(
    "SELECT through, knowing FROM snapshot WHERE version = ?",
  );
  const rowsAfter = db.query<Row, [string]>("SELECT * FROM entry WHERE id > ? ORDER BY id");
  // A letter may be escaped in a line that came from elsewhere; what only looks like a reversal is told when read.
  const reversalRows = db.query<Row, [string]>(
    String.raw`SELECT * FROM entry WHERE id <= ? AND (instr(text, 'command.') OR instr(text, '\u')) ORDER BY id`,
  );
  const lastArrival = db.query<{ last: number | null }, []>(
    "SELECT max(arrival) AS last FROM entry",
  );
  const lastId = db.query<{ last: EntryId | null }, []>("SELECT max(id) AS last FROM entry");
  const addRow = db.query<null, [string, string, number, number]>(
    "INSERT INTO entry (id, text, sum, checked) VALUES (?, ?, ?, ?)",
  );
  const addNew = db.query<null, [string, string, number, number]>(
    "INSERT OR IGNORE INTO entry (id, text, sum, checked) VALUES (?, ?, ?, ?)",
  );
  const isForgotten = db.query<{ id: string }, [string]>("SELECT id FROM forgotten WHERE id = ?");
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
    return { arrival, ...understand(text, row.id) };
  }

  function understand(text: string, id: EntryId): Omit<Arrived, "arrival"> {
    try {
      return readLine(text, 0);
    } catch (error) {
      if (!(error instanceof NotAnEntry)) throw error;
      throw new JournalUnavailable(
        "damaged",
        `Entry ${id} of ${path} ${error.fault}. \`study doctor --repair\` puts it aside.`,
      );
    }
  }

  /** The last snapshot that was read, until anybody writes another: it is as long as a history. */
  let parsed: { readonly snapshot: Snapshot; readonly writes: number } | null = null;

  function storedSnapshot(): Snapshot | null {
    const mark = snapshotMark.get(tallyVersion);
    if (mark === null) return null;
    const writes = writesOfOthers(db);
    const known = parsed?.snapshot;
    if (parsed?.writes === writes && known?.through === mark.through) return known;
    const tally = snapshotTally.get()?.tally ?? "";
    try {
      const snapshot = { ...mark, tally: JSON.parse(tally) };
      parsed = { snapshot, writes };
      return snapshot;
    } catch {
      return null;
    }
  }

  function arrivals(): Arrival {
    return lastArrival.get()?.last ?? 0;
  }

  function* understood(rows: Iterable<Row>): Generator<Entry> {
    for (const row of sparing(rows)) {
      const { entry } = parse(row);
      if (entry !== null) yield entry;
    }
  }

  function reversals(through: EntryId | undefined): Reversals {
    return reversalsIn(understood(reversalRows.iterate(through ?? "~")));
  }

  function whole(): Picture {
    return pictureOfAll(understood(rowsAfter.iterate("")), reversals(undefined), arrivals());
  }

  /** The last picture, until anybody writes. */
  let seen: { readonly picture: Picture; readonly writes: number } | null = null;

  function picture(): Picture {
    const writes = writesOfOthers(db);
    if (seen?.writes !== writes) seen = { picture: pictureNow(), writes };
    return seen.picture;
  }

  function pictureNow(): Picture {
    const snapshot = storedSnapshot();
    if (snapshot === null) return whole();
    const tail = entriesOf(rowsAfter.all(snapshot.through ?? "").map(parse));
    return pictureOf({ snapshot, tail }, arrivals()) ?? whole();
  }

  /** Keeps the snapshot of a ledger unless it is the one that is there. */
  function keepSnapshotOf(ledger: Ledger): void {
    const due = dueSnapshot(ledger) ?? ledger.snapshot;
    if (due.through === null) return;
    const kept = snapshotMark.get(tallyVersion);
    if (kept?.through !== due.through || kept.knowing !== due.knowing) keepSnapshot(due);
  }

  function keepSnapshot(snapshot: Snapshot): void {
    parsed = null;
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
    const own = settleAt(db, whereabouts, device);
    const entries = stampSteps(steps, own, lastId.get()?.last ?? null, now);
    if (entries.length === 0) return { result, entries, picture: before };
    seen = null;
    for (const entry of entries) {
      const text = writeEntry(entry);
      addRow.run(entry.id, text, checksum(text), vocabulary);
    }
    const ledger = { ...before.ledger, tail: [...before.ledger.tail, ...entries] };
    const after = pictureOf(ledger, arrivals()) ?? whole();
    keepSnapshotOf(after.ledger);
    return { result, entries, picture: after };
  }

  function insert(lines: Iterable<string>): InsertReport {
    const stored = storedSnapshot();
    const settledTo = stored === null ? null : (stored.knowing ?? "");
    let behind = settledTo === null;
    let added = 0;
    let known = 0;
    let forgotten = 0;
    for (const text of sparing(lines)) {
      const { id, entry } = readLine(text, added + known + forgotten + 1);
      const sum = checksum(text);
      if (isForgotten.get(id) !== null) {
        forgotten += 1;
        continue;
      }
      if (addNew.run(id, text, sum, entry === null ? 0 : vocabulary).changes > 0) {
        added += 1;
        if (settledTo !== null && id <= settledTo) behind = true;
      } else if (rowById.get(id)?.text === text) known += 1;
      else throw new JournalCollision(id);
    }
    const report = { added, known, forgotten };
    if (added === 0) return report;
    seen = null;
    // An older entry came in behind the snapshot: it is a cache, so it is made anew.
    if (behind) db.run("DELETE FROM snapshot");
    keepSnapshotOf(picture().ledger);
    return report;
  }

  function forget(ids: readonly EntryId[]): number {
    parsed = null;
    seen = null;
    return forgetIn(db, ids);
  }

  /** A picture to look at. Where no snapshot of this version is there, it is made now and not at every look. */
  async function look(): Promise<Picture> {
    const lacksSnapshot = () =>
      snapshotMark.get(tallyVersion) === null && arrivals() > tailRule.limit;
    if (!lacksSnapshot()) return reading(picture);
    return writing(() => {
      if (lacksSnapshot()) keepSnapshotOf(whole().ledger);
      return picture();
    });
  }

  /** All rows in order, in one direction, page by page: a reader may take its time. */
  function* pages(
    read: (after: string) => readonly Row[],
    first: string,
  ): Generator<readonly Arrived[]> {
    for (let after = first; ; ) {
      const rows = inWords(path, () => read(after).map(parse));
      yield rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < pageOfLines) return;
      after = last.id;
    }
  }

  /** Looked at twice: a file that is taken away meanwhile takes along what was written to it. */
  const writing = async <T>(work: () => T): Promise<T> => {
    requirePlace(path, placeOf(path, opened, content), "before writing");
    const done = await whenFree({ db, path }, () => db.transaction(work).immediate());
    requirePlace(path, placeOf(path, opened, content), "after writing");
    const last = arrivals();
    if (content !== null) rest.put();
    if (last !== counted) keepCount(path, settled(db)?.id ?? device, last);
    counted = last;
    return done;
  };
  let counted = arrivals();
  /** Whoever asks stays for long, so what becomes of the file is watched from then on. */
  let content: Content | null = null;
  const place = (): Place => {
    if (content === null && fileAt(path) === opened) {
      // Only what looks first may write the file.
      db.run("PRAGMA wal_autocheckpoint = 0");
      content = watchContent(db, path);
    }
    return placeOf(path, opened, content);
  };
  const rest = restOf(db, () => placeOf(path, opened, content) === "here");
  let moved = "";
  /** Whoever asks again and again stays; when the answer has been the same for a while, the journal rests. */
  const marker = (): string => {
    const now = `${writesOfOthers(db)}:${arrivals()}`;
    if (now !== moved) rest.put();
    moved = now;
    return now;
  };
  const reading = <T>(work: () => T): T => inWords(path, () => db.transaction(work).deferred());

  return {
    path,
    device,
    picture: async () => look(),
    record: async (now, work) => writing(() => record(now, work)),
    insert: async (lines) => writing(() => insert(lines)),
    since: async (arrival, most = -1) =>
      inWords(path, () =>
        db
          .query<Row, [number, number]>(
            "SELECT * FROM entry WHERE arrival > ? ORDER BY arrival LIMIT ?",
          )
          .all(arrival, most)
          .map(parse),
      ),
    async *lines(through) {
      const page = db.query<Row, [string, string, number]>(
        "SELECT * FROM entry WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
      );
      const read = (after: string) => page.all(after, through ?? "~", pageOfLines);
      for (const rows of sparing(pages(read, ""), 100)) yield* rows;
    },
    *texts() {
      for (const row of rowsAfter.iterate("")) yield parse(row).text;
    },
    async *newestFirst() {
      const page = db.query<Row, [string, number]>(
        "SELECT * FROM entry WHERE id < ? ORDER BY id DESC LIMIT ?",
      );
      const read = (before: string) => page.all(before, pageOfLines);
      for (const rows of sparing(pages(read, "~"), 100)) yield* rows;
    },
    reversals: async (through) => reading(() => reversals(through)),
    foreign: async () =>
      inWords(path, () => {
        const rows = db.query<Row, []>("SELECT * FROM entry WHERE checked = 0").all();
        return foreignIn(rows.map(({ text }) => text));
      }),
    command: async (id) =>
      inWords(path, () => [
        ...understood(
          db
            .query<Row, [string, string]>(
              "SELECT * FROM entry WHERE id BETWEEN ? AND ? ORDER BY id",
            )
            .iterate(id, lastIdOf(id)),
        ).filter(({ command }) => command === id),
      ]),
    marker: async () => inWords(path, marker),
    remembered: async () => inWords(path, () => rememberedIn(db)),
    pragma: (name) =>
      db.query<Record<string, string | number>, []>(`PRAGMA ${name}`).get()?.[name] ?? null,
    place,
    forgotten: async () => inWords(path, () => new Set(forgottenIn(db))),
    erasedAgain,
    forget: async (ids) => {
      // First beside the journal: what is half done when this is killed is finished at the next opening.
      inWords(path, () => keepForgottenBeside(path, ids));
      return writing(() => forget(ids));
    },
    scrub: async () =>
      inWords(path, () => {
        db.run("PRAGMA secure_delete = ON");
        db.run("DELETE FROM agreement WHERE turn < (SELECT max(turn) FROM agreement)");
        db.run("PRAGMA wal_checkpoint(TRUNCATE)");
        db.run("VACUUM");
        db.run("PRAGMA wal_checkpoint(TRUNCATE)");
      }),
    copyTo: (file) => inWords(path, () => copyInto(db, file)),
    close: () => {
      rest.end();
      db.close();
      content?.end();
    },
  };
}

/** Texts from outside the heap are not counted by the collector, which would let a long walk pile them up. */
function* sparing<T>(walk: Iterable<T>, often = 50_000): Generator<T> {
  let passed = 0;
  for (const one of walk) {
    yield one;
    passed += 1;
    if (passed % often === 0) Bun.gc(true);
  }
}

/** An empty file may stand in the copy's place; this one is the owner's alone before anything is in it. */
function copyInto(db: Database, file: string): void {
  closeSync(openSync(file, "wx", 0o600));
  try {
    db.query("VACUUM INTO ?").run(file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** Goes up whenever another connection has written. */
function writesOfOthers(db: Database): number {
  return db.query<{ data_version: number }, []>("PRAGMA data_version").get()?.data_version ?? 0;
}

interface Settled {
  readonly id: DeviceId;
  /** Null in a journal of version 0.1 that has not been written since. */
  readonly place: string | null;
}

function settled(db: Database): Settled | null {
  return db.query<Settled, []>("SELECT id, place FROM device").get();
}

/** Who writes here: the device that the journal names, or `spare` in a copy, which is another device. */
function deviceAt(db: Database, place: string, spare: DeviceId): DeviceId {
  const known = settled(db);
  if (known === null) {
    db.query("INSERT INTO device (id, place) VALUES (?, ?)").run(spare, place);
    return spare;
  }
  return known.place === null || known.place === place ? known.id : spare;
}

/** The same at a write, which settles it; another process may have done so first. */
function settleAt(db: Database, place: string, device: DeviceId): DeviceId {
  const known = settled(db);
  if (known?.place === place) return known.id;
  db.query("UPDATE device SET id = ?, place = ?").run(device, place);
  return device;
}
