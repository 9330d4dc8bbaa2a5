/**
 * Entries from the moment that the page shows them until IndexedDB has them: its writing takes a moment, and a tab
 * may be closed within it. This storage is written at once.
 */
import type { Entry } from "../../core/entries/entry.ts";

const prefix = (workspace: string) => `made:${workspace}:`;

/** Gives back what lets go of them. */
export function hold(workspace: string, entries: readonly Entry[]): () => void {
  const key = `${prefix(workspace)}${entries[0]?.id}`;
  try {
    localStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // It is full or forbidden: IndexedDB has to do alone.
  }
  return () => localStorage.removeItem(key);
}

/** What tabs that are gone held, and what lets go of it. */
export function heldBefore(workspace: string): {
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
