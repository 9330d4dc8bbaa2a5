/** The daily rhythm: its form, whether it names what is there, and whether its minutes add up. See docs/curriculum.md. */
import * as v from "valibot";
import { type Step, stepKinds, type WeekRhythm } from "../core/content/rhythm.ts";
import { weekdays } from "../core/time/calendar.ts";
import type { Fault } from "./faults.ts";
import { mentions, numbers, repeated, texts } from "./mentions.ts";
import { id, some, text } from "./schema.ts";
import type { Path, Source } from "./source.ts";
import { didYouMean, quote } from "./suggest.ts";

export const rhythmFile = "rhythm.yaml";

const whole = (most: number) =>
  v.pipe(
    v.number("must be a number"),
    v.integer("must be a whole number"),
    v.minValue(1, "must be 1 or more"),
    v.maxValue(most, `must be at most ${most}`),
  );

const step = v.strictObject({
  do: v.picklist(stepKinds, `must be ${stepKinds.join(", ")}`),
  minutes: whole(24 * 60),
  paper: v.optional(id),
  pass: v.optional(v.picklist([1, 2, 3], "must be 1, 2 or 3")),
  exercise: v.optional(id),
  checkin: v.optional(text),
  task: v.optional(id),
  milestone: v.optional(id),
});
const day = v.optional(some(step));

export const rhythmSchema = some(
  v.strictObject({
    week: whole(520),
    plans: some(
      v.strictObject({
        hours: v.pipe(
          v.number("must be a number"),
          v.minValue(0.5, "must be at least 0.5"),
          v.maxValue(168, "must be at most 168"),
        ),
        ...v.entriesFromList(weekdays, day),
      }),
    ),
  }),
);

export type RhythmFile = v.InferOutput<typeof rhythmSchema>;

/** What each kind of step must say, and what it may. */
const keysOf: Readonly<Record<Step["do"], { readonly must: string[]; readonly may?: string[] }>> = {
  pass: { must: ["paper", "pass"] },
  notes: { must: ["paper"] },
  exercise: { must: ["paper", "exercise"] },
  cards: { must: [], may: ["paper"] },
  "teach-back": { must: ["paper"] },
  checkin: { must: ["checkin"] },
  task: { must: ["task"] },
  milestone: { must: ["milestone"] },
};

export interface Named {
  readonly papers: readonly string[];
  /** The exercises of each paper that has any. */
  readonly exercises: ReadonlyMap<string, readonly string[]>;
  readonly curriculum: Source | null;
  readonly weeks: Source | null;
}

export function rhythmOf(file: RhythmFile): readonly WeekRhythm[] {
  return file
    .map(({ week, plans }) => ({
      week,
      plans: plans
        .map(({ hours, ...days }) => ({
          hours,
          days: weekdays.flatMap((weekday) => {
            const steps = days[weekday];
            return steps === undefined ? [] : [{ weekday, steps: steps.map(stepOf) }];
          }),
        }))
        .toSorted((a, b) => a.hours - b.hours),
    }))
    .toSorted((a, b) => a.week - b.week);
}

/** Held to its keys by `rhythmFaults` before. */
function stepOf({ do: kind, minutes, ...rest }: v.InferOutput<typeof step>): Step {
  const paper = kind === "cards" ? { paper: rest.paper ?? null } : {};
  return { do: kind, minutes, ...rest, ...paper } as Step;
}

export function rhythmFaults(source: Source, named: Named): readonly Fault[] {
  const steps = weekdays.flatMap((weekday) => mentions(source, `*.plans.*.${weekday}.*`));
  return [
    ...repeated(numbers(source, "*.week"), (week) => `week ${week} has a rhythm already`),
    ...steps.flatMap(({ value, path }) => stepFaults(source, value, path)),
    ...nameFaults(source, named),
    ...weekFaults(source, named),
    ...sumFaults(source),
  ];
}

function stepFaults(source: Source, value: unknown, path: Path): readonly Fault[] {
  const written = value as Record<string, unknown>;
  const { must, may = [] } = keysOf[written.do as Step["do"]];
  const lacking = must
    .filter((key) => written[key] === undefined)
    .map((key) => source.faultAt(path, `a step of "${written.do}" needs ${key}`));
  const known = ["do", "minutes", ...must, ...may];
  const stray = Object.keys(written)
    .filter((key) => !known.includes(key))
    .map((key) => source.faultAtKey([...path, key], `a step of "${written.do}" has no "${key}"`));
  return [...lacking, ...stray];
}

function nameFaults(source: Source, named: Named): readonly Fault[] {
  const of = (key: string) =>
    weekdays.flatMap((weekday) => texts(source, `*.plans.*.${weekday}.*.${key}`));
  const unknown = (key: string, known: readonly string[]) =>
    of(key)
      .filter(({ value }) => !known.includes(value))
      .map(({ value, fault }) =>
        fault(`there is no ${key} ${quote(value)}${didYouMean(value, known)}`),
      );
  const values = (from: Source | null, place: string) =>
    texts(from, place).map(({ value }) => value);
  const exercises = of("exercise").flatMap(({ value, path, fault }) => {
    const [paper] = texts(source, [...path.slice(0, -1), "paper"].join("."));
    const known = paper === undefined ? undefined : named.exercises.get(paper.value);
    // A paper whose exercises are not written yet may have them planned.
    if (known === undefined || known.includes(value)) return [];
    return [fault(`${paper?.value} has no exercise ${quote(value)}${didYouMean(value, known)}`)];
  });
  return [
    ...unknown("paper", named.papers),
    ...exercises,
    ...unknown("task", values(named.weeks, "*.tasks.*.id")),
    ...unknown("milestone", values(named.curriculum, "milestones.*.id")),
    ...unknown("checkin", values(named.curriculum, "weekly.*.kind")),
    ...dayFaults(source, named),
  ];
}

/** A check-in stands on a weekday of its own. */
function dayFaults(source: Source, { curriculum }: Named): readonly Fault[] {
  const days = new Map(
    mentions(curriculum, "weekly.*").map(({ value }) => {
      const { kind, weekday } = value as { kind?: unknown; weekday?: unknown };
      return [kind, weekday];
    }),
  );
  return weekdays.flatMap((weekday) =>
    texts(source, `*.plans.*.${weekday}.*.checkin`).flatMap(({ value, fault }) => {
      const right = days.get(value);
      if (right === undefined || right === weekday) return [];
      return [fault(`the check-in "${value}" stands on ${String(right)}`)];
    }),
  );
}

/** Every week of the course has a rhythm, all weeks for the same hours, and a task stands in its own week. */
function weekFaults(source: Source, { weeks }: Named): readonly Fault[] {
  const planned = numbers(source, "*.week");
  const course = numbers(weeks, "*.number").map(({ value }) => value);
  const strange = planned
    .filter(({ value }) => course.length > 0 && !course.includes(value))
    .map(({ value, fault }) => fault(`weeks.yaml has no week ${value}`));
  const absent = course.filter((week) => !planned.some(({ value }) => value === week));
  const missing =
    absent.length === 0 ? [] : [source.faultAt([0], `week ${absent.join(", ")} has no rhythm`)];
  const budgets = planned.map(({ path, fault }) => ({
    fault,
    hours: numbers(source, `${path[0]}.plans.*.hours`)
      .map(({ value }) => value)
      .toSorted((a, b) => a - b)
      .join(", "),
  }));
  const uneven = budgets
    .filter(({ hours }) => hours !== budgets[0]?.hours)
    .map(({ hours, fault }) =>
      fault(`this week is planned for ${hours} hours, the first for ${budgets[0]?.hours}`),
    );
  return [...strange, ...missing, ...uneven, ...taskFaults(source, weeks)];
}

function taskFaults(source: Source, weeks: Source | null): readonly Fault[] {
  const home = new Map(
    texts(weeks, "*.tasks.*.id").map(({ value, path }) => [
      value,
      numbers(weeks, `${path[0]}.number`)[0]?.value,
    ]),
  );
  return weekdays.flatMap((weekday) =>
    texts(source, `*.plans.*.${weekday}.*.task`).flatMap(({ value, path, fault }) => {
      const week = numbers(source, `${path[0]}.week`)[0]?.value;
      const right = home.get(value);
      return right === undefined || right === week
        ? []
        : [fault(`the task "${value}" belongs to week ${right}`)];
    }),
  );
}

function sumFaults(source: Source): readonly Fault[] {
  return numbers(source, "*.plans.*.hours").flatMap(({ value: hours, path, fault }) => {
    const plan = path.slice(0, -1).join(".");
    const minutes = weekdays
      .flatMap((weekday) => numbers(source, `${plan}.${weekday}.*.minutes`))
      .reduce((sum, { value }) => sum + value, 0);
    if (minutes === hours * 60) return [];
    return [fault(`the steps add up to ${minutes} minutes, and ${hours} hours are ${hours * 60}`)];
  });
}
