import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { whyNoCalls } from "./calls.ts";
import { type Stage, stageOf } from "./kill-points.ts";
import { inLanes } from "./lanes.ts";
import { failedAt, smallDisk, withPagesLeft } from "./room.ts";
import { fileEdit, log } from "./scenarios.ts";
import { patience, spread } from "./soak.ts";

const disk = smallDisk();
if (disk === null) console.warn("Left out: no small disk can be mounted here.");
afterAll(() => disk?.remove());

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
