/** A text that is still being saved: its end is not there yet, or the end is that of the text before it. */
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
  const lostEnd = hadEnd && !hasEnd(file.text);
  if (!lostEnd && !isWrittenOver(file.text, latest.text)) return false;
  const age = now - file.changed;
  // A moment that is far ahead of the clock says nothing of how long ago it was.
  return age < settleTime && age > -settleTime;
}

/** Whether the last of the fields is there: a text is saved from its head to its end. */
function hasEnd(text: string): boolean {
  return text.includes(labels.nextReview);
}

/**
 * Whether a text may be a new head before an old tail: a program that writes over the old bytes leaves a file of
 * their number until it comes to its end. A tick or a digit leaves it too, but every line where it was.
 */
function isWrittenOver(text: string, before: string): boolean {
  if (markIn(text) === null || Buffer.byteLength(text) !== Buffer.byteLength(before)) return false;
  const [lines, old] = [text.split("\n"), before.split("\n")];
  return lines.length !== old.length || lines.some((line, at) => line.length !== old[at]?.length);
}
