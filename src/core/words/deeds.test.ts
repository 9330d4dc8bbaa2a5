import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import type { Body, Entry } from "../entries/entry.ts";
import { emptyTally } from "../entries/tally.ts";
import { day } from "../time/calendar.ts";
import { type DeviceId, type EntryId, entryId } from "../time/clock.ts";
import { deedsOf } from "./deeds.ts";

const idAt = (wall: number) => entryId({ wall, counter: 0 }, "abcdefgh" as DeviceId);
const entry = (wall: number, command: EntryId, body: Body): Entry => ({
  v: 1,
  id: idAt(wall),
  command,
  by: "web",
  ...body,
});
const read = (paper: string): Body => ({
  type: "paper.marked",
  paper: paper as PaperId,
  aspect: "read",
  done: true,
});
const naming = situation(emptyTally(), day("2026-11-23"));

test("what was done is a line for each command, the latest first; what was taken back says so", () => {
  const deeds = deedsOf(
    [
      entry(1, idAt(1), read("bert")),
      entry(2, idAt(1), { type: "goal.set", week: 4, text: "Masked" }),
      entry(3, idAt(3), read("lora")),
      entry(4, idAt(4), { type: "command.undone", undoes: idAt(1) }),
    ],
    naming,
  );
  expect(deeds.map(({ command, undone }) => [command, undone])).toEqual([
    [idAt(3), false],
    [idAt(1), true],
  ]);
  expect(deeds[0]?.what).toBe("Read: LoRA");
  expect(deeds[1]?.what).toMatch(/^Read: BERT; .*Masked/);
});
