/** How a folder stands at a moment: its picture held against its curriculum. */
import type { Curriculum } from "../core/content/curriculum.ts";
import type { Situation } from "../core/decide/decision.ts";
import { progressOf } from "../core/progress/progress.ts";
import { dayAt, type Millis, type OffsetSpan, type Zone } from "../core/time/calendar.ts";
import type { Picture } from "../journal/port.ts";
import type { Layout } from "./layout.ts";
import { spanAround } from "./zone.ts";

export type SituationOf = (picture: Picture, now: Millis) => Situation;

/** Situations of one folder. What is known of its time zone is read from the disk once. */
export function situationsOf(layout: Layout, curriculum: Curriculum): SituationOf {
  let span: OffsetSpan | null = null;
  /** Who asks twice about one picture on one day gets one answer. */
  let last: { readonly picture: Picture; readonly situation: Situation } | null = null;
  const spanFor = (zone: Zone, now: Millis): OffsetSpan => {
    const holds = span !== null && span.zone === zone && span.from <= now && now < span.until;
    if (!holds || span === null) span = spanAround(layout, zone, now);
    return span;
  };
  return (picture, now) => {
    const { tally, undoable, redoable } = picture.settled;
    const known = spanFor(tally.timeZone, now);
    const today = dayAt(now, tally, known);
    const same = last?.picture === picture && last.situation.progress.today === today;
    if (same && last !== null) return { ...last.situation, now, span: known };
    const progress = progressOf(curriculum, tally, today, known);
    const situation = { curriculum, tally, progress, undoable, redoable, now, span: known };
    last = { picture, situation };
    return situation;
  };
}
