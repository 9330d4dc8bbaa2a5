import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DeviceId } from "../../core/time/clock.ts";
import { journalContract, record } from "../contract.ts";
import { readLines } from "../record.ts";
import { checksum } from "./checksum.ts";
import { openSqliteJournal, type SqliteJournal } from "./journal.ts";
import { salvage } from "./salvage.ts";
import { migrate, schemaVersion, steps, versionOf } from "./schema.ts";
import { verifyJournal } from "./verify.ts";

const me = "device00" as DeviceId;

function inFolder<T>(work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "study-journal-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const result = work(join(folder, "journal.db"));
  if (result instanceof Promise) return result.finally(remove) as T;
  remove();
  return result;
}

journalContract((device) => {
  const folder = mkdtempSync(join(tmpdir(), "study-journal-"));
  const path = join(folder, "journal.db");
  const open: SqliteJournal[] = [];
  const connect = () => {
    const journal = openSqliteJournal(path, device);
    open.push(journal);
    return journal;
  };
  return {
    journal: connect(),
    reopen: connect,
    end: () => {
      for (const journal of open) journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});

describe("the file", () => {
  const line =
    '{"v":1,"id":"000000001-000-device00","command":"000000001-000-device00","by":"cli","type":"timer.paused","at":1}';

  /** A database as version 1 of the schema left it, with one entry in it. */
  function firstVersion(path: string): void {
    const db = new Database(path, { create: true });
    db.run(steps[0] ?? "");
    db.run("PRAGMA user_version = 1");
    db.query("INSERT INTO device VALUES (?)").run("oldphone");
    db.query("INSERT INTO entry (id, text, sum, checked) VALUES (?, ?, ?, 0)").run(
      "000000001-000-device00",
      line,
      checksum(line),
    );
    db.close();
  }

  test("of version 1 is brought up to date and keeps its entries and its device", () =>
    inFolder(async (path) => {
      firstVersion(path);
      const journal = openSqliteJournal(path, me);
      expect(journal.device).toBe("oldphone" as DeviceId);
      const lines = await Array.fromAsync(journal.lines());
      expect(lines.map(({ text }) => text)).toEqual([line]);
      await record(journal, [{ type: "timer.resumed", at: 2 }]);
      journal.close();
      expect(verifyJournal(path)).toEqual([]);
    }));

  test("goes through every step from every version", () => {
    for (let from = 0; from < schemaVersion; from += 1) {
      const db = new Database(":memory:");
      for (const step of steps.slice(0, from)) db.run(step);
      db.run(`PRAGMA user_version = ${from}`);
      migrate(db);
      expect(versionOf(db)).toBe(schemaVersion);
    }
  });

  test("of a newer version is left alone, in words", () =>
    inFolder((path) => {
      openSqliteJournal(path, me).close();
      const db = new Database(path);
      db.run("PRAGMA user_version = 99");
      db.close();
      expect(() => openSqliteJournal(path, me)).toThrow(/written by a newer version of study/);
    }));

  test("is written ahead and synchronised at every commit", () =>
    inFolder((path) => {
      const journal = openSqliteJournal(path, me);
      const db = new Database(path);
      expect(db.query("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
      expect(journal.pragma("synchronous")).toBe(2);
      db.close();
      journal.close();
    }));

  test("opens the same without its snapshot, and with one of another version", () =>
    inFolder(async (path) => {
      const journal = openSqliteJournal(path, me);
      for (let at = 1; at < 400; at += 1) {
        await record(journal, [{ type: "reward.set", reward: at % 5, text: String(at) }]);
      }
      const { settled } = await journal.picture();
      const db = new Database(path);
      db.run("UPDATE snapshot SET version = 999");
      expect((await journal.picture()).settled.tally).toEqual(settled.tally);
      db.run("DELETE FROM snapshot");
      expect((await journal.picture()).settled.tally).toEqual(settled.tally);
      db.close();
      journal.close();
    }));

  test("journal.72 no byte of what is forgotten is left in the journal's files", () =>
    inFolder(async (path) => {
      const journal = openSqliteJournal(path, me);
      const [secret] = await record(journal, [{ type: "reward.set", reward: 1, text: "a secret" }]);
      for (let at = 0; at < 300; at += 1) {
        await record(journal, [{ type: "reward.set", reward: 2, text: `later ${at}` }]);
      }
      await journal.forget(secret === undefined ? [] : [secret.id]);
      await journal.scrub();
      for (const name of readdirSync(dirname(path))) {
        expect(readFileSync(join(dirname(path), name)).includes("a secret")).toBe(false);
      }
      journal.close();
      expect(verifyJournal(path)).toEqual([]);
    }));

  test("journal.72 a repair does not miss what was forgotten, and it stays so", () =>
    inFolder(async (path) => {
      const journal = openSqliteJournal(path, me);
      const [one] = await record(journal, [{ type: "reward.set", reward: 1, text: "one" }]);
      await record(journal, [{ type: "reward.set", reward: 2, text: "two" }]);
      await journal.forget(one === undefined ? [] : [one.id]);
      await journal.scrub();
      journal.close();
      expect(await salvage(path, me)).toMatchObject({ saved: 1, lost: 0 });
      const repaired = openSqliteJournal(path, me);
      const line = JSON.stringify(one);
      expect(await repaired.insert(readLines([line]))).toEqual({
        added: 0,
        known: 0,
        forgotten: 1,
      });
      repaired.close();
    }));
});
