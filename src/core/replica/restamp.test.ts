import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { anyBody } from "../../../tests/fixtures/commands.ts";
import { writeEntry } from "../entries/entry.ts";
import { emptySnapshot } from "../entries/ledger.ts";
import { clockSlack, type DeviceId, momentOfId } from "../time/clock.ts";
import { begin, make, type Replica, viewOf, type WorkspaceId, wait } from "./replica.ts";
import { restamp, restampedIn } from "./restamp.ts";

const workspace = "000000001-000-server00" as WorkspaceId;
const device = "page0000" as DeviceId;
const empty = begin(
  device,
  { workspace, formerly: workspace, ledger: { snapshot: emptySnapshot, tail: [] }, arrival: 0 },
  [],
);
const now = 1_700_000_000_000;
const time = { now, latest: now + clockSlack };
const ahead = 3_600_000;

function again(replica: Replica): Replica {
  const anew = restampedIn(replica, time);
  return anew === null ? replica : restamp(replica, anew);
}

describe("what a clock that was ahead left waiting", () => {
  test("sync.12 is stamped anew, whole commands in their order, adds up to the same, and what follows keeps its own time", () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(anyBody, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        fc.nat(8),
        fc.integer({ min: 0, max: 10 * 365 * 86_400_000 }),
        (commands, right, skew) => {
          let replica = empty;
          for (const [index, bodies] of commands.entries()) {
            const off = index < right ? 0 : skew;
            ({ replica } = make(replica, bodies, now - 9000 + index * 1000 + off));
          }
          const after = again(replica);
          expect(after.waiting).toHaveLength(replica.waiting.length);
          const late = after.waiting.filter(({ id }) => momentOfId(id) > time.latest);
          expect(late).toEqual([]);
          expect(shapeOf(after)).toEqual(shapeOf(replica));
          const { made } = make(after, [{ type: "reward.set", reward: 1, text: "x" }], now + 1);
          for (const { id } of made) expect(momentOfId(id)).toBeLessThanOrEqual(time.latest);
          expect(again(after)).toBe(after);
        },
      ),
    ));

  test("sync.12 an undo of it undoes it still, and what the clock made rightly stays as it was", () => {
    const mark = { type: "paper.marked", paper: "bert", aspect: "read", done: true } as const;
    const one = make(empty, [{ ...mark, paper: "gpt-1" as never }], now - 5000);
    const two = make(one.replica, [{ ...mark, paper: "bert" as never }], now + ahead);
    const [made] = two.made;
    if (made === undefined) throw new Error("it makes one");
    const undo = make(two.replica, [{ type: "command.undone", undoes: made.id }], now + ahead);
    const after = again(undo.replica);
    expect(after.waiting.slice(0, 1)).toEqual([...one.made]);
    expect(Object.keys(viewOf(after).settled.tally.papers)).toEqual(["gpt-1"]);
    expect(viewOf(after).settled.redoable).not.toBeNull();
  });

  test("sync.12 another tab that holds it too takes the same in its place, and counts nothing twice", () => {
    const bodies = [{ type: "reward.set", reward: 1, text: "x" }] as const;
    const here = make(empty, bodies, now + ahead).replica;
    const there = wait({ ...empty, device: "page0001" as DeviceId }, here.waiting);
    const anew = restampedIn(here, time);
    if (anew === null) throw new Error("it is ahead");
    expect(restamp(there, anew).waiting).toEqual(restamp(here, anew).waiting);
    expect(restamp(restamp(there, anew), anew).waiting.map(writeEntry)).toEqual(
      restamp(here, anew).waiting.map(writeEntry),
    );
  });
});

/** Which types stand in which command, in order: ids, moments and days apart. */
function shapeOf({ waiting }: Replica) {
  const commands = [...new Set(waiting.map(({ command }) => command))];
  return waiting.map(({ type, command }) => `${commands.indexOf(command)} ${type}`);
}
