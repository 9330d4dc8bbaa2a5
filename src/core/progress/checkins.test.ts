import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import type { Command } from "../decide/command.ts";
import { decideEach } from "../decide/rehearse.ts";
import { emptyTally } from "../entries/tally.ts";
import { outlookOf } from "../forecast/outlook.ts";
import { addDays, type Day, day, sayDay } from "../time/calendar.ts";
import { sayDuration } from "../time/duration.ts";
import { nextStep } from "./next-step.ts";
import { plannedPace } from "./pace.ts";
import { periodOf } from "./period.ts";
import { courseOf, monthlyCheckins } from "./schedule.ts";

/** A Monday. */
const start = day("2026-01-05");

function after(commands: readonly Command[], today: Day, from = start) {
  const tally = { ...emptyTally(), start: from };
  const { decisions, situation: then } = decideEach(commands, situation(tally, today));
  const { curriculum } = then;
  return { decisions, then, months: monthlyCheckins(curriculum, then.tally) };
}
const mark = (checkin: string, on: Day, done = true): Command => ({
  do: "mark-checkin",
  checkin,
  on,
  done,
});

test("next.4 a check-in that has not come is not done, nor is a quiz", () => {
  const thursday = addDays(start, 3);
  const { decisions } = after(
    [
      mark("progress", addDays(start, 6)),
      mark("quiz", addDays(start, 2)),
      { do: "take-quiz", on: addDays(start, 9), answers: [{ card: "bert.a" as never, grade: 3 }] },
    ],
    thursday,
  );
  expect(decisions[0]).toMatchObject({
    ok: false,
    reason: "in-the-future",
    message: "The check-in of 11 January 2026 has not come yet; it is for Sunday.",
  });
  expect(decisions[1]?.ok).toBe(true);
  expect(decisions[2]).toMatchObject({ ok: false, reason: "in-the-future" });
});

test("next.13 a check-in that was skipped is neither missed nor asked, and can be done all the same", () => {
  const wednesday = addDays(start, 9);
  const friday = addDays(start, 11);
  const skip = (on: Day, skipped = true): Command => ({
    do: "skip-checkin",
    checkin: "quiz",
    on,
    skipped,
  });
  const missed = (commands: readonly Command[]) =>
    after(commands, friday)
      .then.progress.missedCheckins.filter(({ checkin }) => checkin === "quiz")
      .map(({ on }) => on);
  expect(missed([])).toEqual([wednesday]);
  expect(missed([skip(wednesday)])).toEqual([]);
  expect(missed([skip(wednesday), skip(wednesday, false)])).toEqual([wednesday]);
  const { decisions, then } = after([skip(wednesday), mark("quiz", wednesday)], friday);
  expect(decisions.map(({ ok }) => ok)).toEqual([true, true]);
  expect(then.tally.skippedCheckins).toEqual([]);
  const late = after([mark("quiz", wednesday), skip(wednesday)], friday);
  expect(late.decisions[1]).toMatchObject({
    ok: false,
    message: "The check-in of 14 January 2026 is done; there is nothing to skip.",
  });
  // Of the day itself, the next one is asked instead.
  expect(after([skip(wednesday)], wednesday).then.progress.nextCheckin?.on).not.toBe(wednesday);
});

test("next.5 months are due when the last week of their phases ends, and are listed from the start", () => {
  const { months } = after([], start);
  expect(months.map(({ checkin, on }) => [checkin, on])).toEqual([
    ["month:1", addDays(start, 6 * 7 - 1)],
    ["month:2", addDays(start, 10 * 7 - 1)],
    ["month:3", addDays(start, 12 * 7 - 1)],
  ]);
  const { then } = after([], start);
  expect(periodOf(then.curriculum, "month:2", addDays(start, 69), courseOf(then.progress))).toEqual(
    {
      from: addDays(start, 42),
      to: addDays(start, 69),
    },
  );
});

test("next.5 a month that was missed stays so until it is done or skipped, on whatever day", () => {
  const late = addDays(start, 80);
  const missed = (commands: readonly Command[]) =>
    after(commands, late)
      .then.progress.missedCheckins.map(({ checkin }) => checkin)
      .filter((one) => one.startsWith("month"));
  expect(missed([])).toEqual(["month:1", "month:2"]);
  expect(missed([mark("month:1", addDays(start, 41))])).toEqual(["month:2"]);
  expect(missed([mark("month:2", late)])).toEqual(["month:1"]);
  const skip = { do: "skip-checkin", checkin: "month:2", on: addDays(start, 69) } as const;
  expect(missed([{ ...skip, skipped: true }])).toEqual(["month:1"]);
  expect(
    missed([
      { ...skip, skipped: true },
      { ...skip, skipped: false },
    ]),
  ).toEqual(["month:1", "month:2"]);
});

test("next.5 a month is marked as such, and stays so when the start moves", () => {
  const done = (months: ReturnType<typeof after>["months"]) => months.map((month) => month.done);
  const early = after([mark("month:1", addDays(start, 41))], addDays(start, 30));
  expect(done(early.months)).toEqual([true, false, false]);
  expect(early.decisions[0]).toMatchObject({ bodies: [{ on: addDays(start, 30) }] });
  const moved = after(
    [mark("month:1", addDays(start, 41)), { do: "change-plan", start: addDays(start, 7) }],
    addDays(start, 45),
  );
  expect(done(moved.months)).toEqual([true, false, false]);
  const open = after(
    [
      mark("month:1", addDays(start, 41)),
      { do: "change-plan", start: addDays(start, 7) },
      mark("month:1", addDays(start, 48), false),
    ],
    addDays(start, 45),
  );
  expect(done(open.months)).toEqual([false, false, false]);
});

test("next.6 a pinned phase is one of the curriculum's, and header, week and next step go by it", () => {
  const { decisions, then } = after(
    [
      { do: "change-plan", phase: "scaling" },
      { do: "change-plan", phase: "the hard one" },
    ],
    addDays(start, 3),
  );
  expect(decisions[1]).toMatchObject({
    ok: false,
    reason: "unknown-phase",
    message: expect.stringContaining('There is no phase "the hard one": use 1 (Foundations)'),
  });
  const { progress, curriculum } = then;
  expect(progress).toMatchObject({
    currentPhase: "Phase 3: Scaling Laws",
    phaseNumber: 3,
    week: 1,
    workWeek: 7,
  });
  expect(nextStep({ curriculum, progress }, [])?.session?.paper).toBe(
    progress.phases[2]?.papers[0]?.id as PaperId,
  );
});

test("next.7 forecast, plan of the days and plan go by one pace", () => {
  const { then } = after([], addDays(start, 3));
  const { curriculum, progress, tally } = then;
  const pace = plannedPace(curriculum, progress);
  expect(outlookOf(curriculum, tally, progress, sayDay)?.sentence).toContain(
    `the planned ${sayDuration(pace)} a week`,
  );
});
