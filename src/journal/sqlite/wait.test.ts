import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { DeviceId } from "../../core/time/clock.ts";
import { openSqliteJournal, type SqliteJournal } from "./journal.ts";
import { type Patience, pauseAfter, whenFree } from "./wait.ts";

let folder: string;
let path: string;
let journal: SqliteJournal;
let other: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "study-wait-"));
  path = join(folder, "journal.db");
  journal = openSqliteJournal(path, "aaaaaaaa" as DeviceId);
  other = new Database(path);
});
afterEach(() => {
  journal.close();
  other.close();
  rmSync(folder, { recursive: true });
});

const record = () =>
  journal.record(Date.now(), () => ({
    steps: [{ by: "cli", bodies: [{ type: "reward.set", reward: 1, text: "Cake" }] }],
    result: null,
  }));

/** A clock that goes by what is slept; `meanwhile` is done at each sleep. */
function patient(meanwhile: (slept: number) => void): Patience {
  let time = 0;
  return {
    now: () => time,
    sleep: async (pause) => {
      time += pause;
      meanwhile(time);
    },
    random: () => 0.5,
  };
}

describe("a turn to write", () => {
  test("journal.50 who has waited longer looks again sooner, whatever the chance", () => {
    const waited = fc.double({ min: 0, max: 60_000, noNaN: true });
    fc.assert(
      fc.property(waited, waited, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, chance) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(pauseAfter(more, chance)).toBeLessThanOrEqual(pauseAfter(less, chance));
        expect(pauseAfter(more, chance)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test("it comes when the other is done, and other work goes on meanwhile", async () => {
    other.run("BEGIN IMMEDIATE");
    const waiting = record();
    await Bun.sleep(50);
    other.run("COMMIT");
    expect((await waiting).entries).toHaveLength(1);
  });

  test("journal.50 one that holds the journal and writes nothing is named as that", async () => {
    const db = new Database(path);
    other.run("BEGIN IMMEDIATE");
    const write = () => db.transaction(() => {}).immediate();
    const refused = whenFree(
      { db, path },
      write,
      patient(() => {}),
    );
    await expect(refused).rejects.toThrow("has held the journal for a minute without writing");
    other.run("COMMIT");
    db.close();
  });

  test("journal.50 a crowd that writes is named as a crowd", async () => {
    const db = new Database(path);
    other.run("BEGIN IMMEDIATE");
    const write = () => db.transaction(() => {}).immediate();
    const crowd = patient((slept) => {
      if (slept < 30_000 || slept > 30_100) return;
      other.run("CREATE TABLE IF NOT EXISTS more (x)");
      other.run("COMMIT");
      other.run("BEGIN IMMEDIATE");
    });
    await expect(whenFree({ db, path }, write, crowd)).rejects.toThrow("So many others write");
    other.run("COMMIT");
    db.close();
  });
});

describe("a journal whose file is taken away acknowledges nothing", () => {
  test("journal.51 one that was deleted", async () => {
    await record();
    rmSync(path);
    expect(journal.place()).toBe("gone");
    await expect(record()).rejects.toThrow("was deleted or moved away while it was open");
  });

  test("journal.51 one that another was put in the place of", async () => {
    journal.copyTo(`${path}.copy`);
    renameSync(`${path}.copy`, path);
    expect(journal.place()).toBe("exchanged");
    await expect(record()).rejects.toThrow("was replaced by another file while it was open");
  });

  test("journal.51 one that is taken away between the look and the writing's end", async () => {
    const away = `${path}.away`;
    const taken = journal.record(Date.now(), () => {
      renameSync(path, away);
      const bodies = [{ type: "reward.set", reward: 1, text: "Cake" } as const];
      return { steps: [{ by: "cli", bodies }], result: null };
    });
    await expect(taken).rejects.toThrow("what was to be recorded went with it");
    renameSync(away, path);
    expect(journal.place()).toBe("here");
  });
});
