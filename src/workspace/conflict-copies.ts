/** What a sync service leaves beside a file that two devices changed: a copy under a longer name. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Layout } from "./layout.ts";

/** The journal's own companions, and what this program keeps beside it. */
const ownNames =
  /^journal\.db(-wal|-shm|-journal|\.(before|damaged|salvaged|restoring|joining)\b.*|\.count|\.forgotten)?$/;

export interface ConflictCopies {
  readonly journals: readonly string[];
  readonly trackers: readonly string[];
}

/** Services name them in many ways; all begin with the file's name and keep its ending, or add to it. */
export function conflictCopies({ folder, state }: Layout): ConflictCopies {
  return {
    journals: namesIn(state)
      .filter((name) => /^journal\b.*\.db\b/.test(name) && !ownNames.test(name))
      .filter((name) => !/-(wal|shm)$/.test(name))
      .map((name) => join(state, name)),
    trackers: namesIn(folder)
      .filter((name) => /^TRACKER\b.+\.md$/i.test(name) && !/\.before-restore-/.test(name))
      .map((name) => join(folder, name)),
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** What to do about them, a sentence each. */
export function sayConflictCopies({ journals, trackers }: ConflictCopies): readonly string[] {
  return [
    ...journals.map(
      (path) =>
        `A sync service left another copy of the journal: ${path}. \`study import '${path}'\` takes its entries in; then delete it.`,
    ),
    ...trackers.map(
      (path) =>
        `A sync service left another copy of TRACKER.md: ${path}. Carry over by hand what is missing, then delete it.`,
    ),
  ];
}
