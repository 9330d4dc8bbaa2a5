/** Whether a tracker has this workspace's own form: then it is taken over as TRACKER.md's own edits are. */
import type { Curriculum } from "../core/content/curriculum.ts";
import { markIn } from "../tracker/base.ts";
import { readTracker } from "../tracker/tracker.ts";
import { ungarbled } from "./markdown/clean.ts";

/** The text of a tracker that has the curriculum's own tables; null for one of another shape. */
export function ownTracker(bytes: Uint8Array, curriculum: Curriculum): string | null {
  let text: string;
  try {
    text = ungarbled(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
  if (markIn(text) !== null) return text;
  const { tables, sections } = readTracker(text, curriculum);
  const whole = [...tables.values()].some(
    ({ order }) => order.filter((column) => column !== null).length >= 4,
  );
  return whole && sections.all.length >= 3 ? text : null;
}
