/** How a hub's store grows: rows and bytes of an entry, and what a member's sync costs beside many others. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeEntry } from "../src/core/entries/entry.ts";
import { sharingOf } from "../src/core/group/topic.ts";
import type { DeviceId } from "../src/core/time/clock.ts";
import { markAfter } from "../src/hub/digest.ts";
import { openPostgresStore, openSqliteStore } from "../src/hub/open-store.ts";
import type { HubStore, MemberId } from "../src/hub/store.ts";
import { hasPostgres, startPostgres } from "../tests/hub/postgres.ts";
import { entriesOf, sessions } from "./sessions.ts";

const each = 100;
const sizes = [10, 100, 1000] as const;
const now = Date.now();
const entries = entriesOf(sessions(each, now), now).map((entry) => ({
  id: entry.id as string,
  type: entry.type as string,
  text: writeEntry(entry),
  ...sharingOf(entry),
}));
const device = "bench000" as DeviceId;

async function grow(name: string, store: HubStore, bytes: () => Promise<number>) {
  let made = 0;
  for (const size of sizes) {
    const started = performance.now();
    const first = made;
    for (; made < size; made += 1) {
      const { id } = await store.member(`member ${made}`, `m${made}` as MemberId);
      await store.give(id, device, entries);
    }
    const rate = ((size - first) * each) / ((performance.now() - started) / 1000);
    const times = [];
    for (let run = 0; run < 41; run += 1) {
      const began = performance.now();
      await store.take(
        `m${(run * 7) % size}` as MemberId,
        {
          [device]: {
            number: each,
            mark: entries.reduce((mark, { id }) => markAfter(mark, id), ""),
          },
        },
        5000,
      );
      times.push(performance.now() - began);
    }
    const idle = times.toSorted((a, b) => a - b)[20] ?? 0;
    const row = (await bytes()) / (size * each);
    console.log(
      `${name.padEnd(11)} ${String(size).padStart(5)} members: nothing new ${idle.toFixed(2)} ms, ${row.toFixed(0)} bytes an entry, ${rate.toFixed(0)} entries/s given by one device after the other`,
    );
  }
  await store.close();
}

const root = mkdtempSync(join(tmpdir(), "study-bench-hub-"));
const file = join(root, "hub.db");
await grow("SQLite", await openSqliteStore(file), async () => statSync(file).size);
rmSync(root, { recursive: true });
if (hasPostgres) {
  const server = await startPostgres();
  const sql = new Bun.SQL(server.address, { max: 1 });
  await grow("PostgreSQL", await openPostgresStore(server.address), async () => {
    const [row] = await sql`SELECT pg_total_relation_size('entry') AS size`;
    return Number(row.size);
  });
  await sql.close();
  await server.stop();
}
const text = entries.reduce((sum, one) => sum + one.text.length, 0) / each;
console.log(`the text of an entry: ${text.toFixed(0)} bytes`);
