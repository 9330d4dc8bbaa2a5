/** What a sync leaves for later or for a person; none of it keeps the rest from going on. */
import type { Millis } from "../core/time/calendar.ts";
import { type EntryId, momentOfId } from "../core/time/clock.ts";

export type Remark =
  /** The end of a file has not come yet. */
  | { readonly is: "torn"; readonly name: string; readonly written: Millis }
  /** Lines that are not what was written. */
  | { readonly is: "damaged"; readonly name: string; readonly lines: readonly number[] }
  /** A line that is whole and no entry. */
  | { readonly is: "no-entry"; readonly name: string }
  /** Entries of a clock that is ahead of this one. */
  | { readonly is: "early"; readonly name: string; readonly id: EntryId }
  /** Two entries under one id. */
  | { readonly is: "two-texts"; readonly id: EntryId }
  /** A file that can't be taken over yet, and why. */
  | { readonly is: "file"; readonly path: string; readonly why: string };

/** A syncer may take its time; what is torn for longer than this is told. */
const patience: Millis = 10 * 60_000;

/** The sentence for a person; null where waiting is all there is to it. */
export function sayRemark(remark: Remark, now: Millis): string | null {
  switch (remark.is) {
    case "torn":
      if (now - remark.written < patience) return null;
      return `${remark.name} has arrived only in part. Let the program that carries the folder finish; what is missing is taken in then.`;
    case "damaged":
      return `${remark.name} has ${remark.lines.length === 1 ? `a damaged line (${remark.lines[0]})` : `${remark.lines.length} damaged lines`}; the rest was taken in. \`study sync\` on the device that wrote it puts it right.`;
    case "no-entry":
      return `${remark.name} holds a line that is not an entry; it was left out.`;
    case "early": {
      const day = new Date(momentOfId(remark.id)).toISOString().slice(0, 16).replace("T", " ");
      return `${remark.name} holds entries from a clock that says ${day} UTC, ahead of this one. They are taken in when that time has come; \`study doctor --repair\` on that device gives them new dates.`;
    }
    case "two-texts":
      return `Two devices gave the same id ${remark.id} to different entries; this journal keeps its own.`;
    case "file":
      return `${remark.path}: ${remark.why}`;
    default:
      return remark satisfies never;
  }
}
