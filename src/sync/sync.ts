/** One sync of a workspace with a place: entries first, then files, then what is remembered of it. */
import { Database } from "bun:sqlite";
import { chmodSync } from "node:fs";
import type { Millis } from "../core/time/calendar.ts";
import type { EntryId } from "../core/time/clock.ts";
import { workspaceIdOf } from "../workspace/identity.ts";
import { Trouble } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { exchangeEntries, segmentSize } from "./entries.ts";
import { exchangeFiles } from "./files.ts";
import { keepMemory, placeIn, readMemory } from "./memory.ts";
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
  readonly shelf: Shelf;
  /** What the place is called in this folder's memory. */
  readonly place: string;
  readonly now: Millis;
  /** A file that was written after this moment is left for the next sync. */
  readonly restedSince: Millis;
  readonly marks: Marks;
  /** How long another sync of the same folder is waited for, in milliseconds; nothing else goes on meanwhile. */
  readonly patience: Millis;
}

export async function syncWith(of: SyncOf): Promise<Synced> {
  const lock = lockSync(of.workspace, of.patience);
  try {
    return await syncLocked(of);
  } finally {
    lock.close();
  }
}

async function syncLocked({
  workspace: { journal, layout, curriculum, ...workspace },
  shelf,
  place,
  now,
  restedSince,
  marks,
}: SyncOf): Promise<Synced> {
  // What the learner changed in TRACKER.md came first.
  await workspace.syncTracker(now);
  const memory = readMemory(layout);
  if (placeIn(memory, place)?.device !== journal.device) {
    // A copied folder becomes a device of its own at a write, before it says its name to others.
    await journal.record(now, () => ({ steps: [], result: null }));
  }
  const id = await workspaceIdOf(journal);
  const sides = { journal, shelf, workspace: id, now, closedAt: segmentSize };
  const entries = await exchangeEntries(sides, placeIn(memory, place));
  const files = await exchangeFiles(
    {
      files: workspaceFiles({ layout, now, curriculum }, marks),
      shelf,
      device: journal.device,
      workspace: id,
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
    places: { ...memory.places, [place]: entries.memory },
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

/** One sync of a folder at a time: a server's and a command's would write behind the same segment. */
function lockSync({ layout }: Workspace, patience: Millis): Database {
  const lock = new Database(layout.syncLock, { create: true });
  try {
    chmodSync(layout.syncLock, 0o600);
    lock.run(`PRAGMA busy_timeout = ${patience}`);
    lock.run("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("SQLITE_BUSY")) throw error;
    throw new Trouble(
      "held",
      "Another sync of this workspace is under way; try again when it is done.",
    );
  }
}
