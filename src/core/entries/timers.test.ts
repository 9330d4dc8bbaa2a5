/** Timers of several devices, as the fold has them. */
import { describe, expect, test } from "bun:test";
import type { PaperId } from "../content/curriculum.ts";
import { day } from "../time/calendar.ts";
import { type DeviceId, type EntryId, entryId } from "../time/clock.ts";
import type { Body, Entry } from "./entry.ts";
import { advance, emptySnapshot, fold, settle } from "./ledger.ts";

const laptop = "laptop00" as DeviceId;
const desktop = "desktop0" as DeviceId;
const phone = "phone000" as DeviceId;
const minute = 60_000;
const idAt = (minutes: number, device: DeviceId, counter = 0) =>
  entryId({ wall: minutes * minute, counter }, device);

/** One command of a device: its entries, in order. */
function made(minutes: number, device: DeviceId, ...bodies: readonly Body[]): readonly Entry[] {
  const command = idAt(minutes, device);
  return bodies.map((body, counter) => ({
    v: 1,
    id: idAt(minutes, device, counter),
    command,
    by: "cli",
    ...body,
  }));
}

const started = (minutes: number, paper: string): Body => ({
  type: "timer.started",
  paper: paper as PaperId,
  activity: "read",
  at: minutes * minute,
});
const stopped = (minutes: number, timer?: EntryId): Body => ({
  type: "timer.stopped",
  at: minutes * minute,
  ...(timer === undefined ? {} : { timer }),
});
const logged = (start: number, minutes: number, timer?: EntryId): Body => ({
  type: "session.logged",
  paper: "bert" as PaperId,
  activity: "read",
  start: start * minute,
  on: day("2026-11-20"),
  minutes,
  ...(timer === undefined ? {} : { timer }),
});
const inOrder = (...commands: readonly (readonly Entry[])[]) =>
  commands.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
const openIn = (entries: readonly Entry[]) => fold(entries).timers.map(({ id }) => id);

const onLaptop = made(10, laptop, started(10, "bert"));
const onDesktop = made(20, desktop, started(20, "lora"));
const bert = idAt(10, laptop);
const lora = idAt(20, desktop);

describe("timers that were started apart", () => {
  test("fold.10 are all open, each with its own time, until each is settled", () => {
    const both = inOrder(onDesktop, onLaptop);
    expect(fold(both).timers).toMatchObject([
      { id: bert, paper: "bert", runningSince: 10 * minute },
      { id: lora, paper: "lora", runningSince: 20 * minute },
    ]);
    const settled = inOrder(both, made(30, phone, stopped(30, bert)));
    expect(openIn(settled)).toEqual([lora]);
    expect(openIn(inOrder(settled, made(31, laptop, stopped(31, lora))))).toEqual([]);
  });

  test("fold.10 are open again when what settled them is undone", () => {
    const undone = made(40, desktop, { type: "command.undone", undoes: idAt(30, phone) });
    const all = inOrder(onLaptop, onDesktop, made(30, phone, stopped(30, bert)), undone);
    expect(openIn(all)).toEqual([bert, lora]);
  });

  test("fold.11 a pause, a ring and an end change the timer that they name, and no other", () => {
    const { timers } = fold(
      inOrder(
        onLaptop,
        onDesktop,
        made(30, desktop, { type: "timer.paused", at: 30 * minute, timer: bert }),
        made(31, desktop, { type: "timer.rings", after: 25, timer: bert }),
        made(32, laptop, stopped(32, idAt(5, phone))),
      ),
    );
    expect(timers).toMatchObject([
      { id: bert, runningSince: null, banked: 20 * minute, ringsAfter: 25 },
      { id: lora, runningSince: 20 * minute },
    ]);
    expect(timers[1]).not.toHaveProperty("ringsAfter");
  });
});

describe("an end without a name, as version 0.1 wrote it,", () => {
  test("fold.11 is that of the timer which is open on its device", () => {
    expect(openIn(inOrder(onLaptop, onDesktop, made(30, laptop, stopped(30))))).toEqual([lora]);
    expect(openIn(inOrder(onLaptop, onDesktop, made(30, desktop, stopped(30))))).toEqual([bert]);
  });

  test("fold.11 is that of the latest open timer before it, where its device has none", () => {
    const ended = made(30, phone, stopped(30));
    const later = made(40, desktop, started(40, "palm"));
    expect(openIn(inOrder(onLaptop, onDesktop, ended, later))).toEqual([bert, idAt(40, desktop)]);
    expect(openIn(inOrder(onLaptop, ended))).toEqual([]);
    expect(openIn(inOrder(ended))).toEqual([]);
  });
});

describe("a timer that two devices settled apart", () => {
  const first = made(30, desktop, stopped(30, bert), logged(10, 20, bert));
  const second = made(45, laptop, stopped(45, bert), logged(10, 35, bert));
  const all = inOrder(onLaptop, first, second);

  test("fold.12 counts once, and the first settlement is the one", () => {
    const { papers, days, lately } = fold(all);
    expect(papers["bert" as PaperId]?.minutes).toEqual({ read: 20 });
    expect(days[day("2026-11-20")]).toEqual({ read: 20 });
    expect(lately.map(({ minutes }) => minutes)).toEqual([20]);
  });

  test("fold.12 counts as the other says when the first is undone", () => {
    const undone = made(50, laptop, { type: "command.undone", undoes: idAt(30, desktop) });
    expect(fold(inOrder(all, undone)).papers["bert" as PaperId]?.minutes).toEqual({ read: 35 });
  });

  test("fold.12 keeps its time when one of them threw it away, or undid its start", () => {
    const thrown = made(25, desktop, stopped(25, bert));
    const undone = made(26, desktop, { type: "command.undone", undoes: bert });
    for (const apart of [thrown, undone]) {
      const { papers } = fold(inOrder(onLaptop, apart, second));
      expect(papers["bert" as PaperId]?.minutes).toEqual({ read: 35 });
    }
  });

  test("fold.12 is not counted again by an edit of the session that does not count", () => {
    const { type: _, ...spent } = logged(10, 35) as Extract<Body, { type: "session.logged" }>;
    const edit = made(60, laptop, {
      type: "session.edited",
      session: idAt(45, laptop, 1),
      logged: spent,
      now: { ...spent, minutes: 50 },
    });
    expect(fold(inOrder(all, edit)).papers["bert" as PaperId]?.minutes).toEqual({ read: 20 });
  });

  test("fold.12 counts the same wherever a snapshot lies", () => {
    for (const keep of all.keys()) {
      const snapshot = advance({ snapshot: emptySnapshot, tail: all }, keep);
      const stored = { ...snapshot, tally: JSON.parse(JSON.stringify(snapshot.tally)) };
      const tail = all.filter(({ id }) => id > (snapshot.through ?? ""));
      const settlement = settle({ snapshot: stored, tail });
      if (!settlement.ok) throw new Error("nothing reaches behind it");
      expect(settlement.settled.tally).toEqual(fold(all));
    }
  });
});
