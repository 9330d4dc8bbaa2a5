/**
 * Every saved state of the notes of the last weeks, in a small database of its own: `.study/notes.db`. A note's newest
 * state is kept whole, and so is every so-manieth; the others as what differs in them from the one after them.
 */
import { Database, SQLiteError } from "bun:sqlite";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PaperId } from "../core/content/curriculum.ts";
import type { Version, VersionCause } from "../core/content/note.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { Layout } from "./layout.ts";
import { makeFolder } from "./replace-file.ts";

/** How long a state is kept that another has followed. */
export const versionDays = 60;
const wholeEvery = 64;

/** A state to keep; the text is the file's, letter for letter, and null where there is no file. */
export interface State {
  readonly text: string | null;
  readonly cause: VersionCause;
}

interface Row {
  readonly number: number;
  readonly at: number;
  readonly cause: VersionCause;
  readonly length: number | null;
  readonly whole: Uint8Array | null;
  readonly head: number | null;
  readonly tail: number | null;
  readonly middle: string | null;
}

const table = `CREATE TABLE IF NOT EXISTS version (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  paper TEXT NOT NULL,
  at INTEGER NOT NULL,
  cause TEXT NOT NULL,
  length INTEGER,
  whole BLOB,
  head INTEGER,
  tail INTEGER,
  middle TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS version_paper ON version (paper, number);`;

/** States that can't be read any more keep no note from being saved: they are put aside, and others begin. */
function inVersions<T>(layout: Layout, work: (db: Database) => T): T {
  makeFolder(layout.state);
  try {
    return inDatabase(layout.versions, work);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    putAside(layout.versions);
    return inDatabase(layout.versions, work);
  }
}

function inDatabase<T>(path: string, work: (db: Database) => T): T {
  const db = new Database(path, { create: true, strict: true });
  try {
    db.run("PRAGMA busy_timeout = 10000");
    db.run("PRAGMA journal_mode = WAL");
    // What `forget` takes out is not to be found in the file.
    db.run("PRAGMA secure_delete = ON");
    db.run(table);
    return work(db);
  } finally {
    db.close();
  }
}

function isDamaged(error: unknown): boolean {
  return error instanceof SQLiteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code ?? "");
}

const damagedName = /\.damaged(\.\d+)?$/;

function putAside(path: string): void {
  let free = `${path}.damaged`;
  for (let count = 2; existsSync(free); count += 1) free = `${path}.damaged.${count}`;
  for (const part of ["-wal", "-shm"]) rmSync(path + part, { force: true });
  renameSync(path, free);
}

/** Reads all states that are kept, so that damage shows; a sentence for each file that was put aside. */
export function versionProblems(layout: Layout): readonly string[] {
  if (existsSync(layout.versions)) {
    inVersions(layout, (db) => {
      for (const _ of db.query("SELECT * FROM version").iterate());
    });
  }
  return versionsPutAside(layout).map(
    (file) =>
      `Earlier states of notes could not be read any more: they were put aside as ${file}. The notes themselves are whole, and states are kept from then on.`,
  );
}

/** The files of states that were put aside. */
export function versionsPutAside({ versions }: Layout): readonly string[] {
  const folder = dirname(versions);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => file.startsWith(versions) && damagedName.test(file))
    .toSorted();
}

/** Keeps states of a note in order, each unless it is the one before. */
export function keepVersions(
  layout: Layout,
  paper: PaperId,
  states: readonly State[],
  now: Millis,
): void {
  keepVersionsOf(layout, new Map([[paper, states]]), now);
}

/** The same for several notes, in one step: each by itself would wait for the disk. */
export function keepVersionsOf(
  layout: Layout,
  notes: ReadonlyMap<PaperId, readonly State[]>,
  now: Millis,
): void {
  inVersions(layout, (db) =>
    db
      .transaction(() => {
        for (const [paper, states] of notes) {
          for (const state of states) keepOne(db, paper, state, now);
          letGo(db, paper, now - versionDays * 86_400_000);
        }
      })
      .immediate(),
  );
}

function keepOne(db: Database, paper: PaperId, { text, cause }: State, now: Millis): void {
  const last = db
    .query<Row, [string]>("SELECT * FROM version WHERE paper = ? ORDER BY number DESC LIMIT 1")
    .get(paper);
  const before = last === null ? null : textOfWhole(last);
  // A note that was never there has no state, and one that is as before no new one.
  if (text === before) return;
  if (last !== null && before !== null && last.number % wholeEvery !== 0 && text !== null) {
    const { head, tail, middle } = differenceTo(text, before);
    db.query(
      "UPDATE version SET whole = NULL, head = ?, tail = ?, middle = ? WHERE number = ?",
    ).run(head, tail, middle, last.number);
  }
  const whole = text === null ? null : Bun.zstdCompressSync(Buffer.from(text));
  db.query("INSERT INTO version (paper, at, cause, length, whole) VALUES (?, ?, ?, ?, ?)").run(
    paper,
    now,
    cause,
    text === null ? null : text.length,
    whole,
  );
}

/** Old states go, but for the last one. */
function letGo(db: Database, paper: PaperId, until: number): void {
  db.query(
    "DELETE FROM version WHERE paper = ? AND at < ? AND number < (SELECT max(number) FROM version WHERE paper = ?)",
  ).run(paper, until, paper);
}

function textOfWhole({ whole, length }: Row): string | null {
  if (length === null || whole === null) return null;
  return Buffer.from(Bun.zstdDecompressSync(Buffer.from(whole))).toString("utf8");
}

/** What makes `older` from `newer`. */
function differenceTo(newer: string, older: string) {
  const most = Math.min(newer.length, older.length);
  let head = 0;
  while (head < most && newer.charCodeAt(head) === older.charCodeAt(head)) head += 1;
  const last = (text: string, from: number) => text.charCodeAt(text.length - 1 - from);
  let tail = 0;
  while (tail < most - head && last(newer, tail) === last(older, tail)) tail += 1;
  // No half of a character stands alone.
  if (head > 0 && isHigh(older.charCodeAt(head - 1))) head -= 1;
  if (tail > 0 && isLow(older.charCodeAt(older.length - tail))) tail -= 1;
  return { head, tail, middle: older.slice(head, older.length - tail) };
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;

/** The kept states of a note, newest first. */
export function versionsOf(layout: Layout, paper: PaperId): readonly Version[] {
  if (!existsSync(layout.versions)) return [];
  return inVersions(layout, (db) =>
    db
      .query<Version, [string]>(
        "SELECT number, at, cause, length FROM version WHERE paper = ? ORDER BY number DESC",
      )
      .all(paper),
  );
}

/** The text of a state; null where the note was deleted then, or there is no such state. */
export function versionText(layout: Layout, paper: PaperId, number: number): string | null {
  if (!existsSync(layout.versions)) return null;
  return inVersions(layout, (db) => {
    const rows = db
      .query<Row, [string, number]>(
        "SELECT * FROM version WHERE paper = ? AND number >= ? ORDER BY number",
      )
      .iterate(paper, number);
    const patches: Row[] = [];
    for (const row of rows) {
      if (patches.length === 0 && row.number !== number) return null;
      if (row.middle === null) return unpatched(textOfWhole(row), patches);
      patches.push(row);
    }
    return null;
  });
}

function unpatched(newest: string | null, patches: readonly Row[]): string | null {
  if (newest === null) return null;
  return patches.reduceRight((newer, { head, tail, middle }) => {
    const end = newer.length - (tail ?? 0);
    return newer.slice(0, head ?? 0) + (middle ?? "") + newer.slice(end);
  }, newest);
}

/** The last state of every note that has one. */
export function lastVersions(
  layout: Layout,
): readonly (Version & { readonly paper: PaperId; readonly states: number })[] {
  if (!existsSync(layout.versions)) return [];
  return inVersions(layout, (db) =>
    db
      .query<Version & { paper: PaperId; states: number }, []>(
        "SELECT max(number) AS number, paper, at, cause, length, count(*) AS states FROM version GROUP BY paper ORDER BY paper",
      )
      .all(),
  );
}

/** Lets go of all states of a note, for good. */
export function forgetVersions(layout: Layout, paper: PaperId): number {
  // What was put aside may hold them too, and can't be read.
  for (const file of versionsPutAside(layout)) rmSync(file);
  if (!existsSync(layout.versions)) return 0;
  return inVersions(layout, (db) => {
    const { changes } = db.query("DELETE FROM version WHERE paper = ?").run(paper);
    db.run("PRAGMA wal_checkpoint(TRUNCATE)");
    db.run("VACUUM");
    db.run("PRAGMA wal_checkpoint(TRUNCATE)");
    return changes;
  });
}
