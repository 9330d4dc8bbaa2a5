import { expect, test } from "bun:test";
import { generator } from "../../src/core/forecast/random.ts";
import { whyNoCalls } from "./calls.ts";
import { killedAt, type Stage, stageOf } from "./kill-points.ts";
import { inLanes } from "./lanes.ts";
import { editAndCommand, fileEdit, log, others, type Scenario } from "./scenarios.ts";
import { patience, spread } from "./soak.ts";

const seed = 20261124;
const watched = test.skipIf(whyNoCalls !== null);

async function killedAtPoints(
  scenario: Scenario,
  choose: (points: readonly number[]) => readonly number[],
): Promise<readonly string[]> {
  const stage: Stage = await stageOf(scenario);
  try {
    const points = choose(stage.calls.map((_, index) => index + 1));
    expect(points.length).toBeGreaterThan(0);
    return (await inLanes(points, (at) => killedAt(stage, at))).flat();
  } finally {
    stage.folder.remove();
  }
}

for (const scenario of [log, fileEdit]) {
  watched(
    `journal.20 killed at the writing calls of ${scenario.title}: nothing acknowledged is lost, nothing is there that nobody asked for, nothing counts twice`,
    async () => {
      expect(await killedAtPoints(scenario, (points) => spread(points, 24))).toEqual([]);
    },
    patience({ test: 5, soak: 30 }),
  );
}

watched(
  `journal.20 killed at some writing call of each other command, the same (seed ${seed})`,
  async () => {
    const random = generator(seed);
    const faults: string[] = [];
    for (const scenario of [editAndCommand, ...others]) {
      faults.push(
        ...(await killedAtPoints(scenario, (points) =>
          spread(points.slice(Math.floor(random() * points.length)), 1),
        )),
      );
    }
    expect(faults).toEqual([]);
  },
  patience({ test: 5, soak: 60 }),
);
