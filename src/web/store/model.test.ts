import { expect, test } from "bun:test";
import { llm } from "../../../tests/fixtures/llm.ts";
import { materialForm } from "../../core/content/material.ts";
import { emptySnapshot } from "../../core/entries/ledger.ts";
import { begin, make, type WorkspaceId } from "../../core/replica/replica.ts";
import { day } from "../../core/time/calendar.ts";
import type { DeviceId } from "../../core/time/clock.ts";
import {
  type About,
  createShow,
  emptyModel,
  type KnownMaterial,
  type Model,
  materialKept,
  type Ready,
  withReplica,
} from "./model.ts";

const workspace = "00000000a-000-abcdefgh" as WorkspaceId;
const about: About = {
  curriculum: llm,
  problems: [],
  concerns: [],
  served: { is: "computer" },
  demo: false,
  folder: "",
  workspace,
  formerly: workspace,

  version: "0",
};
const noon = Date.parse("2026-11-20T12:00Z");
const ledger = { snapshot: emptySnapshot, tail: [] };
const replica = begin("pagepage" as DeviceId, { ...about, ledger, arrival: 0 }, []);
const started = make(replica, [{ type: "plan.changed", start: day("2026-11-01") }], noon).replica;
const model: Model = { ...emptyModel(noon), known: { about, replica: started } };

const ready = (show: ReturnType<typeof createShow>, of: Model): Ready => {
  const shown = show(of);
  if (shown.state !== "ready") throw new Error("there is something to show");
  return shown;
};

test("before anything is known it is loading, or says why not", () => {
  const show = createShow();
  expect(show(emptyModel(0))).toEqual({ state: "loading" });
  expect(show({ ...emptyModel(0), fault: "Away." })).toEqual({ state: "failed", message: "Away." });
});

test("figures are computed once until an entry or the day is another", () => {
  const show = createShow();
  const first = ready(show, model);
  const said = ready(show, { ...model, toast: { text: "Kept.", undoes: null } });
  expect(said.situation).toBe(first.situation);
  const later = ready(show, { ...model, now: noon + 30_000 });
  expect(later.situation.now).toBe(noon + 30_000);
  expect(later.situation.progress).toBe(first.situation.progress);
  const tomorrow = ready(show, { ...model, now: noon + 86_400_000 });
  expect(tomorrow.situation.progress.today).toBe(day("2026-11-21"));
  const { replica: next } = make(started, [{ type: "goal.set", week: 1, text: "Read." }], noon);
  expect(ready(show, withReplica(model, next)).situation.tally.goals).toEqual({ 1: "Read." });
});

test("the forecast is computed when it is asked for, and once", () => {
  const show = createShow();
  const first = ready(show, model);
  const outlook = first.outlook();
  expect(outlook?.sentence).toBeTruthy();
  expect(ready(show, { ...model, now: noon + 30_000 }).outlook()).toBe(outlook);
});

test("guides that an older page kept are asked for anew, whatever their curriculum's version", () => {
  const material = { guides: {}, decks: {}, facts: {}, rhythm: [] };
  const kept = { version: "v", form: materialForm, material } as const;
  expect(materialKept(kept)).toBe(kept);
  const older = { version: "v", material } as unknown as KnownMaterial;
  expect(materialKept(older)).toBeNull();
  expect(materialKept(undefined)).toBeNull();
});
