/**
 * What this browser keeps in IndexedDB, so that the page works with its server away and nothing is lost by
 * closing a tab: the last state, entries that wait to be sent, drafts of notes. All of it by workspace, as
 * several may be served at one address in turn.
 */
import { type IDBPDatabase, openDB } from "idb";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Note } from "../../core/content/note.ts";
import type { Entry } from "../../core/entries/entry.ts";
import { type Changes, type Draft, withDraft, withoutHeld } from "../../core/replica/draft.ts";
import type { WorkspaceId } from "../../core/replica/replica.ts";
import { heldBefore, hold, renameHeld } from "./hold.ts";
import {
  changeDrafts,
  draftsIn,
  type Kept,
  type KeptState,
  keptElsewhere,
  renameIn,
  stateKept,
  stateToKeep,
} from "./kept.ts";
import { type KeptElsewhere, type KnownMaterial, materialKept } from "./model.ts";

export interface Keep {
  readonly lastState: () => Promise<KeptState | null>;
  readonly keepState: (state: KeptState) => Promise<void>;
  readonly material: (workspace: WorkspaceId) => Promise<KnownMaterial | null>;
  readonly keepMaterial: (workspace: WorkspaceId, known: KnownMaterial) => Promise<void>;
  readonly notes: (workspace: WorkspaceId) => Promise<readonly Note[]>;
  readonly keepNote: (workspace: WorkspaceId, note: Note) => Promise<void>;
  readonly waiting: (workspace: WorkspaceId) => Promise<readonly Entry[]>;
  readonly addWaiting: (workspace: WorkspaceId, entries: readonly Entry[]) => Promise<void>;
  /** In one step. */
  readonly replaceWaiting: (
    workspace: WorkspaceId,
    gone: readonly Entry[],
    entries: readonly Entry[],
  ) => Promise<void>;
  readonly dropWaiting: (workspace: WorkspaceId, entries: readonly Entry[]) => Promise<void>;
  readonly drafts: (workspace: WorkspaceId) => Promise<readonly Draft[]>;
  readonly keepDraft: (workspace: WorkspaceId, draft: Draft) => Promise<void>;
  /** Lets go of the drafts whose changes are all among these; gives back the others. */
  readonly dropDrafts: (
    workspace: WorkspaceId,
    paper: PaperId,
    changes: Changes,
  ) => Promise<readonly Draft[]>;
  /** What waits for other workspaces than this one. */
  readonly elsewhere: (workspace: WorkspaceId) => Promise<readonly KeptElsewhere[]>;
  /** What was kept under another name of the same workspace, as a page of version 0.1 did. */
  readonly rename: (from: WorkspaceId, to: WorkspaceId) => Promise<void>;
}

export async function openKeep(): Promise<Keep> {
  try {
    return keepIn(
      await openDB<Kept>("study", 1, {
        upgrade(db) {
          db.createObjectStore("state");
          db.createObjectStore("material");
          db.createObjectStore("last");
          db.createObjectStore("notes", { keyPath: ["workspace", "paper"] });
          db.createObjectStore("waiting", { keyPath: ["workspace", "entry.id"] });
          db.createObjectStore("drafts", { keyPath: ["workspace", "paper"] });
        },
      }),
    );
  } catch {
    // A private window may have no IndexedDB: the page works, but only while its server does.
    return keepNothing;
  }
}

function keepIn(db: IDBPDatabase<Kept>): Keep {
  const putWaiting = async (workspace: WorkspaceId, entries: readonly Entry[]) => {
    const change = db.transaction("waiting", "readwrite", { durability: "strict" });
    for (const entry of entries) void change.store.put({ workspace, entry });
    await change.done;
  };
  const of = (workspace: WorkspaceId) => IDBKeyRange.bound([workspace], [workspace, []]);
  return {
    lastState: async () => {
      const workspace = await db.get("last", "workspace");
      const state = workspace === undefined ? undefined : await db.get("state", workspace);
      return stateKept(state);
    },
    keepState: async (state) => {
      await db.put("state", stateToKeep(state), state.workspace);
      await db.put("last", state.workspace, "workspace");
    },
    material: async (workspace) => materialKept(await db.get("material", workspace)),
    keepMaterial: async (workspace, known) => {
      await db.put("material", known, workspace);
    },
    notes: async (workspace) => {
      const rows = await db.getAll("notes", of(workspace));
      // What version 0.1 kept does not say it.
      return rows.map((row) => ({ ...row, fixed: row.fixed ?? null }));
    },
    keepNote: async (workspace, note) => {
      await db.put("notes", { ...note, workspace });
    },
    waiting: async (workspace) => {
      const { entries, release } = heldBefore(workspace);
      if (entries.length > 0) {
        await putWaiting(workspace, entries);
        release();
      }
      const rows = await db.getAll("waiting", of(workspace));
      return rows.map(({ entry }) => entry);
    },
    addWaiting: async (workspace, entries) => {
      const release = hold(workspace, entries);
      await putWaiting(workspace, entries);
      release();
    },
    replaceWaiting: async (workspace, gone, entries) => {
      const change = db.transaction("waiting", "readwrite", { durability: "strict" });
      for (const entry of entries) void change.store.put({ workspace, entry });
      for (const { id } of gone) void change.store.delete([workspace, id]);
      await change.done;
    },
    dropWaiting: async (workspace, entries) => {
      const change = db.transaction("waiting", "readwrite");
      for (const { id } of entries) void change.store.delete([workspace, id]);
      await change.done;
    },
    drafts: async (workspace) => (await db.getAll("drafts", of(workspace))).flatMap(draftsIn),
    keepDraft: async (workspace, draft) => {
      const { paper } = draft;
      await changeDrafts(db, { workspace, paper }, (kept) => withDraft(kept, draft));
    },
    dropDrafts: (workspace, paper, changes) =>
      changeDrafts(db, { workspace, paper }, (kept) => withoutHeld(kept, changes)),
    elsewhere: (workspace) => keptElsewhere(db, workspace),
    rename: async (from, to) => {
      if (from === to) return;
      renameHeld(from, to);
      await renameIn(db, from, to);
    },
  };
}

const keepNothing: Keep = {
  lastState: async () => null,
  keepState: async () => {},
  material: async () => null,
  keepMaterial: async () => {},
  notes: async () => [],
  keepNote: async () => {},
  waiting: async () => [],
  addWaiting: async () => {},
  replaceWaiting: async () => {},
  dropWaiting: async () => {},
  drafts: async () => [],
  keepDraft: async () => {},
  dropDrafts: async () => [],
  elsewhere: async () => [],
  rename: async () => {},
};
