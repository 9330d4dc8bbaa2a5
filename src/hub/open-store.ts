/** The store of a hub by its address: one embedded file, or a PostgreSQL server. */
import { chmodSync, closeSync, existsSync, openSync, statfsSync, statSync } from "node:fs";
import { SQL } from "bun";
import { migrate } from "./migrations.ts";
import { NoRoom } from "./no-room.ts";
import { sqlStore } from "./sql-store.ts";
import type { SqlStoreOf } from "./step.ts";
import type { HubStore } from "./store.ts";

export async function openSqliteStore(path: string): Promise<HubStore> {
  keepPrivate(path);
  const sql = new SQL(`sqlite://${path}`);
  await sql.unsafe("PRAGMA journal_mode = WAL");
  await sql.unsafe("PRAGMA synchronous = FULL");
  await sql.unsafe("PRAGMA busy_timeout = 10000");
  // One connection, one transaction at a time.
  let turn: Promise<unknown> = Promise.resolve();
  const of: SqlStoreOf = {
    sql,
    begin: (work) => {
      const mine = turn.then(() => sql.begin("immediate", work));
      turn = mine.catch(() => {});
      return mine;
    },
  };
  await migrate(of, "BLOB");
  const store = sqlStore(of);
  return {
    ...store,
    ready: async () => {
      // A log that was longer once takes some more on a full disk, so that a write alone doesn't tell.
      if (isAlmostFull(path)) throw new NoRoom();
      await store.ready();
    },
  };
}

/** As much as the longest file that a hub takes, and its place in the log. */
const leastRoom = 50_000_000;

function isAlmostFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize < leastRoom;
  } catch {
    // A disk that does not say.
    return false;
  }
}

/** Members' notes are their own, in whichever folder of the machine the file lies. */
function keepPrivate(path: string): void {
  closeSync(openSync(path, "a", 0o600));
  // One that was made in another way, and what a hub that was killed has left beside it.
  for (const one of [path, `${path}-wal`, `${path}-shm`].filter(existsSync)) {
    try {
      if ((statSync(one).mode & 0o077) !== 0) chmodSync(one, 0o600);
    } catch {
      // Another user's file, or a disk without rights.
    }
  }
}

export async function openPostgresStore(address: string): Promise<HubStore> {
  const sql = new SQL(address, { max: 10 });
  const of: SqlStoreOf = {
    sql,
    // Whatever two may not do at once waits at a row or a key, so no stronger isolation is asked for. An engine that
    // gives more and ends one of them for it (40001) is met by doing that one again.
    begin: (work) => sql.begin(work),
  };
  await migrate(of, "BYTEA");
  return sqlStore(of);
}
