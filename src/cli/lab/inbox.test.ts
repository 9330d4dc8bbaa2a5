import { expect, test } from "bun:test";
import { type Arrival, arrivalOf, withArrival } from "./inbox.ts";

test("the keys are rustlings', and no other asks for anything", () => {
  const asked = [..."hlcxq"].map((key) => arrivalOf(key));
  expect(asked.map((arrival) => (arrival?.is === "key" ? arrival.key : arrival?.is))).toEqual([
    "hint",
    "list",
    "check-all",
    "reset",
    "quit",
  ]);
  expect([arrivalOf("z"), arrivalOf("enter")]).toEqual([null, null]);
});

test("saves that nobody has looked at are one, keys are kept in their order, and leaving comes first", () => {
  const after = (...arrivals: readonly Arrival[]) =>
    arrivals.reduce<readonly Arrival[]>(withArrival, []);
  const saved = { is: "saved" } as const;
  const hint = { is: "key", key: "hint" } as const;
  expect(after(saved, hint, saved, hint)).toEqual([saved, hint, hint]);
  expect(after(saved, hint, { is: "quit" }, hint)).toEqual([{ is: "quit" }]);
});
