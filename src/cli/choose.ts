/** Papers, weeks, list lines and moments as a person names them on the command line. */

import type { PaperId } from "../core/content/curriculum.ts";
import { type Activity, activities } from "../core/entries/entry.ts";
import { type Day, dayAt, type LearnersClock, momentOf, parseDay } from "../core/time/calendar.ts";
import { parseDuration } from "../core/time/duration.ts";
import { readWrittenDay, readWrittenMoment, yearFault } from "../core/time/written.ts";
import { sayMoment } from "../core/words/describe.ts";
import { itemNamed, type Line, listOr, type Meant, paperNamed } from "../core/words/named.ts";
import type { Look, Workspace } from "../workspace/workspace.ts";
import { Stop } from "./run.ts";

export function choosePaper(name: string, { curriculum }: Workspace, { progress }: Look): PaperId {
  return orStop(paperNamed(name, curriculum, progress));
}

export function orStop<T>(meant: Meant<T>): T {
  if (meant.ok) return meant.meant;
  throw new Stop(meant.message);
}

/** Lines of a list: by their numbers, several at once, or one by its words. */
export function chooseItems<I extends Line>(
  said: readonly string[],
  items: readonly I[],
): readonly I[] {
  const words = said.flatMap((word) => word.split(",")).filter((word) => word !== "");
  const numbers = words.flatMap(numbersIn);
  if (numbers.includes(null) || numbers.length === 0) return [chooseItem(said.join(" "), items)];
  return [...new Set(numbers)].map((number) => chooseItem(String(number), items));
}

/** `3`, `2-4`; null stands for what is no number. */
function numbersIn(word: string): readonly (number | null)[] {
  const [, first, last] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(word) ?? [];
  if (first === undefined) return [null];
  const [from, to] = [Number(first), Number(last ?? first)];
  return to < from ? [null] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A line of a list, by its number, its label or a unique part of its text. */
export function chooseItem<I extends Line>(said: string, items: readonly I[]): I {
  return orStop(itemNamed(said, items));
}

export function chooseActivity(said: string): Activity {
  const found = activities.find((activity) => activity.startsWith(said.toLowerCase()));
  if (found !== undefined && said !== "") return found;
  throw new Stop(`"${said}" is not an activity: use ${listOr(activities)}.`, 2);
}

export function chooseDuration(said: string): number {
  const minutes = parseDuration(said, "refuse");
  if (minutes !== null && minutes > 0) return minutes;
  if (/^\d+([.,]\d+)?$/.test(said) && Number(said.replace(",", ".")) > 0) {
    throw new Stop(`"${said}" has no unit: write ${said}m or ${said}h.`, 2);
  }
  throw new Stop(`"${said}" is not a duration: write 90m, 1h30 or 1.5h.`, 2);
}

export function chooseWeek(said: string, { progress }: Look): number {
  const number = Number(said);
  if (progress.weeks.some((week) => week.number === number)) return number;
  const last = progress.weeks.at(-1)?.number ?? 0;
  throw new Stop(`There is no week "${said}": the curriculum has weeks 1 to ${last}.`);
}

/** A day as people write it: `2026-11-20`, `20 Nov 2026`, `yesterday`, `last sunday`. */
export async function chooseDay(said: string, now: number, clock: LearnersClock): Promise<Day> {
  const written = readWrittenDay(said);
  if (written.is === "day") return written.on;
  if (said.trim().toLowerCase() === "today") return dayAt(now, clock);
  return (await chooseMoment(said, now, clock)).on;
}

export interface Chosen {
  readonly on: Day;
  readonly start: number;
  /** A time of day was said. */
  readonly timed: boolean;
}

/** A moment, with its time when one was said: `yesterday 14:00`. */
export async function chooseMoment(
  said: string,
  now: number,
  clock: LearnersClock,
): Promise<Chosen> {
  const written = readWrittenMoment(said, clock.timeZone);
  switch (written.is) {
    case "day":
      return { on: written.on, start: momentOf(written.on, "12:00", clock.timeZone), timed: false };
    case "moment":
      return { on: dayAt(written.at, clock), start: written.at, timed: true };
    case "fault":
      throw new Stop(written.message, 2);
    case "other":
      return readWords(said, now, clock);
    default:
      return written satisfies never;
  }
}

/** A moment that has been; what lies ahead can be planned, and not logged. */
export async function choosePast(said: string, now: number, clock: LearnersClock): Promise<Chosen> {
  const chosen = await chooseMoment(said, now, clock);
  if (chosen.timed ? chosen.start <= now : chosen.on <= dayAt(now, clock)) return chosen;
  const when = chosen.timed ? sayMoment(chosen.start, clock.timeZone) : chosen.on;
  const what = said === when ? when : `"${said}" is ${when}, which`;
  throw new Stop(`${what} is in the future; say when it was.`, 2);
}

function notAMoment(said: string): Stop {
  return new Stop(
    `"${said}" is not a date: write 2026-11-20, yesterday, "last sunday" or "yesterday 14:00".`,
    2,
  );
}

async function readWords(said: string, now: number, clock: LearnersClock): Promise<Chosen> {
  const { parse } = await import("chrono-node/en");
  // Chrono reads relative words off a local clock, so it is given the learner's wall time as if it were UTC.
  const wall = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(clock.timeZone)
    .toPlainDateTime();
  const read = (from: Temporal.PlainDateTime) => {
    const instant = new Date(`${from.toString({ smallestUnit: "second" })}Z`);
    const [found, ...more] = parse(said, { instant, timezone: 0 }, { forwardDate: false });
    if (found === undefined || more.length > 0 || found.text.trim() !== said.trim()) {
      throw notAMoment(said);
    }
    return found.start;
  };
  // "Yesterday" is the learner's; "yesterday at two" is what clock and calendar show.
  const asShown = read(wall);
  const timed = asShown.isCertain("hour");
  const start = timed ? asShown : read(wall.subtract({ minutes: clock.dayStarts }));
  const part = (name: "year" | "month" | "day" | "hour" | "minute") => start.get(name) ?? 0;
  const two = (value: number) => String(value).padStart(2, "0");
  const date = parseDay(`${part("year")}-${two(part("month"))}-${two(part("day"))}`);
  if (date === null) throw notAMoment(said);
  const beyond = yearFault(date);
  if (beyond !== null) throw new Stop(beyond, 2);
  if (!timed) return { on: date, start: momentOf(date, "12:00", clock.timeZone), timed };
  const at = momentOf(date, `${two(part("hour"))}:${two(part("minute"))}`, clock.timeZone);
  return { on: dayAt(at, clock), start: at, timed };
}
