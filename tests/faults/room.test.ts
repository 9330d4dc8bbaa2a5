import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { whyNoCalls } from "./calls.ts";
import { folderAt } from "./folder.ts";
import { type Stage, stageOf } from "./kill-points.ts";
import { inLanes } from "./lanes.ts";
import { failedAt, smallDisk, withPagesLeft } from "./room.ts";
import { fileEdit, log } from "./scenarios.ts";
import { patience, spread } from "./soak.ts";

const disk = smallDisk();
if (disk === null) console.warn("Left out: no small disk can be mounted here.");
afterAll(() => disk?.remove());

test.skipIf(disk === null)(
  "journal.43 on a disk without a page left everything can be looked at and exported, and a command says why it can't be recorded",
  async () => {
    if (disk === null) return;
    const folder = folderAt(join(disk.path, "full"));
    mkdirSync(folder.path);
    try {
      await folder.ok("init", "--yes");
      await folder.ok("log", "40m", "bert");
      const exported = await folder.ok("export");
      disk.fill(0);
      expect(await folder.ok("export")).toBe(exported);
      expect(await folder.ok("status")).toContain("40m");
      expect(await folder.ok("history")).toContain("Logged 40m");
      expect(await folder.ok("doctor")).toMatch(/Sound {2}the journal(.|\n)*The disk is full/);
      const { code, err } = await folder.study("log", "5m", "bert");
      expect([code, err.trim()]).toEqual([
        1,
        "The disk is full: nothing was recorded. Free some space and repeat the command.",
      ]);
      disk.fill(null);
      expect(await folder.ok("export")).toBe(exported);
    } finally {
      disk.fill(null);
      folder.remove();
    }
  },
  30_000,
);

test.skipIf(disk === null)(
  "journal.21 a restore that a full disk ends says what to do, changes nothing and leaves nothing in the way",
  async () => {
    if (disk === null) return;
    const folder = folderAt(join(disk.path, "restoring"));
    const state = join(folder.path, ".study");
    mkdirSync(folder.path);
    try {
      await folder.ok("init", "--yes");
      await folder.ok("log", "40m", "bert");
      await folder.ok("backup", "copy.db");
      const exported = await folder.ok("export");
      let ended = 0;
      // With some more pages there is room for all of it.
      for (let pages = 0; pages < 40; pages += 5) {
        disk.fill(pages);
        const { code, err } = await folder.study("restore", "copy.db");
        if (code === 0) break;
        ended += 1;
        expect(err).toMatch(/full.*Free some space/);
        expect(readdirSync(state).filter((name) => name.includes("restoring"))).toEqual([]);
        disk.fill(null);
        expect(await folder.ok("export")).toBe(exported);
      }
      expect(ended).toBeGreaterThan(1);
    } finally {
      disk.fill(null);
      folder.remove();
    }
  },
  60_000,
);

test.skipIf(disk === null)(
  "journal.43 on a disk that can't be written, what has to write says so in a sentence",
  async () => {
    if (disk === null) return;
    const folder = folderAt(join(disk.path, "shut"));
    mkdirSync(folder.path);
    try {
      await folder.ok("init", "--yes");
      await folder.ok("backup", "copy.db");
      disk.allow("nothing");
      expect(await folder.ok("doctor")).toContain("Sound  the journal");
      for (const words of [
        ["sync", disk.path],
        ["restore", "copy.db"],
        ["serve", "--no-open"],
      ]) {
        const { code, err } = await folder.study(...words);
        expect([code, err]).toEqual([
          1,
          `${folder.path} can't be written: it can be looked at, and nothing else. Copy it to a disk that can be, or change its permissions.\n`,
        ]);
      }
    } finally {
      disk.allow("writing");
      folder.remove();
    }
  },
  30_000,
);

for (const scenario of [log, fileEdit]) {
  describe.skipIf(whyNoCalls !== null)(scenario.title, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await stageOf(scenario);
    });
    afterAll(() => stage.folder.remove());

    test(
      "journal.21 on a disk that is full from any call on, what is said is true, and repeating counts once",
      async () => {
        const points = stage.calls.map((_, index) => index + 1);
        const faults = await inLanes(spread(points, 12), (at) =>
          failedAt(stage, { at, happens: "full" }),
        );
        expect(faults.flat()).toEqual([]);
      },
      patience({ test: 5, soak: 30 }),
    );

    test(
      "journal.21 after a single call that fails, what is said is true, and repeating counts once",
      async () => {
        const points = stage.calls.flatMap(({ call, path }, index) =>
          call === stage.calls[index - 1]?.call && path === stage.calls[index - 1]?.path
            ? []
            : [index + 1],
        );
        const faults = await inLanes(spread(points, 12), (at) =>
          failedAt(stage, { at, happens: "fail", error: at % 2 === 0 ? "EIO" : "ENOSPC" }),
        );
        expect(faults.flat()).toEqual([]);
      },
      patience({ test: 5, soak: 30 }),
    );

    test.skipIf(disk === null)(
      "journal.21 with any number of pages left, what is said is true, and repeating counts once",
      async () => {
        if (disk === null) return;
        const faults: string[] = [];
        const left = Array.from({ length: 33 }, (_, pages) => pages);
        for (const pages of spread(left, 8)) {
          faults.push(...(await withPagesLeft(stage, disk, pages)));
        }
        expect(faults).toEqual([]);
      },
      patience({ test: 5, soak: 30 }),
    );
  });
}
