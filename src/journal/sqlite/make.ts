/** A new journal comes into its place whole: who is killed while making one leaves none there, not an empty one. */
import { Database } from "bun:sqlite";
import { existsSync, linkSync, renameSync, rmSync } from "node:fs";
import { keepPrivate } from "./place.ts";
import { migrate } from "./schema.ts";

export function makeJournal(path: string): void {
  const making = `${path}.${process.pid}.new`;
  rmSync(making, { force: true });
  try {
    const db = new Database(making, { create: true, strict: true });
    try {
      keepPrivate(making);
      migrate(db);
    } finally {
      db.close();
    }
    putInPlace(making, path);
  } finally {
    rmSync(making, { force: true });
  }
}

/** Of several that make one at a time the first counts. */
function putInPlace(making: string, path: string): void {
  try {
    linkSync(making, path);
  } catch {
    // It is there by now, or the disk knows no second names.
    if (!existsSync(path)) renameSync(making, path);
  }
}
