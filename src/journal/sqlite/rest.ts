/**
 * Moves what stands in the log into the journal's own file once nothing has been written for a second: whoever copies
 * that file alone, as sync services do, then has everything.
 */
import type { Database } from "bun:sqlite";

const quietTime = 1000;

export interface Rest {
  /** Something was written just now. */
  readonly put: () => void;
  readonly end: () => void;
}

export function restOf(db: Database): Rest {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const end = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const checkpoint = () => {
    timer = null;
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
      timer = setTimeout(checkpoint, quietTime);
      timer.unref();
    },
  };
}
