import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { anyBody, bodiesOf, idAt, plainNames } from "../../../tests/fixtures/commands.ts";
import { llm, monday, situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import { decide } from "../decide/decide.ts";
import { after } from "../decide/rehearse.ts";
import { lookBack } from "../progress/period.ts";
import { progressOf } from "../progress/progress.ts";
import { addDays, type Day, day } from "../time/calendar.ts";
import { describeAll } from "../words/describe.ts";
import { type Activity, activities, type Body, type Entry } from "./entry.ts";
import { minutesHeld } from "./hours.ts";
import { fold } from "./ledger.ts";
import type { Tally } from "./tally.ts";

const bert = "bert" as PaperId;
const session = (
  activity: Activity,
  minutes: number,
  on: Day,
  paper: PaperId | null = bert,
): Body => ({
  type: "session.logged",
  paper,
  activity,
  start: 1000,
  on,
  minutes,
});
const adjust = (minutes: number, on: Day = monday, paper: PaperId | null = bert): Body => ({
  type: "hours.adjusted",
  paper,
  activity: "read",
  on,
  minutes,
});

function folded(bodies: readonly Body[]): Tally {
  return fold(
    bodies.map((body, at): Entry => {
      const id = idAt(at + 1);
      return { v: 1, id, command: id, by: "cli", ...body };
    }),
  );
}

const { "session.logged": logged, "hours.adjusted": adjusted } = bodiesOf(plainNames);
const time = fc.array(fc.oneof<fc.Arbitrary<Body>[]>(logged, adjusted), { maxLength: 25 });

function expectSound(tally: Tally): void {
  const cells = [
    ...Object.values(tally.days),
    ...Object.values(tally.papers).map((of) => of.minutes),
  ];
  for (const cell of cells)
    for (const minutes of Object.values(cell)) expect(minutes).toBeGreaterThanOrEqual(0);
  for (const activity of activities) {
    expect(minutesHeld(tally, null, activity)).toBeGreaterThanOrEqual(0);
  }
  const progress = progressOf(llm, tally, monday);
  expect(progress.minutes).toBeGreaterThanOrEqual(progress.implementMinutes);
  const ofPapers = progress.papers.reduce((sum, { minutes }) => sum + minutes, 0);
  expect(ofPapers).toBeLessThanOrEqual(progress.minutes);
  const days = { from: addDays(monday, -60), to: monday };
  expect(lookBack(llm, tally, progress, days).minutes).toBe(progress.minutes);
}

test("fold.3 no hours are negative, and the papers' never exceed the days'", () => {
  fc.assert(
    fc.property(fc.array(anyBody, { maxLength: 40 }), (bodies) => expectSound(folded(bodies))),
  );
  fc.assert(fc.property(time, (bodies) => expectSound(folded(bodies))));
});

test("fold.3 time that is logged afterwards counts in full, whatever two devices took back before", () => {
  fc.assert(
    fc.property(time, fc.integer({ min: 1, max: 600 }), (bodies, minutes) => {
      const before = progressOf(llm, folded(bodies), monday).minutes;
      const more = folded([...bodies, session("notes", minutes, monday)]);
      expect(progressOf(llm, more, monday).minutes).toBe(before + minutes);
    }),
  );
});

test("a correction changes the paper's hours by just what was asked, or is refused", () => {
  fc.assert(
    fc.property(
      time,
      fc.integer({ min: -900, max: 900 }),
      fc.constantFrom(...activities),
      fc.constantFrom(bert, null),
      (bodies, minutes, activity, paper) => {
        const now = situation(folded(bodies));
        const heldIn = (tally: Tally) =>
          activities.reduce((sum, one) => sum + minutesHeld(tally, paper, one), 0);
        const held = heldIn(now.tally);
        const decision = decide({ do: "adjust-hours", paper, activity, minutes }, now);
        if (!decision.ok) {
          expect([decision.reason, held + minutes < 0]).toEqual(["below-zero", true]);
          return;
        }
        const next = after(now, decision.bodies);
        expect(heldIn(next.tally)).toBe(held + minutes);
        expect(next.progress.minutes).toBe(now.progress.minutes + minutes);
        expectSound(next.tally);
        // A version that adds each entry where it says comes to the same.
        for (const body of decision.bodies) {
          if (body.type !== "hours.adjusted" || body.minutes > 0) continue;
          expect(now.tally.days[body.on]?.[body.activity] ?? 0).toBeGreaterThanOrEqual(
            -body.minutes,
          );
        }
      },
    ),
  );
});

describe("what is taken back", () => {
  const [friday, saturday] = [day("2026-11-20"), day("2026-11-21")];

  test("comes from the other activities when there is not enough reading", () => {
    const now = situation(
      folded([session("read", 60, friday), session("implement", 360, saturday)]),
    );
    const decision = decide(
      { do: "adjust-hours", paper: bert, activity: "read", minutes: -300 },
      now,
    );
    if (!decision.ok) throw new Error(decision.message);
    expect(decision.bodies).toEqual([
      { ...adjust(-60, friday) },
      { ...adjust(-240, saturday), activity: "implement" } as Body,
    ]);
    const { progress, tally } = after(now, decision.bodies);
    expect([progress.minutes, progress.implementMinutes]).toEqual([120, 120]);
    expect(describeAll(decision.bodies, { curriculum: llm, progress, tally })).toEqual([
      "Hours −5h on BERT",
    ]);
  });

  test("comes from its day first, then from the latest", () => {
    const now = situation(folded([session("read", 60, friday), session("read", 60, saturday)]));
    const taken = (on: Day) =>
      decide({ do: "adjust-hours", paper: bert, activity: "read", minutes: -90, on }, now);
    expect(taken(friday)).toMatchObject({ bodies: [adjust(-60, friday), adjust(-30, saturday)] });
    expect(taken(monday)).toMatchObject({ bodies: [adjust(-60, saturday), adjust(-30, friday)] });
  });

  test("by an older version, on a day that had nothing, is taken all the same", () => {
    const { minutes, papers } = progressOf(
      llm,
      folded([session("implement", 600, friday), adjust(-240, monday)]),
      monday,
    );
    expect([minutes, papers.find(({ id }) => id === bert)?.minutesBy]).toEqual([
      360,
      { read: 0, notes: 0, implement: 360, review: 0 },
    ]);
  });

  test("by two devices at once is taken once from what there is", () => {
    const tally = folded([
      session("read", 60, friday),
      session("read", 60, friday, "lora" as PaperId),
      adjust(-60, friday),
      adjust(-60, friday),
    ]);
    expect(progressOf(llm, tally, monday).minutes).toBe(60);
    expect(tally.papers["lora" as PaperId]?.minutes.read).toBe(60);
  });
});
