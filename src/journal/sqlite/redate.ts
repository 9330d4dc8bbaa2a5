/** Dates the entries of a clock that was ahead anew, in one transaction; the journal before is kept as a file. */
import { Database } from "bun:sqlite";
import { parseEntry } from "../../core/entries/entry.ts";
import { reversalsIn } from "../../core/entries/ledger.ts";
import { timersMeant } from "../../core/entries/timers.ts";
import { formerIdsOf, redated } from "../../core/replica/redate.ts";
import type { Millis } from "../../core/time/calendar.ts";
import {
  clockSlack,
  type DeviceId,
  type EntryId,
  lastIdAt,
  stampOf,
} from "../../core/time/clock.ts";
import { checksum } from "./checksum.ts";
import { inWords } from "./failure.ts";
import { rememberReplaced } from "./replaced.ts";

interface Row {
  readonly id: EntryId;
  readonly text: string;
}

/** How many entries were dated anew. `kept` must not be there yet. */
export function redateJournal(path: string, now: Millis, device: DeviceId, kept: string): number {
  return inWords(path, () => {
    const db = new Database(path, { readwrite: true, create: false });
    try {
      db.run("PRAGMA busy_timeout = 10000");
      db.run("PRAGMA synchronous = FULL");
      db.query("VACUUM INTO ?").run(kept);
      return db.transaction(() => redate(db, now, device)).immediate();
    } finally {
      db.close();
    }
  });
}

function redate(db: Database, now: Millis, device: DeviceId): number {
  const bound = lastIdAt(now + clockSlack);
  const ahead = db
    .query<Row, [string]>("SELECT id, text FROM entry WHERE id > ? ORDER BY id")
    .all(bound);
  const names = new Set(ahead.map(({ id }) => id));
  const earlier = db
    .query<Row, [string]>(
      "SELECT id, text FROM entry WHERE id <= ? AND (instr(text, 'command.') OR instr(text, 'session.') OR instr(text, 'timer.')) ORDER BY id",
    )
    .all(bound)
    .filter(({ text }) => {
      const { undoes, redoes, session, timer } = JSON.parse(text);
      return [undoes, redoes, session, timer].some((id) => names.has(id));
    });
  const last = db
    .query<{ id: EntryId | null }, [string]>("SELECT max(id) AS id FROM entry WHERE id <= ?")
    .get(bound);
  const stamp = last?.id == null ? null : stampOf(last.id);
  const texts = [...earlier, ...ahead].map(({ text }) => text);
  const remove = db.query<null, [string]>("DELETE FROM entry WHERE id = ?");
  const add = db.query<null, [string, string, number]>(
    "INSERT INTO entry (id, text, sum, checked) VALUES (?, ?, ?, 0)",
  );
  for (const { old, id, text } of redated(texts, {
    now,
    last: stamp,
    device,
    timers: timersOf(db),
  })) {
    remove.run(old);
    add.run(id, text, checksum(text));
    for (const former of formerIdsOf(text)) rememberReplaced(db, former, id);
  }
  db.run("DELETE FROM snapshot");
  return texts.length;
}

function timersOf(db: Database): ReadonlyMap<EntryId, EntryId> {
  const entries = db
    .query<Row, []>(
      "SELECT id, text FROM entry WHERE instr(text, 'timer.') OR instr(text, 'command.') ORDER BY id",
    )
    .all()
    .flatMap(({ text }) => {
      const parsed = parseEntry(text);
      return parsed.ok && parsed.entry !== null ? [parsed.entry] : [];
    });
  return timersMeant(entries, reversalsIn(entries).undone);
}
