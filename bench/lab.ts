/**
 * The lab's figures: `npm run bench:lab [-- --seeds N --each N --pairs N]`, each part in one Python. What becomes of learners' wrong solutions (tests/lab/learners), of
 * two mistakes at once and of right solutions, and what a check costs. Everything is computed from the exercises and the
 * tables that are there.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { curriculum, harness, python } from "../tests/lab/python.ts";
import { type Counts, counted, type Row, score, sum } from "../tests/lab/score.ts";
import { milliseconds, race, ratio, row, spawn } from "./measure.ts";

const root = join(import.meta.dir, "..");
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    /** Seeds of mistakes and right solutions. */
    seeds: { type: "string", default: "3" },
    /** So many rows of each learners' table, spread over it; all of them where it is not given. */
    each: { type: "string" },
    /** Pairs of each exercise. */
    pairs: { type: "string", default: "3" },
  },
});
const seeds = Number(values.seeds);
const folderOf = (name: string) => join(root, "tests", "lab", name);
const [solutions, vectors, learners] = ["solutions", "vectors", "learners"].map(folderOf) as [
  string,
  string,
  string,
];
const lab = { python, harness, curriculum };

console.log(`${seeds} seeds, ${python}`);
const rows: Row[] = [];
for await (const scored of score({ ...lab, solutions, vectors, seeds })) {
  rows.push(scored);
  const skipped = scored.skipped.length === 0 ? "" : `, without ${scored.skipped.join("; ")}`;
  console.log(
    `${scored.exercise.padEnd(38)} ${scored.mistakes} mistakes, named ${scored.named}/${scored.asked}, ` +
      `false alarms ${scored.alarms} (${scored.solutions.join(", ")}${skipped}), ${scored.vectors} vectors, ` +
      `float32 ${scored.float32}, ${scored.seconds} s`,
  );
  for (const fault of new Set(scored.faults)) console.log(`    ! ${fault}`);
}
const few = values.each === undefined ? [] : ["--each", values.each];
const pairs = ["--each", values.pairs];
const alone = await told("learners", "lead.py", ["--learners", learners, ...few]);
const learnersPairs = await told("pairs of learners", "lead.py", [
  "--learners",
  learners,
  "--pairs",
  ...pairs,
]);
const knownPairs = await told("known pairs", "pairs.py", pairs);
const cost = await costOfACheck();

const share = (part: number, all: number) =>
  `${part} of ${all}, ${all === 0 ? "–" : `${((100 * part) / all).toFixed(1)} %`}`;
const tried = sum(alone, "tried");
const pairsTried = sum(learnersPairs, "tried");
const endings = ["both", "one", "masked", "untrue", "none", "said", "passed"];
const pairsKnown = endings.reduce((total, key) => total + sum(knownPairs, key), 0);
const pairsNamed = ["both", "one", "masked"].reduce(
  (total, key) => total + sum(knownPairs, key),
  0,
);
const [asked, named, alarms] = (["asked", "named", "alarms"] as const).map((key) =>
  rows.reduce((total, one) => total + one[key], 0),
) as [number, number, number];
const worst = rows.toSorted((a, b) => b.float32 - a.float32)[0];

console.log("");
row("exercises, tables of learners", `${rows.length}, ${alone.length}`);
row("learners' wrong solutions that fail", share(sum(alone, "failed"), tried), "aim 99.5 %");
row("  misleading laws", share(sum(alone, "misleading"), tried), "aim 0");
row("  wrong names", share(sum(alone, "wrong_name"), tried), "aim 0");
row("  figures alone", share(sum(alone, "figures_alone"), tried), "aim 2 %");
row(
  "pairs of learners' mistakes, named in part",
  share(sum(learnersPairs, "named"), pairsTried),
  "aim 80 %",
);
row("  wrong names", share(sum(learnersPairs, "wrong_name"), pairsTried), "aim 0");
row("pairs of known mistakes, named in part", share(pairsNamed, pairsKnown), "aim 80 %");
row("  wrong names", share(sum(knownPairs, "untrue"), pairsKnown), "aim 0");
row("known mistakes named as themselves", share(named, asked), "aim 100 %");
row(`false alarms over ${seeds} seeds`, String(alarms), "aim 0");
row("float32: share of the tolerance", String(worst?.float32), `${worst?.exercise}; aim 0.6`);
row("a check", milliseconds(cost.check), `import numpy ${milliseconds(cost.numpy)}`);
row("a check against import numpy", ratio(cost.check, cost.numpy), "aim 2 ×");
process.exit(rows.some(({ faults }) => faults.length > 0) ? 1 : 0);

/** The counts of a script, each printed as it comes. */
async function told(what: string, script: "lead.py" | "pairs.py", words: readonly string[]) {
  const found: Counts[] = [];
  for await (const one of counted(lab, script, words)) {
    found.push(one);
    const { exercise, ...rest } = one;
    const text = Object.entries(rest).map(([key, value]) => `${key} ${value}`);
    console.log(`${what.padEnd(18)} ${String(exercise).padEnd(38)} ${text.join(", ")}`);
  }
  return found;
}

/** The whole command, as a learner types it: the executable, a workspace, the journal's entry. */
async function costOfACheck(): Promise<{ readonly check: number; readonly numpy: number }> {
  const executable = join(root, "dist", "study");
  if (!existsSync(executable)) spawn([process.execPath, join(root, "scripts", "build.ts")]);
  const folder = mkdtempSync(join(tmpdir(), "study-bench-lab-"));
  spawn([executable, "init", folder, "--yes"]);
  spawn([executable, "code", "layernorm/forward"], {}, folder);
  copyFileSync(
    join(solutions, "layernorm", "forward", "einsum.py"),
    join(folder, "code", "layernorm", "forward.py"),
  );
  const check = () =>
    spawn([executable, "check", "layernorm/forward", "--python", python], {}, folder);
  const numpy = () => spawn([python, "-c", "import numpy"]);
  const times = await race(
    [
      { name: "check", run: check },
      { name: "numpy", run: numpy },
    ],
    15,
  );
  rmSync(folder, { recursive: true });
  return { check: times.get("check") ?? Number.NaN, numpy: times.get("numpy") ?? Number.NaN };
}
