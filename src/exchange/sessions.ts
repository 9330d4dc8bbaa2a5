/** Stretches of time that another tool kept, as sessions: which paper each is about is told by its words. Pure. */
import type { Situation } from "../core/decide/decision.ts";
import type { Millis, Zone } from "../core/time/calendar.ts";
import { momentOf } from "../core/time/calendar.ts";
import type { Minutes } from "../core/time/duration.ts";
import { readWrittenMoment } from "../core/time/written.ts";
import type { FoundIn, Placed } from "./form.ts";
import { activityOf } from "./markdown/placing-sessions.ts";
import type { Left } from "./markdown/reading.ts";
import { paperIndex, paperSpokenOf } from "./paper-index.ts";
import type { Wish } from "./wishes.ts";

/** A stretch as it was written down. A text without a zone is of the learner's. */
export interface Stretch {
  readonly line: number;
  /** Its name in that tool, or what makes it that one. */
  readonly key: string;
  readonly start: string | Millis;
  readonly minutes: Minutes;
  /** What it was about, all words together. */
  readonly what: string;
}

export function foundSessions(
  from: string,
  stretches: readonly Stretch[],
  left: readonly Left[],
): FoundIn {
  const count = stretches.length;
  return {
    from,
    has: [`${count} ${count === 1 ? "time" : "times"} of study`],
    left,
    place: (situation) => placeStretches(stretches, situation),
  };
}

function placeStretches(stretches: readonly Stretch[], situation: Situation): Placed {
  const index = paperIndex(situation);
  const { timeZone } = situation.progress;
  const wishes: Wish[] = [];
  const homeless: Left[] = [];
  for (const { line, key, start, minutes, what } of stretches) {
    const at = typeof start === "number" ? start : momentIn(start, timeZone);
    if (at === null) {
      homeless.push({
        line,
        kind: "hours",
        text: String(start),
        reason: "is not a point in time; write 2026-11-23 14:05",
      });
      continue;
    }
    const exact = typeof start === "number" || /\d:\d/.test(start);
    wishes.push({
      line,
      key,
      ...(exact ? { exact: true as const } : {}),
      command: {
        do: "log",
        paper: paperSpokenOf(index, what),
        activity: activityOf(what),
        start: at,
        minutes,
      },
    });
  }
  return { wishes, homeless };
}

/** A day alone is its noon. */
function momentIn(text: string, zone: Zone): Millis | null {
  const read = readWrittenMoment(text.replace("T", " ").replace(/\s+(?=[+-]\d{2})/, ""), zone);
  if (read.is === "moment") return read.at;
  return read.is === "day" ? momentOf(read.on, "12:00", zone) : null;
}
