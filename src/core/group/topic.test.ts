import { expect, test } from "bun:test";
import { type Body, bodySchemas, type Entry } from "../entries/entry.ts";
import type { EntryId } from "../time/clock.ts";
import { sharingOf, type Topic } from "./topic.ts";

const id = "000000001-000-device00" as EntryId;
const topicOf = (body: { readonly type: string }): Topic | null =>
  sharingOf({ v: 1, id, command: id, by: "cli", ...(body as Body) } as Entry).topic;

test("sync.63 an entry is of one topic or of none; notes, cards, marks, timers and settings are of none", () => {
  const types = Object.keys(bodySchemas);
  const none = types.filter((type) => topicOf({ type }) === null);
  expect(none).toEqual([
    "workspace.merged",
    "timer.started",
    "timer.rings",
    "timer.paused",
    "timer.resumed",
    "timer.stopped",
    "reward.set",
    "card.added",
    "card.edited",
    "card.suspended",
    "recall.fitted",
    "card.removed",
    "highlight.added",
    "highlight.edited",
    "highlight.removed",
    "measurement.kept",
    "measurement.removed",
    "settings.changed",
    "conflict.found",
    "conflict.settled",
    "command.undone",
    "command.redone",
  ]);
});

test("a ticked milestone is a milestone and any other tick progress; a check that failed is no verified exercise", () => {
  const item = { type: "item.marked", item: "x", done: true };
  expect(topicOf({ ...item, kind: "milestone" } as never)).toBe("milestones");
  expect(topicOf({ ...item, kind: "task" } as never)).toBe("progress");
  expect(topicOf({ type: "exercise.checked", passed: true } as never)).toBe("verified");
  expect(topicOf({ type: "exercise.checked", passed: false } as never)).toBe("failed-checks");
});

test("an undo is no topic's, and names what it acts on", () => {
  const other = "000000002-000-device00" as EntryId;
  const undo = { v: 1, id, command: id, by: "cli", type: "command.undone", undoes: other } as const;
  expect(sharingOf(undo)).toEqual({ topic: null, command: id, reverses: other });
});
