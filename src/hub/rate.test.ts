import { expect, test } from "bun:test";
import { ratesOf } from "./rate.ts";

test("who may ask once may ask though the hub's clock was put back meanwhile", () => {
  const { spend } = ratesOf({ most: 2, each: 1000 });
  expect(spend("ann", 3_600_000)).toBe(true);
  expect(spend("ann", 0)).toBe(true);
  expect(spend("ann", 0)).toBe(false);
  expect(spend("ann", 1000)).toBe(true);
});
