import { expect, test } from "bun:test";
import { llm, monday, situation, specification } from "../../tests/fixtures/llm.ts";
import type { Command } from "../core/decide/command.ts";
import { after, decideAll } from "../core/decide/rehearse.ts";
import { day } from "../core/time/calendar.ts";
import { sayRange } from "./fixed.ts";
import { renderTracker } from "./render.ts";

function renderAfter(commands: readonly Command[], today = monday): string {
  const before = situation(undefined, today);
  const decision = decideAll(commands, before);
  if (!decision.ok) throw new Error(decision.message);
  return renderTracker(llm, after(before, decision.bodies).progress, null);
}

test("tracker.1 on an empty journal the document equals the specification byte for byte", () => {
  expect(renderTracker(llm, situation().progress, null)).toBe(specification);
});

test("tracker.1 a field that has a value differs from the specification there alone", () => {
  const rendered = renderAfter([{ do: "set-reward", reward: 2, text: "Dinner" }]);
  const [before, after] = [specification.split("\n"), rendered.split("\n")];
  const changed = after.filter((line, index) => line !== before[index]);
  expect(changed).toEqual(["- Phase 2 Complete: Dinner", "**Last Updated**: 2026-11-23  "]);
});

test("the weeks of a later phase appear when it comes, and not before", () => {
  const started: Command = {
    do: "start-workspace",
    curriculum: "llm",
    timeZone: "UTC",
    start: day("2026-11-02"),
    target: null,
    minutesAWeek: null,
  };
  expect(renderAfter([started], day("2026-11-22"))).not.toContain("### Week 4");
  expect(renderAfter([started], day("2026-11-23"))).toContain("### Week 6");
  expect(renderAfter([started], day("2026-11-23"))).not.toContain("### Week 7");
});

test("minutes are said as the reading strategy says them", () => {
  expect(sayRange({ least: 30, most: 30 })).toBe("30 min");
  expect(sayRange({ least: 60, most: 120 })).toBe("1-2 hours");
  expect(sayRange({ least: 60, most: 60 })).toBe("1 hour");
  expect(sayRange({ least: 45, most: 90 })).toBe("45-90 min");
});
