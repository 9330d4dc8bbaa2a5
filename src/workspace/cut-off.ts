/**
 * A text that is not whole: it is still being saved, or the saving was cut off. Its end is not there, or it is the
 * end of the text before it.
 */
import type { Millis } from "../core/time/calendar.ts";
import { markIn } from "../tracker/base.ts";
import { labels } from "../tracker/form.ts";
import type { Agreement } from "./agreement.ts";
import type { PresentFile } from "./tracker-file.ts";

/** How long a text that may be half saved stays the same before it is read, in milliseconds. */
export const settleTime = 5000;

/** `saving` may be whole in a moment; `cut` ends where nobody ends a text, and is read when it goes on again. */
export type Wholeness = "whole" | "saving" | "cut";

export function wholenessOf(file: PresentFile, latest: Agreement | null, now: Millis): Wholeness {
  if (latest === null || file.text === latest.text) return "whole";
  const lostEnd = markIn(latest.text) !== null && hasEnd(latest.text) && !hasEnd(file.text);
  const ends = lostEnd ? endOf(file.text, latest.text) : "right";
  if (ends === "right" && !isWrittenOver(file.text, latest.text)) return "whole";
  const age = now - file.changed;
  // A moment that is far ahead of the clock says nothing of how long ago it was.
  if (age < settleTime && age > -settleTime) return "saving";
  return ends === "inside" ? "cut" : "whole";
}

/** Whether the last of the fields is there: a text is saved from its head to its end. */
function hasEnd(text: string): boolean {
  return text.includes(labels.nextReview);
}

/**
 * Where a text ends that has lost its end: inside of what the text before it had; where a section of that ended, as
 * the learner may mean it; or right before the last line, where that alone has been deleted.
 */
function endOf(text: string, before: string): "inside" | "at a section" | "right" {
  const lines = filled(before);
  const last = filled(text).at(-1)?.trimEnd() ?? "";
  const whole = lines.findLastIndex((line) => line.trimEnd() === last);
  if (whole < 0) return lines.some((line) => line.startsWith(last)) ? "inside" : "at a section";
  const next = lines[whole + 1] ?? "";
  if (whole === lines.length - 2 && next.includes(labels.nextReview)) return "right";
  return beginsSection.test(next) || next.includes(labels.updated) ? "at a section" : "inside";
}

const beginsSection = /^(?:#{1,6}\s|-{3,}\s*$)/;

const filled = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/**
 * Whether a text may be a new head before an old tail: a program that writes over the old bytes leaves a file of
 * their number until it comes to its end. A tick or a digit leaves it too, but every line where it was; lines that
 * changed their places leave it too, but every line.
 */
function isWrittenOver(text: string, before: string): boolean {
  if (markIn(text) === null || Buffer.byteLength(text) !== Buffer.byteLength(before)) return false;
  const [lines, old] = [text.split("\n"), before.split("\n")];
  if (lines.length === old.length && lines.every((line, at) => line.length === old[at]?.length)) {
    return false;
  }
  const bare = (all: readonly string[]) => all.map(withoutMarks).toSorted().join("\n");
  return bare(lines) !== bare(old);
}

/** Without what an edit in place changes: boxes and digits. */
function withoutMarks(line: string): string {
  return line.replace(/\[[ xX]\]|[☐☑✅\d\s]/gu, "");
}
