/** Wrong solutions as learners write them: all fail, and nothing that is right is accused. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { curriculum, harness, python } from "./python.ts";

const learners = join(import.meta.dir, "learners");
const script = join(import.meta.dir, "scoring", "lead.py");

for (const exercise of [
  "attention/multi-head",
  "gpt-1/causal-lm-loss",
  "layernorm/forward",
  "instructgpt/value-loss",
]) {
  test(`lab.2 wrong solutions of ${exercise} all fail; no name and no law accuses what is right`, async () => {
    const words = ["--curriculum", curriculum, "--learners", learners, exercise, "--told"];
    const child = Bun.spawn([python, "-W", "ignore", script, ...words], {
      env: { ...process.env, PYTHONPATH: harness, OMP_NUM_THREADS: "1" },
      stderr: "inherit",
    });
    const said = await new Response(child.stdout).text();
    expect(await child.exited, said).toBe(0);
  }, 240_000);
}
