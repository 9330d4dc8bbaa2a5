import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { ExerciseId, PaperId } from "../content/curriculum.ts";
import type { Command } from "../decide/command.ts";
import type { Situation } from "../decide/decision.ts";
import { decideEach } from "../decide/rehearse.ts";
import { emptyTally, type Tally } from "../entries/tally.ts";
import { addDays, day, dayAt, momentOf } from "../time/calendar.ts";
import { endingOf } from "../words/ending.ts";
import { dayQueue, noCards } from "./day-queue.ts";
import { type NextStep, nextStep } from "./next-step.ts";
import { progressOf } from "./progress.ts";

/** A Wednesday: the day of the quiz. */
const wednesday = day("2026-01-07");

function stepOn(on: ReturnType<typeof day>, tally: Tally) {
  const at = situation(tally, on);
  return nextStep(at, dayQueue(at, [], noCards));
}

test("the first day begins with a paper, though a check-in falls on it", () => {
  const fresh: Tally = { ...emptyTally(), start: wednesday };
  expect(stepOn(wednesday, fresh)?.session?.paper).toBe("attention" as PaperId);
  expect(stepOn(addDays(wednesday, 9), fresh)?.kind).toBe("checkin");
});

test("next.3 no quiz is asked for while nothing was begun", () => {
  const fresh: Tally = { ...emptyTally(), start: addDays(wednesday, -2) };
  expect(stepOn(wednesday, fresh)?.kind).toBe("paper");
  expect(stepOn(addDays(wednesday, 7), fresh)?.kind).toBe("paper");
});

/** Does what a step says, as a learner would; null where nobody can tell what it is. */
function obey(
  { kind, session, tick, command }: NextStep,
  at: Situation,
): readonly Command[] | null {
  if (command === "study stop") return [{ do: "stop-timer" }];
  const checked = /^study check (\S+)\/(\S+)$/.exec(command);
  if (checked !== null) {
    const [, paper, exercise] = checked as unknown as [string, PaperId, ExerciseId];
    const run = {
      passed: true,
      seed: 1,
      verdict: "passed" as const,
      mistakes: [],
      digest: "d",
      took: 1,
    };
    return [{ do: "record-check", paper, exercise, ...run }];
  }
  if (session !== null) return [{ do: "start-timer", ...session }];
  if (tick !== null) return [{ do: "mark-paper", ...tick, done: true }];
  if (kind === "milestone") {
    const item = at.progress.milestones.find(({ done }) => !done)?.id;
    return item === undefined ? null : [{ do: "mark-item", item, done: true }];
  }
  const { nextCheckin, today } = at.progress;
  if (kind === "checkin" && nextCheckin !== null) {
    return [{ do: "mark-checkin", checkin: nextCheckin.checkin, on: today, done: true }];
  }
  return null;
}

test("next.1 who does what Next says never hears the same twice, and comes to the end", () => {
  let at: Situation = situation({ ...emptyTally(), start: wednesday }, wednesday);
  let now = momentOf(wednesday, "18:00", "UTC");
  let before = "";
  let steps = 0;
  for (;;) {
    at = { ...at, now, progress: progressOf(at.curriculum, at.tally, dayAt(now, at.tally)) };
    const step = nextStep(at, dayQueue(at, [], noCards));
    if (step === null) break;
    expect(`${step.command} ${step.what}`).not.toBe(before);
    before = `${step.command} ${step.what}`;
    const commands = obey(step, at);
    if (commands === null) throw new Error(`what is "${step.what}"?`);
    const { decisions, situation: then } = decideEach(commands, at);
    expect(decisions.filter(({ ok }) => !ok)).toEqual([]);
    at = then;
    steps += 1;
    // Three hours an evening; nobody goes to bed while the clock runs.
    const isBedtime = steps % 5 === 0 && at.tally.timers.length === 0;
    now += isBedtime ? 21 * 3_600_000 : 40 * 60_000;
  }
  expect(at.progress.phases.every(({ complete, papers }) => complete === papers.length)).toBe(true);
  expect(at.progress.milestones.every(({ done }) => done)).toBe(true);
  expect(steps).toBeLessThan(600);
  const ending = endingOf(at.curriculum, at.progress);
  expect(ending[0]).toMatch(
    /^All 12 papers of .* are read, noted and implemented: \d+h(\d\d)? in \d+ weeks\.$/,
  );
  expect(ending.join(" ")).toContain("Reviews go on");
});

test("next.2 a step names its pass, and reading without a pass counts for the passes in their order", () => {
  const read = (minutes: number): Tally => {
    const tally: Tally = { ...emptyTally(), start: addDays(wednesday, -1) };
    tally.papers["attention" as PaperId] = {
      done: {},
      started: {},
      minutes: { read: minutes },
      passes: {},
    };
    return tally;
  };
  const commandAfter = (minutes: number) => stepOn(addDays(wednesday, 1), read(minutes))?.command;
  expect(commandAfter(0)).toBe("study start attention --pass 1");
  expect(commandAfter(29)).toBe("study start attention --pass 1");
  expect(commandAfter(30)).toBe("study start attention --pass 2");
  expect(commandAfter(90)).toBe("study start attention --pass 3");
  expect(commandAfter(390)).toBe("study read attention");
});

test("the pass after the furthest one comes next, though an earlier one was not timed", () => {
  const begun: Tally = { ...emptyTally(), start: wednesday };
  begun.papers["attention" as PaperId] = {
    done: {},
    started: {},
    minutes: { read: 30 },
    passes: { 2: 30 },
  };
  expect(stepOn(addDays(wednesday, 1), begun)?.session?.pass).toBe(3);
});

test("once something was done, a check-in of the first day comes before the papers", () => {
  const begun: Tally = { ...emptyTally(), start: wednesday };
  begun.days[wednesday] = { read: 30 };
  begun.papers["attention" as PaperId] = {
    done: {},
    started: {},
    minutes: { read: 30 },
    passes: {},
  };
  expect(stepOn(wednesday, begun)?.kind).toBe("checkin");
});
