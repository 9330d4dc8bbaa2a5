import { describe, expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import type { Entry } from "../entries/entry.ts";
import { fold } from "../entries/ledger.ts";
import { emptyTally, type Session } from "../entries/tally.ts";
import { type DeviceId, entryId } from "../time/clock.ts";
import { noticesOf } from "../words/notices.ts";
import type { Command } from "./command.ts";
import type { Situation } from "./decision.ts";
import { decideEach } from "./rehearse.ts";

const evening = Date.parse("2026-11-20T20:00Z");
const hours = (count: number) => count * 3_600_000;
const bert = "bert" as PaperId;

type At = readonly [at: number, command: Command];

/** Commands at their moments, from a fresh start. */
function play(...steps: readonly At[]) {
  return steps.map((_, index) => done(steps.slice(0, index + 1)).decisions[0]);
}

/** What is so when all of them are done. */
function after(...steps: readonly At[]): Situation {
  return done(steps).situation;
}

function done(steps: readonly At[]) {
  const first = { decisions: [], situation: situation(emptyTally()) };
  return steps.reduce<ReturnType<typeof decideEach>>(
    ({ situation: before }, [at, command]) =>
      decideEach([command], { ...before, now: evening + at }),
    first,
  );
}

/** The entry that a session of the tally was logged by. */
function logged({ id, ...spent }: Session): Entry {
  return { v: 1, id, command: id, by: "cli", type: "session.logged", ...spent };
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

test("a session that is rounded up began when its timer did, not before", () => {
  const seconds = (count: number) => count * 1000;
  const [, stopped] = play([0, start], [seconds(29 * 60 + 35), stop]);
  expect(loggedIn(stopped)).toMatchObject({ minutes: 30, start: evening });
});

test("timers that follow each other are no overlap, whatever their minutes are rounded to", () => {
  const steps: At[] = [];
  for (const seconds of [1775, 1235, 955, 1799, 1771]) {
    const begun = (steps.at(-1)?.[0] ?? 0) + 200;
    steps.push([begun, start], [begun + seconds * 1000, stop]);
  }
  const { tally } = after(...steps);
  expect(tally.lately).toHaveLength(5);
  const entries = tally.lately.map((session) => logged(session));
  for (const entry of entries) expect(noticesOf([entry], situation(tally))).toEqual([]);
  const twice = after(...steps, [
    0,
    { do: "log", paper: bert, activity: "read", start: evening, minutes: 5 },
  ]);
  const last = twice.tally.lately.find(({ minutes }) => minutes === 5);
  expect(last && noticesOf([logged(last)], twice)).toHaveLength(1);
});

test("a timer may ring: it says when, and counts on", () => {
  const [started, stopped] = play([0, { ...start, ring: 25 }], [hours(0.5), stop]);
  expect(started).toMatchObject({
    bodies: [{ type: "timer.started" }, { type: "timer.rings", after: 25 }],
  });
  expect(loggedIn(stopped)).toMatchObject({ minutes: 30 });
  expect(play([0, { ...start, ring: 25 * 60 }])[0]).toMatchObject({
    message: "A timer rings within a day; 25h is longer.",
  });
});

describe("two timers that were started apart", () => {
  const idOn = (device: string, at: number) =>
    entryId({ wall: evening + at, counter: 0 }, device as DeviceId);
  const [first, second] = [idOn("laptop00", 0), idOn("desktop0", hours(1))];
  const started = (id: typeof first, paper: string, at: number) =>
    ({
      v: 1,
      id,
      command: id,
      by: "cli",
      type: "timer.started",
      paper: paper as PaperId,
      activity: "read",
      at: evening + at,
    }) as const;
  const both = () =>
    situation(fold([started(first, "bert", 0), started(second, "lora", hours(1))]));
  const at = (moment: number, ...commands: readonly Command[]) =>
    decideEach(commands, { ...both(), now: evening + moment });

  test("are named, and which is meant is asked, whatever would change one", () => {
    const asking: readonly Command[] = [
      stop,
      { do: "discard-timer" },
      { do: "pause-timer" },
      { do: "resume-timer" },
    ];
    for (const command of asking) {
      expect(at(hours(2), command).decisions[0]).toEqual({
        ok: false,
        reason: "which-timer",
        message:
          "Two timers are open. 1: 2h reading on BERT since 2026-11-20 20:00. 2: 1h reading on LoRA since 2026-11-20 21:00. Say which: `--timer 1` or `--timer 2`.",
      });
    }
  });

  test("are settled one by one, each with its time, and the entries say which it was", () => {
    const { decisions, situation: after } = at(
      hours(2),
      { ...stop, timer: first },
      { do: "stop-timer", timer: second, minutes: 40 },
    );
    expect(decisions).toMatchObject([
      {
        bodies: [
          { type: "timer.stopped", timer: first },
          { type: "session.logged", timer: first, paper: "bert", minutes: 120 },
        ],
      },
      {
        bodies: [
          { type: "timer.stopped", timer: second },
          { type: "session.logged", timer: second, paper: "lora", minutes: 40 },
        ],
      },
    ]);
    expect(after.progress.timers).toEqual([]);
  });

  test("are not both ended by a third start, nor by one that is settled already", () => {
    expect(at(hours(2), start).decisions[0]).toMatchObject({ reason: "which-timer" });
    expect(at(hours(2), { ...stop, timer: idOn("phone000", 0) }).decisions[0]).toEqual({
      ok: false,
      reason: "no-timer",
      message: "That timer is settled already.",
    });
  });

  test("say how to answer for the one that was forgotten", () => {
    expect(at(hours(6), { ...stop, timer: first }).decisions[0]).toMatchObject({
      message: expect.stringContaining("`study stop 2h --timer 1`"),
    });
  });
});

test("what ends a timer of the same step names none: its entry has no id yet", () => {
  const { decisions } = decideEach([start, { ...stop, minutes: 5 }], {
    ...situation(emptyTally()),
    now: evening,
  });
  expect(decisions[1]).toEqual({
    ok: true,
    bodies: [
      { type: "timer.stopped", at: evening },
      expect.not.objectContaining({ timer: expect.anything() }),
    ],
  });
});
