/** The thread in which one long merge is made. */
import { conflictMarks, mergeTexts } from "../workspace/merge.ts";
import type { Merging } from "./merge-apart.ts";

declare const self: Worker;

self.onmessage = ({ data }: MessageEvent<Merging>) => {
  self.postMessage(mergeTexts(data.base, data.ours, data.theirs, conflictMarks));
};
