/** The lab's figures: `npm run bench:lab`. Mistakes named on twenty seeds, false alarms, and what a check costs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCheck } from "../src/lab/run.ts";
import { curriculum, harness, python } from "../tests/lab/python.ts";
import { score } from "../tests/lab/score.ts";
import { milliseconds, race, ratio } from "./measure.ts";

const root = join(import.meta.dir, "..");
const seeds = Number(process.argv[2] ?? 20);
const solutions = join(root, "tests", "lab", "solutions");
const vectors = join(root, "tests", "lab", "vectors");

let [asked, named, alarms, faults, exercises] = [0, 0, 0, 0, 0];
console.log(`${seeds} seeds, ${python}`);
for await (const row of score({ python, harness, curriculum, solutions, vectors, seeds })) {
  const skipped = row.skipped.length === 0 ? "" : `, without ${row.skipped.join("; ")}`;
  console.log(
    `${row.exercise.padEnd(34)} ${String(row.mistakes).padStart(2)} mistakes, named ${row.named}/${row.asked}, ` +
      `false alarms ${row.alarms} (${row.solutions.join(", ")}${skipped}), ${row.vectors} vectors, ${row.seconds} s`,
  );
  for (const fault of new Set(row.faults)) console.log(`    ! ${fault}`);
  exercises += 1;
  asked += row.asked;
  named += row.named;
  alarms += row.alarms;
  faults += row.faults.length;
}
console.log(
  `${exercises} exercises: mutation score ${((100 * named) / asked).toFixed(1)} %, false alarms ${alarms}.`,
);

const folder = mkdtempSync(join(tmpdir(), "study-bench-lab-"));
const file = join(folder, "code", "forward.py");
mkdirSync(join(folder, "code"));
writeFileSync(
  file,
  "import numpy as np\n\ndef layer_norm(a, gain, bias, epsilon=1e-5):\n    mean = a.mean(-1, keepdims=True)\n" +
    "    return gain * (a - mean) / np.sqrt(a.var(-1, keepdims=True) + epsilon) + bias\n",
);
const job = {
  python: { path: python, by: "PATH" as const },
  harness,
  exercise: join(curriculum, "papers", "layernorm", "exercises", "forward"),
  file,
  seed: 1,
  cache: join(folder, "cache"),
};

const times = await race(
  [
    {
      name: "check",
      run: async () => {
        for await (const event of runCheck(job)) if (event.event === "verdict") return;
      },
    },
    {
      name: "numpy",
      run: async () => {
        await Bun.spawn([python, "-c", "import numpy"], { stdout: "ignore" }).exited;
      },
    },
  ],
  15,
);
rmSync(folder, { recursive: true });
const [ours, theirs] = [times.get("check"), times.get("numpy")];
console.log(
  `A check of layernorm/forward: ${milliseconds(ours)}; python -c "import numpy": ${milliseconds(theirs)}; ${ratio(ours, theirs)} (aimed at: 1.5).`,
);
process.exit(faults > 0 ? 1 : 0);
