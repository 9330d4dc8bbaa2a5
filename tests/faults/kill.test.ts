import { expect, test } from "bun:test";
import { join } from "node:path";
import { generator } from "../../src/core/forecast/random.ts";
import { verifyJournal } from "../../src/journal/sqlite/verify.ts";
import { acknowledged, idsIn, inFolder, writer } from "./processes.ts";
import { patience, runs } from "./soak.ts";

const kills = runs({ test: 200, soak: 10_000 });
const atOnce = 4;
const seed = 20261123;

test(
  `journal.1 of ${kills} processes killed at random points, no acknowledged entry is lost (seed ${seed})`,
  () =>
    inFolder(async (folder) => {
      const random = generator(seed);
      let acknowledgedInAll = 0;
      // Each lane kills one writer after another on its own journal; the lanes run side by side.
      const lane = async (name: string) => {
        const path = join(folder, `${name}.db`);
        const known: string[] = [];
        for (let run = 0; run < kills / atOnce; run += 1) {
          const child = writer(path, name, 100_000);
          await Bun.sleep(80 + random() * 320);
          child.kill("SIGKILL");
          known.push(...(await acknowledged(child)));
          await child.exited;
        }
        const ids = new Set(await idsIn(path));
        expect(known.filter((id) => !ids.has(id))).toEqual([]);
        expect(verifyJournal(path)).toEqual([]);
        // A command is recorded whole or not at all: two entries each.
        expect(ids.size % 2).toBe(0);
        acknowledgedInAll += known.length;
      };
      await Promise.all(Array.from({ length: atOnce }, (_, index) => lane(`lane${index}`)));
      expect(acknowledgedInAll).toBeGreaterThan(kills);
    }),
  patience({ test: 3, soak: 60 }),
);
