/** The form of a curriculum's files. See docs/curriculum.md. */
import * as v from "valibot";
import { plainName } from "../core/content/names.ts";
import { weekdays } from "../core/time/calendar.ts";
import { mostMinutes, mostWeeks, readRange } from "./range.ts";
import { didYouMean } from "./suggest.ts";

/** What stands on one line of the tracker and is read back from it, so nothing in it may be lost there. */
export const text = v.pipe(
  // YAML reads `1607.06450` as a number and would lose its last zero.
  v.string(({ input }) =>
    typeof input === "number" || typeof input === "boolean"
      ? "must be text; write it in quotes"
      : "must be text",
  ),
  v.trim(),
  v.minLength(1, "must not be empty"),
  v.check((value) => !/[\p{Cc}\u2028\u2029]/u.test(value), "must be on one line"),
);
/** A name that stands in a table. */
const cell = v.pipe(
  text,
  v.check((value) => !value.includes("|"), 'must not contain "|"'),
  v.check((value) => value === "" || plainName(value) !== "", "must hold a letter or a digit"),
);
export const id = v.pipe(
  text,
  v.regex(/^[a-z0-9][a-z0-9.-]*$/, "must be of small letters, digits, dots and hyphens"),
);
const count = v.pipe(
  v.number("must be a number"),
  v.integer("must be a whole number"),
  v.minValue(1, "must be 1 or more"),
  v.maxValue(mostWeeks, `must be at most ${mostWeeks}`),
);
const hours = v.pipe(
  v.number("must be a number"),
  // Less than a minute would be rounded to none.
  v.minValue(1 / 60, "must be more than 0"),
  v.maxValue(1000, "must be at most 1000"),
);
export const url = v.pipe(
  text,
  v.check(
    (value) => /^https?:\/\/\S+$/.test(value) && URL.canParse(value),
    "must be an address, https://…",
  ),
);
export const some = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(v.array(schema, "must be a list"), v.minLength(1, "must not be empty"));

/** A list that may be empty: what a course does not have. */
const list = <T extends v.GenericSchema>(schema: T) => v.array(schema, "must be a list");

const range = (limit: number, example: string) =>
  v.pipe(
    v.custom<unknown>(
      (value) => readRange(value, limit) !== null,
      `must be a whole number or a range, such as ${example}, from 1 to ${limit}`,
    ),
    v.transform((value) => readRange(value, limit) ?? { least: 1, most: 1 }),
  );
const weeks = range(mostWeeks, "1-3");
const minutes = range(mostMinutes, "60-120");

export const curriculumFile = v.strictObject({
  id,
  title: text,
  phases: some(
    v.strictObject({
      number: count,
      title: cell,
      weeks,
      target: v.optional(text),
      papers: list(id),
    }),
  ),
  bonus: v.strictObject({ title: cell, papers: list(id) }),
  // How many cards a full deck holds; `study curriculum check` holds the decks to it.
  deck: v.optional(v.strictObject({ cards: range(1000, "15-25") })),
  reading: list(v.strictObject({ name: text, what: text, minutes })),
  guidelines: list(text),
  notePractices: list(text),
  weekly: list(
    v.strictObject({
      kind: v.picklist(
        ["progress", "quiz", "implementation"],
        "must be progress, quiz or implementation",
      ),
      weekday: v.picklist(weekdays, ({ input }) => {
        const hint = typeof input === "string" ? didYouMean(input, weekdays) : "";
        return `must be ${weekdays.slice(0, -1).join(", ")} or sunday${hint}`;
      }),
      what: text,
      questions: some(text),
    }),
  ),
  monthly: list(
    v.strictObject({
      month: count,
      phases: v.optional(v.array(count), []),
      what: text,
      questions: some(text),
    }),
  ),
  milestones: list(v.strictObject({ id, label: text, text })),
  rewards: list(
    v.strictObject({
      after: v.union([count, v.literal("program")], 'must be a phase\'s number or "program"'),
      label: text,
    }),
  ),
  resources: list(
    v.strictObject({
      title: text,
      // "now": what it is called today, where the tracker's line keeps an older name.
      items: some(v.strictObject({ id, text, now: v.optional(text), url: v.optional(url) })),
    }),
  ),
  // The headings of tracker.md, where TRACKER.md has a document's own form.
  document: v.optional(
    some(
      v.strictObject({
        heading: list(text),
        week: v.optional(count),
        phase: v.optional(count),
      }),
    ),
  ),
});

/** `bert/read`, `bert/notes`, `bert/implemented`, or an exercise: `bert/mlm-loss`. */
const meaning = v.pipe(
  text,
  v.regex(
    /^[a-z0-9-]+\/[a-z0-9-]+$/,
    'must be a paper and what is done of it, such as "bert/read" or "bert/mlm-loss"',
  ),
);

export const weeksFile = some(
  v.strictObject({
    number: count,
    title: text,
    goal: v.optional(text),
    tasks: list(v.strictObject({ id, text, means: v.optional(some(meaning)) })),
  }),
);

export const arxiv = v.pipe(
  text,
  v.regex(
    /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?$/,
    'must be an arXiv id in quotes, such as "1706.03762"',
  ),
);

export const paperFile = v.strictObject({
  id,
  name: cell,
  title: text,
  authors: list(text),
  year: v.optional(
    v.pipe(
      v.number("must be a number"),
      v.integer("must be a whole number"),
      v.minValue(1900, "must be a year"),
      v.maxValue(2200, "must be a year"),
    ),
  ),
  venue: v.optional(text),
  arxiv: v.optional(arxiv),
  url: v.optional(url),
  aliases: v.optional(v.array(cell, "must be a list")),
  topics: v.optional(v.array(cell, "must be a list")),
  hours: v.strictObject({ read: hours, implement: hours }),
});

export type CurriculumFile = v.InferOutput<typeof curriculumFile>;
export type WeeksFile = v.InferOutput<typeof weeksFile>;
export type PaperFile = v.InferOutput<typeof paperFile>;
