import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  type Deed,
  journalsOf,
  play,
  settle,
  type World,
  worldOf,
} from "../../tests/fixtures/world.ts";

const small = fc.nat({ max: 9 });
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("record" as const),
      who: small,
      minutes: fc.integer({ min: 1, max: 90 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undo" as const), who: small }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("sync" as const), who: small }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("killed" as const),
      who: small,
      after: fc.nat({ max: 900 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("carry" as const),
      from: small,
      to: small,
      file: small,
      how: fc.constantFrom("whole" as const, "part" as const, "old" as const, "copy" as const),
      cut: fc.nat({ max: 2000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("tear" as const),
      who: small,
      cut: fc.nat({ max: 399 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("restore" as const), who: small, keep: small }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("copy" as const), who: small }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("wait" as const),
      minutes: fc.integer({ min: 1, max: 3000 }),
    }),
  },
);

const skews = fc.array(
  fc.integer({ min: -30, max: 30 }).map((hours) => hours * 3_600_000),
  {
    minLength: 2,
    maxLength: 5,
  },
);

async function agreed(world: World): Promise<void> {
  await settle(world);
  const journals = await journalsOf(world);
  for (const lines of journals) expect(lines).toEqual(journals[0] ?? []);
  expect(new Set(journals[0])).toEqual(new Set([...world.acknowledged, ...(journals[0] ?? [])]));
}

const runs = process.env.STUDY_SOAK === undefined ? 150 : 20_000;

describe("devices that share a folder", () => {
  test("sync.30 whatever a syncer does to the files in between, all devices end with one set, and nothing acknowledged is missing", async () => {
    await fc.assert(
      fc.asyncProperty(skews, fc.array(deeds, { maxLength: 40 }), async (clocks, history) => {
        const world = await worldOf(clocks);
        for (const deed of history) await play(world, deed);
        await agreed(world);
      }),
      { numRuns: runs },
    );
  }, 3_600_000);

  test("sync.31 what is undone on one device is undone on all, and counts once however often it comes", async () => {
    const world = await worldOf([0, 0, 0]);
    const playAll = async (...list: readonly Deed[]) => {
      for (const deed of list) await play(world, deed);
    };
    await playAll({ do: "record", who: 0, minutes: 30 }, { do: "record", who: 0, minutes: 45 });
    await settle(world);
    await playAll({ do: "copy", who: 1 }, { do: "undo", who: 2 });
    await settle(world);
    await agreed(world);
    for (const { journal } of world.devices) {
      const { tally } = (await journal.picture()).settled;
      expect(Object.values(tally.papers).map(({ minutes }) => minutes)).toEqual([{ read: 30 }]);
    }
  });

  test("sync.32 what was sent once is not sent again, and what has not changed is not read again", async () => {
    const world = await worldOf([0, 0]);
    for (const minutes of [10, 20, 30]) await play(world, { do: "record", who: 0, minutes });
    await settle(world);
    for (const { shelf } of world.devices) {
      shelf.read = async (name) => {
        throw new Error(`${name} is read again`);
      };
      shelf.append = async (name) => {
        throw new Error(`${name} is written again`);
      };
    }
    await play(world, { do: "sync", who: 0 });
    await play(world, { do: "sync", who: 1 });
  });
});

test("sync.30 what stood alone in a damaged segment of a device that is gone goes to the shelf from another once that segment is cut off or taken away", async () => {
  for (const left of ["nothing", "a part"] as const) {
    const world = await worldOf([0, 0]);
    await play(world, { do: "record", who: 0, minutes: 5 });
    await play(world, { do: "sync", who: 0 });
    await play(world, { do: "carry", from: 0, to: 1, file: 0, how: "whole", cut: 0 });
    await play(world, { do: "sync", who: 1 });
    const [gone, other] = world.devices;
    if (gone === undefined || other === undefined) throw new Error("two devices");
    const name = `${gone.journal.device}/1.jsonl`;
    const bytes = Buffer.from(other.shelf.files.get(name) ?? "");
    // The syncer left something behind it, which is read; then it took the rest.
    other.shelf.files.set(name, Buffer.concat([bytes, Buffer.from("not a line\n")]));
    await play(world, { do: "sync", who: 1 });
    if (left === "nothing") other.shelf.files.delete(name);
    else other.shelf.files.set(name, bytes.subarray(0, bytes.indexOf(10) + 1));
    await play(world, { do: "sync", who: 1 });
    const onShelf = [...other.shelf.files.values()].map(String).join("");
    for await (const { text } of other.journal.lines()) expect(onShelf).toContain(text);
  }
});
