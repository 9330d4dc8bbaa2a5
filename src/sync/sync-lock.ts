/** One sync of a folder at a time: a server's and a command's would write behind the same segment. */
import { Database } from "bun:sqlite";
import { chmodSync } from "node:fs";
import type { Millis } from "../core/time/calendar.ts";
import { sayNoLock } from "../workspace/holding.ts";
import type { Layout } from "../workspace/layout.ts";
import { makeState } from "../workspace/private.ts";
import { Trouble } from "../workspace/trouble.ts";

/** Another sync is waited for so long, and nothing else goes on meanwhile. */
export async function underSyncLock<T>(
  layout: Layout,
  patience: Millis,
  work: () => Promise<T>,
): Promise<T> {
  const lock = lockSync(layout, patience);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

function lockSync(layout: Layout, patience: Millis): Database {
  let lock: Database | null = null;
  try {
    makeState(layout);
    lock = new Database(layout.syncLock, { create: true });
    chmodSync(layout.syncLock, 0o600);
    lock.run(`PRAGMA busy_timeout = ${patience}`);
    lock.run("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("SQLITE_BUSY")) {
      throw new Trouble("unwritable", sayNoLock(layout, error));
    }
    throw new Trouble(
      "held",
      "Another sync of this workspace is under way; try again when it is done.",
    );
  }
}
