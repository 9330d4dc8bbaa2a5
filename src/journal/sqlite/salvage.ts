/**
 * Saves what can be saved of a damaged journal. Where the tables can be read, row by row; where they can't, the
 * entries are found by their form in the bytes of the file. The damaged files are moved aside, never deleted.
 */
import { Database } from "bun:sqlite";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { parseEntry } from "../../core/entries/entry.ts";
import { type DeviceId, type EntryId, parseDeviceId } from "../../core/time/clock.ts";
import { JournalUnavailable } from "../port.ts";
import { openSqliteJournal } from "./journal.ts";
import { rowFault, verifyJournal } from "./verify.ts";

export interface Salvaged {
  /** Entries in the new journal. */
  readonly saved: number;
  /** Entries that are known to have been there and could not be read. */
  readonly lost: number;
  /** Where the damaged file is now. */
  readonly kept: string;
}

interface Found {
  readonly entries: Map<EntryId, string>;
  readonly device: DeviceId | null;
  /** The greatest place of arrival that was seen: how many there were at least. */
  readonly arrivals: number;
}

const parts = ["", "-wal", "-shm"] as const;

/** `spare` names the device of the new journal where the old name can't be read. */
export async function salvage(path: string, spare: DeviceId): Promise<Salvaged> {
  const [fault] = verifyJournal(path);
  if (fault?.kind === "newer") throw new JournalUnavailable("newer", fault.message);
  const found = rowsOf(path);
  for (const part of ["", "-wal"]) carve(path + part, found.entries);

  const fresh = `${path}.salvaged`;
  for (const part of parts) rmSync(fresh + part, { force: true });
  const journal = openSqliteJournal(fresh, found.device ?? spare);
  await journal.insert(
    [...found.entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text),
  );
  journal.close();

  const kept = freeName(`${path}.damaged`);
  for (const part of parts) {
    if (existsSync(path + part)) renameSync(path + part, kept + part);
  }
  renameSync(fresh, path);
  const saved = found.entries.size;
  return { saved, lost: Math.max(0, found.arrivals - saved), kept };
}

function freeName(base: string): string {
  let name = base;
  for (let count = 2; existsSync(name); count += 1) name = `${base}-${count}`;
  return name;
}

/** Every row that a look-up by its place still reaches. */
function rowsOf(path: string): Found {
  const entries = new Map<EntryId, string>();
  let device: DeviceId | null = null;
  let arrivals = 0;
  let db: Database | null = null;
  try {
    db = new Database(path, { readwrite: true, create: false });
    const reading = db;
    device = attempt(() => {
      const row = reading.query<{ id: string }, []>("SELECT id FROM device").get();
      return row === null ? null : parseDeviceId(row.id);
    });
    arrivals =
      attempt(
        () =>
          reading
            .query<{ seq: number }, []>("SELECT seq FROM sqlite_sequence WHERE name = 'entry'")
            .get()?.seq ?? null,
      ) ?? 0;
    const byPlace = reading.query<
      { arrival: number; id: EntryId; text: string; sum: number },
      [number]
    >("SELECT * FROM entry WHERE arrival = ?");
    for (let arrival = 1; arrival <= arrivals; arrival += 1) {
      const row = attempt(() => byPlace.get(arrival));
      if (row !== null && rowFault(row) === null) entries.set(row.id, row.text);
    }
  } catch {
    // The file can't be opened as a database at all; its bytes are looked through below.
  } finally {
    db?.close();
  }
  return { entries, device, arrivals };
}

function attempt<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const opening = Buffer.from('{"v":');
/** An entry that is longer lies on several pages and is found by its row alone. */
const longest = 4096;

/** Adds the entries that lie whole in the bytes of a file; a row that was read before wins. */
function carve(path: string, entries: Map<EntryId, string>): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  for (let at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, at + 1)) {
    const text = objectAt(bytes, at);
    if (text === null) continue;
    const parsed = parseEntry(text);
    if (!parsed.ok) continue;
    const id = parsed.entry === null ? parsed.foreign.id : parsed.entry.id;
    if (!entries.has(id)) entries.set(id, text);
  }
}

/** The JSON object that begins at `start`, as far as its braces balance. */
function objectAt(bytes: Buffer, start: number): string | null {
  let depth = 0;
  let quoted = false;
  const end = Math.min(bytes.length, start + longest);
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b) depth += 1;
    else if (byte === 0x7d) {
      depth -= 1;
      if (depth === 0) return bytes.toString("utf8", start, at + 1);
    }
  }
  return null;
}
