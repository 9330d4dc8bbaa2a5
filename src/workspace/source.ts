/** What a text of the tracker's file was edited from: the agreement that it names, or the nearest that is remembered. */
import type { Situation } from "../core/decide/decision.ts";
import { agreementsKept, type Remembered } from "../journal/agreements.ts";
import { type Base, editedSince, markIn, nearest } from "../tracker/base.ts";
import type { Scan } from "../tracker/scan.ts";
import { readTracker } from "../tracker/tracker.ts";
import { type Agreement, namedIn, newestIn } from "./agreement.ts";

/** A text that edits are read from, and what is known of it. */
export interface Source {
  readonly text: string;
  readonly base: Base;
  readonly scan: Scan;
  /** The agreement that it names, where it is soon forgotten: the file could not be written for long. */
  readonly fading: Agreement | null;
}

/** What is known when a text is read. */
interface Known {
  readonly situation: Situation;
  readonly remembered: Remembered;
}

export function sourceOf(text: string, { situation, remembered }: Known): Source {
  const scan = readTracker(text, situation.curriculum);
  const mark = markIn(text);
  if (mark !== null) {
    const { agreements, age } = namedIn(remembered, mark);
    // What was only read came of what was written; where that is forgotten, of the oldest that is left.
    const original = agreements.find(({ made }) => made !== null) ?? agreements.at(-1);
    if (original !== undefined) {
      const later = agreements.slice(0, agreements.indexOf(original)).map(({ agreed }) => agreed);
      const agreed = editedSince(original.agreed, later);
      const fading = age > agreementsKept / 2 ? { ...original, agreed } : null;
      const before = later.length === 0 ? null : original.agreed;
      return { text, scan, base: { is: "named", agreed, before }, fading };
    }
  }
  return { text, scan, base: baseWithoutMark(text, scan, newestIn(remembered)), fading: null };
}

/** Which agreement a text was edited from that does not say so. */
function baseWithoutMark(text: string, scan: Scan, agreements: readonly Agreement[]): Base {
  const found = closest(text, scan, agreements);
  if (found === null) return { is: "none" };
  const { agreed } = found;
  if (found === agreements[0] && found.text === text) return { is: "named", agreed, before: null };
  return { is: "nearest", agreed, remembered: agreements.map((agreement) => agreement.agreed) };
}

function closest(text: string, scan: Scan, agreements: readonly Agreement[]): Agreement | null {
  return (
    agreements.find((agreement) => agreement.text === text) ??
    nearest(scan, agreements, ({ agreed }) => agreed)
  );
}
