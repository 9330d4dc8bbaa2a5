/** The form of a curriculum's files. See docs/curriculum.md. */
import * as v from "valibot";
import { weekdays } from "../core/calendar.ts";

const text = v.pipe(
  v.string("must be text"),
  v.trim(),
  v.minLength(1, "must not be empty"),
  v.check((value) => !/[\r\n]/.test(value), "must stand on one line"),
);
/** A name that stands in a table. */
const cell = v.pipe(
  text,
  v.check((value) => !value.includes("|"), 'must not contain "|"'),
);
const id = v.pipe(
  text,
  v.regex(/^[a-z0-9][a-z0-9.-]*$/, "must be of small letters, digits, dots and hyphens"),
);
const count = v.pipe(
  v.number("must be a number"),
  v.integer("must be a whole number"),
  v.minValue(1, "must be 1 or more"),
);
const hours = v.pipe(
  v.number("must be a number"),
  v.minValue(0, "must not be negative"),
  v.maxValue(1000, "must be at most 1000"),
);
const url = v.pipe(text, v.regex(/^https?:\/\/\S+$/, "must be an address, https://…"));
const some = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(v.array(schema, "must be a list"), v.minLength(1, "must not be empty"));

/** `30`, or `60-120`. */
const range = v.pipe(
  v.union(
    [count, v.pipe(v.string(), v.regex(/^\d+-\d+$/))],
    "must be a number or a range, such as 60-120",
  ),
  v.transform((value) => {
    const [least = 0, most = least] = String(value).split("-").map(Number);
    return { least, most };
  }),
  v.check(({ least, most }) => least <= most, "must not end before it begins"),
);

export const curriculumFile = v.strictObject({
  id,
  title: text,
  phases: some(
    v.strictObject({ number: count, title: cell, weeks: range, target: text, papers: some(id) }),
  ),
  bonus: v.strictObject({ title: cell, papers: v.array(id, "must be a list") }),
  reading: some(v.strictObject({ name: text, what: text, minutes: range })),
  guidelines: some(text),
  notePractices: some(text),
  weekly: some(
    v.strictObject({
      kind: v.picklist(
        ["progress", "quiz", "implementation"],
        "must be progress, quiz or implementation",
      ),
      weekday: v.picklist(weekdays, `must be ${weekdays.slice(0, -1).join(", ")} or sunday`),
      what: text,
      questions: v.array(text, "must be a list"),
    }),
  ),
  monthly: v.array(
    v.strictObject({ month: count, what: text, questions: v.array(text, "must be a list") }),
    "must be a list",
  ),
  milestones: some(v.strictObject({ id, label: text, text })),
  rewards: some(
    v.strictObject({
      after: v.union([count, v.literal("program")], 'must be a phase\'s number or "program"'),
      label: text,
    }),
  ),
  resources: v.array(
    v.strictObject({
      title: text,
      items: some(v.strictObject({ id, text, url: v.optional(url) })),
    }),
    "must be a list",
  ),
});

export const weeksFile = some(
  v.strictObject({
    number: count,
    title: text,
    goal: text,
    tasks: some(v.strictObject({ id, text })),
  }),
);

export const paperFile = v.strictObject({
  id,
  name: cell,
  title: text,
  authors: some(text),
  year: v.pipe(count, v.minValue(1900, "must be a year"), v.maxValue(2200, "must be a year")),
  venue: text,
  arxiv: v.optional(
    v.pipe(
      text,
      v.regex(/^\d{4}\.\d{4,5}(v\d+)?$/, 'must be an arXiv id in quotes, such as "1706.03762"'),
    ),
  ),
  url: v.optional(url),
  aliases: v.optional(v.array(text, "must be a list")),
  hours: v.strictObject({ read: hours, implement: hours }),
});

export type CurriculumFile = v.InferOutput<typeof curriculumFile>;
export type WeeksFile = v.InferOutput<typeof weeksFile>;
export type PaperFile = v.InferOutput<typeof paperFile>;
