/** The turns to write of one connection, and what becomes of its file between them. */
import type { Database } from "bun:sqlite";
import type { DeviceId } from "../../core/time/clock.ts";
import type { Arrival, Place } from "../port.ts";
import { writesOfOthers } from "./connect.ts";
import { type Content, watchContent } from "./content.ts";
import { keepCount } from "./count.ts";
import { settledDevice } from "./device.ts";
import { fileAt, placeOf, requirePlace } from "./place.ts";
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
  const opened = fileAt(path);
  /** Whoever asks for the place stays for long, so what becomes of the file is watched from then on. */
  let content: Content | null = null;
  const placeNow = () => placeOf(path, opened, content);
  const rest = restOf(db, () => placeNow() === "here");
  const count = keepingCount(db, path, device);
  let moved = "";
  return {
    /** Looked at twice: a file that is taken away meanwhile takes along what was written to it. */
    write: async (work) => {
      requirePlace(path, placeNow(), "before writing");
      const done = await whenFree({ db, path }, () => db.transaction(work).immediate());
      requirePlace(path, placeNow(), "after writing");
      if (content !== null) rest.put();
      count();
      return done;
    },
    place: () => {
      if (content === null && fileAt(path) === opened) {
        // Only what looks first may write the file.
        db.run("PRAGMA wal_autocheckpoint = 0");
        content = watchContent(db, path);
      }
      return placeNow();
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

/** Says how many entries have arrived, whenever there are more. */
function keepingCount(db: Database, path: string, device: DeviceId): () => void {
  let counted: Arrival = lastArrival({ db, path });
  return () => {
    const last = lastArrival({ db, path });
    if (last !== counted) keepCount(path, settledDevice(db) ?? device, last);
    counted = last;
  };
}
