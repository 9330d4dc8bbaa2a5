import { expect, test } from "bun:test";
import type { Version, VersionCause } from "./note.ts";
import { lastNoteStep, typingPause } from "./note-undo.ts";

const states = (...all: readonly (readonly [cause: VersionCause, at: number])[]) =>
  all.map(([cause, at], index): Version => {
    return { number: index + 1, at, cause, length: cause === "deleted" ? null : 1 };
  });
const stepOf = (versions: readonly Version[]) => {
  const step = lastNoteStep(versions);
  return step === null ? null : [step.last.number, step.before.number];
};

test("sync.26 typing without a long pause is one step, and a pause or another cause begins a new one", () => {
  const long = typingPause + 1;
  expect(stepOf(states(["found", 0], ["saved", 5], ["saved", 9]))).toEqual([3, 1]);
  expect(stepOf(states(["saved", 0], ["saved", long], ["saved", long + 5]))).toEqual([3, 1]);
  expect(stepOf(states(["saved", 0], ["brought-back", 5]))).toEqual([2, 1]);
  expect(stepOf(states(["saved", 0], ["brought-back", 5], ["saved", 6]))).toEqual([3, 2]);
  expect(stepOf(states(["deleted", 0], ["saved", 5]))).toEqual([2, 1]);
});

test("sync.26 one undo after another goes further back, over what was taken back already", () => {
  const long = typingPause + 1;
  const typed = [
    ["saved", 0],
    ["saved", long],
    ["saved", long + 1],
    ["saved", 3 * long],
  ] as const;
  expect(stepOf(states(...typed))).toEqual([4, 3]);
  expect(stepOf(states(...typed, ["taken-back", 4 * long]))).toEqual([3, 1]);
  expect(stepOf(states(...typed, ["taken-back", 0], ["taken-back", 0]))).toBeNull();
  expect(stepOf(states(...typed, ["taken-back", 0], ["saved", 9 * long]))).toEqual([6, 3]);
});

test("sync.26 what an editor left or deleted, and a note's first state, are not taken back", () => {
  expect(stepOf(states(["saved", 0], ["found", 5]))).toBeNull();
  expect(stepOf(states(["saved", 0], ["deleted", 5]))).toBeNull();
  expect(stepOf(states(["saved", 0], ["saved", 5]))).toBeNull();
  expect(stepOf([])).toBeNull();
});
