import { expect, test } from "bun:test";
import type { ExerciseId } from "../content/curriculum.ts";
import { coreOf, isVerified } from "./verified.ts";

const one = (id: string, level: "core" | "bonus") => ({ id: id as ExerciseId, level });
const three = [one("a", "core"), one("b", "bonus"), one("c", "core")];
const passing =
  (...ids: readonly string[]) =>
  (id: ExerciseId) =>
    ids.includes(id);

test("a paper is verified by its core exercises, whether the bonus ones pass or not", () => {
  expect(coreOf(three).map(({ id }) => String(id))).toEqual(["a", "c"]);
  expect(isVerified(three, passing("a", "c"))).toBe(true);
  expect(isVerified(three, passing("a", "b"))).toBe(false);
});

test("bonus exercises alone, or none, verify nothing", () => {
  expect(isVerified([one("b", "bonus")], passing("b"))).toBe(false);
  expect(isVerified([], passing())).toBe(false);
});
