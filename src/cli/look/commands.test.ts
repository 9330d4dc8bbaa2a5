import { expect, test } from "bun:test";
import fc from "fast-check";
import { anyStep } from "../../../tests/fixtures/commands.ts";
import type { DeviceId } from "../../core/time/clock.ts";
import { play } from "../../journal/contract.ts";
import { memoryJournal } from "../../journal/memory/journal.ts";
import { allCommands, lastCommands } from "./commands.ts";

test("journal.14 the last page is the end of the whole history, with the same marks of undo", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { maxLength: 30 }),
      fc.array(anyStep, { maxLength: 10 }),
      fc.integer({ min: 1, max: 12 }),
      async (left, right, wanted) => {
        const [journal, other] = ["left0000", "right000"].map((name) =>
          memoryJournal(name as DeviceId),
        );
        if (journal === undefined || other === undefined) throw new Error("there are two");
        // Commands of two devices in the same millisecond stand between each other.
        for (const [at, step] of left.entries()) await play(journal, step, 1_000 + (at >> 2));
        for (const [at, step] of right.entries()) await play(other, step, 1_000 + (at >> 2));
        const theirs = await Array.fromAsync(other.lines());
        await journal.insert(theirs);

        const all = await Array.fromAsync(allCommands(journal));
        const { undone } = await journal.reversals();
        const page = await lastCommands(journal, wanted);
        expect(page.commands).toEqual(all.slice(-wanted));
        expect(page.more).toBe(all.length > wanted);
        expect(page.commands.map(({ id }) => page.reversals.undone.has(id))).toEqual(
          page.commands.map(({ id }) => undone.has(id)),
        );
      },
    ),
    { numRuns: 60 },
  ));
