/**
 * Learners of other habits than doing what Next says, made up and seeded: at the end of every evening terminal and file
 * agree, and whoever then does what Next says comes to another step, and at last to the end.
 */
import { expect, test } from "bun:test";
import type { PaperId } from "../src/core/content/curriculum.ts";
import type { Command } from "../src/core/decide/command.ts";
import type { Situation } from "../src/core/decide/decision.ts";
import { after } from "../src/core/decide/rehearse.ts";
import { emptyTally, type Tally } from "../src/core/entries/tally.ts";
import { outlookOf } from "../src/core/forecast/outlook.ts";
import { generator } from "../src/core/forecast/random.ts";
import type { NextStep } from "../src/core/progress/next-step.ts";
import {
  addDays,
  type Day,
  day,
  type Millis,
  momentOf,
  sayDay,
  weekdayOf,
} from "../src/core/time/calendar.ts";
import { bringUpToDate, readTracker, takeIn, writeAnew } from "../src/tracker/tracker.ts";
import { llm } from "./fixtures/llm.ts";
import { accepted, obey, situationOf, stepIn } from "./fixtures/obeying.ts";

const zone = "Europe/Zurich";
/** The clocks go forward in the eighth week. */
const start = day("2026-02-03");
const minute = 60_000;

interface Habit {
  readonly studies: (on: Day, index: number) => boolean;
  /** What is done on an evening beside or in place of what Next says. */
  readonly ownWill?: (at: Situation, index: number) => readonly Command[];
  readonly obeys?: (step: NextStep) => boolean;
  readonly days: number;
  /** Steps of an evening. */
  readonly enough?: number;
}

/** One device; what is decided is folded as a journal would. */
class Learner {
  at: Situation;
  file: { text: string; agreed: ReturnType<typeof writeAnew>["agreed"] };
  readonly random = generator(7);
  constructor() {
    const now = momentOf(start, "18:00", zone);
    const begun = situationOf({ ...emptyTally(), timeZone: "UTC" } as Tally, now);
    this.at = begun;
    this.does(
      [
        {
          do: "start-workspace",
          curriculum: "llm",
          timeZone: zone,
          start,
          target: null,
          minutesAWeek: 600,
        },
        { do: "change-plan", dayStarts: 240 },
      ],
      now,
    );
    this.file = writeAnew(llm, this.at.progress);
  }

  does(commands: readonly Command[], now: Millis): number {
    const moved = situationOf(this.at.tally, now);
    const bodies = accepted(commands, moved);
    this.at = situationOf(after(moved, bodies).tally, now);
    return bodies.length;
  }

  agree(now: Millis): void {
    this.at = situationOf(this.at.tally, now);
    const { text, agreed } = this.file;
    const scan = readTracker(text, llm);
    const base = { is: "named", agreed, before: null } as const;
    this.file = bringUpToDate(scan, base, llm, this.at.progress, new Set(), 0);
    const again = takeIn(readTracker(this.file.text, llm), { is: "none" }, this.at);
    expect([again.bodies, again.problems]).toEqual([[], []]);
    // The forecast can be said of every habit; now and then is enough, for it is dear.
    if (weekdayOf(this.at.progress.today) !== "sunday") return;
    const outlook = outlookOf(llm, this.at.tally, this.at.progress, sayDay);
    expect(outlook === null || outlook.sentence.length > 10).toBe(true);
  }

  evening(
    on: Day,
    index: number,
    { ownWill, obeys = () => true, enough = 9 }: Habit,
  ): "finished" | "goes on" {
    let now = momentOf(on, "18:30", zone);
    const own = ownWill?.(situationOf(this.at.tally, now), index) ?? [];
    if (own.length > 0) this.does(own, now);
    let said = "";
    for (let steps = 0; steps < enough || this.at.tally.timers.length > 0; steps++) {
      this.at = situationOf(this.at.tally, now);
      const next = stepIn(this.at);
      if (next === null) return "finished";
      if (!obeys(next)) break;
      const sentence = `${next.command}: ${next.what}`;
      if (next.kind !== "cards") expect([on, sentence]).not.toEqual([on, said]);
      said = sentence;
      expect(this.does(obey(next, this.at, this.random), now)).toBeGreaterThan(0);
      now +=
        next.command === "study stop"
          ? 2 * minute
          : next.session === null
            ? 4 * minute
            : 50 * minute;
      if (steps > 60) throw new Error(`no bedtime: ${said}`);
    }
    this.agree(now);
    return "goes on";
  }
}

function live(habit: Habit) {
  const learner = new Learner();
  let finished = false;
  for (let index = 0; index < habit.days && !finished; index++) {
    const on = addDays(start, index);
    if (!habit.studies(on, index)) continue;
    finished = learner.evening(on, index, habit) === "finished";
  }
  learner.agree(learner.at.now);
  return { finished, at: learner.at, file: learner.file.text };
}

const log = (paper: PaperId, now: Millis, minutes = 45): Command => ({
  do: "log",
  paper,
  activity: "read",
  start: now - minutes * minute,
  minutes,
});

const complete = ({ progress }: Situation) =>
  progress.phases.every(({ complete: done, counted }) => done === counted);

test("next.1 who studies on weekends alone comes to the end, later", () => {
  const { finished, at } = live({
    studies: (on) => ["saturday", "sunday"].includes(weekdayOf(on)),
    days: 365,
    enough: 14,
  });
  expect(finished).toBe(true);
  expect(complete(at)).toBe(true);
}, 240_000);

test("next.1 who reads two papers at once is led through both", () => {
  const { finished, at } = live({
    studies: (_, index) => index % 7 !== 6,
    days: 200,
    ownWill: ({ progress, now }) => {
      const open = progress.papers.filter(({ done, phase }) => !done.read && phase !== null);
      const second = open[1];
      return second === undefined ? [] : [log(second.id, now)];
    },
  });
  expect(finished).toBe(true);
  expect(complete(at)).toBe(true);
}, 240_000);

test("next.1 who only answers cards is asked for work, and nothing else changes", () => {
  const { finished, at, file } = live({
    studies: () => true,
    days: 60,
    obeys: ({ kind }) => kind === "cards",
  });
  expect(finished).toBe(false);
  expect(at.progress.minutes).toBe(0);
  expect(file).toContain("**Papers Read**: 0/15 (0%)");
  expect(at.progress.missedCheckins.map(({ checkin }) => checkin)).toContain("month:1");
}, 240_000);

test("next.15 who skips a phase is never sent to it, and ends without it", () => {
  const skipped = llm.phases[2]?.papers ?? [];
  const { finished, at } = live({
    studies: (_, index) => index % 7 !== 5,
    days: 200,
    ownWill: (_, index) =>
      index === 20 ? skipped.map((paper) => ({ do: "skip-paper", paper, skipped: true })) : [],
    obeys: (step) => {
      expect(skipped.some((paper) => step.command.split(/[ /]/).includes(paper))).toBe(false);
      return true;
    },
  });
  expect(finished).toBe(true);
  expect(at.progress.phases[2]?.counted).toBe(0);
}, 240_000);

test("next.1 who is gone for three weeks without a word goes on where they were", () => {
  const { finished, at } = live({
    studies: (_, index) => index < 24 || index >= 45,
    days: 220,
  });
  expect(finished).toBe(true);
  expect(complete(at)).toBe(true);
}, 240_000);

test("next.1 who reads in the wrong order, and takes ticks back, is led to what is open", () => {
  const order = llm.phases.flatMap(({ papers }) => papers).toReversed();
  const { finished, at } = live({
    studies: (_, index) => index % 7 !== 3,
    days: 250,
    ownWill: ({ progress, now }, index) => {
      const paper = order[Math.floor(index / 3)];
      const mark = (of: PaperId, done: boolean): Command => ({
        do: "mark-paper",
        paper: of,
        aspect: "read",
        done,
      });
      if (paper === undefined) return [];
      const read = progress.papers.find(({ id }) => id === paper)?.done.read === true;
      if (index % 3 === 0) return [log(paper, now)];
      if (index % 3 === 1 && !read) return [mark(paper, true)];
      return index % 9 === 2 && read ? [mark(paper, false)] : [];
    },
  });
  expect(finished).toBe(true);
  expect(complete(at)).toBe(true);
}, 240_000);
