/** Days that a tracker logs, as sessions of a workspace. */
import type { Situation } from "../../core/decide/decision.ts";
import { addDays, type Day, momentOf, weekdayOf, weekdays } from "../../core/time/calendar.ts";
import type { Minutes } from "../../core/time/duration.ts";
import { plainWords } from "../../tracker/plain.ts";
import type { Placed } from "../form.ts";
import { type PaperIndex, paperSpokenOf } from "../paper-index.ts";
import type { Wish } from "../wishes.ts";
import type { Left, Reading, SessionFound } from "./reading.ts";

/** Sessions of a day follow each other from noon, or end now where noon has not come. */
export function placeSessions(reading: Reading, situation: Situation, index: PaperIndex): Placed {
  const { progress, now } = situation;
  const wishes: Wish[] = [];
  const homeless: Left[] = [];
  const start = reading.start ?? progress.start;
  const spent = new Map<Day, Minutes>();
  for (const found of reading.findings) {
    if (found.is !== "session") continue;
    const on = dayOf(found, start);
    const left = (reason: string) =>
      homeless.push({ line: found.line, kind: "hours", text: found.what.slice(0, 80), reason });
    if (on === null) {
      left(
        'no date says when day 1 was; set it with `study plan --start 2026-01-05`, or write a line "Start Date: 2026-01-05" into the file',
      );
      continue;
    }
    if (on > progress.today) {
      left(`${on} is in the future`);
      continue;
    }
    const paper = paperSpokenOf(index, found.what);
    const key = `session:${saidKey(found)}:${plainWords(found.what).toLowerCase().slice(0, 200)}:${found.nth}`;
    const pieces = piecesOf(found, on);
    pieces.forEach(({ day, minutes }, nth) => {
      const before = spent.get(day) ?? 0;
      spent.set(day, before + minutes);
      const noon = momentOf(day, "12:00", progress.timeZone) + before * 60_000;
      const at = Math.min(noon, now - minutes * 60_000);
      wishes.push({
        line: found.line,
        key: nth === 0 ? key : `${key}:${nth}`,
        command: { do: "log", paper, activity: activityOf(found.what), start: at, minutes },
      });
    });
  }
  return { wishes, homeless };
}

/** A week's hours are laid out over its days. */
function piecesOf(
  found: SessionFound,
  on: Day,
): readonly { readonly day: Day; readonly minutes: Minutes }[] {
  if (found.on.is !== "week" || found.minutes <= 120) return [{ day: on, minutes: found.minutes }];
  const each = Math.floor(found.minutes / 5);
  return [0, 1, 2, 3, 4].map((offset) => ({
    day: addDays(on, offset),
    minutes: offset === 4 ? found.minutes - 4 * each : each,
  }));
}

function saidKey({ on }: SessionFound): string {
  switch (on.is) {
    case "day":
      return on.on;
    case "counted":
      return `day ${on.day}`;
    case "week":
      return `week ${on.week}`;
    case "weekday":
      return `${on.from}+${on.weekday}`;
    case "weekday of week":
      return `week ${on.week}+${on.weekday}`;
    default:
      return on satisfies never;
  }
}

function dayOf({ on }: SessionFound, start: Day | null): Day | null {
  switch (on.is) {
    case "day":
      return on.on;
    case "counted":
      return start === null ? null : addDays(start, on.day - 1);
    case "week":
      return start === null ? null : addDays(start, (on.week - 1) * 7);
    case "weekday":
      return addDays(mondayOf(on.from), on.weekday);
    case "weekday of week":
      return start === null ? null : addDays(mondayOf(start), (on.week - 1) * 7 + on.weekday);
    default:
      return on satisfies never;
  }
}

function mondayOf(on: Day): Day {
  return addDays(on, -weekdays.indexOf(weekdayOf(on)));
}

export function activityOf(what: string): "read" | "notes" | "implement" | "review" {
  if (
    /\b(?:implement\w*|cod(?:e|ed|ing)|build\w*|built|debug\w*|program\w*|train(?:ed|ing)?)\b/i.test(
      what,
    )
  )
    return "implement";
  if (/\b(?:notes?|wrote up|blog\w*|summar\w*)\b/i.test(what)) return "notes";
  return /\b(?:review\w*|anki|flashcards?|quiz\w*)\b/i.test(what) ? "review" : "read";
}
