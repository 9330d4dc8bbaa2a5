/** Whether a journal's file is sound: the database, and every entry in it. Reads only. */
import { Database } from "bun:sqlite";
import { existsSync, statSync } from "node:fs";
import { parseEntry } from "../../core/entries/entry.ts";
import { parseDeviceId, parseEntryId } from "../../core/time/clock.ts";
import { JournalUnavailable } from "../port.ts";
import { checksum } from "./checksum.ts";
import { countBeside } from "./count.ts";
import { sayFailure } from "./failure.ts";
import { holdsJournal, schemaVersion, steps, versionOf } from "./schema.ts";
import { sparing } from "./sparing.ts";

export interface JournalFault {
  readonly kind:
    | "missing"
    | "short"
    | "denied"
    | "full"
    | "unreadable"
    | "newer"
    | "database"
    | "entry"
    | "device";
  /** A sentence. */
  readonly message: string;
}

interface Row {
  readonly arrival: number;
  readonly id: string;
  readonly text: string;
  readonly sum: number;
}

/** All faults, or none for a sound journal. */
export function verifyJournal(path: string): readonly JournalFault[] {
  if (!existsSync(path)) return [{ kind: "missing", message: `${path} does not exist.` }];
  if (statSync(path).isDirectory()) {
    return [{ kind: "unreadable", message: `${path} is a folder.` }];
  }
  let db: Database | null = null;
  try {
    db = new Database(path, { readwrite: true, create: false });
    return faultsIn(db);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (/readonly database|unable to open/.test(why)) {
      const message = `${path} can't be opened for writing. Check the permissions of its folder.`;
      return [{ kind: "denied", message }];
    }
    const said = sayFailure(error, path);
    if (said instanceof JournalUnavailable && said.reason === "full") {
      return [{ kind: "full", message: "The disk is full." }];
    }
    return [{ kind: "unreadable", message: `The database can't be read: ${why}.` }];
  } finally {
    db?.close();
  }
}

function faultsIn(db: Database): readonly JournalFault[] {
  const version = versionOf(db);
  const journal = holdsJournal(db);
  if (journal && version > schemaVersion) {
    const message = `The journal was written by a newer version of study (schema ${version}). Update study.`;
    return [{ kind: "newer", message }];
  }
  const faults: JournalFault[] = [];
  const integrity = db.query<{ integrity_check: string }, []>("PRAGMA integrity_check(20)").all();
  for (const { integrity_check: found } of integrity) {
    if (found !== "ok") faults.push({ kind: "database", message: `SQLite reports: ${found}.` });
  }
  if (!journal) {
    faults.push({ kind: "database", message: "The database holds no journal." });
    return faults;
  }
  if (tablesOf(db) !== tablesAt(version)) {
    faults.push({ kind: "database", message: "Its tables are not those of a journal." });
    return faults;
  }
  const rows = db.query<Row, []>("SELECT * FROM entry ORDER BY arrival");
  for (const row of sparing(rows.iterate())) {
    const fault = rowFault(row);
    if (fault !== null) faults.push({ kind: "entry", message: `Entry ${row.arrival} ${fault}.` });
  }
  const device = db.query<{ id: string }, []>("SELECT id FROM device").get();
  if (device === null || parseDeviceId(device.id) === null) {
    faults.push({ kind: "device", message: "The journal does not know its device." });
  }
  return faults;
}

/** How the tables were made, letter for letter: SQLite holds this to nothing. */
function tablesOf(db: Database): string {
  return JSON.stringify(
    db.query("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").all(),
  );
}

function tablesAt(version: number): string {
  const db = new Database(":memory:");
  try {
    for (const step of steps.slice(0, version)) db.run(step);
    return tablesOf(db);
  } finally {
    db.close();
  }
}

/** What a count beside the journal knows of and the journal has not: it was copied without its log. */
export function shortOf(path: string): JournalFault | null {
  const count = countBeside(path);
  if (count === null || !existsSync(path)) return null;
  const db = new Database(path, { readwrite: true, create: false });
  try {
    const device = db.query<{ id: string }, []>("SELECT id FROM device").get()?.id;
    const arrivals = db.query<{ last: number | null }, []>(
      "SELECT max(arrival) AS last FROM entry",
    );
    const last = arrivals.get()?.last ?? 0;
    if (device !== count.device || last >= count.arrivals) return null;
    const message = `It holds ${last} of the ${count.arrivals} entries that were recorded: its file was copied without its log, journal.db-wal. Copy it again once \`study\` has rested for a second, or with \`study backup\`.`;
    return { kind: "short", message };
  } catch {
    return null;
  } finally {
    db.close();
  }
}

/** What is wrong with a row, as a clause; null for a sound one. */
export function rowFault({ id, text, sum }: Row): string | null {
  if (checksum(text) !== sum) return "does not fit its checksum";
  if (parseEntryId(id) === null) return `has the id "${id}", which is not a valid id`;
  const parsed = parseEntry(text);
  if (!parsed.ok) return parsed.fault;
  const inside = parsed.entry === null ? parsed.foreign.id : parsed.entry.id;
  return inside === id ? null : `is filed under the id ${id}, but its text says ${inside}`;
}
