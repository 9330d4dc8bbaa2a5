import { expect, test } from "bun:test";
import { situation } from "../../../tests/fixtures/llm.ts";
import type { PaperId } from "../content/curriculum.ts";
import type { CardId } from "../content/material.ts";
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

test("a sitting that is one command is counted, not listed", () => {
  const answered = (wall: number, grade: 1 | 3): Entry =>
    entry(wall, idAt(1), {
      type: "card.reviewed",
      card: "bert.masking" as CardId,
      paper: null,
      grade,
      at: wall,
      on: day("2026-11-23"),
    });
  const [few] = deedsOf([answered(1, 3), answered(2, 1)], naming);
  expect(few?.what).toBe("Card answered (good); Card answered (again)");
  const [many] = deedsOf([answered(1, 3), answered(2, 1), answered(3, 3), answered(4, 3)], naming);
  expect(many?.what).toBe("4 cards answered: 1 again, 3 good");
});
