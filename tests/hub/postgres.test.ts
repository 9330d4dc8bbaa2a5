import { afterAll, expect, test } from "bun:test";
import { SQL } from "bun";
import type { DeviceId, EntryId } from "../../src/core/time/clock.ts";
import { contractOf } from "../../src/hub/contract.ts";
import { openPostgresStore } from "../../src/hub/open-store.ts";
import { sqlStore } from "../../src/hub/sql-store.ts";
import type { MemberId } from "../../src/hub/store.ts";
import { hasPostgres, type Postgres, startPostgres } from "./postgres.ts";

const runs = process.env.STUDY_SOAK === undefined ? 2 : 100;
/** One server for all of them: making one takes longer than a test. */
const server: Postgres | null = hasPostgres ? await startPostgres() : null;
afterAll(() => server?.stop());

if (server !== null) contractOf("PostgreSQL", () => openPostgresStore(server.address));

const entry = (id: string) => ({
  id,
  type: "x",
  text: `text of ${id}`,
  topic: null,
  command: id as EntryId,
  reverses: null,
});

test("sync.57 a database that is killed under load loses nothing acknowledged and has nothing twice", async () => {
  if (server === null) return;
  const member = "killed" as MemberId;
  const devices = Array.from({ length: 6 }, (_, index) => `device0${index}` as DeviceId);
  const acknowledged = new Set<string>();
  let store = await openPostgresStore(server.address);
  await store.member("killed", member);
  let number = 0;
  for (let run = 0; run < runs; run += 1) {
    let killed = false;
    const giving = devices.map(async (device) => {
      while (!killed) {
        number += 1;
        const entries = [entry(`${device}-${number}-a`), entry(`${device}-${number}-b`)];
        const given = await store.give(member, device, entries).catch(() => null);
        if (given === null) {
          // Whether it was committed is not known: it is sent again when the database is back.
          pending.push({ device, entries });
          return;
        }
        for (const { text } of entries) acknowledged.add(text);
      }
    });
    const pending: { device: DeviceId; entries: ReturnType<typeof entry>[] }[] = [];
    const target = acknowledged.size + 40;
    while (acknowledged.size < target) await Bun.sleep(5);
    await server.kill();
    killed = true;
    await Promise.all(giving);
    await store.close().catch(() => {});
    await server.start();
    store = await openPostgresStore(server.address);
    for (const { device, entries } of pending) {
      await store.give(member, device, entries);
      for (const { text } of entries) acknowledged.add(text);
    }
  }
  const { entries, vector } = await store.take(member, {}, 1_000_000);
  expect(new Set(entries)).toEqual(acknowledged);
  expect(entries.length).toBe(acknowledged.size);
  expect(Object.values(vector).reduce((sum, { number }) => sum + number, 0)).toBe(entries.length);
  await store.close();
}, 600_000);

test("sync.58 a transaction that the database gives up for another is done again; a commit without an answer counts once", async () => {
  if (server === null) return;
  const sql = new SQL(server.address);
  const plain = await openPostgresStore(server.address);
  const member = "m" as MemberId;
  await plain.member("m", member);
  let faults = 0;
  const store = sqlStore({
    sql,
    begin: async (work) => {
      faults += 1;
      // First it is given up before its commit, then its answer is lost behind it.
      if (faults === 1) {
        await sql.begin("isolation level serializable", async (tx) => {
          await work(tx);
          throw Object.assign(new Error("could not serialize access"), { errno: "40001" });
        });
      }
      const done = await sql.begin("isolation level serializable", work);
      if (faults === 2) throw Object.assign(new Error("could not serialize"), { errno: "40001" });
      return done;
    },
  });
  const given = await store.give(member, "device00" as DeviceId, [entry("a"), entry("b")]);
  expect(faults).toBe(3);
  expect(given).toMatchObject({ refused: [], to: { number: 2 } });
  expect((await store.take(member, {}, 10)).entries).toEqual(["text of a", "text of b"]);

  // A member's sync touches that member's rows alone: every table is entered by the member's key.
  await sql`INSERT INTO entry (member, id, device, number, type, text) SELECT 'o' || (n % 400), 'id' || n, 'device00', n, 'x', 'y' FROM generate_series(1, 20000) AS n`;
  await sql.unsafe("ANALYZE");
  const plan = await sql`EXPLAIN SELECT number, text FROM entry
      WHERE member = 'm' AND device = 'device00' AND number > 0 ORDER BY number LIMIT 10`;
  const text = [...plan].map((row) => row["QUERY PLAN"]).join("\n");
  expect(text).toContain("Index");
  expect(text).toContain("member = 'm'");
  expect(text).not.toContain("Seq Scan");
  await plain.close();
  await store.close();
}, 120_000);
