import { expect, test } from "bun:test";
import fc from "fast-check";
import {
  type DeviceId,
  entryId,
  lastIdAt,
  momentOfId,
  parseEntryId,
  type Stamp,
  stampOf,
  tick,
} from "./clock.ts";

const device = "abcdefgh" as DeviceId;
const wall = fc.integer({ min: 0, max: Date.parse("5000-01-01") });
const stamp: fc.Arbitrary<Stamp> = fc.record({ wall, counter: fc.nat(36 ** 3 - 1) });

test("journal.2 a stamp is later than the one before, whatever the wall clock says", () => {
  fc.assert(
    fc.property(stamp, wall, (last, now) => {
      expect(entryId(tick(last, now), device) > entryId(last, device)).toBe(true);
    }),
  );
});

test("a stamp follows the wall clock when that is ahead", () => {
  expect(tick({ wall: 5, counter: 9 }, 8)).toEqual({ wall: 8, counter: 0 });
  expect(tick(null, 8)).toEqual({ wall: 8, counter: 0 });
});

test("a counter that is full moves on to the next millisecond", () => {
  expect(tick({ wall: 5, counter: 36 ** 3 - 1 }, 5)).toEqual({ wall: 6, counter: 0 });
});

test("ids sort as their stamps do, and give them back", () => {
  fc.assert(
    fc.property(stamp, stamp, (a, b) => {
      const [left, right] = [entryId(a, device), entryId(b, device)];
      const earlier = a.wall < b.wall || (a.wall === b.wall && a.counter < b.counter);
      expect(left < right).toBe(earlier);
      expect(stampOf(left)).toEqual(a);
      expect(parseEntryId(left)).toBe(left);
      expect(momentOfId(left)).toBe(a.wall);
    }),
  );
});

test("the bound of a moment takes in all of its entries and none of the next", () => {
  fc.assert(
    fc.property(stamp, (at) => {
      const bound = lastIdAt(at.wall);
      expect(entryId(at, device) <= bound).toBe(true);
      expect(entryId({ wall: at.wall + 1, counter: 0 }, device) > bound).toBe(true);
    }),
  );
});
