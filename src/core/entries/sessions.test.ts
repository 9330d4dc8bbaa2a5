import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { PaperId } from "../content/curriculum.ts";
import { day } from "../time/calendar.ts";
import { type DeviceId, type EntryId, entryId } from "../time/clock.ts";
import type { Body, Entry, Spent } from "./entry.ts";
import { advance, emptySnapshot, fold, settle } from "./ledger.ts";

const device = "abcdefgh" as DeviceId;
const idAt = (wall: number) => entryId({ wall, counter: 0 }, device);
const made = (bodies: readonly Body[]): readonly Entry[] =>
  bodies.map((body, index) => {
    const id = idAt(index + 1);
    return { v: 1, id, command: id, by: "cli", ...body };
  });

const spent: fc.Arbitrary<Spent> = fc
  .record({
    paper: fc.constantFrom(null, "bert" as PaperId, "lora" as PaperId),
    activity: fc.constantFrom("read" as const, "implement" as const),
    pass: fc.constantFrom(undefined, 1 as const, 2 as const),
    start: fc.nat(1_000_000),
    on: fc.constantFrom(day("2026-11-20"), day("2026-11-21")),
    minutes: fc.integer({ min: 1, max: 600 }),
  })
  .map(({ pass, ...rest }) => (pass === undefined ? rest : { ...rest, pass }));

const log = (of: Spent): Body => ({ type: "session.logged", ...of });
const edit = (session: EntryId, logged: Spent, now: Spent): Body => ({
  type: "session.edited",
  session,
  logged,
  now,
});
const remove = (session: EntryId, logged: Spent): Body => ({
  type: "session.removed",
  session,
  logged,
});

/** What a learner sees of the time: days and papers without what has come to nothing. */
function figures(entries: readonly Entry[]) {
  const { days, papers, lately } = fold(entries);
  const filled = (record: object) => Object.entries(record).filter(([, value]) => value !== 0);
  return {
    days: Object.entries(days)
      .flatMap(([on, of]) => filled(of).map(([key, value]) => [on, key, value]))
      .sort(),
    papers: Object.entries(papers)
      .flatMap(([id, { minutes, passes }]) => [
        ...filled(minutes).map(([key, value]) => [id, key, value]),
        ...filled(passes).map(([key, value]) => [id, `pass ${key}`, value]),
      ])
      .sort(),
    lately: lately.map(({ id: _, ...session }) => session),
  };
}

test("fold.4 a change of a session that comes after it changes nothing", () => {
  fc.assert(
    fc.property(spent, spent, fc.boolean(), (first, then, removed) => {
      const ahead = removed ? remove(idAt(2), first) : edit(idAt(2), first, then);
      const other: Body = { type: "quiz.taken", on: day("2026-11-20"), answers: [] };
      expect(figures(made([ahead, log(first)]))).toEqual(figures(made([other, log(first)])));
    }),
  );
});

test("fold.4 a session that was edited counts as its last edit says", () => {
  fc.assert(
    fc.property(
      fc.array(spent, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(4), fc.option(spent)), { maxLength: 8 }),
      (logged, changes) => {
        const bodies = logged.map(log);
        const now: (Spent | null)[] = [...logged];
        for (const [which, to] of changes) {
          const at = which % logged.length;
          const of = logged[at] as Spent;
          if (now[at] === null) continue;
          bodies.push(to === null ? remove(idAt(at + 1), of) : edit(idAt(at + 1), of, to));
          now[at] = to;
        }
        const kept = now.filter((one) => one !== null);
        expect(figures(made(bodies))).toEqual(figures(made(kept.map(log))));
      },
    ),
  );
});

describe("fold.5", () => {
  const was: Spent = {
    paper: "bert" as PaperId,
    activity: "read",
    start: 5,
    on: day("2026-11-20"),
    minutes: 60,
  };
  const longer = { ...was, minutes: 90 };
  const longest = { ...was, minutes: 120 };
  const undo = (wall: number): Body => ({ type: "command.undone", undoes: idAt(wall) });

  test("fold.5 undoing an edit gives back what was before it", () => {
    const bodies = [log(was), edit(idAt(1), was, longer), edit(idAt(1), was, longest)];
    const after = (...more: readonly Body[]) => figures(made([...bodies, ...more]));
    expect(after()).toEqual(figures(made([log(longest)])));
    expect(after(undo(3))).toEqual(figures(made([log(longer)])));
    expect(after(undo(2))).toEqual(figures(made([log(longest)])));
    expect(after(undo(3), undo(2))).toEqual(figures(made([log(was)])));
  });

  test("fold.5 a session whose logging was undone is brought back by no edit", () => {
    const bodies = [log(was), undo(1), edit(idAt(1), was, longer), remove(idAt(1), was)];
    expect(figures(made(bodies))).toEqual(figures([]));
  });

  test("fold.5 holds behind a snapshot too", () => {
    const entries = made([log(was), undo(1), log(longest), edit(idAt(1), was, longer)]);
    const snapshot = advance({ snapshot: emptySnapshot, tail: entries.slice(0, 3) }, 0);
    const settled = settle({ snapshot, tail: entries.slice(3) });
    if (!settled.ok) throw new Error("nothing is undone in the tail");
    expect(settled.settled.tally).toEqual(fold(entries));
  });
});

test("a day's sum that a cell lowered is not driven below zero by a removal", () => {
  const was: Spent = {
    paper: null,
    activity: "read",
    start: 5,
    on: day("2026-11-20"),
    minutes: 60,
  };
  const lower: Body = {
    type: "hours.adjusted",
    paper: null,
    activity: "read",
    on: was.on,
    minutes: -45,
  };
  expect(figures(made([log(was), lower, remove(idAt(1), was)])).days).toEqual([]);
});
