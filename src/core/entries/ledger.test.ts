import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { anyBody } from "../../../tests/fixtures/commands.ts";
import { type DeviceId, type EntryId, entryId } from "../time/clock.ts";
import type { Body, Entry } from "./entry.ts";
import {
  advance,
  emptySnapshot,
  fold,
  reversalsIn,
  settle,
  settleWhole,
  undoState,
} from "./ledger.ts";

const device = "abcdefgh" as DeviceId;
const stamp = (wall: number, counter = 0) => entryId({ wall, counter }, device);

/** One command a list, in order. */
function entriesOf(commands: readonly (readonly Body[])[]): readonly Entry[] {
  return commands.flatMap((bodies, index) => {
    const command = stamp(index + 1);
    return bodies.map(
      (body, counter): Entry => ({
        v: 1,
        id: stamp(index + 1, counter),
        command,
        by: "cli",
        ...body,
      }),
    );
  });
}

const reward = (text: string): Body => ({ type: "reward.set", reward: 1, text });
const undo = (undoes: EntryId): Body => ({ type: "command.undone", undoes });
const redo = (redoes: EntryId): Body => ({ type: "command.redone", redoes });
const commands = fc.array(fc.array(anyBody, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 12,
});

test("fold.2 after an undo everything is as if the command had never been", () => {
  fc.assert(
    fc.property(commands, fc.nat(), (list, at) => {
      const target = at % list.length;
      const all = entriesOf(list);
      // A start can't be undone.
      const itself = all.filter(
        ({ command, type }) => command === stamp(target + 1) && type !== "workspace.started",
      );
      const gone = new Set(
        itself.filter(({ type }) => type === "session.logged").map(({ id }) => id),
      );
      // What another device changed of a session goes with it.
      const without = all.filter(
        (entry) => !itself.includes(entry) && !("session" in entry && gone.has(entry.session)),
      );
      const undone = [
        ...entriesOf(list),
        ...entriesOf([...list.map(() => []), [undo(stamp(target + 1))]]),
      ];
      const { lastAt: _, revised, ...tally } = fold(undone);
      const { lastAt: __, revised: expectedRevised, ...expected } = fold(without);
      expect(tally).toEqual(expected);
      const edits = Object.entries(revised).filter(([, { is }]) => is !== "undone");
      expect(Object.fromEntries(edits)).toEqual({ ...expectedRevised });
    }),
  );
});

test("fold.2 after a redo it is as if there had been no undo", () => {
  fc.assert(
    fc.property(commands, fc.nat(), (list, at) => {
      const target = stamp((at % list.length) + 1);
      const gaps = list.map(() => []);
      const both = [...entriesOf(list), ...entriesOf([...gaps, [undo(target)], [redo(target)]])];
      const { lastAt: _, ...tally } = fold(both);
      const { lastAt: __, ...expected } = fold(entriesOf(list));
      expect(tally).toEqual(expected);
    }),
  );
});

test("fold.1 a snapshot at any point gives the same result", () => {
  fc.assert(
    fc.property(commands, fc.nat(12), (list, keep) => {
      const entries = entriesOf(list);
      const snapshot = advance({ snapshot: emptySnapshot, tail: entries }, keep);
      const tail = entries.filter(({ id }) => id > (snapshot.through ?? ""));
      const settlement = settle({ snapshot, tail });
      if (!settlement.ok) throw new Error("nothing reaches behind it");
      expect(settlement.settled.tally).toEqual(fold(entries));
    }),
  );
});

test("journal.12 one walk through any journal gives what its list gives", () => {
  const step = fc.record({
    do: fc.constantFrom("do", "do", "do", "undo", "redo"),
    bodies: fc.array(anyBody, { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(8), fc.nat(12), (steps, kept, limit) => {
      const list: (readonly Body[])[] = [];
      for (const { do: what, bodies } of steps) {
        const { undoable, redoable } = undoState(entriesOf(list));
        if (what === "do") list.push(bodies);
        else if (what === "undo") list.push(undoable === null ? [] : [undo(undoable)]);
        else list.push(redoable === null ? [] : [redo(redoable)]);
      }
      const entries = entriesOf(list);
      const whole = settleWhole(entries.values(), reversalsIn(entries), { kept, limit });
      expect(whole.settled).toEqual({ tally: fold(entries), ...undoState(entries) });
      const { snapshot, tail } = whole.ledger;
      expect(tail).toEqual(entries.filter(({ id }) => id > (snapshot.through ?? "")));
      const known = settle(whole.ledger);
      if (!known.ok) throw new Error("the snapshot knows all that was reversed");
      expect(known.settled.tally).toEqual(fold(entries));
    }),
  );
});

test("a snapshot never cuts a command in two", () => {
  const entries = entriesOf([
    [reward("a")],
    [reward("b"), reward("c"), reward("d")],
    [reward("e")],
  ]);
  const { through } = advance({ snapshot: emptySnapshot, tail: entries }, 2);
  expect(through).toBe(stamp(1));
});

test("fold.2 a snapshot does not cut a command that another device's entry lies inside of", () => {
  const [first, second] = entriesOf([[reward("a"), reward("b")]]) as [Entry, Entry];
  const id = entryId({ wall: 1, counter: 0 }, "zzzzzzzz" as DeviceId);
  const between: Entry = { v: 1, id, command: id, by: "cli", ...reward("c") };
  const tail = [first, between, second];
  expect(tail.map(({ id }) => id).toSorted()).toEqual(tail.map(({ id }) => id));
  expect(advance({ snapshot: emptySnapshot, tail }, 1)).toBe(emptySnapshot);
});

describe("undo and redo", () => {
  const three = [[reward("a")], [reward("b")], [reward("c")]];
  const state = (more: readonly (readonly Body[])[]) => undoState(entriesOf([...three, ...more]));

  test("act on the last command that counts", () => {
    expect(state([]).undoable).toBe(stamp(3));
    expect(state([[undo(stamp(3))]])).toMatchObject({ undoable: stamp(2), redoable: stamp(3) });
    expect(state([[undo(stamp(3))], [undo(stamp(2))]])).toMatchObject({
      undoable: stamp(1),
      redoable: stamp(2),
    });
    expect(state([[undo(stamp(3))], [redo(stamp(3))]])).toMatchObject({
      undoable: stamp(3),
      redoable: null,
    });
  });

  test("a new command ends what could be redone", () => {
    expect(state([[undo(stamp(3))], [reward("d")]])).toMatchObject({
      undoable: stamp(5),
      redoable: null,
    });
  });

  test("the workspace's start is nothing to undo", () => {
    const started: Body = {
      type: "workspace.started",
      curriculum: "llm",
      timeZone: "UTC",
      start: null,
      target: null,
      minutesAWeek: null,
    };
    expect(undoState(entriesOf([[started]])).undoable).toBeNull();
  });

  test("an undo behind the snapshot asks for the whole journal", () => {
    const entries = entriesOf(three);
    const snapshot = advance({ snapshot: emptySnapshot, tail: entries }, 1);
    const tail = [...entries.slice(2), ...entriesOf([[], [], [], [undo(stamp(1))]])];
    expect(settle({ snapshot, tail }).ok).toBe(false);
  });
});
