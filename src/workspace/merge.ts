/** Two changed versions of one text, line by line, with what they came from in view. */
import { diff3Merge } from "node-diff3";

export interface Merged {
  readonly text: string;
  /** Places that both sides changed differently; the text holds both versions there. */
  readonly conflicts: number;
}

/** What stands around two versions of a place. HTML comments: they show in no preview. */
export const conflictMarks = {
  ours: "<!-- Both sides changed this. From the page: -->",
  theirs: "<!-- From the file: -->",
  end: "<!-- End of what both sides changed. -->",
} as const;

export function mergeTexts(base: string, ours: string, theirs: string): Merged {
  if (ours === theirs || theirs === base) return { text: ours, conflicts: 0 };
  if (ours === base) return { text: theirs, conflicts: 0 };
  const lines = (text: string) => text.split("\n");
  let conflicts = 0;
  const merged = diff3Merge(lines(ours), lines(base), lines(theirs), {
    excludeFalseConflicts: true,
  }).flatMap((region) => {
    if (region.ok) return region.ok;
    const { a = [], b = [] } = region.conflict ?? {};
    conflicts += 1;
    return [conflictMarks.ours, ...a, conflictMarks.theirs, ...b, conflictMarks.end];
  });
  return { text: merged.join("\n"), conflicts };
}
