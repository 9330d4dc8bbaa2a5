/** Right solutions as other people would write them: none may be called wrong. */
import { expect, test } from "bun:test";
import { join } from "node:path";
import { curriculum, harness, python } from "./python.ts";

test("lab.7 a right solution passes in whatever style it is written: classes, lists, loops, autograd, 32 bits", async () => {
  const script = join(import.meta.dir, "scoring", "styles.py");
  const words = ["--curriculum", curriculum, "--styles", join(import.meta.dir, "styles")];
  const child = Bun.spawn([python, "-W", "ignore", script, ...words], {
    env: { ...process.env, PYTHONPATH: harness, OMP_NUM_THREADS: "1" },
    stderr: "inherit",
  });
  const said = await new Response(child.stdout).text();
  expect(await child.exited, said).toBe(0);
}, 240_000);
