/**
 * Saves what can be saved of a damaged journal: entries that fit the checksum they were written with, read row by row
 * where the tables can be read, and found by their form in the bytes where they can't. What does not fit is never
 * made valid: it is listed and kept aside. The damaged files are moved aside, never deleted.
 */

import { Database } from "bun:sqlite";
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { DeviceId, EntryId } from "../../core/time/clock.ts";
import { JournalUnavailable } from "../port.ts";
import { readLines } from "../record.ts";
import { carve } from "./carve.ts";
import { sayNothingLeft } from "./failure.ts";
import { forgottenBeside, forgottenIn } from "./forgotten.ts";
import { openSqliteJournal } from "./journal.ts";
import { putInPlace } from "./put-in-place.ts";
import { rowFault, verifyJournal } from "./verify.ts";

/** An entry that was left out. */
export interface Dropped {
  /** A clause that follows the entry's name. */
  readonly fault: string;
  readonly id: string;
  /** As it stands in the damaged file; null where it can't be read at all. */
  readonly text: string | null;
}

export interface Salvaged {
  /** Entries in the new journal. */
  readonly saved: number;
  /** Entries that are known to have been there and are not saved; null where that can't be told. */
  readonly lost: number | null;
  readonly dropped: readonly Dropped[];
  /** Where the damaged file is now. */
  readonly kept: string;
  /** Where the texts of what was left out are; null where none could be read. */
  readonly aside: string | null;
}

interface Found {
  readonly entries: Map<EntryId, string>;
  readonly dropped: Map<string, Dropped>;
  /** How many entries the database says that it has had; null where it does not say it, or not soundly. */
  readonly arrivals: number | null;
  /** What was erased on purpose: it is not missing, and stays erased. */
  readonly forgotten: ReadonlySet<EntryId>;
}

const parts = ["", "-wal", "-shm"] as const;

/**
 * `device` is what the new journal is called: ids that the old one gave out and that are lost are not given out again.
 */
export async function salvage(path: string, device: DeviceId): Promise<Salvaged> {
  const [fault] = verifyJournal(path);
  if (fault?.kind === "newer") throw new JournalUnavailable("newer", fault.message);
  const found = rowsOf(path);
  for (const part of ["", "-wal"]) if (existsSync(path + part)) carveInto(found, path + part);
  const { entries, forgotten } = found;
  for (const id of forgotten) entries.delete(id);
  if (entries.size === 0) throw new JournalUnavailable("damaged", sayNothingLeft(path));

  const fresh = `${path}.salvaged`;
  for (const part of parts) rmSync(fresh + part, { force: true });
  const journal = openSqliteJournal(fresh, device);
  const saved = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  await journal.insert(readLines(saved));
  await journal.forget([...forgotten]);
  journal.close();

  const kept = freeName(`${path}.damaged`);
  for (const part of parts) {
    if (existsSync(path + part)) renameSync(path + part, kept + part);
  }
  putInPlace(fresh, path);
  const dropped = [...found.dropped.values()].filter(({ id }) => !entries.has(id as EntryId));
  const had = found.arrivals === null ? null : found.arrivals - forgotten.size;
  const lost = had === null ? null : Math.max(0, had - saved.length);
  return { saved: saved.length, lost, dropped, kept, aside: putAside(kept, dropped) };
}

function putAside(kept: string, dropped: readonly Dropped[]): string | null {
  const texts = dropped.flatMap(({ text }) => (text === null ? [] : [`${text}\n`]));
  if (texts.length === 0) return null;
  const aside = `${kept}.left-out.txt`;
  writeFileSync(aside, texts.join(""));
  return aside;
}

function freeName(base: string): string {
  let name = base;
  for (let count = 2; existsSync(name); count += 1) name = `${base}-${count}`;
  return name;
}

interface Row {
  readonly arrival: number;
  readonly id: EntryId;
  readonly text: string;
  readonly sum: number;
}

/** Every row that a look-up by its place still reaches. */
function rowsOf(path: string): Found {
  const found = { entries: new Map<EntryId, string>(), dropped: new Map<string, Dropped>() };
  let arrivals: number | null = null;
  let forgotten: readonly EntryId[] = [];
  let last = 0;
  let db: Database | null = null;
  try {
    db = new Database(path, { readwrite: true, create: false });
    const reading = db;
    arrivals = attempt(() => arrivalsSaid(reading));
    forgotten = attempt(() => forgottenIn(reading)) ?? [];
    // No row is shorter than its id, so a number that was damaged itself does not keep us for ever.
    const most = Math.ceil((statSync(path).size + sizeOf(`${path}-wal`)) / 32);
    const byPlace = reading.query<Row, [number]>("SELECT * FROM entry WHERE arrival = ?");
    for (let arrival = 1; arrival <= Math.min(arrivals ?? most, most); arrival += 1) {
      const row = attempt(() => byPlace.get(arrival));
      if (row === null) continue;
      last = arrival;
      const fault = rowFault(row);
      if (fault === null) found.entries.set(row.id, row.text);
      else found.dropped.set(String(row.id), { id: String(row.id), fault, text: String(row.text) });
    }
    if (arrivals !== null && arrivals > most) arrivals = null;
  } catch {
    // The file can't be opened as a database at all; its bytes are looked through below.
    arrivals = null;
  } finally {
    db?.close();
  }
  const erased = new Set([...forgotten, ...forgottenBeside(path)]);
  return {
    ...found,
    forgotten: erased,
    arrivals: arrivals !== null && arrivals < last ? null : arrivals,
  };
}

function arrivalsSaid(db: Database): number | null {
  const sequence = db.query<{ seq: number }, []>(
    "SELECT seq FROM sqlite_sequence WHERE name = 'entry'",
  );
  return sequence.get()?.seq ?? null;
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

function attempt<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Adds what lies whole and sound in the bytes of a file; a row that was read before wins. */
function carveInto({ entries, dropped }: Found, path: string): void {
  for (const { id, text, sound } of carve(readFileSync(path))) {
    if (entries.has(id)) continue;
    if (sound) entries.set(id, text);
    else if (!dropped.has(id)) dropped.set(id, { id, fault: "does not fit its checksum", text });
  }
}
