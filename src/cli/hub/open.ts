/** The store that a hub command works on. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { openPostgresStore, openSqliteStore } from "../../hub/open-store.ts";
import type { HubStore, Member } from "../../hub/store.ts";
import { systemReason } from "../../workspace/trouble.ts";
import { Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export interface StoreOptions {
  readonly data: string;
  readonly database?: string;
  readonly json?: boolean;
}

export async function storeFor(
  terminal: Terminal,
  { data, database }: StoreOptions,
): Promise<HubStore> {
  if (database !== undefined) {
    if (!/^postgres(ql)?:\/\//.test(database)) {
      throw new Stop(
        `"${database}" is not the address of a database: postgres://user@host/name.`,
        2,
      );
    }
    return openPostgresStore(database).catch((error) => {
      throw new Stop(`The database can't be opened: ${systemReason(error)}.`);
    });
  }
  const folder = resolve(terminal.cwd, data);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return await openSqliteStore(join(folder, "hub.db"));
  } catch (error) {
    throw new Stop(`${folder} can't be used: ${systemReason(error)}.`);
  }
}

export async function inStore<T>(
  terminal: Terminal,
  options: StoreOptions,
  work: (store: HubStore) => Promise<T>,
): Promise<T> {
  const store = await storeFor(terminal, options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export async function memberOf(store: HubStore, name: string): Promise<Member> {
  const all = await store.members();
  const found = all.find((member) => member.name === name);
  if (found !== undefined) return found;
  throw new Stop(
    `There is no ${name} here. ${all.length === 0 ? "Nobody was invited yet." : `There are ${all.map((one) => one.name).join(", ")}.`}`,
  );
}
