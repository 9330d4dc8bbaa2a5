/** Time off as a set of days. */
import { expect, test } from "bun:test";
import fc from "fast-check";
import { addDays, type Day, day } from "./calendar.ts";
import {
  daysOff,
  type Stretch,
  stretchOn,
  studyCalendar,
  type TimeOff,
  withStretch,
} from "./time-off.ts";

const first = day("2026-12-01");
const stretch: fc.Arbitrary<Stretch> = fc
  .tuple(fc.nat(60), fc.nat(20))
  .map(([from, length]) => ({ from: addDays(first, from), until: addDays(first, from + length) }));
const said = fc.array(fc.tuple(stretch, fc.boolean()), { maxLength: 6 });
const days = Array.from({ length: 90 }, (_, index) => addDays(first, index));

function offAfter(all: readonly (readonly [Stretch, boolean])[]): TimeOff {
  return all.reduce<TimeOff>((off, [one, away]) => withStretch(off, one, away), []);
}

test("off.1 a day is off as the last word about it says, and stretches neither overlap nor touch", () => {
  fc.assert(
    fc.property(said, (all) => {
      const off = offAfter(all);
      const last = (on: Day) =>
        all.findLast(([{ from, until }]) => from <= on && on <= until)?.[1] === true;
      for (const on of days) expect(stretchOn(off, on) !== null).toBe(last(on));
      for (const [index, { from }] of off.entries()) {
        const before = off[index - 1];
        if (before !== undefined) expect(addDays(before.until, 1) < from).toBe(true);
      }
      expect(daysOff(off, first, days.at(-1) as Day)).toBe(days.filter(last).length);
    }),
    { numRuns: 200 },
  );
});

test("the days of study are numbered one after the other, and found by their number", () => {
  fc.assert(
    fc.property(said, (all) => {
      const off = offAfter(all);
      const { numberOf, numberOfWork, dayOf } = studyCalendar(off);
      const studied = days.filter((on) => stretchOn(off, on) === null);
      for (const [index, on] of studied.entries()) {
        expect(numberOf(on)).toBe(numberOf(studied[0] as Day) + index);
        expect(dayOf(numberOf(on))).toBe(on);
      }
      for (const on of days) {
        const back = studied.findLast((known) => known <= on);
        if (back !== undefined) expect(numberOfWork(on)).toBe(numberOf(back));
      }
    }),
    { numRuns: 200 },
  );
});
