/** The store of a hub by its address: one embedded file, or a PostgreSQL server. */
import { SQL } from "bun";
import { sqlStore, tablesOf } from "./sql-store.ts";
import type { HubStore } from "./store.ts";

export async function openSqliteStore(path: string): Promise<HubStore> {
  const sql = new SQL(`sqlite://${path}`);
  await sql.unsafe("PRAGMA journal_mode = WAL");
  await sql.unsafe("PRAGMA synchronous = FULL");
  await sql.unsafe("PRAGMA busy_timeout = 10000");
  for (const table of tablesOf("BLOB")) await sql.unsafe(table);
  // One connection, one transaction at a time.
  let turn: Promise<unknown> = Promise.resolve();
  return sqlStore({
    sql,
    begin: (work) => {
      const mine = turn.then(() => sql.begin("immediate", work));
      turn = mine.catch(() => {});
      return mine;
    },
  });
}

export async function openPostgresStore(address: string): Promise<HubStore> {
  const sql = new SQL(address, { max: 10 });
  for (const table of tablesOf("BYTEA")) await sql.unsafe(table);
  return sqlStore({
    sql,
    begin: (work) => sql.begin("isolation level serializable", work),
  });
}
