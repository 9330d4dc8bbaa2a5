/** Where things lie in a workspace. */
import { dirname, join, sep } from "node:path";

export const stateFolder = ".study";

/** What lies in a workspace's own state is for nobody but its owner. */
export function isPrivate(path: string): boolean {
  return dirname(path).split(sep).includes(stateFolder);
}

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
  /** The figures of `study compare`, for the milestone that holds claims to them. */
  readonly figures: string;
  /** The hints that were given, and what the last runs found. */
  readonly hints: string;
  /** Locked by whoever holds the folder for longer than a command: see `holding.ts`. */
  readonly holding: string;
  /** Who holds it: process, address, since when. */
  readonly holder: string;
  /** The secret of the calendar's address, which reads that alone; see `server/calendar.ts`. */
  readonly calendarToken: string;
  /** The secret for programs; see `server/token.ts`. */
  readonly token: string;
  /** The browsers that were let in; see `server/sessions.ts`. */
  readonly sessions: string;
  /** Leads a browser to the page without naming the ticket to other programs. */
  readonly opening: string;
  /** What is a matter of this machine alone; see `local.ts`. */
  readonly local: string;
  /** What is remembered of syncs: see `sync/memory.ts`. */
  readonly syncMemory: string;
  /** What opens places that are sealed: see `sync/keys.ts`. */
  readonly syncKeys: string;
  /** What opens hubs: see `sync/hub-keys.ts`. */
  readonly hubKeys: string;
  /** Locked while a sync goes on. */
  readonly syncLock: string;
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
    figures: join(state, "lab", "figures.json"),
    hints: join(state, "hints.json"),
    curriculum: join(folder, "curriculum"),
    holding: join(state, "holding.lock"),
    holder: join(state, "server.json"),
    calendarToken: join(state, "calendar-token"),
    token: join(state, "token"),
    sessions: join(state, "sessions.json"),
    opening: join(state, "open.html"),
    local: join(state, "local.json"),
    syncMemory: join(state, "sync.json"),
    syncKeys: join(state, "sync-keys.json"),
    hubKeys: join(state, "hub-keys.json"),
    syncLock: join(state, "sync.lock"),
    demoMark: join(state, "demo"),
    curriculumCache: join(state, "curriculum.json"),
    materialCache: join(state, "material.json"),
    zoneCache: join(state, "zone.json"),
  };
}
