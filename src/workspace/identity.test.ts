import { expect, test } from "bun:test";
import type { Body, Entry } from "../core/entries/entry.ts";
import { type DeviceId, entryId } from "../core/time/clock.ts";
import { memoryJournal } from "../journal/memory/journal.ts";
import { lineOf } from "../journal/record.ts";
import { formerIdOf, workspaceIdOf } from "./identity.ts";

const started: Body = {
  type: "workspace.started",
  curriculum: "llm",
  timeZone: "UTC",
  start: null,
  target: null,
  minutesAWeek: null,
};
const mine = "minemine" as DeviceId;

function startOf(device: string, wall: number): Entry {
  const id = entryId({ wall, counter: 0 }, device as DeviceId);
  return { v: 1, id, command: id, by: "cli", ...started };
}

test("a workspace is named after its own start, also when an older one came in from elsewhere", async () => {
  const journal = memoryJournal(mine);
  const { entries } = await journal.record(500, () => ({
    steps: [{ bodies: [started], by: "cli" }],
    result: null,
  }));
  await journal.insert([lineOf(startOf("other000", 10))]);
  expect(await workspaceIdOf(journal)).toBe(entries[0]?.id as string as never);
  expect(formerIdOf(journal)).toBe("minemine" as never);
});

test("a journal that only received is named after the first start in it", async () => {
  const journal = memoryJournal(mine);
  expect(await workspaceIdOf(journal)).toBe("minemine" as never);
  const [first, second] = [startOf("other000", 10), startOf("third000", 20)];
  await journal.insert([second, first].map(lineOf));
  expect(await workspaceIdOf(journal)).toBe(first.id as string as never);
});
