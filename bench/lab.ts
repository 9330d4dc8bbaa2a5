/** The lab's figures: `npm run bench:lab`. Mistakes named on twenty seeds, false alarms, and what a check costs. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { curriculum, harness, python } from "../tests/lab/python.ts";
import { score } from "../tests/lab/score.ts";
import { milliseconds, race, ratio, spawn } from "./measure.ts";

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

// The whole command, as a learner types it: the executable, a workspace, the journal's entry.
const executable = join(root, "dist", "study");
if (!existsSync(executable)) spawn([process.execPath, join(root, "scripts", "build.ts")]);
const folder = mkdtempSync(join(tmpdir(), "study-bench-lab-"));
spawn([executable, "init", folder, "--yes"]);
spawn([executable, "code", "layernorm/forward"], {}, folder);
copyFileSync(
  join(solutions, "layernorm", "forward", "einsum.py"),
  join(folder, "code", "layernorm", "forward.py"),
);
const times = await race(
  [
    {
      name: "check",
      run: () => spawn([executable, "check", "layernorm/forward", "--python", python], {}, folder),
    },
    { name: "numpy", run: () => spawn([python, "-c", "import numpy"]) },
  ],
  15,
);
rmSync(folder, { recursive: true });
const [ours, theirs] = [times.get("check"), times.get("numpy")];
console.log(
  `study check layernorm/forward: ${milliseconds(ours)}; python -c "import numpy": ${milliseconds(theirs)}; ${ratio(ours, theirs)} (aimed at: 1.5).`,
);
process.exit(faults > 0 ? 1 : 0);
