import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { type AspectState, aspectStates, type Body, type Entry } from "../entries/entry.ts";
import { fold } from "../entries/ledger.ts";
import { nextStep } from "../progress/next-step.ts";
import { type DeviceId, entryId } from "../time/clock.ts";
import { describeAll } from "../words/describe.ts";
import type { Command } from "./command.ts";
import { decide } from "./decide.ts";

const paper = "attention" as PaperId;
const aspect = "read";
const tick = (done: boolean): Body => ({ type: "paper.marked", paper, aspect, done });
const say = (state: AspectState): Body => ({ type: "paper.progressed", paper, aspect, state });
const to = (state: AspectState): Command => ({ do: "progress-paper", paper, aspect, state });
const mark = (done: boolean): Command => ({ do: "mark-paper", paper, aspect, done });

function entriesOf(bodies: readonly Body[]): readonly Entry[] {
  return bodies.map((body, at) => {
    const id = entryId({ wall: 1_000_000 + at, counter: 0 }, "aaaaaaaa" as DeviceId);
    return { v: 1, id, command: id, by: "cli", ...body };
  });
}

const after = (bodies: readonly Body[]) => situation(fold(entriesOf(bodies)));
const stateAfter = (bodies: readonly Body[]) =>
  after(bodies).progress.papers.find(({ id }) => id === paper)?.state[aspect];

function bodiesOf(command: Command, before: readonly Body[]): readonly Body[] {
  const decision = decide(command, after(before));
  if (!decision.ok) throw new Error(decision.message);
  return decision.bodies;
}

describe("how far a paper is, command by state", () => {
  const histories: { readonly [S in AspectState]: readonly Body[] } = {
    none: [],
    started: [say("started")],
    done: [say("started"), tick(true)],
  };
  for (const [was, command, bodies] of [
    ["none", to("none"), []],
    ["none", to("started"), [say("started")]],
    ["none", to("done"), [tick(true)]],
    ["none", mark(true), [tick(true)]],
    ["none", mark(false), []],
    ["started", to("none"), [say("none")]],
    ["started", to("started"), []],
    ["started", to("done"), [tick(true)]],
    ["started", mark(true), [tick(true)]],
    ["started", mark(false), [say("none")]],
    ["done", to("none"), [tick(false)]],
    ["done", to("started"), [tick(false), say("started")]],
    ["done", to("done"), []],
    ["done", mark(true), []],
    ["done", mark(false), [tick(false)]],
  ] as const) {
    test(`${was}: ${JSON.stringify(command)}`, () => {
      expect(bodiesOf(command, histories[was])).toEqual(bodies);
    });
  }
});

test("whatever came before, the state is the one that was asked for", () => {
  const states = fc.array(fc.constantFrom(...aspectStates), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(states, (asked) => {
      const history: Body[] = [];
      for (const state of asked) history.push(...bodiesOf(to(state), history));
      expect(stateAfter(history)).toBe(asked.at(-1));
    }),
  );
});

test("what another device ticked stays ticked, whatever this one begins or leaves", () => {
  for (const state of ["none", "started"] as const) {
    expect(stateAfter([tick(true), say(state)])).toBe("done");
  }
  expect(stateAfter([say("started"), tick(false)])).toBe("none");
});

test("a version that knows the tick alone agrees on what is done", () => {
  const body = fc.oneof(
    fc.boolean().map(tick),
    fc.constantFrom("none" as const, "started" as const).map(say),
  );
  fc.assert(
    fc.property(fc.array(body), (bodies) => {
      const known = bodies.filter(({ type }) => type === "paper.marked");
      expect(stateAfter(bodies) === "done").toBe(stateAfter(known) === "done");
    }),
  );
});

test("what is in progress is said in words", () => {
  const now = after([say("started")]);
  const words = (bodies: readonly Body[]) =>
    describeAll(bodies, { curriculum: now.curriculum, progress: now.progress, tally: now.tally });
  expect(words([say("started")])).toEqual(["Reading in progress: Attention Is All You Need"]);
  expect(words([say("none")])).toEqual(["Reading not in progress: Attention Is All You Need"]);
  expect(words([{ ...say("started"), aspect: "implemented" } as Body])).toEqual([
    "Implementation in progress: Attention Is All You Need",
  ]);
  expect(words([say("done")])).toEqual(["Read: Attention Is All You Need"]);
});

test("the next step says of a paper in progress that it is", () => {
  const { curriculum, progress } = after([
    { type: "paper.progressed", paper: "resnet" as PaperId, aspect: "read", state: "started" },
  ]);
  const first = progress.phases[0]?.papers[0];
  const { curriculum: same, progress: begun } = after(
    first === undefined
      ? []
      : [{ type: "paper.progressed", paper: first.id, aspect, state: "started" }],
  );
  expect(nextStep({ curriculum, progress }, [])?.why).toStartWith("It is the next open paper");
  expect(nextStep({ curriculum: same, progress: begun }, [])?.why).toBe(
    "Its reading is in progress.",
  );
});
