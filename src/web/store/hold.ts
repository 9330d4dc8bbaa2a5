/**
 * Entries from the moment that the page shows them until IndexedDB has them: its writing takes a moment, and a tab
 * may be closed within it. This storage is written at once.
 */
import type { CommandId, Entry } from "../../core/entries/entry.ts";
import type { WorkspaceId } from "../../core/replica/replica.ts";

const prefix = (workspace: WorkspaceId) => `made:${workspace}:`;

/** Gives back what lets go of them. */
export function hold(workspace: WorkspaceId, entries: readonly Entry[]): () => void {
  const key = `${prefix(workspace)}${entries[0]?.id}`;
  try {
    localStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // It is full or forbidden: IndexedDB has to do alone.
  }
  return () => localStorage.removeItem(key);
}

/** What tabs that are gone held, and what lets go of it. */
export function heldBefore(workspace: WorkspaceId): {
  readonly entries: readonly Entry[];
  readonly release: () => void;
} {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix(workspace)));
  const entries = keys.flatMap(
    (key) => JSON.parse(localStorage.getItem(key) ?? "[]") as readonly Entry[],
  );
  const release = () => {
    for (const key of keys) localStorage.removeItem(key);
  };
  return { entries, release };
}

/** What was done in a workspace: one command may be several entries. */
export interface OfWorkspace {
  readonly workspace: WorkspaceId;
  readonly command: CommandId;
}

/** The command of each entry that this storage holds, for any workspace. */
export function commandsHeld(): readonly OfWorkspace[] {
  return Object.keys(localStorage).flatMap((key) => {
    const workspace = /^made:([^:]+):/.exec(key)?.[1];
    if (workspace === undefined) return [];
    const entries = JSON.parse(localStorage.getItem(key) ?? "[]") as readonly Entry[];
    return entries.map(({ command }) => ({ workspace: workspace as WorkspaceId, command }));
  });
}

/** What this storage holds under another name of the workspace, texts that were not handed in among it. */
export function renameHeld(from: WorkspaceId, to: WorkspaceId): void {
  for (const key of Object.keys(localStorage)) {
    const [, kind, rest] = /^(made|draft):(.*)$/s.exec(key) ?? [];
    const text = localStorage.getItem(key);
    if (rest === undefined || !rest.startsWith(`${from}:`) || text === null) continue;
    const renamed = `${kind}:${to}${rest.slice(from.length)}`;
    if (localStorage.getItem(renamed) !== null) continue;
    localStorage.setItem(renamed, text);
    localStorage.removeItem(key);
  }
}
