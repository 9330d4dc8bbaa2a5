/** Tools around the learner's own code. No tool shows a reference: that is the learner's to ask for, in the terminal. */
import * as v from "valibot";
import { type CheckEvent, mistakesOf, type Verdict } from "../../core/check/check.ts";
import { checkExercise } from "../../workspace/checks.ts";
import { exercisesNamed } from "../../workspace/exercise-names.ts";
import { nameOf, type Target } from "../../workspace/exercises.ts";
import { takeHint } from "../../workspace/hints.ts";
import { type Answer, type Asked, refused, said, value } from "../asked.ts";
import { words } from "../takes.ts";
import { tool } from "../tool.ts";

const exercise = words("As attention/multi-head or milestone-2; `look` at verdicts lists them.");

const checkCode = tool({
  name: "check_code",
  title: "Check code",
  about:
    "Runs the learner's own file of an exercise and tells the verdict: passed, or which mistake it is.",
  changes: "the journal",
  takes: v.strictObject({ exercise }),
  async run(asked, given): Promise<Answer> {
    const one = oneExercise(asked, given.exercise);
    if (!one.ok) return refused(one.message);
    const { workspace, env } = asked;
    const run = checkExercise(workspace, {
      target: one.meant,
      seed: null,
      by: "mcp",
      env,
      now: Date.now,
    });
    let seed: number | null = null;
    let ended: Extract<CheckEvent, { event: "verdict" }> | null = null;
    for await (const event of run) {
      if (event.event === "started") seed = event.seed;
      if (event.event === "verdict") ended = event;
    }
    if (ended === null) return refused("The check ended without a verdict.");
    return value({ exercise: nameOf(one.meant), seed, ...told(ended.verdict) });
  },
});

/** A verdict without the lines of the reference. */
function told(verdict: Verdict) {
  return {
    verdict: verdict.kind,
    passed: verdict.kind === "passed",
    sentence: verdict.sentence,
    mistakes: mistakesOf(verdict).map(({ id, sentence }) => ({ id, sentence })),
    laws: "laws" in verdict ? verdict.laws : [],
    whereToLook: "step" in verdict ? (verdict.step?.sentence ?? null) : null,
    trace: "trace" in verdict ? verdict.trace.slice(-3) : [],
  };
}

const hint = tool({
  name: "hint",
  title: "Give the next hint",
  about:
    "The next hint of an exercise, each a little stronger. Only when the learner asks for one.",
  changes: "the journal",
  takes: v.strictObject({ exercise }),
  async run(asked, given): Promise<Answer> {
    const one = oneExercise(asked, given.exercise);
    if (!one.ok) return refused(one.message);
    const next = await takeHint(asked.workspace, one.meant);
    if (next === null) return refused(`${one.meant.exercise.title} has no hints.`);
    return said(`Hint ${next.number} of ${next.of}: ${next.text}`);
  },
});

function oneExercise({ workspace, look }: Asked, name: string) {
  const named = exercisesNamed(name, workspace, look, null);
  if (!named.ok) return named;
  const [first, ...more] = named.meant;
  if (first !== undefined && more.length === 0) return { ok: true, meant: first } as const;
  const names = named.meant.map((target: Target) => nameOf(target)).join(", ");
  return { ok: false, message: `"${name}" has several exercises: ${names}. Name one.` } as const;
}

export const labTools = [checkCode, hint];
