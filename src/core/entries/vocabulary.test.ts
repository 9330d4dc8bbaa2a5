import { expect, test } from "bun:test";
import fc from "fast-check";
import { anyBody } from "../../../tests/fixtures/commands.ts";
import { stampEntries } from "../replica/stamp.ts";
import type { DeviceId } from "../time/clock.ts";
import { origins, parseEntry, writeEntry } from "./entry.ts";
import { isVersion } from "./version.ts";
import { isKnownToAll } from "./vocabulary.ts";

const device = "abcdefgh" as DeviceId;

test("journal.75 an entry that not every version knows names the version that made it, and no other does", () => {
  fc.assert(
    fc.property(anyBody, fc.constantFrom(...origins), (body, by) => {
      const { entries } = stampEntries([body], { by, device, last: null, now: 1 });
      for (const entry of entries) {
        expect(isVersion(entry.program)).toBe(!isKnownToAll(entry.type, by));
        expect(parseEntry(writeEntry(entry))).toEqual({ ok: true, entry });
      }
    }),
  );
});

test("journal.75 what version 0.1 knew is written as it wrote it", () => {
  const goal = { type: "goal.set", week: 1, text: "Attention" } as const;
  const { entries } = stampEntries([goal], { by: "cli", device, last: null, now: 1 });
  expect(entries.map(writeEntry)).toEqual([
    '{"v":1,"id":"000000001-000-abcdefgh","command":"000000001-000-abcdefgh","by":"cli","type":"goal.set","week":1,"text":"Attention"}',
  ]);
});
