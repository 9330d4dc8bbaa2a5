/** A copy of a journal as one file. */
import type { Database } from "bun:sqlite";
import { closeSync, openSync, rmSync } from "node:fs";

/** An empty file may stand in the copy's place; this one is the owner's alone before anything is in it. */
export function copyInto(db: Database, file: string): void {
  closeSync(openSync(file, "wx", 0o600));
  try {
    db.query("VACUUM INTO ?").run(file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}
