import { expect, test } from "bun:test";
import { foreignOf } from "../entries/foreign.ts";
import { foreignSentence } from "./foreign.ts";

const said = (...entries: readonly { readonly foreign: string; readonly program?: string }[]) =>
  foreignSentence(foreignOf(entries), "0.2.0");

test("nothing is said where all entries are understood", () => {
  expect(said()).toBeNull();
});

test("the newest of the versions that made them knows them all", () => {
  expect(
    said(
      { foreign: "nap.taken", program: "0.10.0" },
      { foreign: "mood.set", program: "0.9.0" },
      { foreign: "mood.set", program: "0.3" },
    ),
  ).toBe(
    "3 entries are of a newer version of study than 0.2.0, and all figures leave them out (nap.taken, mood.set × 2): version 0.10.0 knows them. Update study.",
  );
});

test("what names no version, or one that is not newer, is not answered with a guess", () => {
  expect(said({ foreign: "nap.taken" })).toEndWith(
    "(nap.taken): which version knows it is not said. Update study.",
  );
  expect(said({ foreign: "nap.taken", program: "0.2.0" })).toEndWith(
    "which version knows it is not said. Update study.",
  );
  expect(said({ foreign: "nap.taken", program: "0.3.0" }, { foreign: "mood.set" })).toEndWith(
    "(nap.taken, mood.set): update study, to version 0.3.0 at least.",
  );
});
