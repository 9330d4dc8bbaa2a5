/** Where things lie in a workspace. */
import { join } from "node:path";

export const stateFolder = ".study";

export interface Layout {
  readonly folder: string;
  readonly state: string;
  readonly journal: string;
  readonly tracker: string;
  readonly notes: string;
  /** A curriculum of the learner's own; the built-in one is used where there is none. */
  readonly curriculum: string;
  /** Present in the example workspace. */
  readonly demoMark: string;
  readonly curriculumCache: string;
  readonly zoneCache: string;
}

export function layoutOf(folder: string): Layout {
  const state = join(folder, stateFolder);
  return {
    folder,
    state,
    journal: join(state, "journal.db"),
    tracker: join(folder, "TRACKER.md"),
    notes: join(folder, "notes"),
    curriculum: join(folder, "curriculum"),
    demoMark: join(state, "demo"),
    curriculumCache: join(state, "curriculum.json"),
    zoneCache: join(state, "zone.json"),
  };
}
