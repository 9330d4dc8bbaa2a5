/** What every adapter of the journal must do; each adapter's test runs it. Laws: SPEC.md. */

import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { anyStep, type Step } from "../../tests/fixtures/commands.ts";
import type { PaperId } from "../core/content/curriculum.ts";
import type { Body, Entry } from "../core/entries/entry.ts";
import { fold } from "../core/entries/ledger.ts";
import { redated } from "../core/replica/redate.ts";
import type { DeviceId, EntryId } from "../core/time/clock.ts";
import { type Journal, JournalCollision, NotAnEntry } from "./port.ts";
import { readLines } from "./record.ts";

export interface Bench {
  readonly journal: Journal;
  /** The same journal, opened anew; adapters that forget at the end of a process give the same one. */
  readonly reopen: () => Journal;
  readonly end: () => void;
}

const device = (name: string) => name.padEnd(8, "0") as DeviceId;

const mark = (done: boolean, paper = "bert"): Body => ({
  type: "paper.marked",
  paper: paper as PaperId,
  aspect: "read",
  done,
});

export async function record(
  journal: Journal,
  bodies: readonly Body[],
  now = 1_000,
): Promise<readonly Entry[]> {
  const { entries } = await journal.record(now, () => ({
    steps: [{ bodies, by: "cli" }],
    result: null,
  }));
  return entries;
}

export async function play(journal: Journal, step: Step, now = 1_000): Promise<void> {
  if (step !== "undo" && step !== "redo") {
    await record(journal, step.do, now);
    return;
  }
  await journal.record(now, ({ picture }) => {
    const { undoable, redoable } = picture.settled;
    const target = step === "undo" ? undoable : redoable;
    if (target === null) return { steps: [], result: null };
    const body: Body =
      step === "undo"
        ? { type: "command.undone", undoes: target }
        : { type: "command.redone", redoes: target };
    return { steps: [{ bodies: [body], by: "cli" }], result: null };
  });
}

async function entriesOf(journal: Journal): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  for await (const { entry } of journal.lines()) if (entry !== null) all.push(entry);
  return all;
}

async function texts(journal: Journal): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { text } of journal.lines()) all.push(text);
  return all;
}

export function journalContract(open: (device: DeviceId) => Bench): void {
  async function withJournal(work: (bench: Bench) => Promise<void>, name = "one"): Promise<void> {
    const bench = open(device(name));
    try {
      await work(bench);
    } finally {
      bench.end();
    }
  }

  describe("the journal", () => {
    test("journal.1 keeps an acknowledged entry letter for letter when it is opened again", () =>
      withJournal(async ({ journal, reopen }) => {
        const entries = await record(journal, [
          mark(true),
          { type: "reward.set", reward: 1, text: 'Té ☕ "|"' },
        ]);
        const again = reopen();
        expect(await entriesOf(again)).toEqual([...entries]);
        expect((await again.picture()).settled.tally.rewards["1"]).toBe('Té ☕ "|"');
      }));

    test("journal.2 gives growing ids, also when the clock is set back", () =>
      withJournal(async ({ journal }) => {
        const ids: EntryId[] = [];
        for (const now of [5_000, 5_000, 9_000, 1, 9_000]) {
          for (const { id } of await record(journal, [mark(true), mark(false)], now)) ids.push(id);
        }
        expect(ids).toEqual(ids.toSorted());
        expect(new Set(ids).size).toBe(10);
      }));

    test("journal.3 orders by id, whatever the order of arrival", () =>
      withJournal(async ({ journal }) => {
        const other = open(device("two"));
        await record(other.journal, [mark(true)], 1_000);
        await record(journal, [mark(false)], 2_000);
        await journal.insert(readLines(await texts(other.journal)));
        const marks = (await entriesOf(journal)).map(
          (entry) => entry.type === "paper.marked" && entry.done,
        );
        expect(marks).toEqual([true, false]);
        expect(
          (await journal.picture()).settled.tally.papers["bert" as PaperId]?.done.read,
        ).toBeUndefined();
        other.end();
      }));

    test("journal.4 keeps entries that it does not understand", () =>
      withJournal(async ({ journal, reopen }) => {
        await record(journal, [mark(true)]);
        const newer = [
          '{"v":1,"id":"bhzzzzzzz-000-abcdefgh","command":"bhzzzzzzz-000-abcdefgh","by":"cli","type":"dream.noted","of":{"x":[1, 2]}}',
          '{"v":7,"id":"bhzzzzzzz-001-abcdefgh","command":"bhzzzzzzz-001-abcdefgh","by":"cli","type":"paper.marked","shape":"new"}',
        ];
        const before = (await journal.picture()).settled.tally;
        await journal.insert(readLines(newer));
        expect((await reopen().picture()).settled.tally).toEqual(before);
        expect((await texts(journal)).slice(1)).toEqual(newer);
      }));

    test("journal.5 inserts all or nothing, and once", () =>
      withJournal(async ({ journal }) => {
        const other = open(device("two"));
        await record(other.journal, [mark(true), mark(false)]);
        const lines = await texts(other.journal);
        await expect(journal.insert(readLines([...lines, '{"v":1,"type":"x"}']))).rejects.toThrow(
          NotAnEntry,
        );
        expect(await texts(journal)).toEqual([]);
        expect(await journal.insert(readLines(lines))).toEqual({
          added: 2,
          known: 0,
          forgotten: 0,
        });
        expect(await journal.insert(readLines(lines))).toEqual({
          added: 0,
          known: 2,
          forgotten: 0,
        });
        expect(await texts(journal)).toEqual(lines);
        other.end();
      }));

    test("journal.6 refuses an id that it has with another text", () =>
      withJournal(async ({ journal }) => {
        await record(journal, [mark(true)]);
        const [line = ""] = await texts(journal);
        await expect(journal.insert(readLines([line.replace("true", "false")]))).rejects.toThrow(
          JournalCollision,
        );
        expect(await texts(journal)).toEqual([line]);
      }));

    test("journal.7 shows the same from a snapshot as from everything", () =>
      withJournal(async ({ journal, reopen }) => {
        for (let count = 0; count < 400; count += 1) {
          await record(
            journal,
            [mark(count % 2 === 0, ["bert", "lora"][count % 2])],
            1_000 + count,
          );
          if (count % 50 === 49) await play(journal, "undo");
        }
        const picture = await reopen().picture();
        expect(picture.ledger.snapshot.through).not.toBeNull();
        expect(picture.ledger.tail.length).toBeLessThanOrEqual(256);
        expect(picture.settled.tally).toEqual(fold(await entriesOf(journal)));
      }));

    test("journal.8 undoes a command behind the snapshot, and redoes it", () =>
      withJournal(async ({ journal }) => {
        const [early] = await record(journal, [{ type: "reward.set", reward: 1, text: "Early" }]);
        for (let count = 0; count < 300; count += 1) await record(journal, [mark(count % 2 === 0)]);
        expect((await journal.picture()).ledger.snapshot.through).not.toBeNull();
        const undo: Body = { type: "command.undone", undoes: early?.id as EntryId };
        await record(journal, [undo]);
        expect((await journal.picture()).settled.tally.rewards["1"]).toBeUndefined();
        for (let count = 0; count < 300; count += 1) await record(journal, [mark(count % 2 === 0)]);
        expect((await journal.picture()).settled.tally.rewards["1"]).toBeUndefined();
        await record(journal, [{ type: "command.redone", redoes: early?.id as EntryId }]);
        expect((await journal.picture()).settled.tally.rewards["1"]).toBe("Early");
        expect((await journal.picture()).settled.tally).toEqual(fold(await entriesOf(journal)));
      }));

    test("journal.13 gives all its lines, each once, in either direction, and takes them in from a stream", () =>
      withJournal(async ({ journal }) => {
        const ten = Array.from({ length: 10 }, () => mark(true));
        for (let count = 0; count < 130; count += 1) await record(journal, ten, count);
        const lines = await texts(journal);
        expect(new Set(lines).size).toBe(1_300);
        const backwards: string[] = [];
        for await (const { text } of journal.newestFirst()) backwards.push(text);
        expect(backwards.toReversed()).toEqual([...lines]);
        const other = open(device("two"));
        expect(await other.journal.insert(readLines(lines.values()))).toEqual({
          added: 1_300,
          known: 0,
          forgotten: 0,
        });
        expect(await texts(other.journal)).toEqual([...lines]);
        const [picture, same] = [await journal.picture(), await other.journal.picture()];
        expect(same.settled).toEqual(picture.settled);
        expect(same.ledger.tail.length).toBeLessThanOrEqual(256);
        other.end();
      }));

    test("gives one command's entries, and what was reversed up to a moment", () =>
      withJournal(async ({ journal }) => {
        const [first, second] = await record(journal, [mark(true), mark(false)], 1_000);
        await record(journal, [mark(true)], 1_000);
        const command = first?.id as EntryId;
        expect(await journal.command(command)).toEqual([first as Entry, second as Entry]);
        expect(await journal.command(second?.id as EntryId)).toEqual([]);
        await record(journal, [{ type: "command.undone", undoes: command }], 2_000);
        expect([...(await journal.reversals()).undone]).toEqual([command]);
        expect([...(await journal.reversals(command)).undone]).toEqual([]);
      }));

    test("journal.12 a reversal is known as one however its letters are written", () =>
      withJournal(async ({ journal }) => {
        const [first] = await record(journal, [{ type: "reward.set", reward: 1, text: "Early" }]);
        for (let count = 0; count < 300; count += 1) await record(journal, [mark(count % 2 === 0)]);
        const id = "bhzzzzzzy-000-abcdefgh";
        const undone = `{ "v": 1, "id": "${id}", "command": "${id}", "by": "cli",
          "type": "c\\u006fmmand\\u002eundone", "undoes": "${first?.id}" }`;
        await journal.insert(readLines([undone]));
        expect((await journal.picture()).settled.tally.rewards["1"]).toBeUndefined();
      }));

    test(
      "journal.8 undoes one command after another, down to the first, and redoes them all",
      () =>
        withJournal(async ({ journal, reopen }) => {
          const paperOf = (count: number) => `own-${count}`;
          for (let count = 0; count < 270; count += 1) {
            await record(journal, [mark(true, paperOf(count))], 1_000 + count);
          }
          const all = (await journal.picture()).settled.tally.papers;
          for (let count = 0; count < 270; count += 1) await play(journal, "undo", 2_000 + count);
          const undone = (await reopen().picture()).settled;
          expect(Object.keys(undone.tally.papers)).toEqual([]);
          expect(undone.undoable).toBeNull();
          for (let count = 0; count < 270; count += 1) await play(journal, "redo", 3_000 + count);
          expect((await journal.picture()).settled.tally.papers).toEqual(all);
        }),
      60_000,
    );

    test("journal.22 remembers values beside the entries, the latest first, in one step with them", () =>
      withJournal(async ({ journal, reopen }) => {
        const values = ["one\ntwo\nthree", "one\n2\nthree", "one\n2\nthree\nfour", "", "one"];
        for (const value of values) {
          await journal.record(1_000, () => ({ steps: [], result: null, remember: [value] }));
        }
        const failing = journal.record(1_000, () => {
          throw new Error("no");
        });
        await expect(failing).rejects.toThrow("no");
        const { latest, earlier } = await reopen().remembered();
        expect([latest, ...earlier()]).toEqual(values.toReversed());
        expect(await texts(journal)).toEqual([]);
      }));

    test("journal.73 entries of types that this version does not know are counted by type, with the newest version that made one", () =>
      withJournal(async ({ journal, reopen }) => {
        expect(await journal.foreign()).toEqual({ counts: new Map(), version: null, unnamed: 0 });
        const [known] = await record(journal, [{ type: "reward.set", reward: 1, text: "one" }]);
        const line = (id: string, type: string, program?: unknown) =>
          JSON.stringify({ v: 1, id, command: id, by: "cli", program, type, text: "…" });
        await journal.insert(
          readLines([
            line("000000009-000-elsewher", "mood.set", "0.9.0"),
            line("000000009-001-elsewher", "mood.set", "0.10.0"),
            line("000000009-002-elsewher", "nap.taken"),
            line("000000009-003-elsewher", "nap.taken", { not: "a version" }),
          ]),
        );
        expect(await reopen().foreign()).toEqual({
          counts: new Map(Object.entries({ "mood.set": 2, "nap.taken": 2 })),
          version: "0.10.0",
          unnamed: 2,
        });
        expect((await journal.picture()).settled.tally).toEqual(
          fold(known === undefined ? [] : [known]),
        );
      }));

    test("journal.72 what is forgotten changes no figure any more, and is never taken in again", () =>
      withJournal(async ({ journal, reopen }) => {
        const one = await record(journal, [{ type: "reward.set", reward: 1, text: "one" }]);
        const two = await record(journal, [{ type: "reward.set", reward: 2, text: "two" }]);
        const lines = await texts(journal);
        expect(await journal.forget(two.map(({ id }) => id))).toBe(1);
        expect(await journal.insert(readLines(lines))).toEqual({
          added: 0,
          known: 1,
          forgotten: 1,
        });
        expect([...(await reopen().forgotten())]).toEqual(two.map(({ id }) => id));
        const left = await texts(reopen());
        expect(left).toEqual(lines.slice(0, 1));
        expect((await journal.picture()).settled.tally).toEqual(fold(one));
        await journal.scrub();
        expect([...(await journal.remembered()).earlier()]).toEqual([]);
        const three = await record(journal, [{ type: "reward.set", reward: 3, text: "three" }]);
        expect((await journal.since(2)).map(({ id }) => id)).toEqual(three.map(({ id }) => id));
      }));

    test("journal.76 what was dated anew counts once, under whichever dates it comes and in whichever order", async () => {
      const made = open(device("left"));
      await record(made.journal, [{ type: "reward.set", reward: 1, text: "one" }]);
      const old = await texts(made.journal);
      made.end();
      const anewBy = (name: string, now: number) =>
        redated(old, { now, last: null, device: device(name), timers: new Map() }).map(
          ({ text }) => text,
        );
      const lines = [...old, ...anewBy("spare", 900), ...anewBy("other", 800)];
      const orders = [lines, lines.toReversed(), [...lines.slice(1), ...lines.slice(0, 1)]];
      const ends: (readonly string[])[] = [];
      for (const order of orders) {
        const { journal, reopen, end } = open(device("right"));
        for (const line of order) await journal.insert(readLines([line]));
        ends.push(await texts(reopen()));
        expect((await reopen().picture()).settled.tally.rewards).toEqual({ "1": "one" });
        expect(await journal.insert(readLines(lines))).toMatchObject({ added: 0, forgotten: 0 });
        end();
      }
      expect(ends[0]).toHaveLength(old.length);
      expect(ends.every((end) => Bun.deepEquals(end, ends[0]))).toBe(true);
    });

    test("journal.72 what is forgotten is not taken in under other dates either", async () => {
      const { journal, end } = open(device("left"));
      const one = await record(journal, [{ type: "reward.set", reward: 1, text: "one" }]);
      const old = await texts(journal);
      const anew = redated(old, {
        now: 900,
        last: null,
        device: device("spare"),
        timers: new Map(),
      });
      await journal.forget(one.map(({ id }) => id));
      expect(await journal.insert(readLines(anew.map(({ text }) => text)))).toMatchObject({
        added: 0,
        forgotten: 1,
      });
      expect(await texts(journal)).toEqual([]);
      end();
    });

    test("journal.7 and fold.1 hold for any history, and for the union of two", () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(anyStep, { maxLength: 25 }),
          fc.array(anyStep, { maxLength: 25 }),
          async (left, right) => {
            const [a, b] = [open(device("left")), open(device("right"))];
            for (const [index, step] of left.entries())
              await play(a.journal, step, 1_000 + index * 2);
            for (const [index, step] of right.entries())
              await play(b.journal, step, 1_001 + index * 2);
            const [linesA, linesB] = [await texts(a.journal), await texts(b.journal)];
            await a.journal.insert(readLines(linesB));
            await b.journal.insert(readLines(linesA.toReversed()));
            expect(await texts(a.journal)).toEqual([...(await texts(b.journal))]);
            const [pictureA, pictureB] = [await a.reopen().picture(), await b.reopen().picture()];
            expect(pictureA.settled).toEqual(pictureB.settled);
            expect(pictureA.settled.tally).toEqual(fold(await entriesOf(a.journal)));
            a.end();
            b.end();
          },
        ),
        { numRuns: 40 },
      ));
  });
}
