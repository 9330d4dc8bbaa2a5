/** One sync of a workspace with a place: entries first, then files, then what is remembered of it. */
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { EntryId } from "../core/time/clock.ts";
import type { Journal } from "../journal/port.ts";
import { workspaceIdOf } from "../workspace/identity.ts";
import { Trouble } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { exchangeEntries, segmentSize } from "./entries.ts";
import { exchangeFiles } from "./files.ts";
import { exchangeWithHub } from "./hub-entries.ts";
import { keepMemory, readMemory, type SyncMemory } from "./memory.ts";
import { type OpenPlace, shelfOf } from "./place.ts";
import type { Remark } from "./remark.ts";
import type { Shelf } from "./shelf.ts";
import { type Marks, workspaceFiles } from "./workspace-files.ts";

export interface Synced {
  /** Entries that came, and that went. */
  readonly taken: number;
  readonly given: number;
  /** Paths of files that changed here, and of those that others will get. */
  readonly filesTaken: readonly string[];
  readonly filesGiven: readonly string[];
  readonly remarks: readonly Remark[];
  /** Files that are still being worked on were left for the next sync. */
  readonly resting: boolean;
}

export interface SyncOf {
  readonly workspace: Workspace;
  readonly open: OpenPlace;
  /** What a person said just now; null to go by what is kept. */
  readonly passphrase: string | null;
  readonly now: Millis;
  /** A file that was written after this moment is left for the next sync. */
  readonly restedSince: Millis;
  readonly marks: Marks;
}

/** So often somebody else may be quicker. */
const mostTries = 8;

/** Under `syncLock`. */
export async function syncWith(of: SyncOf): Promise<Synced> {
  const { workspace, open, passphrase } = of;
  const { layout, journal } = workspace;
  const place = open.place.name;
  let synced: Synced | null = null;
  for (let tries = mostTries; tries > 0; tries -= 1) {
    const shelf = await shelfOf(open, { layout, device: journal.device, passphrase });
    synced = addUp(synced, await syncOnce(of, shelf));
    if (await open.publish()) return synced;
    await open.refresh();
  }
  throw new Trouble("held", `Others keep writing to ${place}; try again in a minute.`);
}

/** What came in each of several tries; what went is what the last one put there. */
function addUp(before: Synced | null, last: Synced): Synced {
  if (before === null) return last;
  return {
    ...last,
    taken: before.taken + last.taken,
    filesTaken: [...new Set([...before.filesTaken, ...last.filesTaken])],
    filesGiven: [...new Set([...before.filesGiven, ...last.filesGiven])],
  };
}

async function syncOnce(
  {
    workspace: { journal, layout, curriculum, ...workspace },
    open,
    now,
    restedSince,
    marks,
  }: SyncOf,
  shelf: Shelf,
): Promise<Synced> {
  // What the learner changed in TRACKER.md came first.
  await workspace.syncTracker(now);
  const memory = readMemory(layout);
  const place = open.place.name;
  if ((memory.places[place] ?? memory.hubs[place])?.device !== journal.device) {
    // A copied folder becomes a device of its own at a write, before it says its name to others.
    await journal.record(now, () => ({ steps: [], result: null }));
  }
  const id = await workspaceIdOf(journal);
  const sides = { journal, workspace: id, now };
  const { entries, places, hubs } = await exchange(sides, open, shelf, memory);
  const files = await exchangeFiles(
    {
      files: workspaceFiles({ layout, now, curriculum }, marks),
      shelf,
      device: journal.device,
      workspace: id,
      copies: open.hub === null ? "each" : "one",
      isSame: async (other) => {
        const found = await journal.command(other as EntryId);
        return found.some(({ type }) => type === "workspace.started");
      },
      restedSince,
    },
    memory.versions,
  );
  const next = {
    form: 1 as const,
    versions: files.versions,
    places,
    hubs,
  };
  if (JSON.stringify(next) !== JSON.stringify(memory)) keepMemory(layout, next);
  if (entries.taken > 0) await workspace.syncTracker(now);
  return {
    taken: entries.taken,
    given: entries.given,
    filesTaken: files.taken,
    filesGiven: files.given,
    remarks: [...entries.remarks, ...files.remarks],
    resting: files.resting,
  };
}

interface Sides {
  readonly journal: Journal;
  readonly workspace: WorkspaceId;
  readonly now: Millis;
}

/** Entries with a shelf or with a hub, and what is remembered of it. */
async function exchange(
  sides: Sides,
  { hub, place: { name } }: OpenPlace,
  shelf: Shelf,
  { places, hubs }: SyncMemory,
) {
  if (hub === null) {
    const known = places[name] ?? null;
    const entries = await exchangeEntries({ ...sides, shelf, closedAt: segmentSize }, known);
    return { entries, places: { ...places, [name]: entries.memory }, hubs };
  }
  const known = hubs[name] ?? null;
  const entries = await exchangeWithHub({ ...sides, client: hub, place: name }, known);
  return { entries, places, hubs: { ...hubs, [name]: entries.memory } };
}
