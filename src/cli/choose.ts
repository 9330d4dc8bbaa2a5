/** Papers, weeks, list lines and moments as a person names them on the command line. */

import type { PaperId } from "../core/content/curriculum.ts";
import { type Activity, activities } from "../core/entries/entry.ts";
import {
  type Day,
  dateAt,
  dayAt,
  type LearnersClock,
  momentOf,
  timeAt,
} from "../core/time/calendar.ts";
import { durationFault, parseDuration, sayClock } from "../core/time/duration.ts";
import { elsewhere } from "../core/time/elsewhere.ts";
import { readWrittenDay, readWrittenMoment } from "../core/time/written.ts";
import { sayMoment } from "../core/words/describe.ts";
import { itemNamed, type Line, listOr, type Meant, paperNamed } from "../core/words/named.ts";
import type { Look, Workspace } from "../workspace/workspace.ts";
import { type Chosen, noonOf, readDayWords, type Toward, timedAt } from "./day-words.ts";
import { Stop } from "./run.ts";
import { systemZone } from "./system-zone.ts";

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
  throw new Stop(durationFault(said), 2);
}

/** A duration that stands before other words; said behind them it is not guessed at, but told. */
export function chooseFirstDuration(
  said: string,
  words: readonly string[],
  command: string,
): number {
  const last = words.at(-1) ?? "";
  const swapped = parseDuration(said, "refuse") === null && parseDuration(last, "refuse") !== null;
  if (!swapped) return chooseDuration(said);
  const others = [said, ...words.slice(0, -1)].join(" ");
  throw new Stop(`The time comes first: \`${command} ${last} ${others}\`.`, 2);
}

export function chooseWeek(said: string, { progress }: Look): number {
  const number = Number(said);
  if (progress.weeks.some((week) => week.number === number)) return number;
  const last = progress.weeks.at(-1)?.number ?? 0;
  throw new Stop(`There is no week "${said}": the curriculum has weeks 1 to ${last}.`);
}

/** A day as people write it: `2026-11-20`, `20 Nov 2026`, `yesterday`, `last sunday`. */
export async function chooseDay(
  said: string,
  now: number,
  clock: LearnersClock,
  toward: Toward = "near",
): Promise<Day> {
  const written = readWrittenDay(said);
  if (written.is === "day") return written.on;
  if (said.trim().toLowerCase() === "today") return dayAt(now, clock);
  return (await chooseMoment(said, now, clock, toward)).on;
}

/** A moment, with its time when one was said: `yesterday 14:00`. */
export async function chooseMoment(
  said: string,
  now: number,
  clock: LearnersClock,
  toward: Toward = "near",
): Promise<Chosen> {
  const written = readWrittenMoment(said, clock.timeZone);
  switch (written.is) {
    case "day":
      return noonOf(written.on, clock);
    case "moment":
      return timedAt(written.at, clock);
    case "fault":
      throw new Stop(written.message, 2);
    case "other":
      return readDayWords(said, now, clock, toward);
    default:
      return written satisfies never;
  }
}

/** A moment that has been; what lies ahead can be planned, and not logged. */
export async function choosePast(said: string, now: number, clock: LearnersClock): Promise<Chosen> {
  const chosen = await chooseMoment(said, now, clock);
  if (hasBeen(chosen, now, clock)) return chosen;
  const today = dayAt(now, clock);
  if (chosen.timed && dateAt(now, clock.timeZone) !== today) {
    // After midnight "23:00" is of the learner's day, which is not over. "In an hour" shows another time then.
    const dayBack = await chooseMoment(said, now - clock.dayStarts * 60_000, clock);
    const [time, before] = [chosen, dayBack].map(({ start }) => timeAt(start, clock.timeZone));
    if (time === before && dayBack.on === today && hasBeen(dayBack, now, clock)) return dayBack;
  }
  const when = chosen.timed ? sayMoment(chosen.start, clock.timeZone) : chosen.on;
  const what = said === when ? when : `"${said}" is ${when}, which`;
  const begins = !chosen.timed && chosen.on === dateAt(now, clock.timeZone);
  const why = begins ? ` Your day begins at ${sayClock(clock.dayStarts)}.` : "";
  const begun = chosen.partBegins === null ? why : "";
  throw new Stop(
    `${what} is in the future; say when it was.${begun}${ofHere(chosen, now, clock)}`,
    2,
  );
}

/** Said where it has been by this machine's clock, and not by the learner's. */
function ofHere(chosen: Chosen, now: number, clock: LearnersClock): string {
  const here = { ...clock, timeZone: systemZone() };
  if (here.timeZone === clock.timeZone) return "";
  const wall = [
    dateAt(chosen.start, clock.timeZone),
    timeAt(chosen.start, clock.timeZone),
  ] as const;
  if (!hasBeen({ ...chosen, start: momentOf(...wall, here.timeZone) }, now, here)) return "";
  const sentence = elsewhere(clock, here.timeZone, now);
  return sentence === null ? "" : ` ${sentence}`;
}

function hasBeen({ on, start, timed, partBegins }: Chosen, now: number, clock: LearnersClock) {
  if (timed) return start <= now;
  return partBegins === null ? on <= dayAt(now, clock) : partBegins <= now;
}
