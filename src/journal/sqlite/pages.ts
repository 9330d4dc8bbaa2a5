/** All rows in order, in either direction, page by page: a reader may take its time. */
import type { EntryId } from "../../core/time/clock.ts";
import type { Arrived } from "../port.ts";
import { inWords } from "./failure.ts";
import { parseRow, type Row, type Rows } from "./rows.ts";
import { sparing } from "./sparing.ts";

const pageOfLines = 500;

export async function* oldestFirst(rows: Rows, through: EntryId | undefined) {
  const page = rows.db.query<Row, [string, string, number]>(
    "SELECT * FROM entry WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
  );
  yield* walk(rows, "", (after) => page.all(after, through ?? "~", pageOfLines));
}

export async function* newestFirst(rows: Rows) {
  const page = rows.db.query<Row, [string, number]>(
    "SELECT * FROM entry WHERE id < ? ORDER BY id DESC LIMIT ?",
  );
  yield* walk(rows, "~", (before) => page.all(before, pageOfLines));
}

function walk(
  { path }: Rows,
  first: string,
  read: (after: string) => readonly Row[],
): Generator<Arrived> {
  return sparing(pageByPage(path, first, read));
}

function* pageByPage(
  path: string,
  first: string,
  read: (after: string) => readonly Row[],
): Generator<Arrived> {
  for (let after = first; ; ) {
    const page = inWords(path, () => read(after).map((row) => parseRow(path, row)));
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageOfLines) return;
    after = last.id;
  }
}
