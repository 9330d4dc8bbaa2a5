/** SQLite's errors in words for a person. */
import { SQLiteError } from "bun:sqlite";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { JournalUnavailable } from "../port.ts";

export function sayFailure(error: unknown, path: string): unknown {
  if (!(error instanceof SQLiteError)) return error;
  const code = error.code ?? "";
  // All that is asked was written by us: what SQLite can't find was there.
  const lacks = code === "SQLITE_ERROR" && /no such (column|table)|malformed/.test(error.message);
  if (lacks || code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    return new JournalUnavailable(
      "damaged",
      `The journal ${path} is damaged. \`study doctor --repair\` saves what can be saved and keeps the damaged file.`,
    );
  }
  // Without a page of room the index of the log can't be made, not even to read.
  if (/^SQLITE_(FULL|IOERR_WRITE|IOERR_SHMSIZE)/.test(code)) {
    return new JournalUnavailable(
      "full",
      "The disk is full: nothing was recorded. Free some space and repeat the command.",
    );
  }
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    return new JournalUnavailable(
      "busy",
      "Another process has held the journal for too long; nothing was read or recorded. Repeat the command.",
    );
  }
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/.test(code)) {
    return new JournalUnavailable(
      "denied",
      `The journal ${path} can't be opened for writing (${error.message}). Check the folder's permissions.`,
    );
  }
  return error;
}

/** A journal of no bytes, or one of which nothing can be saved: what to put in its place. */
export function sayNothingLeft(path: string): string {
  const empty = statSync(path, { throwIfNoEntry: false })?.size === 0;
  const what = empty ? "is empty" : "holds no entry that can be read";
  return `The journal ${path} ${what}: nothing in it can be saved, and nothing was changed. Put a backup in its place with \`study restore FILE\`.${sayCopies(path)}`;
}

/** Another program's file, or what is left of a journal that lost its tables. */
export function sayNoJournal(path: string): string {
  return `${path} holds no journal, and was left as it is. \`study doctor --repair\` looks whether entries are left in it; else put a backup in its place with \`study restore FILE\`.${sayCopies(path)}`;
}

function sayCopies(path: string): string {
  const found = copiesBeside(path);
  return found.length === 0 ? "" : ` Beside it are ${found.join(", ")}.`;
}

/** Earlier journals that the program itself kept. */
function copiesBeside(path: string): readonly string[] {
  const folders = [dirname(path), join(dirname(path), "backups")].filter(existsSync);
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => /\.db(\.(before|damaged)[^/]*)?$/.test(file) && file !== path)
    .toSorted();
}

/** Runs `work`; what SQLite throws comes out in words. */
export function inWords<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw sayFailure(error, path);
  }
}
