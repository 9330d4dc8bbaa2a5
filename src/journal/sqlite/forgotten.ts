/**
 * What was erased for good, by its ids alone. The journal has them in a table; the same stands in a file beside it, which
 * stays when another journal comes to that path: what was forgotten stays forgotten there.
 */
import type { Database } from "bun:sqlite";
import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { type EntryId, parseEntryId } from "../../core/time/clock.ts";
import { JournalUnavailable } from "../port.ts";

const beside = (path: string) => `${path}.forgotten`;

export function forgottenBeside(path: string): ReadonlySet<EntryId> {
  try {
    const lines = readFileSync(beside(path), "utf8").split("\n");
    return new Set(lines.flatMap((line) => parseEntryId(line) ?? []));
  } catch {
    return new Set();
  }
}

/** On the disk when it returns. */
export function keepForgottenBeside(path: string, ids: Iterable<EntryId>): void {
  const known = forgottenBeside(path);
  const fresh = [...ids].filter((id) => !known.has(id));
  if (fresh.length === 0) return;
  try {
    append(path, fresh);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new JournalUnavailable(
      "denied",
      `${beside(path)} can't be written (${why}): nothing was erased in the journal.`,
    );
  }
}

function append(path: string, fresh: readonly EntryId[]): void {
  const file = openSync(beside(path), "a", 0o600);
  try {
    // A line that was cut off by a crash is no id; the next one begins apart from it.
    appendFileSync(file, `\n${fresh.join("\n")}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function forgottenIn(db: Database): readonly EntryId[] {
  const rows = db.query<{ id: EntryId }, []>("SELECT id FROM forgotten");
  return rows.all().map(({ id }) => id);
}

export function isForgotten(db: Database, id: EntryId): boolean {
  return (
    db.query<{ id: string }, [string]>("SELECT id FROM forgotten WHERE id = ?").get(id) !== null
  );
}

/** Erases them, those that are there; gives how many were. */
export function forgetIn(db: Database, ids: Iterable<EntryId>): number {
  // What is deleted is overwritten.
  db.run("PRAGMA secure_delete = ON");
  const remove = db.query<null, [string]>("DELETE FROM entry WHERE id = ?");
  const remember = db.query<null, [string]>("INSERT OR IGNORE INTO forgotten VALUES (?)");
  let gone = 0;
  for (const id of ids) {
    gone += remove.run(id).changes;
    remember.run(id);
  }
  db.run("DELETE FROM snapshot");
  return gone;
}

/** Table and file say the same afterwards. Gives how many forgotten entries lay in the journal and were erased again. */
export function forgetAgain(db: Database, path: string): number {
  const inTable = new Set(forgottenIn(db));
  const inFile = forgottenBeside(path);
  if (inTable.isSubsetOf(inFile) && inFile.isSubsetOf(inTable)) return 0;
  try {
    keepForgottenBeside(path, inTable);
  } catch {
    // A full disk, say: the table knows, and the next opening tries again.
  }
  return db.transaction(() => forgetIn(db, inFile)).immediate();
}

/** Nothing of what was erased is in the file any more, nor in what is remembered beside the entries. */
export function scrub(db: Database): void {
  db.run("PRAGMA secure_delete = ON");
  db.run("DELETE FROM agreement WHERE turn < (SELECT max(turn) FROM agreement)");
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  db.run("VACUUM");
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");
}
