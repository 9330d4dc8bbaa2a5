/** Syncing through a folder and by way of a hub: 50,000 entries to a first device, and then nothing new. Ours alone: no peer does the same. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEntry } from "../src/core/entries/entry.ts";
import type { WorkspaceId } from "../src/core/replica/replica.ts";
import type { DeviceId } from "../src/core/time/clock.ts";
import { digestOf } from "../src/hub/digest.ts";
import { openSqliteStore } from "../src/hub/open-store.ts";
import { pageFiles } from "../src/hub/page/page-files.ts";
import { serveHub } from "../src/hub/serve.ts";
import type { MemberId } from "../src/hub/store.ts";
import { readLines } from "../src/journal/record.ts";
import { openSqliteJournal } from "../src/journal/sqlite/journal.ts";
import { exchangeEntries, segmentSize } from "../src/sync/entries.ts";
import { folderShelf } from "../src/sync/folder-shelf.ts";
import { hubClient, joinHub } from "../src/sync/hub-client.ts";
import { exchangeWithHub, type HubMemory } from "../src/sync/hub-entries.ts";
import type { ShelfMemory } from "../src/sync/segments.ts";
import { entriesOf, sessions } from "./sessions.ts";

const entries = 50_000;
const root = mkdtempSync(join(tmpdir(), "study-bench-sync-"));
const now = Date.now();
const shared = join(root, "shared");
const journalOf = (name: string) => openSqliteJournal(join(root, name), name as DeviceId);
const [from, to] = ["device01", "device02"].map(journalOf);
if (from === undefined || to === undefined) throw new Error("two devices");
const lines = entriesOf(sessions(entries, now), now).map(writeEntry);
await from.insert(readLines(lines));

async function timed(journal: typeof from, memory: ShelfMemory | null) {
  if (journal === undefined) throw new Error("a device");
  const [started, before] = [performance.now(), process.cpuUsage()];
  const done = await exchangeEntries(
    {
      journal,
      shelf: folderShelf(shared),
      workspace: "bench" as WorkspaceId,
      now,
      closedAt: segmentSize,
    },
    memory,
  );
  return { ...done, took: performance.now() - started, work: workSince(before) };
}

await Bun.$`mkdir -p ${shared}`.quiet();
/** The work beside the time: on a busy machine it is what tells. A hub's own is in it. */
const workSince = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const say = (what: string, took: number, work?: number) =>
  console.log(
    `${what.padEnd(44)} ${took.toFixed(1)} ms${work === undefined ? "" : `, ${work.toFixed(0)} ms of CPU`}`,
  );
const put = await timed(from, null);
say(`${put.given} entries put into a folder`, put.took, put.work);
const taken = await timed(to, null);
say(`${taken.taken} entries taken by a first device`, taken.took, taken.work);
const idle = [];
for (let run = 0; run < 9; run += 1) idle.push((await timed(to, taken.memory)).took);
say("nothing new", idle.toSorted((a, b) => a - b)[4] ?? 0);
const own = join(shared, "device01");
const size = readdirSync(own)
  .map((name) => statSync(join(own, name)).size)
  .reduce((sum, one) => sum + one, 0);
const plain = lines.reduce((sum, line) => sum + line.length + 1, 0);
const packed = readdirSync(own)
  .map((name) => Bun.gzipSync(readFileSync(join(own, name))).length)
  .reduce((sum, one) => sum + one, 0);
const least = Bun.gzipSync(Buffer.from(`${lines.join("\n")}\n`)).length;
console.log(
  `bytes in the folder: ${(size / plain).toFixed(2)}x the entries; packed ${(packed / least).toFixed(2)}x`,
);

// The same by way of a hub on loopback, with one embedded file.
const store = await openSqliteStore(join(root, "hub.db"));
const hub = serveHub({
  store,
  files: pageFiles(),
  copies: join(tmpdir(), "study-hub-pages"),
  hostname: "127.0.0.1",
  port: 0,
  tls: null,
  proxies: new Set<string>(),
  quota: 1e9,
  log: () => {},
});
const member = await store.member("ann", "ann" as MemberId);
await store.invite(digestOf("code"), member.id, now + 60_000);
const client = hubClient(hub.url, await joinHub(hub.url, "code", "bench"));
const bodies: string[] = [];
const counting: typeof client.sync = async (sent) => {
  const answer = await client.sync(sent);
  bodies.push(JSON.stringify(sent));
  return answer;
};
const meet = async (journal: typeof from, memory: HubMemory | null) => {
  if (journal === undefined) throw new Error("a device");
  const [started, before] = [performance.now(), process.cpuUsage()];
  const sides = {
    journal,
    client: { sync: counting },
    place: hub.url,
    workspace: "bench" as WorkspaceId,
    now,
  };
  const done = await exchangeWithHub(sides, memory);
  return { ...done, took: performance.now() - started, work: workSince(before) };
};
const fresh = journalOf("device03");
const plainImport = journalOf("device04");
const gave = await meet(from, null);
say(`${gave.given} entries given to a hub`, gave.took, gave.work);
const sentBytes = bodies.reduce((sum, one) => sum + Bun.gzipSync(Buffer.from(one)).length, 0);
const began = performance.now();
await plainImport.insert(readLines(lines));
const alone = performance.now() - began;
const got = await meet(fresh, null);
say(`${got.taken} entries taken from a hub by a first device`, got.took, got.work);
console.log(
  `  of these ${(got.took / alone).toFixed(2)}x what the journal alone takes for them (${alone.toFixed(0)} ms)`,
);
const quiet = [];
for (let run = 0; run < 9; run += 1) quiet.push((await meet(fresh, got.memory)).took);
say("nothing new at a hub", quiet.toSorted((a, b) => a - b)[4] ?? 0);
console.log(`bytes sent to a hub: ${(sentBytes / least).toFixed(2)}x the gzip of the entries`);
await hub.stop();
for (const journal of [fresh, plainImport]) journal.close();
from.close();
to.close();
rmSync(root, { recursive: true });
