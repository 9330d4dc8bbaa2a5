import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PaperId } from "../../core/content/curriculum.ts";
import { type Body, type Entry, madeAt } from "../../core/entries/entry.ts";
import { fold } from "../../core/entries/ledger.ts";
import { type DeviceId, entryId } from "../../core/time/clock.ts";
import { lineOf } from "../record.ts";
import { openSqliteJournal } from "./journal.ts";
import { redateJournal } from "./redate.ts";

const folder = mkdtempSync(join(tmpdir(), "study-redate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = Date.parse("2026-11-20T20:00Z");
const ahead = now + 365 * 86_400_000;
const [laptop, desktop] = ["laptop00" as DeviceId, "desktop0" as DeviceId];

function entry(wall: number, device: DeviceId, body: Body): Entry {
  const id = entryId({ wall, counter: 0 }, device);
  return { v: 1, id, command: id, by: "cli", ...body };
}

const started = (paper: string, at: number): Body => ({
  type: "timer.started",
  paper: paper as PaperId,
  activity: "read",
  at,
});

test("journal.41 dated anew, an end without a name ends the timer that it ended before", async () => {
  const path = join(folder, "journal.db");
  const entries = [
    entry(ahead, laptop, started("bert", ahead)),
    entry(ahead + 1, desktop, started("lora", ahead + 1)),
    entry(ahead + 2, laptop, { type: "timer.stopped", at: ahead + 2 }),
  ];
  const openOf = (all: readonly Entry[]) => fold(all).timers.map(({ paper }) => paper);
  expect(openOf(entries)).toEqual(["lora" as PaperId]);
  const journal = openSqliteJournal(path, laptop);
  await journal.insert(entries.map(lineOf));
  journal.close();
  redateJournal(path, now, "spare000" as DeviceId, join(folder, "before.db"));
  const after = openSqliteJournal(path, laptop);
  const { tally } = (await after.picture()).settled;
  after.close();
  expect(tally.timers.map(({ paper }) => paper)).toEqual(["lora" as PaperId]);
});

test("journal.41 dated anew, the hour at which the day begins is not taken for a moment", async () => {
  const path = join(folder, "day.db");
  const journal = openSqliteJournal(path, laptop);
  const body: Body = { type: "day.begins", at: 240 };
  await journal.insert([entry(ahead, laptop, body)].map(lineOf));
  journal.close();
  redateJournal(path, now, "spare000" as DeviceId, join(folder, "day-before.db"));
  const after = openSqliteJournal(path, laptop);
  const [line] = [...after.texts()];
  after.close();
  const { id, ...rest } = JSON.parse(line ?? "");
  expect(rest).toMatchObject(body);
  expect(madeAt({ ...rest, id })).toBe(now);
});
