/**
 * A process that records until it is told to stop or killed, and prints the id of each entry once it is
 * acknowledged. `bun writer.ts JOURNAL DEVICE COUNT`; a refusal is printed as `! sentence`.
 */
import { writeSync } from "node:fs";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import type { DeviceId } from "../../src/core/time/clock.ts";
import { openSqliteJournal } from "../../src/journal/sqlite/journal.ts";

const [path = "", device = "", count = "0", weight = "10"] = process.argv.slice(2);
try {
  const journal = openSqliteJournal(path, device as DeviceId);
  for (let turn = 0; turn < Number(count); turn += 1) {
    const { entries } = await journal.record(Date.now(), () => ({
      steps: [
        {
          by: "cli",
          bodies: [
            {
              type: "reward.set",
              reward: turn % 5,
              text: `${device} ${turn} ${"x".repeat(Number(weight))}`,
            },
            {
              type: "paper.marked",
              paper: "bert" as PaperId,
              aspect: "read",
              done: turn % 2 === 0,
            },
          ],
        },
      ],
      result: null,
    }));
    // Written to the pipe at once: what is printed was acknowledged before.
    writeSync(1, `${entries.map(({ id }) => id).join("\n")}\n`);
  }
  journal.close();
} catch (error) {
  writeSync(1, `! ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
