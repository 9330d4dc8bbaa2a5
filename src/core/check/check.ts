/** A run of the learner's code against an exercise, told as events while it goes; the last is the verdict. */
import * as v from "valibot";

const said = v.object({ sentence: v.string() }).entries;
const whole = v.pipe(v.number(), v.integer());
/** NaN and infinities come as text. */
const value = v.union([v.number(), v.string(), v.boolean()]);
const shape = v.array(whole);
const texts = v.optional(v.array(v.string()), []);
/** Of a mistake that is an edit of the reference: the steps that it touches, and its lines before and after. */
const mistake = v.object({ id: v.string(), sentence: v.string(), steps: texts, diff: texts });
const mistakes = v.optional(v.array(mistake), []);
const laws = texts;
const trace = v.optional(
  v.array(
    v.object({ file: v.string(), line: v.nullable(whole), function: v.string(), text: v.string() }),
  ),
  [],
);
/** Where a result parts from the reference's. */
const finding = {
  ...said,
  case: v.optional(v.string()),
  path: v.optional(v.array(v.union([v.string(), v.number()])), []),
  index: v.optional(v.nullable(v.union([whole, shape]))),
  got: v.optional(value),
  expected: v.optional(value),
  maximumError: v.optional(value),
  differing: v.optional(whole),
  total: v.optional(whole),
  shapes: v.optional(v.object({ got: shape, expected: shape })),
  failed: v.optional(whole),
  cases: v.optional(whole),
  mistakes,
  /** Where the mistakes do not explain all that is wrong each: two of them do so together, or one does in part. */
  explains: v.optional(v.picklist(["together", "part"])),
  laws,
  /** Where the computation leaves the reference, as far as it shows from outside. */
  step: v.optional(v.object({ name: v.string(), ...said })),
  /** Hints that the failure itself gives, the weakest first. */
  leads: v.optional(v.array(v.string()), []),
  /** The arguments of the failing case, each in a line or two, where they were asked for. */
  shown: v.optional(v.array(v.string()), []),
};

export const verdictSchema = v.variant("kind", [
  v.object({
    kind: v.literal("passed"),
    ...said,
    cases: v.optional(whole),
    remarks: v.optional(v.array(v.string()), []),
  }),
  v.object({ kind: v.literal("wrong"), ...finding }),
  v.object({ kind: v.literal("wrong-shape"), ...finding }),
  v.object({ kind: v.literal("not-a-number"), ...finding }),
  v.object({ kind: v.literal("wrong-type"), ...finding }),
  v.object({ kind: v.literal("changed-input"), ...finding }),
  v.object({ kind: v.literal("broke-laws"), ...said, laws }),
  v.object({ kind: v.literal("raised"), ...finding, trace }),
  v.object({ kind: v.literal("import-failed"), ...said, trace }),
  v.object({ kind: v.literal("syntax-error"), ...said, trace }),
  v.object({ kind: v.literal("bad-exercise"), ...said, trace }),
  v.object({ kind: v.literal("exited"), ...said, trace }),
  v.object({ kind: v.literal("wrong-arity"), ...finding }),
  v.object({ kind: v.literal("unsteady"), ...said }),
  v.object({ kind: v.literal("timed-out"), ...said }),
  v.object({ kind: v.literal("out-of-memory"), ...said }),
  v.object({ kind: v.literal("crashed"), ...said }),
  v.object({ kind: v.literal("flooded"), ...said }),
  v.object({ kind: v.literal("not-started"), ...said }),
  v.object({ kind: v.literal("missing-function"), ...said }),
  v.object({ kind: v.literal("missing-file"), ...said }),
  v.object({ kind: v.literal("no-such-case"), ...said }),
  v.object({ kind: v.literal("bad-python"), ...said }),
]);
export type Verdict = Readonly<v.InferOutput<typeof verdictSchema>>;

const cells = v.array(v.union([v.nullable(v.number()), v.array(v.nullable(v.number()))]));

/** A seed repeats a run: a whole number from 0 to this. */
export const mostSeed = 2 ** 31 - 1;

/** A picture of what the code did: heat maps side by side, or lines in one frame. */
const pictureSchema = v.object({
  kind: v.picklist(["heat", "lines"]),
  title: v.string(),
  series: v.array(v.object({ name: v.string(), values: cells })),
  x: v.string(),
  y: v.string(),
});
export type CheckPicture = v.InferOutput<typeof pictureSchema>;

export const checkEventSchema = v.variant("event", [
  /** Which exercise, by which Python, and the seed that repeats the run. `paper` is null for a milestone's. */
  v.object({
    event: v.literal("started"),
    paper: v.nullable(v.string()),
    exercise: v.string(),
    seed: whole,
    python: v.nullable(v.object({ path: v.string(), by: v.string() })),
  }),
  v.object({
    event: v.literal("ready"),
    python: v.string(),
    numpy: v.string(),
    path: v.string(),
  }),
  v.object({ event: v.literal("loading") }),
  v.object({ event: v.literal("cases"), labels: v.array(v.string()) }),
  /** The arguments of a case that is repeated alone, small enough to read; told before the code is called. */
  v.object({ event: v.literal("input"), at: whole, lines: v.array(v.string()) }),
  v.object({ event: v.literal("case-started"), at: whole }),
  v.object({ event: v.literal("case"), at: whole, label: v.string(), passed: v.boolean() }),
  v.object({ event: v.literal("laws-started") }),
  v.object({ event: v.literal("law"), sentence: v.string() }),
  v.object({ event: v.literal("picture"), ...pictureSchema.entries }),
  /** What the learner's code printed. */
  v.object({ event: v.literal("printed"), text: v.string() }),
  v.object({ event: v.literal("verdict"), verdict: verdictSchema, took: v.number() }),
]);
export type CheckEvent = Readonly<v.InferOutput<typeof checkEventSchema>>;

/** The names of the mistakes that a verdict holds. */
export function mistakesOf(verdict: Verdict): readonly v.InferOutput<typeof mistake>[] {
  return "mistakes" in verdict ? verdict.mistakes : [];
}
