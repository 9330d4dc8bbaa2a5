/** Days and moments in words: `yesterday 14:00`, `last sunday`, `this evening`. */
import type { ParsedResult } from "chrono-node/en";
import { type Day, dayAt, type LearnersClock, momentOf, parseDay } from "../core/time/calendar.ts";
import { momentShown, yearFault } from "../core/time/written.ts";
import { Stop } from "./run.ts";

/** Which Friday "friday" is: the nearest one, or one that is still ahead. */
export type Toward = "near" | "ahead";

export interface Chosen {
  readonly on: Day;
  readonly start: number;
  /** A time of day was said. */
  readonly timed: boolean;
  /** Of a part of the day, such as "this evening", the moment at which it begins. */
  readonly partBegins: number | null;
}

type Read = ParsedResult["start"];

/** A day alone stands for its noon. */
export function noonOf(on: Day, { timeZone }: LearnersClock): Chosen {
  return { on, start: momentOf(on, "12:00", timeZone), timed: false, partBegins: null };
}

export function timedAt(at: number, clock: LearnersClock): Chosen {
  return { on: dayAt(at, clock), start: at, timed: true, partBegins: null };
}

function notAMoment(said: string): Stop {
  return new Stop(
    `"${said}" is not a date: write 2026-11-20, yesterday, "last sunday" or "yesterday 14:00".`,
    2,
  );
}

export async function readDayWords(
  said: string,
  now: number,
  clock: LearnersClock,
  toward: Toward,
): Promise<Chosen> {
  const { parse } = await import("chrono-node/en");
  // Chrono reads relative words off a local clock, so it is given the learner's wall time as if it were UTC.
  const wall = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(clock.timeZone)
    .toPlainDateTime();
  const read = (from: Temporal.PlainDateTime) => {
    const instant = new Date(`${from.toString({ smallestUnit: "second" })}Z`);
    const [found, ...more] = parse(
      said,
      { instant, timezone: 0 },
      { forwardDate: toward === "ahead" },
    );
    if (found === undefined || more.length > 0 || found.text.trim() !== said.trim()) {
      throw notAMoment(said);
    }
    return wholly(found, said);
  };
  // "Yesterday" is the learner's; "yesterday at two" is what clock and calendar show.
  const asShown = read(wall);
  if (!asShown.isCertain("hour")) {
    const start = read(wall.subtract({ minutes: clock.dayStarts }));
    return partOf(said, dateOf(start, said), clock);
  }
  const on = dateOf(asShown, said);
  const time = `${two(asShown.get("hour"))}:${two(asShown.get("minute"))}`;
  if (namesZone(asShown)) {
    return timedAt(
      Date.parse(`${on}T${time}Z`) - (asShown.get("timezoneOffset") ?? 0) * 60_000,
      clock,
    );
  }
  const shown = momentShown(said, on, time, clock.timeZone);
  if (shown.is === "fault") throw new Stop(shown.message, 2);
  return timedAt(shown.at, clock);
}

/** What was read, where nothing of what was said is left aside. */
function wholly({ start, end }: ParsedResult, said: string): Read {
  if (end) {
    throw new Stop(`"${said}" has a beginning and an end; give the beginning alone.`, 2);
  }
  const dayNamed = start.isCertain("day") || start.isCertain("weekday");
  if (start.isCertain("month") && !dayNamed && !isRelative(start)) {
    throw new Stop(`"${said}" names no day; write it as 2026-11-23 or 23 November 2026.`, 2);
  }
  const [, letters] = /\d\s*\(?(?!(?:am|pm|utc|gmt|z)\b)([a-z]{1,5})\)?$/i.exec(said.trim()) ?? [];
  if (letters !== undefined && namesZone(start)) {
    throw new Stop(
      `"${letters}" may be several time zones; write the distance from UTC, as in 2026-11-23T14:05-08:00.`,
      2,
    );
  }
  return start;
}

/** "An hour ago" counts from now, whatever the zone. */
function isRelative(read: Read): boolean {
  return [...read.tags()].some((tag) => tag.startsWith("result/relativeDate"));
}

function namesZone(read: Read): boolean {
  return read.isCertain("timezoneOffset") && !isRelative(read);
}

function dateOf(read: Read, said: string): Day {
  const on = parseDay(`${read.get("year")}-${two(read.get("month"))}-${two(read.get("day"))}`);
  if (on === null) throw notAMoment(said);
  const beyond = yearFault(on);
  if (beyond !== null) throw new Stop(beyond, 2);
  return on;
}

function two(value: number | null): string {
  return String(value ?? 0).padStart(2, "0");
}

/** When the parts of a day begin, and where work in them is put. */
const parts = [
  { words: /\bmorning\b/i, begins: "05:00", put: "09:00" },
  { words: /\bafternoon\b/i, begins: "12:00", put: "14:00" },
  { words: /\b(?:evening|night|tonight)\b/i, begins: "17:00", put: "20:00" },
];

function partOf(said: string, on: Day, clock: LearnersClock): Chosen {
  const part = parts.find(({ words }) => words.test(said));
  if (part === undefined) return noonOf(on, clock);
  const at = (time: string) => momentOf(on, time, clock.timeZone);
  return { on, start: at(part.put), timed: false, partBegins: at(part.begins) };
}
