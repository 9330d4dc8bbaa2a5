/**
 * What this browser keeps in IndexedDB, so that the page works with its server away and nothing is lost by
 * closing a tab: the last state, entries that wait to be sent, drafts of notes. All of it by workspace, as
 * several may be served at one address in turn.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Material } from "../../core/content/material.ts";
import type { Entry } from "../../core/entries/entry.ts";
import { heldBefore, hold } from "./hold.ts";
import type { ServerState } from "./server.ts";

export interface KeptNote {
  readonly paper: string;
  readonly text: string;
  readonly written: boolean;
}

/** A change of a note that the server has not confirmed: `text` was made from `base`. */
export interface Draft {
  readonly paper: string;
  readonly text: string;
  readonly base: string;
}

interface Kept extends DBSchema {
  state: { key: string; value: ServerState };
  material: { key: string; value: { readonly version: string; readonly material: Material } };
  notes: { key: [string, string]; value: KeptNote & { readonly workspace: string } };
  waiting: { key: [string, string]; value: { readonly workspace: string; readonly entry: Entry } };
  drafts: { key: [string, string]; value: Draft & { readonly workspace: string } };
  /** The workspace that was served here last. */
  last: { key: "workspace"; value: string };
}

export interface Keep {
  readonly lastState: () => Promise<ServerState | null>;
  readonly keepState: (state: ServerState) => Promise<void>;
  readonly material: (workspace: string) => Promise<{ version: string; material: Material } | null>;
  readonly keepMaterial: (workspace: string, version: string, material: Material) => Promise<void>;
  readonly notes: (workspace: string) => Promise<readonly KeptNote[]>;
  readonly keepNote: (workspace: string, note: KeptNote) => Promise<void>;
  readonly waiting: (workspace: string) => Promise<readonly Entry[]>;
  readonly addWaiting: (workspace: string, entries: readonly Entry[]) => Promise<void>;
  readonly dropWaiting: (workspace: string, entries: readonly Entry[]) => Promise<void>;
  readonly drafts: (workspace: string) => Promise<readonly Draft[]>;
  readonly keepDraft: (workspace: string, draft: Draft) => Promise<void>;
  readonly dropDraft: (workspace: string, paper: string) => Promise<void>;
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
  const putWaiting = async (workspace: string, entries: readonly Entry[]) => {
    const change = db.transaction("waiting", "readwrite", { durability: "strict" });
    for (const entry of entries) void change.store.put({ workspace, entry });
    await change.done;
  };
  const of = (workspace: string) => IDBKeyRange.bound([workspace], [workspace, []]);
  return {
    lastState: async () => {
      const workspace = await db.get("last", "workspace");
      return workspace === undefined ? null : ((await db.get("state", workspace)) ?? null);
    },
    keepState: async (state) => {
      await db.put("state", state, state.workspace);
      await db.put("last", state.workspace, "workspace");
    },
    material: async (workspace) => (await db.get("material", workspace)) ?? null,
    keepMaterial: async (workspace, version, material) => {
      await db.put("material", { version, material }, workspace);
    },
    notes: (workspace) => db.getAll("notes", of(workspace)),
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
    dropWaiting: async (workspace, entries) => {
      const change = db.transaction("waiting", "readwrite");
      for (const { id } of entries) void change.store.delete([workspace, id]);
      await change.done;
    },
    drafts: (workspace) => db.getAll("drafts", of(workspace)),
    keepDraft: async (workspace, draft) => {
      await db.put("drafts", { ...draft, workspace });
    },
    dropDraft: (workspace, paper) => db.delete("drafts", [workspace, paper]),
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
  dropWaiting: async () => {},
  drafts: async () => [],
  keepDraft: async () => {},
  dropDraft: async () => {},
};
