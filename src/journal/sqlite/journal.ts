/** The journal in a SQLite file: write-ahead log, synchronised to disk at every commit. */
import { statSync } from "node:fs";
import type { DeviceId } from "../../core/time/clock.ts";
import { type Arrived, type Journal, JournalUnavailable, type Picture } from "../port.ts";
import { foreignIn, lastIdOf } from "../record.ts";
import { insertIn, recordIn } from "./adding.ts";
import { rememberedIn } from "./agreements.ts";
import { connect } from "./connect.ts";
import { copyInto } from "./copying.ts";
import { inWords, sayNothingLeft } from "./failure.ts";
import { leaveForeignLog } from "./foreign-log.ts";
import { forgetIn, forgottenIn, keepForgottenBeside, scrub } from "./forgotten.ts";
import { makeJournal } from "./make.ts";
import { newestFirst, oldestFirst } from "./pages.ts";
import { picturesOf, reversalsOf } from "./pictures.ts";
import { allRows, arrivedSince, entriesBetween, foreignTexts } from "./rows.ts";
import { snapshotsIn } from "./snapshots.ts";
import { openWhenFree } from "./wait.ts";
import { writingTo } from "./writing.ts";

export interface SqliteJournal extends Journal {
  readonly path: string;
  /** A setting of the connection, for tests that hold it to its promises. */
  pragma(name: "synchronous" | "journal_mode"): string | number | null;
  /** All lines in order, for a journal that is made from this one. */
  all(): Iterable<Arrived>;
  texts(): Iterable<string>;
}

/**
 * Opens the journal at `path`, making it when there is none. `device` names a new journal, and one that turns out to
 * be a copy. A file that is there and empty is none that was ever made: it is refused.
 */
export function openSqliteJournal(path: string, device: DeviceId): SqliteJournal {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    throw new JournalUnavailable(
      "denied",
      `${path} is a folder, where the journal should be. Move it away and put a backup in its place with \`study restore FILE\`.`,
    );
  }
  if (found?.size === 0) {
    throw new JournalUnavailable("damaged", sayNothingLeft(path));
  }
  return inWords(path, () => {
    if (found === undefined) makeJournal(path);
    const logLeft = found === undefined ? null : leaveForeignLog(path);
    return open(path, device, logLeft);
  });
}

function open(path: string, newDevice: DeviceId, logLeft: string | null): SqliteJournal {
  const connected = openWhenFree(() => connect(path, newDevice));
  const { db, device, whereabouts, erasedAgain } = connected;
  const rows = { db, path };
  const snapshots = snapshotsIn(db);
  const pictures = picturesOf(rows, snapshots);
  const adding = { rows, snapshots, pictures, whereabouts, device };
  const { write, place, marker, close } = writingTo(rows, device);
  const worded = <T>(work: () => T): T => inWords(path, work);
  const reading = <T>(work: () => T): T => worded(() => db.transaction(work).deferred());

  /** Where no snapshot of this version is there, it is made now and not at every look. */
  async function look(): Promise<Picture> {
    if (!pictures.lacksSnapshot()) return reading(pictures.now);
    return write(() => {
      if (pictures.lacksSnapshot()) snapshots.keepOf(pictures.whole().ledger);
      return pictures.now();
    });
  }

  return {
    path,
    device,
    erasedAgain,
    logLeft,
    picture: look,
    record: async (now, work) => write(() => recordIn(adding, now, work)),
    insert: async (lines) => write(() => insertIn(adding, lines)),
    since: async (arrival, most = -1) => worded(() => arrivedSince(rows, arrival, most)),
    lines: (through) => oldestFirst(rows, through),
    newestFirst: () => newestFirst(rows),
    all: () => allRows(rows),
    *texts() {
      for (const { text } of allRows(rows)) yield text;
    },
    reversals: async (through) => reading(() => reversalsOf(rows, through)),
    foreign: async () => worded(() => foreignIn(foreignTexts(rows))),
    command: async (id) =>
      worded(() => entriesBetween(rows, id, lastIdOf(id)).filter(({ command }) => command === id)),
    remembered: async () => worded(() => rememberedIn(db)),
    marker: async () => worded(marker),
    place,
    forgotten: async () => worded(() => new Set(forgottenIn(db))),
    forget: async (ids) => {
      // First beside the journal: what is half done when this is killed is finished at the next opening.
      worded(() => keepForgottenBeside(path, ids));
      return write(() => {
        snapshots.changed();
        pictures.changed();
        return forgetIn(db, ids);
      });
    },
    scrub: async () => worded(() => scrub(db)),
    copyTo: (file) => worded(() => copyInto(db, file)),
    pragma: (name) =>
      db.query<Record<string, string | number>, []>(`PRAGMA ${name}`).get()?.[name] ?? null,
    close,
  };
}
