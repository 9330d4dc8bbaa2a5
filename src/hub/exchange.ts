/** One turn of a sync: what a device of a member gives is kept, and what it lacks is taken. */
import { parseEntry } from "../core/entries/entry.ts";
import {
  type HubRefusal,
  isSameReached,
  mostEntries,
  type SyncAnswer,
  type SyncRead,
  type Vector,
} from "../sync/hub-protocol.ts";
import { hubEntry } from "./hub-entry.ts";
import type { Counts } from "./metrics.ts";
import type { Entrant, HubEntry, HubStore } from "./store.ts";

export interface Keeping {
  readonly store: HubStore;
  /** Bytes of a member. */
  readonly quota: number;
  readonly counts: Counts;
}

/** Whose turn it is, and how things stand with them. */
export type Turn = Pick<Entrant, "member" | "workspace" | "size">;

export type Exchanged =
  | { readonly ok: true; readonly answer: SyncAnswer; readonly added: number }
  | { readonly ok: false; readonly status: number; readonly said: HubRefusal };

export const full: Extract<Exchanged, { ok: false }> = {
  ok: false,
  status: 507,
  said: {
    reason: "quota",
    message: "Your place on this hub is full; its owner can give you more.",
  },
};

export async function exchange(
  sent: SyncRead,
  { member, workspace: known, size }: Turn,
  { store, quota, counts }: Keeping,
): Promise<Exchanged> {
  const read = readAll(sent.entries);
  if (!Array.isArray(read)) return { ok: false, status: 400, said: read as HubRefusal };
  const workspace = known ?? (await store.workspaceOf(member, sent.workspace));
  if (workspace !== sent.workspace) {
    const message = "Another workspace of yours is kept here.";
    return { ok: false, status: 409, said: { reason: "another-workspace", message, workspace } };
  }
  const coming = read.reduce((sum, { text }) => sum + text.length, 0);
  if (coming > 0 && size + coming > quota) return full;
  const given = read.length === 0 ? null : await store.give(member, sent.device, read);
  const added = given?.added ?? 0;
  counts.entries += added;
  // Who gave what stood next in the log knows it.
  const reached = sent.vector[sent.device] ?? null;
  const vector: Vector =
    given === null || given.to === null || !isSameReached(reached, given.from)
      ? sent.vector
      : { ...sent.vector, [String(sent.device)]: given.to };
  const taken = await store.take(member, vector, mostEntries);
  const answer: SyncAnswer = {
    vector: { ...taken.vector },
    entries: [...taken.entries],
    refused: [...(given?.refused ?? [])],
    more: taken.more,
    anew: taken.anew,
  };
  return { ok: true, answer, added };
}

/** What is none is refused, and all with it. */
function readAll(texts: readonly string[]): HubEntry[] | HubRefusal {
  const read: HubEntry[] = [];
  for (const [index, text] of texts.entries()) {
    const parsed = parseEntry(text);
    if (!parsed.ok) {
      return { reason: "bad-entry", message: `Entry ${index + 1}: it ${parsed.fault}.` };
    }
    read.push(hubEntry(parsed, text));
  }
  return read;
}
