/** What an undo of a note takes back, seen from the states that it had. */
import type { Millis } from "../time/calendar.ts";
import type { Version } from "./note.ts";

/** Typing is saved again and again: without a pause of this length it is one step. */
export const typingPause: Millis = 120_000;

export interface NoteStep {
  /** The state that goes. */
  readonly last: Version;
  /** The state that comes back; its `length` is null where there was no file. */
  readonly before: Version;
}

/**
 * The last step that an undo takes back: typing on the page, or a bringing back. Null where the note's last state is
 * somebody else's (an editor's, a deletion: when that was is not known), or where there was none before. What was taken
 * back already is passed over. `versions` are in order, oldest first.
 */
export function lastNoteStep(versions: readonly Version[]): NoteStep | null {
  const standing: Version[] = [];
  for (const version of versions) {
    if (version.cause === "taken-back") standing.splice(stepStart(standing));
    else standing.push(version);
  }
  const last = standing.at(-1);
  const before = standing[stepStart(standing) - 1];
  const isOurs = last?.cause === "saved" || last?.cause === "brought-back";
  return last === undefined || before === undefined || !isOurs ? null : { last, before };
}

/** Where the last step begins among the states. */
function stepStart(standing: readonly Version[]): number {
  let start = standing.length - 1;
  if (standing[start]?.cause !== "saved") return Math.max(0, start);
  while (start > 0) {
    const [earlier, later] = [standing[start - 1], standing[start]];
    if (earlier?.cause !== "saved" || (later?.at ?? 0) - earlier.at > typingPause) break;
    start -= 1;
  }
  return start;
}
