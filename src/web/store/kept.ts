/** What the browser's store holds, and in which form version 0.1 held it. */
import type { DBSchema, IDBPDatabase } from "idb";
import type { Note } from "../../core/content/note.ts";
import type { Entry } from "../../core/entries/entry.ts";
import { tallyVersion } from "../../core/entries/tally.ts";
import type { Draft } from "../../core/replica/draft.ts";
import type { Base, WorkspaceId } from "../../core/replica/replica.ts";
import type { DeviceId } from "../../core/time/clock.ts";
import { commandsHeld } from "./hold.ts";
import type { About, KeptElsewhere, KnownMaterial } from "./model.ts";

/** The server's word on a workspace as it was kept. */
export type KeptState = About & Base;

/** Version 0.1 knew the workspace by its former name alone, did not say how it added up, and knew a draft by its texts. */
type OlderState = Omit<KeptState, "formerly" | "concerns" | "served"> &
  Partial<Pick<KeptState, "formerly" | "concerns" | "served">> & {
    /** The version of the tally in its snapshot. */
    readonly tally?: number;
  };
type OlderDraft = Pick<Draft, "paper" | "text" | "base"> & Partial<Draft>;

/** The drafts of one paper: several when tabs typed apart. The first stands where version 0.1 looks for it. */
type DraftRow = OlderDraft & { readonly others?: readonly Draft[] };

/** What is kept of a server's word, with the version of its tally. */
export function stateToKeep(state: KeptState): OlderState {
  return { ...state, tally: tallyVersion };
}

/** Null where another version of the program added it up: its figures would be taken for what they are not. */
export function stateKept(row: OlderState | undefined): KeptState | null {
  if (row === undefined) return null;
  const { tally, ...state } = row;
  if (tally !== tallyVersion) return null;
  return { formerly: state.workspace, concerns: [], served: { is: "computer" }, ...state };
}

interface Of {
  readonly workspace: WorkspaceId;
}

export interface Kept extends DBSchema {
  state: { key: string; value: OlderState };
  material: { key: string; value: KnownMaterial };
  notes: { key: [string, string]; value: Note & Of };
  waiting: { key: [string, string]; value: { readonly entry: Entry } & Of };
  drafts: { key: [string, string]; value: DraftRow & Of };
  /** The workspace that was served here last. */
  last: { key: "workspace"; value: WorkspaceId };
}

/** What waits for each workspace but this one, entries that a closed tab held among it. */
export async function keptElsewhere(
  db: IDBPDatabase<Kept>,
  here: WorkspaceId,
): Promise<readonly KeptElsewhere[]> {
  const waiting = (await db.getAll("waiting")).map(({ workspace, entry: { command } }) => {
    return { workspace, command };
  });
  const made = Map.groupBy([...waiting, ...commandsHeld()], ({ workspace }) => workspace);
  const drafts = (await db.getAllKeys("drafts")).map(([workspace]) => workspace);
  const names = new Set([...made.keys(), ...drafts.map((name) => name as WorkspaceId)]);
  names.delete(here);
  return Promise.all(
    [...names].map(async (workspace) => ({
      workspace,
      folder: (await db.get("state", workspace))?.folder ?? null,
      changes: new Set(made.get(workspace)?.map(({ command }) => command)).size,
      notes: drafts.filter((of) => of === workspace).length,
    })),
  );
}

/** Row by row: what stands under the new name already stays, and the older one until there is room for it. */
export async function renameIn(
  db: IDBPDatabase<Kept>,
  from: WorkspaceId,
  to: WorkspaceId,
): Promise<void> {
  const range = IDBKeyRange.bound([from], [from, []]);
  const names = ["state", "material", "notes", "waiting", "drafts", "last"] as const;
  const change = db.transaction(names, "readwrite", { durability: "strict" });
  for (const name of ["notes", "waiting", "drafts"] as const) {
    const store = change.objectStore(name);
    for (const key of await store.getAllKeys(range)) {
      const row = await store.get(key);
      const free = (await store.getKey([to, key[1]])) === undefined;
      if (row === undefined || !free) continue;
      await store.put({ ...row, workspace: to });
      await store.delete(key);
    }
  }
  const states = change.objectStore("state");
  const state = await states.get(from);
  if (state !== undefined) {
    if ((await states.getKey(to)) === undefined) {
      await states.put({ ...state, workspace: to, formerly: from }, to);
    }
    await states.delete(from);
  }
  const materials = change.objectStore("material");
  const material = await materials.get(from);
  if (material !== undefined) await materials.put(material, to);
  await materials.delete(from);
  const last = change.objectStore("last");
  if ((await last.get("workspace")) === from) await last.put(to, "workspace");
  await change.done;
}

/** What a tab of version 0.1 typed counts as a change of its own. */
const former = { ["former00" as DeviceId]: 1 };

export function draftsIn({
  paper,
  text,
  base,
  tried,
  changes,
  others,
}: DraftRow): readonly Draft[] {
  return [{ paper, text, base, tried: tried ?? [], changes: changes ?? former }, ...(others ?? [])];
}

/** Changes the drafts of a paper in one step that no other tab comes between; gives back what is kept then. */
export async function changeDrafts(
  db: IDBPDatabase<Kept>,
  { workspace, paper }: Of & Pick<Draft, "paper">,
  step: (kept: readonly Draft[]) => readonly Draft[],
): Promise<readonly Draft[]> {
  const change = db.transaction("drafts", "readwrite");
  const row = await change.store.get([workspace, paper]);
  const kept = step(row === undefined ? [] : draftsIn(row));
  const [first, ...others] = kept;
  if (first === undefined) await change.store.delete([workspace, paper]);
  else await change.store.put({ workspace, ...first, others });
  await change.done;
  return kept;
}
