/** Where things lie in a workspace. */
import { join } from "node:path";

export const stateFolder = ".study";

export interface Layout {
  readonly folder: string;
  readonly state: string;
  readonly journal: string;
  readonly tracker: string;
  /** The tracker file that the last writing took the place of. */
  readonly replaced: string;
  readonly notes: string;
  /** Earlier states of the notes. */
  readonly versions: string;
  /** Copies of the journal that are made by themselves. */
  readonly backups: string;
  /** Images that notes show. */
  readonly images: string;
  /** The papers' PDFs. */
  readonly papers: string;
  /** A curriculum of the learner's own; the built-in one is used where there is none. */
  readonly curriculum: string;
  /** The learner's implementations: `code/<paper>/<exercise>.py`. */
  readonly code: string;
  /** Results of checks in notebooks, until they are taken in. */
  readonly checks: string;
  /** Which harness notebooks use, and its caches. */
  readonly lab: string;
  /** How many hints were given. */
  readonly hints: string;
  /** Present in the example workspace. */
  readonly demoMark: string;
  readonly curriculumCache: string;
  readonly materialCache: string;
  readonly zoneCache: string;
}

export function layoutOf(folder: string): Layout {
  const state = join(folder, stateFolder);
  return {
    folder,
    state,
    journal: join(state, "journal.db"),
    tracker: join(folder, "TRACKER.md"),
    replaced: join(state, "TRACKER.replaced.md"),
    notes: join(folder, "notes"),
    versions: join(state, "notes.db"),
    backups: join(state, "backups"),
    images: join(folder, "notes", "images"),
    papers: join(folder, "papers"),
    code: join(folder, "code"),
    checks: join(state, "checks"),
    lab: join(state, "lab"),
    hints: join(state, "hints.json"),
    curriculum: join(folder, "curriculum"),
    demoMark: join(state, "demo"),
    curriculumCache: join(state, "curriculum.json"),
    materialCache: join(state, "material.json"),
    zoneCache: join(state, "zone.json"),
  };
}
