/** Merges long notes in a thread of their own: the server answers others meanwhile. */
import { conflictMarks, type Merged, mergeTexts } from "../workspace/merge.ts";
import type { Merge } from "../workspace/notes.ts";

export interface Merging {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Shorter ones take less than a thread's start, all three together. */
const shortLength = 100_000;

/** The executable has the thread under another address. */
declare const EMBEDDED_MERGE_THREAD: string;
const thread =
  typeof EMBEDDED_MERGE_THREAD === "undefined" ? "./merge-thread.ts" : EMBEDDED_MERGE_THREAD;

/** One long merge after another, so that many at once take no more than one thread. */
export function mergeApart(): Merge {
  let before: Promise<unknown> = Promise.resolve();
  return (base, ours, theirs) => {
    if (base.length + ours.length + theirs.length < shortLength) {
      return mergeTexts(base, ours, theirs, conflictMarks);
    }
    const merged = before.then(() => inThread({ base, ours, theirs }));
    before = merged.catch(() => {});
    return merged;
  };
}

function inThread(merging: Merging): Promise<Merged> {
  const worker = new Worker(new URL(thread, import.meta.url).href);
  return new Promise<Merged>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Merged>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(merging);
  }).finally(() => worker.terminate());
}
