/** What a file from elsewhere may do to a journal, and what it may not. */
import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DeviceId, entryId } from "../../src/core/time/clock.ts";
import { emptyFolder, type Folder, workspace } from "../cli/study.ts";

let mine: Folder;
let theirs: Folder;
const folders: Folder[] = [];

async function made(...options: readonly string[]): Promise<Folder> {
  const folder = await workspace(...options);
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  mine = await made("--start", "2026-01-05");
  theirs = await made("--start", "2025-03-03");
  await mine.ok("read", "bert");
  await theirs.ok("log", "2h", "lora", "--at", "2025-03-10");
  await theirs.ok("read", "palm");
  await theirs.ok("read", "resnet");
  await theirs.ok("undo");
  await theirs.ok("export", "theirs.jsonl");
});
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** A line of a device that nobody here knows. */
function line(wall: number, body: object, counter = 0): string {
  const id = entryId({ wall, counter }, "stranger" as DeviceId);
  return `${JSON.stringify({ v: 1, id, command: id, by: "cli", ...body })}\n`;
}

const start = (curriculum: string) => ({
  type: "workspace.started",
  curriculum,
  timeZone: "Asia/Tokyo",
  start: "2020-01-01",
  target: null,
  minutesAWeek: 60,
});

function put(folder: Folder, name: string, text: string): string {
  writeFileSync(join(folder.path, name), text);
  return name;
}

describe("another workspace's journal", () => {
  test("journal.30 is refused by name, and changes nothing", async () => {
    const before = await mine.ok("export");
    const sentence = await mine.refused("import", join(theirs.path, "theirs.jsonl"));
    expect(sentence).toContain("is of another workspace (curriculum llm, begun on 2025-03-03)");
    expect(sentence).toContain("--merge");
    expect(await mine.ok("export")).toBe(before);
  });

  test("journal.31 comes in with --merge as one command, without its start and what was undone there", async () => {
    const own = await mine.json<{ start: string }>("status");
    const file = join(theirs.path, "theirs.jsonl");
    expect(await mine.ok("import", file, "--merge")).toContain("Took 2 new entries");
    const status = await mine.json<{ start: string; minutes: number }>("status");
    expect(status.start).toBe(own.start);
    expect(await mine.ok("status")).toContain("2/15 (13%)");
    expect(await mine.ok("import", file, "--merge")).toContain("Took 0 new entries");
    expect(await mine.ok("history")).toContain("Merged 2 entries of another workspace");
    expect(await mine.ok("undo")).toContain("Undone: Merged 2 entries of another workspace");
    expect(await mine.ok("status")).toContain("1/15 (7%)");
    await mine.ok("redo");
    expect(await mine.ok("status")).toContain("2/15 (13%)");
  });

  for (const wall of [Date.UTC(2020, 0, 1), Date.now()]) {
    test(`journal.30 of an unknown curriculum (made in ${new Date(wall).getUTCFullYear()}) bricks nothing`, async () => {
      const folder = await made("--start", "2026-01-05");
      const text =
        line(wall, start("cooking")) + line(wall, { type: "goal.set", week: 1, text: "Soup" }, 1);
      put(folder, "cooking.jsonl", text);
      expect(await folder.refused("import", "cooking.jsonl")).toContain("(curriculum cooking");
      await folder.ok("import", "cooking.jsonl", "--merge");
      expect(await folder.ok("status")).toContain("LLM Study Progress Tracker");
      expect((await folder.json<{ timeZone: string }>("status")).timeZone).not.toBe("Asia/Tokyo");
    });
  }
});

describe("a copy of the same workspace", () => {
  test("journal.32 is synced in letter for letter, again without effect, and the two agree", async () => {
    const one = await made("--start", "2026-01-05");
    const two = emptyFolder();
    folders.push(two);
    cpSync(one.path, two.path, { recursive: true });
    await one.ok("read", "bert");
    await two.ok("read", "lora");
    await two.ok("read", "palm");
    await two.ok("undo");
    await two.ok("export", "two.jsonl");
    await one.ok("export", "one.jsonl");
    expect(await one.ok("import", join(two.path, "two.jsonl"))).toContain("Took 4 new entries");
    expect(await one.ok("import", join(two.path, "two.jsonl"))).toContain("Took 0 new entries");
    expect(await two.ok("import", join(one.path, "one.jsonl"))).toContain("Took 2 new entries");
    expect(await one.ok("export")).toBe(await two.ok("export"));
    expect(await one.ok("status")).toContain("2/15 (13%)");
  });

  test("journal.32 a file that a tool for JSON passed on is the same journal", async () => {
    const folder = await made();
    const copy = emptyFolder();
    folders.push(copy);
    cpSync(folder.path, copy.path, { recursive: true });
    await copy.ok("goal", "1", "Read: \u00e9tudes, slowly");
    await copy.ok("export", "copy.jsonl");
    const lines = readFileSync(join(copy.path, "copy.jsonl"), "utf8").trim().split("\n");
    const spaced = lines.map((line) =>
      JSON.stringify(JSON.parse(line), null, 1)
        .replace(/\n\s*/g, " ")
        .replaceAll("\u00e9", "\\u00e9"),
    );
    writeFileSync(join(folder.path, "spaced.jsonl"), spaced.join("\n"));
    expect(await folder.ok("import", "spaced.jsonl")).toContain("Took 1 new entry");
    // The entry is the one that the copy has, so nothing is in the way of the copy's own.
    expect(await folder.ok("import", join(copy.path, "copy.jsonl"))).toContain("Took 0 new");
    expect(await folder.ok("export")).toBe(`${lines.join("\n")}\n`);
  });

  test("journal.32 a file that went through programs of Windows is the same journal", async () => {
    const one = await made("--start", "2026-01-05");
    await one.ok("read", "bert");
    const lines = await one.ok("export");
    const words = `\uFEFF${lines.replaceAll("\n", "\r\n")}\r\n`;
    writeFileSync(join(one.path, "carried.jsonl"), words);
    expect(await one.ok("import", "carried.jsonl")).toContain("Took 0 new entries");
  });

  test("journal.32 as a database, such as a sync service's conflict copy, is taken in too", async () => {
    const one = await made("--start", "2026-01-05");
    const two = emptyFolder();
    folders.push(two);
    cpSync(one.path, two.path, { recursive: true });
    await two.ok("read", "lora");
    const name = "journal (conflicted copy).db";
    copyFileSync(join(two.path, ".study", "journal.db"), join(one.path, name));
    if (existsSync(join(two.path, ".study", "journal.db-wal"))) {
      copyFileSync(join(two.path, ".study", "journal.db-wal"), join(one.path, `${name}-wal`));
    }
    const before = readFileSync(join(one.path, name));
    expect(await one.ok("import", name)).toContain("Took 2 new entries");
    expect(readFileSync(join(one.path, name))).toEqual(before);
    expect(await one.ok("status")).toContain("1/15 (7%)");
  });

  test("journal.33 a start that another copy took in does not change the plan", async () => {
    const folder = await made("--start", "2026-01-05");
    const own = await folder.ok("export");
    put(
      folder,
      "both.jsonl",
      line(1, start("cooking")) + own + line(2, { type: "goal.set", week: 1, text: "Soup" }),
    );
    expect(await folder.ok("import", "both.jsonl")).toContain("Took 1 new entry ");
    expect((await folder.json<{ start: string }>("status")).start).toBe("2026-01-05");
  });
});

describe("an id that no sound clock makes", () => {
  for (const id of ["zzzzzzzzz-zzz-stranger", "zzzzzzzzz-000-stranger"]) {
    test(`journal.34 ${id} is refused by line, and every command goes on`, async () => {
      const text =
        (await mine.ok("export")) +
        JSON.stringify({ v: 1, id, command: id, by: "cli", type: "goal.set", week: 1, text: "x" });
      const lines = text.split("\n").length;
      put(mine, "absurd.jsonl", text);
      expect(await mine.refused("import", "absurd.jsonl")).toStartWith(
        `Line ${lines}: this entry has`,
      );
      await mine.ok("goal", "1", "Go on");
    });
  }

  test("journal.35 a stamp ahead of this clock is refused by line", async () => {
    const ahead = Date.now() + 86_400_000;
    put(mine, "ahead.jsonl", line(ahead, { type: "goal.set", week: 1, text: "x" }));
    expect(await mine.refused("import", "ahead.jsonl")).toContain("which is ahead of this one");
  });

  test("journal.34 that lies in a journal already is named, and repair puts it aside", async () => {
    const folder = await made("--start", "2026-01-05");
    await folder.ok("read", "bert");
    const db = new Database(join(folder.path, ".study", "journal.db"));
    const id = "zzzzzzzzz-zzz-stranger";
    const text = JSON.stringify({
      v: 1,
      id,
      command: id,
      by: "cli",
      type: "goal.set",
      week: 1,
      text: "x",
    });
    db.query("INSERT INTO entry (id, text, sum, checked) VALUES (?, ?, ?, 0)").run(
      id,
      text,
      Bun.hash.crc32(text),
    );
    db.close();
    expect(await folder.refused("read", "lora")).toContain("`study doctor --repair`");
    expect(await folder.ok("doctor", "--repair")).toContain(id);
    await folder.ok("read", "lora");
    expect(await folder.ok("status")).toContain("2/15 (13%)");
  });
});

test("journal.36 a journal whose curriculum can't be had is exported, backed up, checked and looked back at", async () => {
  const folder = await made("--start", "2026-01-05");
  await folder.ok("read", "bert");
  const tracker = readFileSync(join(folder.path, "TRACKER.md"), "utf8");
  const db = new Database(join(folder.path, ".study", "journal.db"));
  const row = db.query<{ text: string }, []>("SELECT text FROM entry WHERE arrival = 1").get();
  const text = row?.text.replace('"llm"', '"cooking"') ?? "";
  db.query("UPDATE entry SET text = ?, sum = ? WHERE arrival = 1").run(text, Bun.hash.crc32(text));
  db.run("DELETE FROM snapshot");
  db.close();
  expect(await folder.refused("status")).toContain('the curriculum "cooking"');
  expect(await folder.ok("export")).toContain('"cooking"');
  await folder.ok("backup", "saved.db");
  expect(await folder.ok("history")).toContain("Read: bert");
  const { code, out } = await folder.study("doctor");
  expect(code).toBe(1);
  expect(out).toContain("Sound  the journal");
  expect(out).toContain('the curriculum "cooking"');
  expect(readFileSync(join(folder.path, "TRACKER.md"), "utf8")).toBe(tracker);
});

test("journal.44 answers whose moments run backwards leave a deck that can be asked, and doctor names the card", async () => {
  const folder = await made("--start", "2026-01-05");
  const { path } = folder;
  const now = Date.now();
  const { cards } = { cards: await folder.json<{ id: string }[]>("cards", "bert") };
  const card = cards[0]?.id ?? "";
  const answer = (wall: number, at: number, grade: number) =>
    line(wall, {
      type: "card.reviewed",
      card,
      paper: "bert",
      grade,
      at,
      on: "2026-01-10",
      took: 1,
    });
  const times = [now - 5_000, 0, now - 9e10, now + 9e10, 1, now - 100];
  const text = times.map((at, index) => answer(now - 1_000 + index, at, (index % 4) + 1)).join("");
  writeFileSync(join(path, "odd.jsonl"), text);
  await folder.ok("import", "odd.jsonl");
  const after = await folder.json<{ id: string; memory: { answered: number } }[]>("cards", "bert");
  expect(after).toHaveLength(cards.length);
  expect(after[0]?.memory.answered).toBe(times.length);
  await folder.ok("review", "--json");
  expect(await folder.ok("doctor")).toContain(`Card ${card}: an answer of`);
  for (const at of [8.64e15, 9e15, 1e300, -1, 0.5]) {
    writeFileSync(join(path, "bad.jsonl"), answer(now, at, 3));
    expect(await folder.refused("import", "bad.jsonl")).toStartWith(
      'Line 1: this entry has a "at"',
    );
  }
});
