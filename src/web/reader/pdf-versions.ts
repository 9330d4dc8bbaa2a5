/** How often a paper's PDF has been put in its place since this page was opened: another one is opened anew. */
import { useSyncExternalStore } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";

const versions = new Map<PaperId, number>();
/** The papers whose PDF this page has had open: it is in memory, or the server had it. */
const opened = new Set<PaperId>();
const listeners = new Set<() => void>();

export function pdfReplaced(paper: PaperId): void {
  versions.set(paper, (versions.get(paper) ?? 0) + 1);
  for (const listener of listeners) listener();
}

export function usePdfVersion(paper: PaperId): number {
  return useSyncExternalStore(subscribe, () => versions.get(paper) ?? 0);
}

export function pdfOpened(paper: PaperId): void {
  opened.add(paper);
}

export function wasOpened(paper: PaperId): boolean {
  return opened.has(paper);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
