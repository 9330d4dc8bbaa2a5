/** Where work is put whose time of day was not said. */
import { expect, test } from "bun:test";
import type { PaperId } from "../content/curriculum.ts";
import { emptyTally, type Session, type Tally } from "../entries/tally.ts";
import { type Day, day, momentOf } from "../time/calendar.ts";
import type { EntryId } from "../time/clock.ts";
import { startFrom, untimedStart } from "./free-time.ts";

const timeZone = "Europe/Zurich";
const today = day("2026-11-27");
const yesterday = day("2026-11-26");
const at = (on: Day, time: string) => momentOf(on, time, timeZone);
const spent = (paper: string, minutes: number) =>
  ({ paper: paper as PaperId, activity: "read", minutes }) as const;

function withSession(on: Day, time: string, paper: string, minutes: number): Tally {
  const session: Session = {
    ...spent(paper, minutes),
    id: "1" as EntryId,
    start: at(on, time),
    on,
  };
  return { ...emptyTally(), timeZone, lately: [session] };
}

test.each([
  ["it ends now", "14:00", null, "13:50"],
  ["of today too", "14:00", today, "13:50"],
  ["soon after midnight, no day said: in the night before", "00:05", null, "23:55"],
  ["of today, soon after midnight: it ends now all the same", "00:05", today, "23:55"],
] as const)("nothing logged yet, %s", (_, now, on, start) => {
  const expected = at(start > now ? yesterday : today, start);
  const nothing = { ...emptyTally(), timeZone };
  const found = untimedStart(nothing, on, spent("lora", 10), { now: at(today, now), span: null });
  expect(found).toBe(expected);
});

test("behind 20 minutes that end now there is room before them, also across midnight", () => {
  for (const [now, logged, start] of [
    ["14:00", [today, "13:40"], [today, "13:30"]],
    ["00:05", [yesterday, "23:45"], [yesterday, "23:35"]],
  ] as const) {
    const tally = withSession(logged[0], logged[1], "bert", 20);
    const found = untimedStart(tally, null, spent("lora", 10), { now: at(today, now), span: null });
    expect(found).toBe(at(start[0], start[1]));
  }
});

test("an evening's reach: no day was said, yet a whole day of work finds no room in the day before", () => {
  const tally = withSession(today, "01:00", "bert", 6 * 60);
  const now = at(today, "07:00");
  expect(untimedStart(tally, null, spent("lora", 120), { now, span: null })).toBe(
    at(today, "05:00"),
  );
});

test("work of a part of the day begins there, behind what is there, or where the day has room before now", () => {
  const span = null;
  const morning = at(today, "09:00");
  const taken = withSession(today, "09:00", "bert", 30);
  const begun = (tally: Tally, now: string) =>
    startFrom(tally, morning, spent("lora", 20), { now: at(today, now), span });
  expect(begun({ ...emptyTally(), timeZone }, "12:00")).toBe(morning);
  expect(begun(taken, "12:00")).toBe(at(today, "09:30"));
  expect(begun(taken, "09:40")).toBe(at(today, "08:40"));
  expect(begun({ ...emptyTally(), timeZone }, "08:00")).toBe(morning);
});
