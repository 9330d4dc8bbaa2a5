/** A connection to a journal of this version. */
import { Database } from "bun:sqlite";
import type { DeviceId } from "../../core/time/clock.ts";
import { JournalUnavailable } from "../port.ts";
import { deviceAt, whereaboutsOf } from "./device.ts";
import { sayNoJournal } from "./failure.ts";
import { forgetAgain } from "./forgotten.ts";
import { keepPrivate } from "./place.ts";
import { holdsJournal, migrate } from "./schema.ts";
import { ownPatience } from "./wait.ts";

export interface Connected {
  readonly db: Database;
  /** Who writes here. */
  readonly device: DeviceId;
  /** On which machine the file is, and which file of its disk. */
  readonly whereabouts: string;
  readonly erasedAgain: number;
}

export function connect(path: string, newDevice: DeviceId): Connected {
  const db = new Database(path, { create: true, strict: true });
  try {
    db.run("PRAGMA busy_timeout = 0");
    if (!holdsJournal(db)) throw new JournalUnavailable("damaged", sayNoJournal(path));
    keepPrivate(path);
    db.run("PRAGMA journal_mode = WAL");
    db.run("PRAGMA synchronous = FULL");
    migrate(db);
    const whereabouts = whereaboutsOf(path);
    const device = deviceAt(db, whereabouts, newDevice);
    const erasedAgain = forgetAgain(db, path);
    db.run(`PRAGMA busy_timeout = ${ownPatience}`);
    return { db, device, whereabouts, erasedAgain };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Goes up whenever another connection has written. */
export function writesOfOthers(db: Database): number {
  return db.query<{ data_version: number }, []>("PRAGMA data_version").get()?.data_version ?? 0;
}
