/**
 * What entries and commands are made of, once for both. Each message is a clause that follows the name of a key.
 * A command may name what is not there, and is then refused in a sentence; an entry holds to the form of its ids.
 */
import * as v from "valibot";
import { bare } from "../content/bare.ts";
import {
  type Day,
  firstYear,
  isInReach,
  isZone,
  lastYear,
  parseDay,
  weekdays,
  type Zone,
} from "../time/calendar.ts";
import { type EntryId, parseEntryId } from "../time/clock.ts";

/** What is counted from day to day is bounded by this, whoever made the entry. */
export const daySchema = v.custom<Day>((input) => {
  const day = typeof input === "string" ? parseDay(input) : null;
  return day !== null && isInReach(day);
}, `must be a day from ${firstYear} to ${lastYear}, YYYY-MM-DD`);

export const zoneSchema = v.custom<Zone>(
  (input) => typeof input === "string" && isZone(input),
  "must be a time zone, such as Europe/Zurich",
);

export const entryIdSchema = v.custom<EntryId>(
  (input) => typeof input === "string" && parseEntryId(input) !== null,
  "must be an entry id",
);

const slug = /^[a-z0-9][a-z0-9.:-]{0,119}$/;

/** An id as the journal keeps it. */
export function slugSchema<Id extends string>(message: string) {
  return v.custom<Id>((input) => typeof input === "string" && slug.test(input), message);
}

/** An id as it was said: whether there is such a thing is decided later. */
export function saidSchema<Id extends string>(message: string) {
  return v.custom<Id>((input) => typeof input === "string", message);
}

const most = (characters: number, said: string) =>
  v.maxLength<string, number, string>(characters, `must be at most ${said} characters`);
export const proseLength = most(20_000, "20,000");
export const lineLength = most(2000, "2,000");

/** Markdown of the learner's own. */
export const prose = v.pipe(v.string(), proseLength);
export const line = v.pipe(
  v.string(),
  lineLength,
  v.check((text) => !/[\r\n]/.test(text), "must be a single line"),
);
export const filledLine = v.pipe(line, v.minLength(1, "must not be empty"));

/**
 * Where a thing came from that was not made here: the form of its file, and the key that it has there. A second import
 * knows by it what it has taken already. Version 0.1 keeps it unread.
 */
export const sourceSchema = v.object({ from: filledLine, key: filledLine });
export type Source = Readonly<v.InferOutput<typeof sourceSchema>>;

/** What is known of a paper of the learner's own. */
export const recordSchema = v.object({
  title: v.optional(filledLine),
  authors: v.optional(v.array(filledLine)),
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
  venue: v.optional(filledLine),
  arxiv: v.optional(filledLine),
  url: v.optional(filledLine),
});
export type PaperRecord = Readonly<v.InferOutput<typeof recordSchema>>;

/** A number of things or of milliseconds. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** As far as ids reach; what lies beyond can't be shown, nor reckoned with. */
export const moment = v.pipe(
  count,
  v.maxValue(Date.UTC(5100, 0, 1), "must be before the year 5100"),
);
export const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999 * 60));
export const signedMinutes = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-60_000),
  v.maxValue(60_000),
);
/** Minutes after midnight, no later than noon: a day that began in the afternoon would be of no date. */
export const dayStart = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(12 * 60, "must be between 00:00 and 12:00"),
);
/** Days of the week, none of them twice; one at least stays. */
export const easyDays = v.pipe(
  v.array(v.picklist(weekdays)),
  v.maxLength(6, "must leave at least one day of the week"),
  v.check((days) => new Set(days).size === days.length, "must name no day twice"),
);
export const weekNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(520));
export const phaseNumber = v.pipe(v.number(), v.integer());
export const page = v.pipe(v.number(), v.integer(), v.minValue(1));
export const pass = v.picklist([1, 2, 3]);
export const reward = v.union([phaseNumber, v.literal("program")]);

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Rectangles as x, y, width and height, each a share of the page. */
export const rectangles = v.array(v.tuple([share, share, share, share]));
/** Where a marked passage goes on, on the pages after its first. */
export const further = v.array(v.object({ page, rects: rectangles }));

/** FSRS's parameters. */
export const weights = v.pipe(
  v.array(v.pipe(v.number(), v.minValue(-100), v.maxValue(100))),
  v.length(21, "must be 21 numbers"),
);
/** The mean of a logarithm. */
export const loss = v.pipe(v.number(), v.minValue(0));

const perDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
export const settings = {
  retention: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0.7, "must be at least 0.7"),
      v.maxValue(0.99, "must be at most 0.99"),
    ),
  ),
  newCardsADay: v.optional(perDay),
  reviewsADay: v.optional(perDay),
};

const figureName = /^[\p{L}\p{N} _/%-]{1,40}$/u;

export function isFigureName(name: string): boolean {
  return figureName.test(name);
}

/**
 * Figures by name. The library's own records leave out names such as `constructor`, so that what is written and
 * what is read again would differ.
 */
export const figures = v.pipe(
  v.custom<Readonly<Record<string, unknown>>>(
    (input) => typeof input === "object" && input !== null && !Array.isArray(input),
    "must be figures by their names",
  ),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const values = bare<string, number | string>();
    for (const [name, value] of Object.entries(dataset.value)) {
      const kept = v.safeParse(figure, value);
      if (!isFigureName(name) || !kept.success) {
        addIssue({ message: `must be numbers or single lines, by short names: see "${name}"` });
        return NEVER;
      }
      values[name] = kept.output;
    }
    return values;
  }),
);

const figure = v.union([v.number(), filledLine]);
