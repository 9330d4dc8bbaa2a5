import { describe, expect, test } from "bun:test";
import { llm } from "../../../tests/fixtures/llm.ts";
import type { Body } from "../entries/entry.ts";
import { stampEntries } from "../replica/stamp.ts";
import { addDays, day, momentOf } from "../time/calendar.ts";
import type { DeviceId } from "../time/clock.ts";
import { stuckAt } from "./stuck.ts";
import {
  checkinSpan,
  companion,
  digestOf,
  mapTogether,
  weekAt,
  weeksTogether,
} from "./together.ts";
import { sharingOf, type Topic } from "./topic.ts";

const start = day("2026-11-09");
const today = day("2026-11-26");
const paper = { paper: "bert" };
const exercise = llm.papers.find(({ id }) => id === "bert")?.exercises[0];
const task = llm.weeks[2]?.tasks[0];

const begun: readonly Body[] = [
  { type: "plan.changed", start },
  { type: "paper.marked", ...paper, aspect: "read", done: true },
  { type: "paper.progressed", ...paper, aspect: "implemented", state: "started" },
  { type: "item.marked", kind: "task", item: task?.id, done: true },
  { type: "session.logged", ...paper, activity: "read", start: 0, on: today, minutes: 90 },
] as never;
const check = (passed: boolean, mistakes: readonly string[] = []) =>
  ({
    type: "exercise.checked",
    ...paper,
    exercise: exercise?.id,
    passed,
    seed: 1,
    verdict: passed ? "passed" : "wrong",
    mistakes,
    digest: "d",
    took: 1,
  }) as never;

/** What a group has of somebody who did this and shares that. */
function seen(name: string, topics: readonly Topic[], bodies: readonly Body[] = begun) {
  const made = { by: "cli", device: "device00" as DeviceId, last: null } as const;
  const { entries } = stampEntries(bodies, { ...made, now: momentOf(today, "12:00", "UTC") });
  const shown = entries.filter((entry) => {
    const { topic } = sharingOf(entry);
    return topic !== null && topics.includes(topic);
  });
  return companion({ name, role: "learner", topics, entries: shown }, llm, today);
}

const span = checkinSpan(llm, null, today);

describe("a group", () => {
  test("group.1 what is not shared is unknown, and neither a zero nor an open box", () => {
    const quiet = seen("quiet", []);
    expect(weekAt(quiet)).toBeNull();
    expect(weeksTogether([quiet])).toEqual([]);
    expect(mapTogether([quiet])).toEqual([]);
    expect(digestOf(quiet, span)).toEqual({
      name: "quiet",
      papers: null,
      tasks: null,
      verified: null,
      milestones: null,
      teachBacks: null,
      minutes: null,
    });
    // Hours alone say nothing of weeks and papers; a plan alone has no box for ticks.
    const timed = seen("timed", ["hours"]);
    expect(mapTogether([timed])).toEqual([]);
    expect(digestOf(timed, span)).toMatchObject({ papers: null, minutes: 90 });
    const [week] = weeksTogether([seen("planned", ["plan"])]);
    expect(week).toMatchObject({ number: 3, at: ["planned"] });
    expect(week?.tasks.flatMap(({ done }) => done)).toEqual([]);
  });

  test("group.2 weeks and papers name their members in the order they came in, whatever they did", () => {
    const much = seen("bob", ["plan", "progress", "hours"]);
    const little = seen("ann", ["plan", "progress"], begun.slice(0, 1));
    const [week] = weeksTogether([little, much]);
    expect(week?.at).toEqual(["ann", "bob"]);
    expect(week?.tasks[0]).toMatchObject({ id: task?.id, done: ["bob"] });
    expect(mapTogether([little, much])).toEqual([
      {
        paper: "bert" as never,
        name: "BERT",
        begun: [{ name: "bob", aspects: ["read", "implemented"] }],
        complete: [],
        verified: [],
      },
    ]);
    expect(weeksTogether([much, little])[0]?.at).toEqual(["bob", "ann"]);
  });

  test("group.3 a digest holds the seven days that end with the check-in, the day itself among them", () => {
    expect(span).toEqual({ from: day("2026-11-23"), until: day("2026-11-29") });
    expect(checkinSpan(llm, "thursday", today)).toEqual({ from: addDays(today, -6), until: today });
    const bob = seen("bob", ["progress", "hours"]);
    expect(digestOf(bob, span)).toMatchObject({
      papers: [{ name: "BERT", aspects: ["read"] }],
      tasks: 1,
      minutes: 90,
    });
    const later = { from: addDays(today, 1), until: addDays(today, 7) };
    expect(digestOf(bob, later)).toMatchObject({ papers: [], tasks: 0, minutes: 0 });
  });

  test("group.4 failed runs and mistakes are told of who consented; of others what they began and did not pass", () => {
    const failing = [...begun, check(false, ["no-mask"]), check(false, ["wrong-axis"])];
    const open = seen("open", ["progress", "verified", "failed-checks"], failing);
    const shut = seen("shut", ["progress", "verified"], failing);
    const last = { last: today, runs: 2, mistakes: ["no-mask", "wrong-axis"] };
    const both = stuckAt([open, shut]);
    expect(both.map(({ exercise, who }) => [exercise, who])).toEqual([
      [exercise?.id ?? null, [{ is: "failing", name: "open", ...last }]],
      [null, [{ is: "begun", name: "shut" }]],
    ] as never);
    // Who passed is not stuck; and of whom no passes are known, nothing is said.
    const mended = [...failing, check(true)];
    const passed = seen("open", ["progress", "verified", "failed-checks"], mended);
    expect(stuckAt([passed]).filter(({ exercise }) => exercise !== null)).toEqual([]);
    expect(stuckAt([seen("unknown", ["progress", "failed-checks"], mended)])).toEqual([]);
  });
});
