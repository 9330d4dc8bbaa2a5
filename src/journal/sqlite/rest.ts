/**
 * Moves what stands in the log into the journal's own file once nothing has been written for a second: whoever copies
 * that file alone, as sync services do, then has everything.
 */
import type { Database } from "bun:sqlite";

const quietTime = 1000;
/** Who never rests is not waited for: the log would grow without end. */
const longestTime = 10_000;

export interface Rest {
  /** Something was written just now. */
  readonly put: () => void;
  readonly end: () => void;
}

/** `isOurs` says whether the file still is the one that the log belongs to: else it would be put into another's. */
export function restOf(db: Database, isOurs: () => boolean): Rest {
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** When the first of what was written since the last time was. */
  let begun: number | null = null;
  const end = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const checkpoint = () => {
    timer = null;
    begun = null;
    if (!isOurs()) return;
    try {
      // Waits for nobody: what a reader still needs is moved the next time.
      db.run("PRAGMA wal_checkpoint(PASSIVE)");
    } catch {
      // The log is as safe a place.
    }
  };
  return {
    end,
    put: () => {
      end();
      const now = performance.now();
      begun ??= now;
      if (now - begun > longestTime) {
        checkpoint();
        return;
      }
      timer = setTimeout(checkpoint, quietTime);
      timer.unref();
    },
  };
}
