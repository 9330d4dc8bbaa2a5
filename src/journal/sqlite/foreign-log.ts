/**
 * A log that lies beside a journal's file and belongs to another: a backup was moved to the place of a file whose log
 * was still there. SQLite would put that log's pages into it and destroy it.
 */
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { inCopyApart } from "./apart.ts";
import { countBeside } from "./count.ts";
import { fileAt } from "./place.ts";
import { verifyJournal } from "./verify.ts";

/**
 * Puts such a log aside, before anything opens the file; gives its new name, or null. A copy of a folder has its own
 * log beside a file that is new too, so a log is taken for another's only where the file is sound without it, and not
 * with it.
 */
export function leaveForeignLog(path: string): string | null {
  const log = `${path}-wal`;
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0) return null;
  const written = countBeside(path)?.file;
  if (written === undefined || written === fileAt(path)) return null;
  if (isSound(path, [log]) || !isSound(path, [])) return null;
  const mark = new Date().toISOString().replaceAll(/[:.]/g, "-");
  const kept = `${path}.before-${mark}-log`;
  renameSync(log, kept);
  // The count is of the file before, too.
  for (const end of ["-shm", ".count"]) rmSync(path + end, { force: true });
  return kept;
}

function isSound(path: string, logs: readonly string[]): boolean {
  try {
    return inCopyApart(path, (apart) => {
      for (const log of logs) if (existsSync(log)) copyFileSync(log, `${apart}-wal`);
      return verifyJournal(apart).length === 0;
    });
  } catch {
    // No room for a copy: nothing is told.
    return true;
  }
}
