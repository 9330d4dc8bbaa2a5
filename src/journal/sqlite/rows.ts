/** The rows of a journal's file: each is a line as it was written, with its checksum. */
import type { Database } from "bun:sqlite";
import { type Entry, readChecked, vocabulary, writeEntry } from "../../core/entries/entry.ts";
import type { EntryId } from "../../core/time/clock.ts";
import { type Arrival, type Arrived, JournalUnavailable, type Line, NotAnEntry } from "../port.ts";
import { readLine } from "../record.ts";
import { checksum } from "./checksum.ts";
import { sparing } from "./sparing.ts";

export interface Row {
  readonly arrival: number;
  readonly id: EntryId;
  readonly text: string;
  readonly sum: number;
  /** The vocabulary under which the text was parsed; 0 for an entry that was not understood then. */
  readonly checked: number;
}

/** `path` names the journal in what is said of a damaged row. */
export interface Rows {
  readonly db: Database;
  readonly path: string;
}

/** A row is believed when it fits its checksum; one that this version has parsed is not held to the schema again. */
export function parseRow(path: string, row: Row): Arrived {
  const { arrival, id, text } = row;
  if (checksum(text) !== row.sum) {
    throw new JournalUnavailable(
      "damaged",
      `Entry ${id} of ${path} is damaged. \`study doctor --repair\` saves what can be saved.`,
    );
  }
  if (row.checked === vocabulary) return { arrival, id, entry: readChecked(text), text };
  try {
    return { arrival, ...readLine(text, 0) };
  } catch (error) {
    if (!(error instanceof NotAnEntry)) throw error;
    throw new JournalUnavailable(
      "damaged",
      `Entry ${id} of ${path} ${error.fault}. \`study doctor --repair\` puts it aside.`,
    );
  }
}

export const rowsAfter = ({ db }: Rows) =>
  db.query<Row, [string]>("SELECT * FROM entry WHERE id > ? ORDER BY id");

/** All lines in order, one after another. */
export function* allRows(rows: Rows): Generator<Arrived> {
  for (const row of rowsAfter(rows).iterate("")) yield parseRow(rows.path, row);
}

export function* entriesAfter(rows: Rows, id: string): Generator<Entry> {
  yield* understood(rows, rowsAfter(rows).iterate(id));
}

/** What was undone and redone, up to an id. */
export function* reversingEntries(rows: Rows, through: EntryId | undefined): Generator<Entry> {
  // A letter may be escaped in a line that came from elsewhere; what only looks like a reversal is told when read.
  const found = rows.db.query<Row, [string]>(
    String.raw`SELECT * FROM entry WHERE id <= ? AND (instr(text, 'command.') OR instr(text, '\u')) ORDER BY id`,
  );
  yield* understood(rows, found.iterate(through ?? "~"));
}

export function entriesBetween(rows: Rows, from: EntryId, to: EntryId): readonly Entry[] {
  const found = rows.db.query<Row, [string, string]>(
    "SELECT * FROM entry WHERE id BETWEEN ? AND ? ORDER BY id",
  );
  return [...understood(rows, found.iterate(from, to))];
}

function* understood({ path }: Rows, rows: Iterable<Row>): Generator<Entry> {
  for (const row of sparing(rows)) {
    const { entry } = parseRow(path, row);
    if (entry !== null) yield entry;
  }
}

export function arrivedSince({ db, path }: Rows, arrival: Arrival, most: number) {
  return db
    .query<Row, [number, number]>("SELECT * FROM entry WHERE arrival > ? ORDER BY arrival LIMIT ?")
    .all(arrival, most)
    .map((row) => parseRow(path, row));
}

/** The texts of what was not understood when it came. */
export function foreignTexts({ db }: Rows): readonly string[] {
  return db
    .query<Row, []>("SELECT * FROM entry WHERE checked = 0")
    .all()
    .map(({ text }) => text);
}

export function lastArrival({ db }: Rows): Arrival {
  const last = db.query<{ last: number | null }, []>("SELECT max(arrival) AS last FROM entry");
  return last.get()?.last ?? 0;
}

export function lastId({ db }: Rows): EntryId | null {
  const last = db.query<{ last: EntryId | null }, []>("SELECT max(id) AS last FROM entry");
  return last.get()?.last ?? null;
}

export function addEntry({ db }: Rows, entry: Entry): void {
  const text = writeEntry(entry);
  db.query<null, [string, string, number, number]>(
    "INSERT INTO entry (id, text, sum, checked) VALUES (?, ?, ?, ?)",
  ).run(entry.id, text, checksum(text), vocabulary);
}

/** What there was of a line: nothing, the same, or another text under its id. */
export function addLine({ db }: Rows, { id, text, entry }: Line): "added" | "known" | "another" {
  const add = db.query<null, [string, string, number, number]>(
    "INSERT OR IGNORE INTO entry (id, text, sum, checked) VALUES (?, ?, ?, ?)",
  );
  if (add.run(id, text, checksum(text), entry === null ? 0 : vocabulary).changes > 0)
    return "added";
  const here = db.query<Row, [string]>("SELECT * FROM entry WHERE id = ?").get(id);
  return here?.text === text ? "known" : "another";
}
