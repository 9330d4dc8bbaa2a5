import { describe, expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { emptyTally } from "../entries/tally.ts";
import type { Command } from "./command.ts";
import type { Situation } from "./decision.ts";
import { decideEach } from "./rehearse.ts";

const evening = Date.parse("2026-11-20T20:00Z");
const hours = (count: number) => count * 3_600_000;
const bert = "bert" as PaperId;

/** Commands at their moments, from a fresh start. */
function play(...steps: readonly (readonly [at: number, command: Command])[]) {
  let now: Situation = situation(emptyTally());
  return steps.map(([at, command]) => {
    const { decisions, situation: then } = decideEach([command], { ...now, now: evening + at });
    now = then;
    return decisions[0];
  });
}

const start: Command = { do: "start-timer", paper: bert, activity: "read" };
const stop: Command = { do: "stop-timer" };
const loggedIn = (decision: ReturnType<typeof play>[number]) =>
  decision?.ok ? decision.bodies.find(({ type }) => type === "session.logged") : decision;

describe("a timer that slept", () => {
  test("is asked for after four hours in one go, and what is said is taken", () => {
    const [, asked, said] = play(
      [0, start],
      [hours(10.5), stop],
      [hours(10.5), { do: "stop-timer", minutes: 120 }],
    );
    expect(asked).toMatchObject({
      ok: false,
      reason: "timer-forgotten",
      message:
        "The timer has counted 10h30, more than four hours in one go; say how long you studied: `study stop 2h`, or `study stop 10h30` if it was all of it.",
    });
    expect(loggedIn(said)).toMatchObject({ minutes: 120, start: evening });
    expect(loggedIn(play([0, start], [hours(4), stop])[1])).toMatchObject({ minutes: 240 });
  });

  test("is asked for after a pause too, and pauses keep a long evening from being one go", () => {
    const [, , asked] = play([0, start], [hours(9), { do: "pause-timer" }], [hours(10), stop]);
    expect(asked).toMatchObject({ ok: false, reason: "timer-forgotten" });
    const [, , , long] = play(
      [0, start],
      [hours(3), { do: "pause-timer" }],
      [hours(4), { do: "resume-timer" }],
      [hours(7), stop],
    );
    expect(loggedIn(long)).toMatchObject({ minutes: 360 });
  });

  test("does not end by another start without being asked for", () => {
    expect(play([0, start], [hours(9), start])[1]).toMatchObject({ reason: "timer-forgotten" });
  });
});

describe("a clock that was set back during a timer", () => {
  test("is asked about, and the time is not lost", () => {
    const [, asked, said] = play(
      [0, start],
      [-hours(2), stop],
      [-hours(2), { do: "stop-timer", minutes: 45 }],
    );
    expect(asked).toMatchObject({
      message:
        "The clock was set back while the timer ran; say how long you studied: `study stop 1h30`.",
    });
    expect(loggedIn(said)).toMatchObject({ minutes: 45, start: evening - hours(2.75) });
  });

  test("is seen by what was recorded since, too", () => {
    const goal: Command = { do: "set-goal", week: 1, text: "Read." };
    const [, , asked] = play([0, start], [hours(2), goal], [hours(1), stop]);
    expect(asked).toMatchObject({ ok: false, reason: "timer-forgotten" });
  });
});

test("a session that was longer than its timer began before it", () => {
  const [, said] = play([0, start], [hours(0.5), { do: "stop-timer", minutes: 60 }]);
  expect(loggedIn(said)).toMatchObject({ minutes: 60, start: evening - hours(0.5) });
});

test("a timer may ring: it says when, and counts on", () => {
  const [started, stopped] = play([0, { ...start, ring: 25 }], [hours(0.5), stop]);
  expect(started).toMatchObject({
    bodies: [{ type: "timer.started" }, { type: "timer.rings", after: 25 }],
  });
  expect(loggedIn(stopped)).toMatchObject({ minutes: 30 });
});
