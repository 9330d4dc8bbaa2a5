import { expect, test } from "bun:test";
import { cloneTally, emptyTally } from "./tally.ts";

test("a copy of a tally has lists of its own, every one of them", () => {
  const tally = emptyTally();
  const copy = cloneTally(tally);
  expect(copy).toEqual(tally);
  const shared = Object.entries(tally).filter(
    ([key, value]) =>
      typeof value === "object" && value !== null && copy[key as keyof typeof copy] === value,
  );
  // The settings are replaced as a whole, as every value in a list is.
  expect(shared.map(([key]) => key)).toEqual(["settings"]);
});
