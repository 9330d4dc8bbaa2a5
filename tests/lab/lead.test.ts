/** Wrong solutions as learners write them: all fail, and nothing that is right is accused. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { curriculum, harness, python } from "./python.ts";

const learners = join(import.meta.dir, "learners");
const script = join(import.meta.dir, "scoring", "lead.py");

// Each row is judged by one Python. A few exercises stand here for all; scoring/lead.py judges every table.
const tables = [
  ["attention/multi-head"],
  ["gpt-1/causal-lm-loss"],
  ["layernorm/forward"],
  ["instructgpt/value-loss", "lora/forward", "llama/rope", "chain-of-thought/extract-answer"],
];

for (const exercises of tables) {
  test(`lab.2 wrong solutions of ${exercises.join(", ")} all fail; no name and no law accuses what is right`, async () => {
    const words = ["--curriculum", curriculum, "--learners", learners, ...exercises, "--told"];
    const child = Bun.spawn([python, "-W", "ignore", script, ...words], {
      env: { ...process.env, PYTHONPATH: harness, OMP_NUM_THREADS: "1" },
      stderr: "inherit",
    });
    const said = await new Response(child.stdout).text();
    expect(await child.exited, said).toBe(0);
  }, 240_000);
}

test("lab.8 an argument that is not heard, or is right at its default alone, is named", async () => {
  const tables = ["attention/label-smoothing", "resnet/batch-norm"];
  const words = ["--curriculum", curriculum, "--learners", learners, ...tables, "--told"];
  const child = Bun.spawn([python, "-W", "ignore", script, ...words], {
    env: { ...process.env, PYTHONPATH: harness, OMP_NUM_THREADS: "1" },
    stderr: "inherit",
  });
  const said = await new Response(child.stdout).text();
  for (const name of ["epsilon", "padding", "momentum"]) {
    expect(said).toContain(`Your result is the same whatever \`${name}\` is`);
  }
  expect(said).toContain("the result is right where `epsilon` is 1e-05, its default");
}, 240_000);
