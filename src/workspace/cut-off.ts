/** A text that is still being saved: its end, or the mark at its end, is not there yet. */
import type { Millis } from "../core/time/calendar.ts";
import { markIn } from "../tracker/base.ts";
import { labels } from "../tracker/form.ts";
import type { Agreement } from "./agreement.ts";
import type { FileState } from "./tracker-file.ts";

/** How long such a text stays the same before it is taken for what the learner means, in milliseconds. */
export const settleTime = 5000;

export function isCutOff(
  file: Extract<FileState, { is: "present" }>,
  latest: Agreement | null,
  now: Millis,
): boolean {
  if (latest === null || file.text === latest.text) return false;
  const hadEnd = markIn(latest.text) !== null && hasEnd(latest.text);
  if (!hadEnd || hasEnd(file.text)) return false;
  const age = now - file.mark.changed;
  // A moment that is far ahead of the clock says nothing of how long ago it was.
  return age < settleTime && age > -settleTime;
}

/** Whether the last of the fields is there: a text is saved from its head to its end. */
function hasEnd(text: string): boolean {
  return text.includes(labels.nextReview);
}
