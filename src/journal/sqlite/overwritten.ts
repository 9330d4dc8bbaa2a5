/**
 * A journal's file that somebody wrote another journal into, or moved one to the place of, while the log and the
 * connections of the one before were open. What lies there becomes a file of its own, without that log, which belongs to pages that are gone.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { inCopyApart } from "./apart.ts";
import { verifyJournal } from "./verify.ts";

/** False where what was written is no sound journal: it is left as it is. */
export function settleOverwritten(path: string): boolean {
  return inCopyApart(path, (apart) => {
    if (verifyJournal(apart).length > 0) return false;
    for (const end of ["-wal", "-shm"]) rmSync(apart + end, { force: true });
    const file = openSync(apart, "r");
    fsyncSync(file);
    closeSync(file);
    for (const end of ["-wal", "-shm"]) rmSync(path + end, { force: true });
    // SQLite lets go of a log whose file has moved: nothing of it is put into the new one.
    renameSync(apart, path);
    return true;
  });
}
