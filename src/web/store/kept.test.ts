import { expect, test } from "bun:test";
import { llm } from "../../../tests/fixtures/llm.ts";
import { emptySnapshot } from "../../core/entries/ledger.ts";
import { tallyVersion } from "../../core/entries/tally.ts";
import type { WorkspaceId } from "../../core/replica/replica.ts";
import { type KeptState, stateKept, stateToKeep } from "./kept.ts";

const workspace = "00000000a-000-abcdefgh" as WorkspaceId;
const state: KeptState = {
  curriculum: llm,
  problems: [],
  concerns: [],
  served: { is: "computer" },
  demo: false,
  folder: "",
  workspace,
  formerly: workspace,
  version: "0",
  ledger: { snapshot: emptySnapshot, tail: [] },
  arrival: 0,
};

test("sync.13 a state that was kept is gone on with by the version of the tally that made it, and by no other", () => {
  const kept = stateToKeep(state);
  expect(stateKept(kept)).toEqual(state);
  expect(stateKept({ ...kept, tally: tallyVersion - 1 })).toBeNull();
  const { tally: _, ...older } = kept;
  expect(stateKept(older)).toBeNull();
  expect(stateKept(undefined)).toBeNull();
});

test("what was kept before there were pages on hubs is a computer's", () => {
  const { served: _, ...before } = stateToKeep(state);
  expect(stateKept(before)).toEqual(state);
});
