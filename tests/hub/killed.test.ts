import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEntry } from "../../src/core/entries/entry.ts";
import { type DeviceId, entryId } from "../../src/core/time/clock.ts";
import { digestOf } from "../../src/hub/digest.ts";
import { openPostgresStore, openSqliteStore } from "../../src/hub/open-store.ts";
import type { HubStore, MemberId } from "../../src/hub/store.ts";
import { hubClient } from "../../src/sync/hub-client.ts";
import type { Vector } from "../../src/sync/hub-protocol.ts";
import { program } from "../cli/study.ts";
import { hasPostgres, startPostgres } from "./postgres.ts";

const runs = process.env.STUDY_SOAK === undefined ? 2 : 100;
const folder = mkdtempSync(join(tmpdir(), "study-hub-killed-"));
const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const member = "ann" as MemberId;
const key = "a-long-key-of-all-devices-of-ann";
const workspace = "000000001-000-device00";
const devices = Array.from({ length: 6 }, (_, index) => `device0${index}` as DeviceId);

function goal(number: number, device: DeviceId): string {
  const id = entryId({ wall: number, counter: 0 }, device);
  return writeEntry({
    v: 1,
    id,
    command: id,
    by: "cli",
    type: "goal.set",
    week: 1,
    text: `${number}`,
  });
}

interface Kept {
  /** What says to the program where the data lies. */
  readonly words: readonly string[];
  readonly open: () => Promise<HubStore>;
}

async function started(words: readonly string[]) {
  const hub = program(["hub", "--port", "0", ...words], folder);
  ends.push(() => hub.kill("SIGKILL"));
  // Each request is a line; unread, they would fill the pipe.
  hub.stdout.pipeTo(new WritableStream()).catch(() => {});
  let said = "";
  const decoder = new TextDecoder();
  for await (const piece of hub.stderr) {
    said += decoder.decode(piece);
    const address = /Hub: +(\S+)/.exec(said)?.[1];
    if (address !== undefined) return { hub, address };
  }
  throw new Error(`the hub said no address: ${said}`);
}

/** Devices give and give; the hub is killed under them, again and again; what had no answer is sent again. */
async function killedUnderLoad({ words, open }: Kept): Promise<void> {
  const store = await open();
  await store.member("ann", member);
  await store.invite("code", member, 1);
  await store.redeem("code", { digest: digestOf(key), name: "x" }, 0);
  await store.close();
  const acknowledged = new Set<string>();
  const pending = new Map<DeviceId, readonly string[]>();
  const vectors = new Map<DeviceId, Vector>();
  let number = 0;
  for (let run = 0; run <= runs; run += 1) {
    const { hub, address } = await started(words);
    const client = hubClient(address, key);
    const target = acknowledged.size + 60;
    const give = async (device: DeviceId) => {
      while (acknowledged.size < target) {
        const entries = pending.get(device) ?? [goal(number + 1, device), goal(number + 2, device)];
        number += 2;
        pending.set(device, entries);
        const sent = { form: 1, workspace, device, vector: vectors.get(device) ?? {} } as const;
        const answer = await client.sync({ ...sent, entries: [...entries] }).catch(() => null);
        if (answer === null) return;
        expect(answer.refused).toEqual([]);
        expect(answer.anew).toBe(false);
        pending.delete(device);
        vectors.set(device, answer.vector);
        for (const text of entries) acknowledged.add(text);
      }
    };
    const giving = devices.map(give);
    // In the last run it ends by itself, so that nothing is pending.
    if (run < runs) {
      while (acknowledged.size < target - 30) await Bun.sleep(1);
      hub.kill("SIGKILL");
    }
    await Promise.all(giving);
    hub.kill("SIGKILL");
    await hub.exited;
  }
  const after = await open();
  const { entries } = await after.take(member, {}, 1_000_000);
  await after.close();
  const there = new Set(entries);
  expect([...acknowledged].filter((text) => !there.has(text))).toEqual([]);
  expect(entries.length).toBe(there.size);
}

test("sync.59 a hub that is killed under load, its data in one file, loses nothing acknowledged and has nothing twice", async () => {
  const data = join(folder, "data");
  mkdirSync(data);
  await killedUnderLoad({
    words: ["--data", data],
    open: () => openSqliteStore(join(data, "hub.db")),
  });
}, 3_600_000);

test("sync.59 nor does one with its data in PostgreSQL", async () => {
  if (!hasPostgres) return;
  const server = await startPostgres();
  ends.push(server.stop);
  await killedUnderLoad({
    words: ["--database", server.address],
    open: () => openPostgresStore(server.address),
  });
}, 3_600_000);
