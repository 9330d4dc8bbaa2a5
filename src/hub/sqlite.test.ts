import { Database } from "bun:sqlite";
import { afterAll, expect, test } from "bun:test";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Entry, writeEntry } from "../core/entries/entry.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { contractOf } from "./contract.ts";
import { openSqliteStore } from "./open-store.ts";
import type { GroupName, MemberId } from "./store.ts";

const root = mkdtempSync(join(tmpdir(), "study-hub-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

contractOf("SQLite", () => openSqliteStore(join(root, "hub.db")));

test("a database from before there were groups is brought along, and what lies in it can be shared", async () => {
  const path = join(root, "before.db");
  const old = new Database(path);
  old.run("CREATE TABLE member (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, workspace TEXT)");
  old.run(
    `CREATE TABLE entry (member TEXT NOT NULL, id TEXT NOT NULL, device TEXT NOT NULL, number BIGINT NOT NULL,
      type TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (member, id), UNIQUE (member, device, number))`,
  );
  old.run(
    `CREATE TABLE log (member TEXT NOT NULL, device TEXT NOT NULL, length BIGINT NOT NULL, size BIGINT NOT NULL,
      PRIMARY KEY (member, device))`,
  );
  const id = "000000001-000-device00" as Entry["id"];
  const entry: Entry = {
    v: 1,
    id,
    command: id,
    by: "cli",
    type: "goal.set",
    week: 1,
    text: "Read",
  };
  const text = writeEntry(entry);
  old.run("INSERT INTO member VALUES ('ann', 'ann', 'w')");
  old.run("INSERT INTO entry VALUES ('ann', ?, 'device00', 1, 'goal.set', ?)", [id, text]);
  old.run("INSERT INTO log VALUES ('ann', 'device00', 1, 9)");
  old.close();

  const readers = "readers" as GroupName;
  const ann = "ann" as MemberId;
  for (let opened = 0; opened < 2; opened += 1) {
    const store = await openSqliteStore(path);
    expect((await store.take(ann, {}, 10)).entries).toEqual([text]);
    await store.newGroup({ name: readers, curriculum: null, checkin: null });
    await store.admit(readers, ann, "learner");
    await store.share(readers, ann, { on: ["plan"], off: [] });
    const seen = { viewer: ann, group: readers, of: "ann", after: "", most: 10 };
    expect(await store.shared(seen)).toEqual([{ id, text }]);
    await store.give(ann, "device00" as DeviceId, []);
    await store.close();
  }
  const newer = new Database(path);
  newer.run("INSERT INTO done_step VALUES (99)");
  newer.close();
  await expect(openSqliteStore(path)).rejects.toThrow("made by a newer version");
});

test("nobody else on the machine can read what members keep, wherever the file lies", async () => {
  const path = join(root, "private.db");
  writeFileSync(path, "", { mode: 0o644 });
  chmodSync(path, 0o644);
  const store = await openSqliteStore(path);
  for (const one of readdirSync(root).filter((name) => name.startsWith("private.db"))) {
    expect(`${one} ${(statSync(join(root, one)).mode & 0o777).toString(8)}`).toBe(`${one} 600`);
  }
  await store.close();
});
