/** How often a paper's PDF has been put in its place since this page was opened: another one is opened anew. */
import { useSyncExternalStore } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";

const versions = new Map<PaperId, number>();
const listeners = new Set<() => void>();

export function pdfReplaced(paper: PaperId): void {
  versions.set(paper, (versions.get(paper) ?? 0) + 1);
  for (const listener of listeners) listener();
}

export function usePdfVersion(paper: PaperId): number {
  return useSyncExternalStore(subscribe, () => versions.get(paper) ?? 0);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
