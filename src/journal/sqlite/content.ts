/**
 * Whether a journal's own file still holds what SQLite put there: somebody may write another one over it in its place.
 * Only a checkpoint writes that file, and every checkpoint leaves its mark in the log's index. So a file that changed
 * without one, and no longer has the bytes that it had, was written over.
 *
 * Both files are opened once and closed after the connection: whoever closes a file lets go of all locks that this
 * process has on it, SQLite's among them.
 */
import { Database } from "bun:sqlite";
import { closeSync, openSync, readSync, statSync } from "node:fs";

/** A longer file is not read through: where it changed unaccountably it counts as written over. */
const longestRead = 64_000_000;

interface Seen {
  readonly size: number;
  readonly changed: bigint;
  readonly log: string | null;
  /** Null for a file that is too long. */
  readonly print: bigint | null;
}

export interface Content {
  /** Once it was written over, that stays so for this connection. */
  readonly isOurs: () => boolean;
  /** After the connection was closed. */
  readonly end: () => void;
}

export function watchContent(db: Database, path: string): Content {
  const file = openSync(path, "r");
  const index = openAt(`${path}-shm`);
  let seen = look(path, file, index);
  let last = lastIn(db);
  let ours = true;
  const isOurs = () => {
    const now = fileAt(path);
    if (!ours || now === null) return ours;
    const log = logIn(index);
    if (now.size === seen.size && now.changed === seen.changed) {
      seen = { ...seen, log: log.mark };
      return true;
    }
    // While a checkpoint goes on, the file changes under its mark.
    if (log.working) return true;
    const accounted = log.mark !== seen.log;
    const next = look(path, file, index);
    ours = accounted ? holds(path, last) : next.print !== null && next.print === seen.print;
    seen = next;
    if (ours) last = lastIn(db);
    return ours;
  };
  const end = () => {
    closeSync(file);
    if (index !== null) closeSync(index);
  };
  return { isOurs, end };
}

function openAt(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch {
    return null;
  }
}

function fileAt(path: string): Pick<Seen, "size" | "changed"> | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : { size: Number(found.size), changed: found.mtimeNs };
}

function look(path: string, file: number, index: number | null): Seen {
  const { size, changed } = fileAt(path) ?? { size: 0, changed: 0n };
  return { size, changed, log: logIn(index).mark, print: printOf(file, size) };
}

function printOf(file: number, size: number): bigint | null {
  if (size > longestRead) return null;
  const bytes = Buffer.alloc(size);
  return BigInt(Bun.hash(bytes.subarray(0, readSync(file, bytes, 0, size, 0))));
}

/**
 * What the log's index says of checkpoints (SQLite's file format, "WAL-Index Format"): the log's salts, how many of its
 * frames are in the file, and how many are being put there.
 */
function logIn(index: number | null): { readonly mark: string | null; readonly working: boolean } {
  if (index === null) return { mark: null, working: false };
  const bytes = Buffer.alloc(136);
  readSync(index, bytes, 0, bytes.length, 0);
  const done = bytes.subarray(96, 100);
  const attempted = bytes.subarray(128, 132);
  const salts = bytes.subarray(32, 40).toString("hex");
  const mark = `${salts}:${done.toString("hex")}:${attempted.toString("hex")}`;
  return { mark, working: !done.equals(attempted) };
}

interface Last {
  readonly arrival: number;
  readonly id: string;
}

function lastIn(db: Database): Last | null {
  return db.query<Last, []>("SELECT arrival, id FROM entry ORDER BY arrival DESC LIMIT 1").get();
}

/** Read anew, not from what a connection keeps in memory: the last entry that was seen is there still. */
function holds(path: string, last: Last | null): boolean {
  let db: Database | null = null;
  try {
    db = new Database(path, { readonly: true });
    if (last === null) return true;
    const row = db.query<{ id: string }, [number]>("SELECT id FROM entry WHERE arrival = ?");
    return row.get(last.arrival)?.id === last.id;
  } catch {
    return false;
  } finally {
    db?.close();
  }
}
