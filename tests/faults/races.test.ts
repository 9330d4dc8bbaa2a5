import { afterAll, beforeAll, expect, test } from "bun:test";
import { appendFileSync } from "node:fs";
import { whyNoCalls } from "./calls.ts";
import { type Folder, newFolder, within } from "./folder.ts";
import { inLanes } from "./lanes.ts";
import { pointsOf, savedAt, savings } from "./races.ts";
import { patience, spread } from "./soak.ts";

let folder: Folder;
beforeAll(async () => {
  folder = await newFolder(["log", "45m", "attention"]);
});
afterAll(() => folder.remove());

const watched = test.skipIf(whyNoCalls !== null);

for (const saving of savings) {
  watched(
    `tracker.24 tracker.29 ${saving.title} loses nothing, at whichever call of a command it saves`,
    async () => {
      const points = (await pointsOf(folder)).filter(({ plain }) => !plain);
      const faults = await inLanes(spread(points, 10), ({ at }) => savedAt(folder, saving, at));
      expect(faults.flat()).toEqual([]);
    },
    patience({ test: 5, soak: 30 }),
  );
}

test(
  "tracker.29 lines that a program appends as fast as it can, while commands run, are all there once",
  () =>
    within(folder.copy(), async (busy) => {
      let stop = false;
      let count = 0;
      const appending = (async () => {
        while (!stop) {
          count += 1;
          appendFileSync(busy.tracker, `\nNote ${count}.\n`);
          await Bun.sleep(3);
        }
      })();
      for (let run = 0; run < 6; run += 1) await busy.ok("log", "10m", "bert");
      stop = true;
      await appending;
      await busy.ok("status");
      const found = [...busy.text().matchAll(/^Note (\d+)\.$/gm)].map(([, number]) =>
        Number(number),
      );
      const missing = Array.from({ length: count }, (_, index) => index + 1).filter(
        (number) => !found.includes(number),
      );
      expect({ missing, doubled: found.length - new Set(found).size }).toEqual({
        missing: [],
        doubled: 0,
      });
      const records = (await busy.records()).slice(2);
      expect(records.filter(({ type, by }) => type !== "session.logged" || by !== "cli")).toEqual(
        [],
      );
      expect(records).toHaveLength(6);
      expect(busy.text()).toContain("| BERT | ☐ | ☐ | ☐ | 1 |");
    }),
  120_000,
);
