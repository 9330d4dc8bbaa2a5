import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { generator } from "../../src/core/forecast/random.ts";
import { withoutMarks } from "./folder.ts";
import { inLanes } from "./lanes.ts";
import {
  type History,
  historyOf,
  kinds,
  realEdits,
  savedLate,
  shuffled,
  unrelated,
  withoutComments,
} from "./stale.ts";

const seed = 20261125;
const ages = Array.from({ length: 24 }, (_, index) => index + 1);
let history: History;

beforeAll(async () => {
  history = await historyOf(shuffled(kinds, generator(seed)).flat());
}, 120_000);
afterAll(() => history.folder.remove());

describe("an editor that saves one of the last 24 texts", () => {
  for (const change of [unrelated, realEdits]) {
    test(`tracker.20 tracker.21 takes nothing back, and ${change.title} of its own is taken in (seed ${seed})`, async () => {
      const faults = await inLanes(ages, (age) => savedLate(history, age, change, "kept"));
      expect(faults.flat()).toEqual([]);
    }, 120_000);

    test(`tracker.22 takes nothing back where a tool stripped the mark, and ${change.title} of its own is taken in (seed ${seed})`, async () => {
      const faults = await inLanes(ages, (age) => savedLate(history, age, change, "stripped"));
      expect(faults.flat()).toEqual([]);
    }, 120_000);
  }
});

const takenBack = ["item.marked false", "item.removed ", "paper.marked false"];

for (const mark of ["kept", "stripped"] as const) {
  const law =
    mark === "kept"
      ? "tracker.20 what the learner takes back in the newest text is taken back"
      : "tracker.22 what a text without its mark takes back stays, and is told";
  test(law, async () => {
    const folder = history.folder.copy();
    try {
      folder.edit((text) => {
        const taken = text
          .replace(/\| Attention Is All You Need \| ☑ \|/, "| Attention Is All You Need | ☐ |")
          .replace("- [x] **Milestone 1**", "- [ ] **Milestone 1**")
          .replace("- [ ] A line of my own\n", "");
        return mark === "kept" ? taken : withoutComments(taken);
      });
      const { err } = await folder.study("status");
      const fresh = (await folder.records()).slice(history.records.length);
      expect(fresh.map(({ type, done = "" }) => `${type} ${done}`).toSorted()).toEqual(
        mark === "kept" ? takenBack : [],
      );
      if (mark === "stripped") expect(err).toContain("what was recorded stays");
    } finally {
      folder.remove();
    }
  });
}

test("tracker.20 what both sides changed is told: the editor's reward and the command's are both there", async () => {
  const { folder, texts } = await historyOf([{ study: ["reward", "2", "A day at the sea"] }]);
  try {
    folder.save(
      (texts[0] ?? "").replace("Phase 2 Complete: ___________", "Phase 2 Complete: A cake"),
    );
    const { err } = await folder.study("status");
    expect(err).toContain("A cake");
    expect(err).toContain("A day at the sea");
    expect(withoutMarks(folder.text())).toContain("Phase 2 Complete: A cake");
  } finally {
    folder.remove();
  }
});
