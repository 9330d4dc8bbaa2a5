import { expect, test } from "bun:test";
import { llm, situation } from "../../../tests/fixtures/llm.ts";
import type { Curriculum, ExerciseId, ExerciseLevel, PaperId } from "../content/curriculum.ts";
import { type Body, type Entry, entryVersion } from "../entries/entry.ts";
import { fold } from "../entries/ledger.ts";
import { progressOf } from "../progress/progress.ts";
import { type DeviceId, entryId } from "../time/clock.ts";
import { describe as say } from "../words/describe.ts";
import type { Command } from "./command.ts";
import { decide } from "./decide.ts";

const paper = "layernorm" as PaperId;
const one = (id: string, order: number, level: ExerciseLevel = "core") => ({
  id: id as ExerciseId,
  title: `The ${id}`,
  function: id,
  order,
  source: "Section 1",
  level,
});
/** LayerNorm with two core exercises and a bonus one, and a first milestone that has one. */
const curriculum: Curriculum = {
  ...llm,
  papers: llm.papers.map((known) =>
    known.id === paper
      ? { ...known, exercises: [one("forward", 1), one("extra", 2, "bonus"), one("backward", 3)] }
      : known,
  ),
  milestones: llm.milestones.map((known, at) =>
    at === 0 ? { ...known, exercise: one(known.id, 1) } : { ...known, exercise: null },
  ),
};

const check = (exercise: string, passed: boolean, of: PaperId | null = paper): Command => ({
  do: "record-check",
  paper: of,
  exercise: exercise as ExerciseId,
  passed,
  seed: 7,
  verdict: passed ? "passed" : "wrong",
  mistakes: passed ? [] : ["unbiased"],
  digest: "0123456789abcdef",
  took: 120,
});

function entriesOf(bodies: readonly Body[]): readonly Entry[] {
  return bodies.map((body, at) => {
    const id = entryId({ wall: 1_000_000 + at, counter: 0 }, "aaaaaaaa" as DeviceId);
    return { v: entryVersion, id, command: id, by: "cli", ...body } as Entry;
  });
}

/** What the commands come to, one after the other. */
function run(...commands: readonly Command[]) {
  const bodies: Body[] = [];
  const now = () => {
    const tally = fold(entriesOf(bodies));
    const today = situation().progress.today;
    return { ...situation(tally), curriculum, progress: progressOf(curriculum, tally, today) };
  };
  for (const command of commands) {
    const decision = decide(command, now());
    if (!decision.ok) throw new Error(decision.message);
    bodies.push(...decision.bodies);
  }
  const { tally, progress } = now();
  const found = progress.papers.find(({ id }) => id === paper);
  return { bodies, tally, progress, paper: found };
}

test("a bonus exercise ticks nothing, and need not pass for a paper to be verified", () => {
  expect(run(check("forward", true), check("extra", true)).paper).toMatchObject({
    done: { implemented: false },
    verified: false,
  });
  expect(
    run(check("extra", false), check("forward", true), check("backward", true)).paper,
  ).toMatchObject({ done: { implemented: true }, verified: true });
});

test("the last core exercise of a paper ticks its implementation as verified", () => {
  expect(run(check("forward", true)).paper).toMatchObject({
    done: { implemented: false },
    verified: false,
    exercises: [{ passed: true }, { passed: false }, { passed: false, last: null }],
  });
  const both = run(check("forward", true), check("backward", true));
  expect(both.bodies.at(-1)).toEqual({
    type: "paper.marked",
    paper,
    aspect: "implemented",
    done: true,
  });
  expect(both.paper).toMatchObject({ done: { implemented: true }, verified: true });
});

test("a tick by hand is not a verified one, and a pass after it is no second tick", () => {
  const tick: Command = { do: "mark-paper", paper, aspect: "implemented", done: true };
  expect(run(tick).paper).toMatchObject({ done: { implemented: true }, verified: false });
  const all = run(tick, check("forward", true), check("backward", true));
  expect(all.paper?.verified).toBe(true);
  expect(all.bodies.filter(({ type }) => type === "paper.marked")).toHaveLength(1);
});

test("a run that fails later is told, and what passed stays passed", () => {
  const { tally, paper: found } = run(check("forward", true), check("forward", false));
  expect(tally.checks["layernorm/forward"]).toMatchObject({ runs: 2, last: { verdict: "wrong" } });
  expect(found?.exercises[0]).toMatchObject({ passed: true, last: { mistakes: ["unbiased"] } });
});

test("a milestone's check ticks the milestone", () => {
  const { progress } = run(check("milestone-1", true, null));
  expect(progress.milestones[0]).toMatchObject({ done: true, verified: true });
  const failed = run(check("milestone-1", false, null));
  expect(failed.progress.milestones[0]).toMatchObject({ done: false, verified: false });
});

test("an exercise that is not there is refused", () => {
  const of = (command: Command) => decide(command, { ...situation(), curriculum });
  expect(of(check("sideways", true))).toMatchObject({ ok: false, reason: "unknown-exercise" });
  expect(of(check("forward", true, null))).toMatchObject({
    ok: false,
    message: 'There is no exercise "forward" of a milestone.',
  });
});

test("a check in words", () => {
  const { bodies, progress, tally } = run(check("forward", false), check("forward", true));
  const naming = { curriculum, progress, tally };
  expect(bodies.map((body) => say(body, naming))).toEqual([
    "Checked Layer Normalization: The forward: wrong (unbiased)",
    "Checked Layer Normalization: The forward: passed",
  ]);
});
