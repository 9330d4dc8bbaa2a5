/** A copy of a journal's file beside it, without its log: to look at a database is to write to it. */
import { copyFileSync, rmSync } from "node:fs";

/** Nothing of the copy stays but what `work` has moved away. */
export function inCopyApart<T>(path: string, work: (apart: string) => T): T {
  const apart = `${path}.${process.pid}.new`;
  const clear = () => {
    for (const end of ["", "-wal", "-shm"]) rmSync(apart + end, { force: true });
  };
  clear();
  try {
    copyFileSync(path, apart);
    return work(apart);
  } finally {
    clear();
  }
}
