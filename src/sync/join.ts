/** A new device begins with what the others have put into a place. */

import { existsSync, renameSync, rmSync } from "node:fs";
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { Millis } from "../core/time/calendar.ts";
import { type DeviceId, type EntryId, latestStampFrom } from "../core/time/clock.ts";
import type { Journal, Line } from "../journal/port.ts";
import { openSqliteJournal } from "../journal/sqlite/journal.ts";
import { putInPlace } from "../journal/sqlite/put-in-place.ts";
import { holdFolder } from "../workspace/holding.ts";
import type { Layout } from "../workspace/layout.ts";
import { openWorkspace } from "../workspace/open.ts";
import { makeState } from "../workspace/private.ts";
import { makeFolder } from "../workspace/replace-file.ts";
import { systemReason, Trouble } from "../workspace/trouble.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { arrivingFiles } from "./arriving-files.ts";
import { type Opened, readAll, sift } from "./entries.ts";
import { exchangeFiles } from "./files.ts";
import { allFrom, type HubClient } from "./hub-client.ts";
import { keepMemory } from "./memory.ts";
import { segmentsIn } from "./segments.ts";
import type { Shelf } from "./shelf.ts";
import { workspaceFiles } from "./workspace-files.ts";

export interface Joining {
  readonly layout: Layout;
  readonly shelf: Shelf;
  /** Where a hub has the entries itself; null where they lie on the shelf. */
  readonly hub: HubClient | null;
  /** A new name, under which the shelf was opened. */
  readonly device: DeviceId;
  /** What the place is called to a person. */
  readonly place: string;
  readonly now: Millis;
}

export interface Joined {
  readonly workspace: Workspace;
  /** Where the journal is that was here before; null for none. */
  readonly kept: string | null;
}

/** Entries that say when and how somebody wants to study, and nothing of what they did. */
const plans = new Set(["workspace.started", "day.begins", "plan.changed", "settings.changed"]);

/** Whether nothing has been done in a workspace: then it can become another one's device. */
export async function isUntouched(journal: Journal): Promise<boolean> {
  for await (const { entry } of journal.lines()) {
    if (entry === null || !plans.has(entry.type)) return false;
  }
  return true;
}

/** Nobody may serve the folder meanwhile: its journal is another file from here on. */
export async function joinFrom(joining: Joining): Promise<Joined> {
  const { layout, now } = joining;
  const there = await whatLiesThere(joining);
  try {
    makeState(layout);
  } catch (error) {
    throw new Trouble(
      "unwritable",
      `A workspace can't be made in ${layout.folder}: ${systemReason(error)}. Choose another folder.`,
    );
  }
  const hold = holdFolder(layout, { process: process.pid, address: null, since: now });
  try {
    return await joinHeld(joining, there);
  } finally {
    hold.release();
  }
}

async function joinHeld(
  { layout, shelf, hub, device, now }: Joining,
  { workspace, lines }: Lying,
): Promise<Joined> {
  const fresh = `${layout.journal}.joining`;
  for (const suffix of ["", "-wal", "-shm"]) rmSync(fresh + suffix, { force: true });
  const journal = openSqliteJournal(fresh, device);
  await journal.insert(lines);
  journal.close();
  for (const folder of [layout.notes, layout.code, layout.papers]) makeFolder(folder);
  // A curriculum of the learner's own is among the files, and a workspace opens with it.
  const own = workspaceFiles({ layout, now, curriculum: null }, new Map());
  const arriving = arrivingFiles(layout, own);
  const files = await exchangeFiles(
    {
      files: arriving.files,
      shelf,
      device,
      workspace,
      copies: hub === null ? "each" : "one",
      isSame: async () => true,
      restedSince: now,
    },
    {},
  );
  const taken = await arriving.settle();
  // What somebody wrote there meanwhile grew from none of these.
  const versions = Object.fromEntries(
    Object.entries(files.versions).filter(([path]) => !taken.includes(path)),
  );
  keepMemory(layout, { form: 1, versions, places: {}, hubs: {} });
  const kept = keepAside(layout, now);
  putInPlace(fresh, layout.journal);
  const opened = await openWorkspace(layout);
  await opened.rewriteTracker(now);
  return { workspace: opened, kept };
}

interface Lying {
  readonly workspace: WorkspaceId;
  readonly lines: Iterable<Line>;
}

async function whatLiesThere(joining: Joining): Promise<Lying> {
  const { place, now } = joining;
  const opened = await readThere(joining);
  const heads = new Set(opened.flatMap(({ read }) => read.head?.workspace ?? []));
  const [workspace] = heads;
  if (workspace === undefined) {
    throw new Trouble(
      "no-workspace",
      `There is no workspace at ${place} yet. Run \`study sync ${place}\` on the device that has one, and let it be carried here.`,
    );
  }
  const starts = new Set([...heads] as string[] as EntryId[]);
  const { lines } = sift(opened, latestStampFrom(now, null), starts);
  if (!lines.has(workspace as string as EntryId)) {
    throw new Trouble(
      "no-workspace",
      `What is at ${place} has arrived only in part. Let the program that carries it finish, then try again.`,
    );
  }
  return { workspace, lines: lines.values() };
}

/** What a hub has is read like one segment. */
async function readThere({ shelf, hub, device, place }: Joining): Promise<readonly Opened[]> {
  if (hub === null) return readAll(shelf, segmentsIn(await shelf.list()));
  const workspace = (await hub.workspace()) as WorkspaceId | null;
  if (workspace === null) return [];
  const entries = await allFrom(hub, workspace, device);
  const head = { form: 1, workspace, device } as const;
  const read = { head, entries, damaged: [], torn: false };
  return [{ listed: { name: place, size: 0, written: 0 }, read }];
}

function keepAside({ journal, tracker }: Layout, now: Millis): string | null {
  if (!existsSync(journal)) return null;
  const mark = `before-join-${new Date(now).toISOString().replaceAll(/[:.]/g, "-")}`;
  for (const suffix of ["-wal", "-shm", ""]) {
    if (existsSync(journal + suffix)) renameSync(journal + suffix, `${journal}.${mark}${suffix}`);
  }
  if (existsSync(tracker)) renameSync(tracker, `${journal}.${mark}.TRACKER.md`);
  return `${journal}.${mark}`;
}
