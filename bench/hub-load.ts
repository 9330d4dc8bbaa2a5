/**
 * A hub under load: 200 devices of 100 members, each with a sync a second, given to a hub process that keeps its data in
 * PostgreSQL. What is measured is from sending to the answer, as a device sees it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeEntry } from "../src/core/entries/entry.ts";
import type { DeviceId } from "../src/core/time/clock.ts";
import { digestOf } from "../src/hub/digest.ts";
import { openPostgresStore } from "../src/hub/open-store.ts";
import type { MemberId } from "../src/hub/store.ts";
import { hubClient } from "../src/sync/hub-client.ts";
import type { Vector } from "../src/sync/hub-protocol.ts";
import { hasPostgres, startPostgres } from "../tests/hub/postgres.ts";
import { entriesOf, sessions } from "./sessions.ts";

const devices = 200;
const ofOneMember = 2;
const seconds = 15;
const now = Date.now();

if (!hasPostgres) throw new Error("there is no PostgreSQL for this system");
const postgres = await startPostgres();
const store = await openPostgresStore(postgres.address);
const keys: string[] = [];
for (let index = 0; index < devices; index += 1) {
  const member = `m${Math.floor(index / ofOneMember)}` as MemberId;
  await store.member(member, member);
  await store.invite(`code ${index}`, member, now + 60_000);
  const key = `a-long-key-of-the-device-${index}`;
  await store.redeem(`code ${index}`, { digest: digestOf(key), name: "x" }, now);
  keys.push(key);
}

const hub = Bun.spawn(
  [
    process.execPath,
    join(import.meta.dir, "..", "src", "cli", "main.ts"),
    "hub",
    "--port",
    "0",
    "--database",
    postgres.address,
  ],
  { stdout: "ignore", stderr: "pipe" },
);
const address = await addressOf(hub.stderr);

async function addressOf(err: ReadableStream<Uint8Array>): Promise<string> {
  let said = "";
  const decoder = new TextDecoder();
  for await (const piece of err) {
    said += decoder.decode(piece);
    const found = /Hub: +(\S+)/.exec(said)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`the hub said no address: ${said}`);
}

/** What PostgreSQL's processes took of the processor so far, in milliseconds; Linux alone tells. */
async function databaseWork(): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const sql = new Bun.SQL(postgres.address, { max: 1 });
  const [row] = await sql`SELECT pg_read_file('postmaster.pid') AS text`;
  await sql.close();
  const parent = String(row.text).split("\n")[0];
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const [, , ...fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(" ");
      // Parent, and the ticks of a hundredth of a second in the program and in the system.
      if (fields[1] === parent) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended meanwhile.
    }
  }
  return ticks * 10;
}

const vectors = new Map<number, Vector>();

async function load(each: number): Promise<void> {
  const times: number[] = [];
  let acknowledged = 0;
  const began = performance.now();
  await Promise.all(
    keys.map(async (key, index) => {
      const client = hubClient(address, key);
      const device = `dev${String(index).padStart(5, "0")}` as DeviceId;
      const at = now + (each * 1000 + index) * 100_000_000;
      const entries = entriesOf(sessions(each * seconds, at), at).map(writeEntry);
      // Each begins at a moment of its own and keeps to its second, however long an answer takes.
      for (let turn = 0; turn < seconds; turn += 1) {
        const due = began + turn * 1000 + (index / devices) * 1000;
        await Bun.sleep(Math.max(0, due - performance.now()));
        const some = entries.slice(turn * each, (turn + 1) * each);
        const sent = { form: 1, workspace: `w${Math.floor(index / ofOneMember)}`, device } as const;
        const answer = await client.sync({
          ...sent,
          vector: vectors.get(index) ?? {},
          entries: some,
        });
        vectors.set(index, answer.vector);
        times.push(performance.now() - Math.max(due, began));
        acknowledged += some.length;
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const share = (part: number) => sorted[Math.floor(sorted.length * part)]?.toFixed(0);
  console.log(
    `${devices} devices, ${each} entries a second each: ${(acknowledged / took).toFixed(0)} entries/s acknowledged; ` +
      `answers: median ${share(0.5)} ms, p99 ${share(0.99)} ms, the longest ${share(0.9999)} ms`,
  );
}

for (const each of [12, 25]) await load(each);
const ofDatabase = await databaseWork();
hub.kill("SIGTERM");
await hub.exited;
const used = Number(hub.resourceUsage()?.cpuTime.total ?? 0n) / 1000;
const asked = 2 * devices * seconds;
console.log(
  `of one core, for each sync: the hub ${(used / asked).toFixed(2)} ms, PostgreSQL ${ofDatabase === null ? "unknown" : `${(ofDatabase / asked).toFixed(2)} ms`}`,
);
await store.close();
await postgres.stop();
