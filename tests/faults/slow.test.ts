import { expect, test } from "bun:test";
import { newFolder } from "./folder.ts";
import { inLanes } from "./lanes.ts";
import { serve } from "./served.ts";
import { besideAndRenamed, cuts, inPlace, sentSlowly, slowWriters } from "./slow.ts";

/** A pause shorter than a look, about one, and longer than several. */
const pauses = [50, 300, 1200];
const cases = [
  ...cuts.flatMap((cut, index) =>
    pauses
      .filter((_, turn) => turn === index % pauses.length || turn === 1)
      .map((pause) => ({ slow: inPlace, cut, pause })),
  ),
  ...slowWriters
    .filter((slow) => slow !== inPlace)
    .flatMap((slow) =>
      cuts
        .filter((_, index) => (slow === besideAndRenamed ? index === 3 : index % 3 === 0))
        .map((cut) => ({ slow, cut, pause: 300 })),
    ),
];

async function onNewFolder(how: Parameters<typeof sentSlowly>[2]): Promise<readonly string[]> {
  const folder = await newFolder(["log", "45m", "attention"]);
  const served = await serve(folder);
  try {
    return await sentSlowly(folder, served, how);
  } finally {
    await served.stop();
    folder.remove();
  }
}

test("tracker.23 a file that somebody writes slowly while it is served is read when it is whole: nothing is lost, nothing removed", async () => {
  const faults = await inLanes(cases, (one) => onNewFolder({ ...one, between: "nothing" }));
  expect(faults.flat()).toEqual([]);
}, 300_000);

const between = ["a command of the page", "a command line"] as const;

test("tracker.23 a command in the middle of a slow save is recorded, and the save is read when it is whole", async () => {
  const asked = cuts.map((cut, index) => ({ cut, between: between[index % 2] ?? between[0] }));
  const faults = await inLanes(asked, (one) => onNewFolder({ slow: inPlace, pause: 800, ...one }));
  expect(faults.flat()).toEqual([]);
}, 300_000);
