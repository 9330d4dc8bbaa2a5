/** While a folder is served it syncs by itself: when something changed here, and when something came there. */
import type { Millis } from "../core/time/calendar.ts";
import type { Layout } from "../workspace/layout.ts";
import { readLocal } from "../workspace/local.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { AnotherWorkspace } from "./another.ts";
import { openPlace, type Place, placeAtHand, placeFrom } from "./place.ts";
import { syncWith } from "./sync.ts";
import { underSyncLock } from "./sync-lock.ts";
import { type Marks, workspaceFiles } from "./workspace-files.ts";

export interface Abreast {
  readonly stop: () => void;
}

export interface Pace {
  /** Not every system tells what changes in a folder that a program carries, so it is looked at, so often. */
  readonly beat: Millis;
  /** An editor that saves while somebody types has its rest before a text is given to others. */
  readonly rest: Millis;
}

export const servedPace: Pace = { beat: 2000, rest: 15_000 };

/** A remote is asked so often whether it has something new. */
const askedEvery = { git: 60_000, hub: 10_000 } as const;

async function listAt(place: Place, layout: Layout) {
  return (await placeAtHand(place, layout))?.inner.list() ?? [];
}

export function keepAbreast(workspace: Workspace, { beat, rest }: Pace): Abreast {
  const marks: Marks = new Map();
  let seen = "";
  let said = "";
  let working = false;
  let resting = false;

  const look = async () => {
    const { journal, layout, curriculum } = workspace;
    const name = readLocal(layout).sync;
    if (name === null || journal.place() !== "here") return;
    const now = Date.now();
    const place = placeFrom(name, layout.folder);
    /** What tells that there may be something to do. A folder is looked at; a remote is asked once in a while. */
    const looks = async () => {
      const { files } = await workspaceFiles({ layout, now, curriculum }, marks).list();
      const here = [...files].map(([path, { mark }]) => [path, mark]);
      const there =
        place.is !== "folder"
          ? Math.floor(now / askedEvery[place.is])
          : await listAt(place, layout);
      return JSON.stringify([await journal.marker(), there, here]);
    };
    if (!resting && (await looks()) === seen) return;
    const restedSince = now - rest;
    const synced = await underSyncLock(layout, 0, async () => {
      const open = await openPlace(place, layout);
      return syncWith({ workspace, open, passphrase: null, now, restedSince, marks });
    });
    resting = synced.resting;
    seen = await looks();
    said = "";
  };

  const once = async () => {
    if (working) return;
    working = true;
    try {
      await look();
    } catch (error) {
      // The place may be away for a while; it is said once.
      const sentence = sentenceOf(error, workspace);
      if (sentence !== said) console.error(sentence);
      said = sentence;
    } finally {
      working = false;
    }
  };
  const timer = setInterval(() => void once(), beat);
  void once();
  return { stop: () => clearInterval(timer) };
}

function sentenceOf(error: unknown, { layout }: Workspace): string {
  const name = readLocal(layout).sync ?? "";
  if (error instanceof AnotherWorkspace) {
    return `${name} belongs to another workspace; nothing is synced. \`study sync --stop\` forgets it.`;
  }
  return `Not synced: ${error instanceof Error ? error.message : String(error)}`;
}
