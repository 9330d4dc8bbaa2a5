import { expect, test } from "bun:test";
import { patience, runs } from "../../tests/faults/soak.ts";
import { filledTracker } from "../../tests/fixtures/filled.ts";
import { mutate } from "../../tests/fixtures/mutate.ts";
import { save, type TrackerFile } from "../../tests/fixtures/tracker-file.ts";
import { generator } from "../core/forecast/random.ts";

const count = runs({ test: 10_000, soak: 1_000_000 });
/** A second saving takes as long as the first: outside of a soak every tenth is enough. */
const settleEvery = runs({ test: 10, soak: 1 });
const seed = 20261126;
/** Those that a soak found something with, since mended. */
const met = [49_047];

function isSettled(file: TrackerFile): boolean {
  const again = save(file, file.text);
  return again.bodies.length === 0 && again.text === file.text;
}

test(
  `tracker.3 tracker.4 of ${count} mutated trackers none fails, none loses a word of the learner's own, all settle (seed ${seed})`,
  () => {
    const file = filledTracker();
    for (const run of [...met, ...Array(count).keys()]) {
      const { text, foreign } = mutate(file.text, generator(seed + run));
      const saved = save(file, text);
      const lost = foreign.filter((words) => saved.text.split(words).length !== 2);
      const looked = run % settleEvery === 0 || met.includes(run);
      const settled = !looked || isSettled(saved);
      if (lost.length > 0 || !settled)
        expect({ run, lost, settled }).toEqual({ run, lost: [], settled: true });
    }
  },
  patience({ test: 5, soak: 600 }),
);
