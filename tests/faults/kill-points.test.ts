import { expect, test } from "bun:test";
import { generator } from "../../src/core/forecast/random.ts";
import { whyNoCalls } from "./calls.ts";
import { killedAt, type Stage, stageOf } from "./kill-points.ts";
import { inLanes } from "./lanes.ts";
import { killedPosting, killedSaving, postStage, savingStage } from "./posting.ts";
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

watched(
  "journal.20 a server that is killed at a writing call of a POST, the same: what was answered is there, what was not has not happened, and asking again counts once",
  async () => {
    const stage = await postStage();
    try {
      const points = spread(
        stage.calls.map((_, index) => index + 1),
        8,
      );
      expect(points.length).toBeGreaterThan(0);
      expect((await inLanes(points, (at) => killedPosting(stage, at))).flat()).toEqual([]);
    } finally {
      stage.folder.remove();
    }
  },
  patience({ test: 5, soak: 30 }),
);

watched(
  "sync.24 a server that is killed at a writing call of a note's save leaves the note as it was or as it was sent; what was answered is there, and sending it again saves it once",
  async () => {
    const { folder, calls } = await savingStage();
    try {
      const points = spread(
        Array.from({ length: calls }, (_, index) => index + 1),
        10,
      );
      expect(points.length).toBeGreaterThan(0);
      expect((await inLanes(points, (at) => killedSaving(folder, at))).flat()).toEqual([]);
    } finally {
      folder.remove();
    }
  },
  patience({ test: 5, soak: 30 }),
);
