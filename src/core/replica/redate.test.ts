/** Entries of a clock that was ahead, dated anew. */
import { expect, test } from "bun:test";
import fc from "fast-check";
import type { PaperId } from "../content/curriculum.ts";
import { madeAt } from "../entries/entry.ts";
import { type DeviceId, entryId, type Stamp, tick } from "../time/clock.ts";
import { redated } from "./redate.ts";

const [ours, spare] = ["laptop00" as DeviceId, "spare000" as DeviceId];
const now = Date.parse("2026-11-27T12:00Z");
const [minute, year] = [60_000, 365 * 86_400_000];

/** The moments after dating anew of entries that were made at these moments, one behind another. */
function datedAnew(last: number, made: readonly number[]): readonly number[] {
  const before: Stamp = { wall: last, counter: 0 };
  let stamp = before;
  const texts = made.map((at) => {
    stamp = tick(stamp, at);
    const id = entryId(stamp, ours);
    const body = { type: "paper.marked", paper: "bert" as PaperId, aspect: "read", done: true };
    return JSON.stringify({ v: 1, id, command: id, by: "cli", at, ...body });
  });
  const options = { now, last: before, device: spare, timers: new Map() };
  return redated(texts, options).map(({ text }) => madeAt(JSON.parse(text)));
}

const last = now - 60 * minute;

test("journal.41 a run that was ahead keeps its distances and ends when the next right one begins", () => {
  expect(datedAnew(last, [now + year, now + year + minute, now - 10 * minute])).toEqual([
    now - 11 * minute,
    now - 10 * minute,
    now - 10 * minute,
  ]);
});

test("journal.41 an entry of a clock that was behind stands after it: that draws nothing back", () => {
  const behind = now - 10 * year;
  expect(datedAnew(last, [now + year, now - 5 * minute, behind])).toEqual([
    now - 5 * minute,
    now - 5 * minute,
    behind,
  ]);
  expect(datedAnew(last, [now + year, behind])).toEqual([now, behind]);
});

test("journal.41 whatever the clocks did, what was ahead comes between the right moments around it", () => {
  const clock = fc.oneof(
    fc.integer({ min: last, max: now }),
    fc.integer({ min: now + year, max: now + 9 * year }),
    fc.integer({ min: 1, max: last - year }),
  );
  fc.assert(
    fc.property(fc.array(clock, { maxLength: 12 }), (made) => {
      const after = datedAnew(last, made);
      let floor = last;
      for (const [index, at] of made.entries()) {
        const moment = after[index] ?? Number.NaN;
        if (at > now) {
          expect(moment).toBeGreaterThanOrEqual(floor);
          expect(moment).toBeLessThanOrEqual(now);
        } else {
          expect(moment).toBe(at);
          floor = Math.max(floor, at);
        }
      }
    }),
  );
});
