/** The turns to write of one connection, and what becomes of its file between them. */
import type { Database } from "bun:sqlite";
import type { DeviceId } from "../../core/time/clock.ts";
import type { Arrival, Place } from "../port.ts";
import { writesOfOthers } from "./connect.ts";
import { type Content, watchContent } from "./content.ts";
import { keepCount } from "./count.ts";
import { settledDevice } from "./device.ts";
import { fileAt, partsAt, placeOf, requirePlace } from "./place.ts";
import { restOf } from "./rest.ts";
import { lastArrival, type Rows } from "./rows.ts";
import { whenFree } from "./wait.ts";

export interface Writing {
  /** One transaction, once it is this one's turn; durable when it resolves. */
  readonly write: <T>(work: () => T) => Promise<T>;
  readonly place: () => Place;
  readonly marker: () => string;
  /** Closes the connection. */
  readonly close: () => void;
}

export function writingTo({ db, path }: Rows, device: DeviceId): Writing {
  /** Whoever asks for the place stays for long, so what becomes of the file is watched from then on. */
  let content: Content | null = null;
  const count = keepingCount(db, path, device);
  // A connection has its log from its first reading on.
  const opened = partsAt(path);
  const placeNow = () => placeOf(path, opened, content);
  const rest = restOf(db, () => placeNow() === "here");
  let moved = "";
  return {
    /** Looked at twice: a file that is taken away meanwhile takes along what was written to it. */
    write: async (work) => {
      const before = placeNow();
      if (before === "without-log") saveLog(db, path);
      requirePlace(path, before, "before writing");
      const done = await whenFree({ db, path }, () => db.transaction(work).immediate());
      const after = placeNow();
      if (after !== "without-log" || !saveLog(db, path)) {
        requirePlace(path, after, "after writing");
      }
      if (content !== null) rest.put();
      count();
      return done;
    },
    place: () => {
      if (content === null && fileAt(path) === opened.file) {
        // Only what looks first may write the file.
        db.run("PRAGMA wal_autocheckpoint = 0");
        content = watchContent(db, path);
      }
      const now = placeNow();
      if (now === "without-log") saveLog(db, path);
      return now;
    },
    /** Whoever asks again and again stays; when the answer has been the same for a while, the journal rests. */
    marker: () => {
      const now = `${writesOfOthers(db)}:${lastArrival({ db, path })}`;
      if (now !== moved) rest.put();
      moved = now;
      return now;
    },
    close: () => {
      rest.end();
      db.close();
      content?.end();
    },
  };
}

/**
 * A log that was deleted is still open here: what stands in it is put into the journal's own file. Where another
 * process has begun a new one, it is left alone. True where all of it is in the file.
 */
function saveLog(db: Database, path: string): boolean {
  if (partsAt(path).beside.every((part) => part !== null)) return false;
  try {
    const { busy, log, checkpointed } = db
      .query<{ busy: number; log: number; checkpointed: number }, []>("PRAGMA wal_checkpoint(FULL)")
      .get() ?? { busy: 1, log: 0, checkpointed: 0 };
    return busy === 0 && log === checkpointed;
  } catch {
    return false;
  }
}

/** Says how many entries have arrived, whenever there are more. */
function keepingCount(db: Database, path: string, device: DeviceId): () => void {
  let counted: Arrival = lastArrival({ db, path });
  return () => {
    const last = lastArrival({ db, path });
    if (last !== counted) keepCount(path, settledDevice(db) ?? device, last);
    counted = last;
  };
}
