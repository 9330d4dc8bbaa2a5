import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { openSqliteJournal } from "../../src/journal/sqlite/journal.ts";
import { salvage } from "../../src/journal/sqlite/salvage.ts";
import { verifyJournal } from "../../src/journal/sqlite/verify.ts";
import { emptyFolder } from "../cli/study.ts";
import { device, idsIn } from "./processes.ts";
import { runs } from "./soak.ts";

const entries = 600;
const folder = mkdtempSync(join(tmpdir(), "study-damage-"));
const sound = join(folder, "sound.db");
let count = 0;

beforeAll(async () => {
  const journal = openSqliteJournal(sound, device("sound"));
  for (let turn = 0; turn < entries; turn += 1) {
    await journal.record(1_700_000_000_000 + turn, () => ({
      steps: [
        {
          by: "cli",
          bodies: [
            {
              type: "paper.marked",
              paper: "bert" as PaperId,
              aspect: "read",
              done: turn % 2 === 0,
            },
          ],
        },
      ],
      result: null,
    }));
  }
  journal.close();
  const db = new Database(sound);
  db.run("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the sound journal for one kind of damage. */
function copy(): string {
  count += 1;
  const path = join(folder, `damaged-${count}.db`);
  copyFileSync(sound, path);
  return path;
}

const flips = runs({ test: 60, soak: 500 });

function databaseOf(sql: string): Buffer {
  const db = new Database(":memory:");
  db.run(sql);
  const bytes = Buffer.from(db.serialize());
  db.close();
  return bytes;
}

async function textsIn(path: string): Promise<readonly string[]> {
  const journal = openSqliteJournal(path, device("reader"));
  const texts = [...journal.texts()];
  journal.close();
  return texts;
}

const page = 4096;
const scribble = (path: string, at: number, length: number) => {
  const bytes = readFileSync(path);
  bytes.fill(0xa7, at, at + length);
  writeFileSync(path, bytes);
};

/** How many entries lie whole in a file's bytes, counted in another way than salvage does. */
function wholeEntries(path: string): number {
  const text = readFileSync(path, "latin1");
  const ids = [...text.matchAll(/\{"v":1,"id":"([^"]+)"[^{}]*"done":(true|false)\}/g)];
  return new Set(ids.map(([, id]) => id)).size;
}

describe("damage is found, and what can be saved is saved", () => {
  for (const share of [0.3, 0.5, 0.9]) {
    test(`a file cut to ${share * 100} %`, async () => {
      const path = copy();
      truncateSync(path, Math.floor((statSync(path).size * share) / page) * page);
      expect(verifyJournal(path).length).toBeGreaterThan(0);
      const left = wholeEntries(path);
      const { saved, kept } = await salvage(path, device("spare"));
      expect(verifyJournal(path)).toEqual([]);
      expect(await idsIn(path)).toHaveLength(saved);
      expect(saved).toBe(left);
      expect(saved).toBeGreaterThan(50);
      expect(statSync(kept).size).toBeGreaterThan(0);
    });
  }

  test("a scribbled page in the middle", async () => {
    const path = copy();
    scribble(path, Math.floor(statSync(path).size / page / 2) * page, page);
    expect(verifyJournal(path).length).toBeGreaterThan(0);
    const { saved } = await salvage(path, device("spare"));
    expect(saved).toBeGreaterThan(entries * 0.9);
    expect(verifyJournal(path)).toEqual([]);
  });

  test("a scribbled header", async () => {
    const path = copy();
    scribble(path, 0, 100);
    expect(() => openSqliteJournal(path, device("x"))).toThrow(/`study doctor --repair`/);
    expect(verifyJournal(path)).toHaveLength(1);
    const { saved } = await salvage(path, device("spare"));
    expect(saved).toBe(entries);
    expect([...(await idsIn(path))]).toEqual([...(await idsIn(sound))]);
  });

  test("journal.39 an empty file that stands in a journal's place is refused, and stays as it is", async () => {
    const path = copy();
    truncateSync(path, 0);
    const kept = `${path}.before-restore-x`;
    copyFileSync(sound, kept);
    expect(verifyJournal(path)[0]?.message).toContain("holds no journal");
    for (const open of [
      async () => openSqliteJournal(path, device("x")),
      () => salvage(path, device("spare")),
    ]) {
      await expect(open()).rejects.toThrow("study restore FILE");
      await expect(open()).rejects.toThrow(kept);
    }
    expect(statSync(path).size).toBe(0);
  });

  for (const [what, content] of [
    ["a file of one byte", () => Buffer.from("x")],
    ["a database of nothing", () => databaseOf("PRAGMA user_version = 0; VACUUM")],
    ["another program's database", () => databaseOf("CREATE TABLE bookmark (url TEXT)")],
    [
      "another program's database of a high version",
      () => databaseOf("CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 79"),
    ],
  ] as const) {
    test(`journal.39 ${what} that stands in a journal's place is refused, and stays as it is`, async () => {
      const path = copy();
      const bytes = content();
      writeFileSync(path, bytes);
      for (const open of [
        async () => openSqliteJournal(path, device("x")),
        () => salvage(path, device("spare")),
      ]) {
        await expect(open()).rejects.toThrow("study restore FILE");
      }
      expect(readFileSync(path).equals(bytes)).toBe(true);
    });
  }

  test("journal.39 a journal that is gone is not made anew: a copy is named, and brings it back", async () => {
    const lost = emptyFolder();
    await lost.ok("init", "--yes");
    await lost.ok("log", "40m", "bert");
    rmSync(join(lost.path, ".study", "journal.db"));
    const [copy] = await lost.json<readonly { path: string }[]>("backup", "--list");
    for (const words of [["status"], ["init", "--yes"], ["serve", "--make", "--dir", "."]]) {
      expect(await lost.refused(...words)).toContain(`study restore ${copy?.path}`);
    }
    await lost.ok("restore", copy?.path ?? "");
    expect(await lost.ok("doctor")).not.toMatch(/Journal:/);
    lost.remove();
  });

  test("journal.37 one flipped bit anywhere: no altered entry comes in, no loss goes unsaid", async () => {
    const original = readFileSync(sound);
    const before = new Set(await textsIn(sound));
    const step = Math.floor((original.length * 8) / flips);
    for (let turn = 0; turn < flips; turn += 1) {
      const bit = turn * step + ((turn * 7919) % step);
      const path = copy();
      const bytes = Buffer.from(original);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(path, bytes);
      if (verifyJournal(path).length === 0) {
        expect(new Set(await textsIn(path))).toEqual(before);
        continue;
      }
      const { saved, lost } = await salvage(path, device("spare"));
      const after = await textsIn(path);
      expect({ bit, altered: after.filter((text) => !before.has(text)) }).toEqual({
        bit,
        altered: [],
      });
      expect(after).toHaveLength(saved);
      const missing = before.size - saved;
      if (lost !== null && lost < missing)
        throw new Error(`bit ${bit}: ${missing} lost, ${lost} said`);
    }
  });

  test("journal.37 a row that no look-up reaches comes in by its own checksum alone", async () => {
    const path = copy();
    const bytes = readFileSync(path);
    bytes.fill(0, 0, 100);
    const at = bytes.indexOf('"done":true', bytes.length / 2);
    bytes.write('"done":null', at);
    writeFileSync(path, bytes);
    const { saved, lost, dropped, aside } = await salvage(path, device("spare"));
    expect(saved).toBe(entries - 1);
    expect(lost).toBeNull();
    expect(dropped).toEqual([]);
    expect(aside).toBeNull();
  });

  test("journal.38 what is left out is listed and kept aside, and the new journal is another device", async () => {
    const path = copy();
    const db = new Database(path);
    db.run("UPDATE entry SET text = replace(text, 'bert', 'lora') WHERE arrival = 301");
    db.close();
    const { dropped, aside } = await salvage(path, device("spare"));
    expect(dropped.map(({ fault }) => fault)).toEqual(["does not fit its checksum"]);
    expect(readFileSync(aside ?? "", "utf8")).toContain('"lora"');
    const journal = openSqliteJournal(path, device("x"));
    expect(journal.device).toBe(device("spare"));
    journal.close();
  });

  test("a flipped bit in one entry's text", async () => {
    const path = copy();
    const db = new Database(path);
    db.run(
      "UPDATE entry SET text = replace(text, '\"done\":true', '\"done\":tru3') WHERE arrival = 301",
    );
    db.close();
    const [fault, ...more] = verifyJournal(path);
    expect(fault?.message).toBe("Entry 301 does not fit its checksum.");
    expect(more).toEqual([]);
    const { saved, lost } = await salvage(path, device("spare"));
    expect({ saved, lost }).toEqual({ saved: entries - 1, lost: 1 });
  });

  test("a journal of a newer version is not touched", async () => {
    const path = copy();
    const db = new Database(path);
    db.run("PRAGMA user_version = 99");
    db.close();
    await expect(salvage(path, device("spare"))).rejects.toThrow(/newer version/);
  });
});
