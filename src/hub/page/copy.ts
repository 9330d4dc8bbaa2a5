/**
 * A member's workspace as the hub's page works on it: a copy on the hub's disk, and a device like any other. It may be
 * deleted while the hub rests: what a page was told to be kept is in the hub's store.
 */
import { existsSync } from "node:fs";
import { goLive, type Live } from "../../server/live.ts";
import type { HubClient } from "../../sync/hub-client.ts";
import { joinFrom } from "../../sync/join.ts";
import type { OpenPlace } from "../../sync/place.ts";
import { syncWith } from "../../sync/sync.ts";
import { underSyncLock } from "../../sync/sync-lock.ts";
import { FolderHeld, type Hold, holdFolder } from "../../workspace/holding.ts";
import { type Layout, layoutOf } from "../../workspace/layout.ts";
import { newDevice, openWorkspace } from "../../workspace/open.ts";
import { Trouble } from "../../workspace/trouble.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { inTurns } from "./in-turns.ts";

export interface Copy {
  readonly workspace: Workspace;
  readonly live: Live;
  /** Whether a page listens. */
  readonly isHeard: () => boolean;
  /** What other devices gave is here, and what was done here is in the hub's store, when this returns. */
  readonly sync: () => Promise<void>;
  readonly close: () => void;
}

export interface CopyOf {
  readonly folder: string;
  readonly client: HubClient;
  readonly now: () => number;
}

/** What the hub is called in what is remembered of syncs. */
const place = "hub";

export async function openCopy({ folder, client, now }: CopyOf): Promise<Copy> {
  if ((await client.workspace()) === null) {
    throw new Trouble(
      "no-workspace",
      "Nothing of yours has come to this hub yet. On your own computer, run `study sync` with an invitation of yours; then it is shown here.",
    );
  }
  const layout = layoutOf(folder);
  if (!existsSync(layout.journal)) {
    const joining = { layout, shelf: client.shelf, hub: client, device: newDevice(), place };
    const { workspace } = await joinFrom({ ...joining, now: now() });
    workspace.close();
  }
  const hold = heldByHub(layout, now());
  let workspace: Workspace | null = null;
  try {
    workspace = await openWorkspace(layout);
    const sync = syncing(workspace, client, now);
    // What came while nobody looked.
    await sync();
    const live = heard(await goLive(workspace, "none"));
    const opened = workspace;
    return {
      workspace,
      ...live,
      sync: inTurns(async () => {
        await sync();
        await live.live.look();
      }),
      close: () => {
        live.live.stop();
        opened.close();
        hold.release();
      },
    };
  } catch (error) {
    workspace?.close();
    hold.release();
    throw error;
  }
}

/** Where it lies and who has it is no matter of the member's. */
function heldByHub(layout: Layout, since: number): Hold {
  try {
    return holdFolder(layout, { process: process.pid, address: null, since });
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    throw new Trouble(
      "held",
      "Another process of this hub shows your page now. Open it there, or try again in some minutes.",
    );
  }
}

function syncing(workspace: Workspace, client: HubClient, now: () => number) {
  const marks = new Map();
  const open: OpenPlace = {
    place: { is: "hub", name: place, code: null },
    closure: "plain",
    inner: client.shelf,
    hub: client,
    refresh: async () => {},
    publish: async () => true,
  };
  return async () => {
    // Pages alone write here, and what they were told to be kept goes at once.
    const restedSince = Number.POSITIVE_INFINITY;
    await underSyncLock(workspace.layout, 0, () =>
      syncWith({ workspace, open, passphrase: null, now: now(), restedSince, marks }),
    );
  };
}

/** With a count of those who listen. */
function heard(live: Live): Pick<Copy, "live" | "isHeard"> {
  const listening = new Set<symbol>();
  const counted: Live = {
    ...live,
    listen: (listener) => {
      const one = Symbol();
      listening.add(one);
      const leave = live.listen(listener);
      return () => {
        listening.delete(one);
        leave();
      };
    },
  };
  return { live: counted, isHeard: () => listening.size > 0 };
}
