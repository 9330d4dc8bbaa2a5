import { expect, test } from "bun:test";
import { join } from "node:path";
import { openSqliteJournal } from "../../src/journal/sqlite/journal.ts";
import { verifyJournal } from "../../src/journal/sqlite/verify.ts";
import { workspace } from "../cli/study.ts";
import { acknowledged, device, idsIn, inFolder, writer } from "./processes.ts";

test(
  "eight processes write at once, and nothing is lost or doubled",
  () =>
    inFolder(async (folder) => {
      const path = join(folder, "journal.db");
      const children = Array.from({ length: 8 }, (_, index) => writer(path, `w${index}`, 60));
      const printed = await Promise.all(children.map(acknowledged));
      expect(await Promise.all(children.map((child) => child.exited))).toEqual([
        0, 0, 0, 0, 0, 0, 0, 0,
      ]);
      const ids = await idsIn(path);
      expect(ids).toHaveLength(8 * 60 * 2);
      expect(new Set(ids).size).toBe(ids.length);
      expect(printed.flat().toSorted()).toEqual([...ids]);
      for (const own of printed) expect([...own]).toEqual(own.toSorted());
      expect(verifyJournal(path)).toEqual([]);
    }),
  60_000,
);

test(
  "a backup taken while others write is a sound journal",
  () =>
    inFolder(async (folder) => {
      const path = join(folder, "journal.db");
      const copy = join(folder, "copy.db");
      const child = writer(path, "busy", 400);
      const reader = child.stdout.getReader();
      await reader.read();
      const journal = openSqliteJournal(path, device("backup"));
      journal.copyTo(copy);
      journal.close();
      reader.releaseLock();
      child.kill();
      await child.exited;
      expect(verifyJournal(copy)).toEqual([]);
      const [all, copied] = [await idsIn(path), await idsIn(copy)];
      expect(copied.length).toBeGreaterThan(0);
      expect([...copied]).toEqual(all.slice(0, copied.length));
    }),
  60_000,
);

test("sixteen commands at once, again and again: each is recorded, and none is told of an edit that nobody made", async () => {
  const folder = await workspace();
  const papers = ["bert", "lora", "palm"];
  const all = await Promise.all(
    Array.from({ length: 16 }, async (_, at) => {
      const said = [];
      for (const paper of papers)
        said.push(await folder.study("goal", `${(at % 12) + 1}`, `${paper} ${at}`));
      return said;
    }),
  );
  for (const { code, err } of all.flat()) expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(
    (await folder.ok("export")).split("\n").filter((line) => line.includes("goal.set")),
  ).toHaveLength(48);
  folder.remove();
}, 120_000);
