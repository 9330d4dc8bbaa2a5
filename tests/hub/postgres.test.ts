import { afterAll, expect, test } from "bun:test";
import { SQL } from "bun";
import type { DeviceId, EntryId } from "../../src/core/time/clock.ts";
import { contractOf } from "../../src/hub/contract.ts";
import { openPostgresStore } from "../../src/hub/open-store.ts";
import { sqlStore } from "../../src/hub/sql-store.ts";
import type { GroupName, MemberId } from "../../src/hub/store.ts";
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
}, 3_600_000);

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

  await plain.close();
  await store.close();
}, 120_000);

test("whatever a member's sync and group ask touches that member's rows alone: each table is entered by an index", async () => {
  if (server === null) return;
  const asked: string[] = [];
  const sql = new SQL(server.address, { max: 1 });
  await (await openPostgresStore(server.address)).close();
  await sql`INSERT INTO member SELECT 'q' || n, 'name ' || n, 'w' FROM generate_series(1, 1000) AS n`;
  await sql`INSERT INTO key SELECT 'digest' || n, 'q' || n, 'x', 1, 1 FROM generate_series(1, 1000) AS n`;
  await sql`INSERT INTO entry (member, id, device, number, type, text, topic, command, mark)
    SELECT 'q' || (n % 1000), 'id' || lpad(n::text, 6, '0'), 'device00', n / 1000, 'x', 'y', 'hours', 'c', 'm'
    FROM generate_series(1, 40000) AS n`;
  await sql`INSERT INTO log (member, device, length, size, mark)
    SELECT 'q' || n, 'device' || lpad((d)::text, 2, '0'), 40, 1, 'm'
    FROM generate_series(0, 999) AS n, generate_series(0, 3) AS d`;
  await sql`INSERT INTO file SELECT 'q' || n, 'f', 1, 1, 'x' FROM generate_series(1, 1000) AS n`;
  await sql`INSERT INTO party SELECT 'g' || n FROM generate_series(1, 500) AS n`;
  await sql`INSERT INTO belonging SELECT 'g' || (n / 2), 'q' || n, 'learner' FROM generate_series(1, 999) AS n`;
  await sql`INSERT INTO share SELECT 'q' || n, 'g' || (n / 2), 'hours' FROM generate_series(1, 999) AS n`;
  await sql.unsafe("ANALYZE");
  // The server itself says the plan of everything that the store asks of it.
  const watched = watching(sql, asked);
  const store = sqlStore({ sql: watched, begin: (work) => work(watched as never) });
  const ann = "q8" as MemberId;
  await store.keyOf("digest8", 2);
  await store.workspaceOf(ann, "w");
  await store.memberOf(ann);
  await store.sizeOf(ann);
  await store.take(ann, {}, 10);
  await store.give(ann, "device00" as DeviceId, [entry("a new one")]);
  await store.files(ann);
  const group = "g4" as GroupName;
  await store.groupsOf(ann);
  await store.shared({ viewer: ann, group, of: "name 9", after: "", most: 10 });
  const notes = { viewer: ann, group, of: "name 9" };
  await store.sharedFiles(notes);
  await store.sharedFile(notes, "laptop00/files.json");
  expect(asked.length).toBeGreaterThan(14);
  expect(asked.filter((plan) => plan.includes("Seq Scan"))).toEqual([]);
  await sql.close();
}, 120_000);

/** A client that notes the plan of each statement before it is asked. */
function watching(sql: SQL, plans: string[]): SQL {
  const asked = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const explain = (texts: readonly string[]) => [`EXPLAIN ${texts[0]}`, ...texts.slice(1)];
    const explained: unknown = Object.defineProperty(explain(strings), "raw", {
      value: explain(strings.raw),
    });
    const plan = await sql(explained as TemplateStringsArray, ...values);
    plans.push([...plan].map((row) => row["QUERY PLAN"]).join("\n"));
    return sql(strings, ...values);
  };
  return ((first: unknown, ...values: unknown[]) =>
    Array.isArray(first) && Object.hasOwn(first, "raw")
      ? asked(first as unknown as TemplateStringsArray, ...values)
      : sql(first as object[])) as unknown as SQL;
}
