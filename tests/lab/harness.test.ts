/** Runs the harness's own tests under the Python that the lab's tests use. */
import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { harness, python } from "./python.ts";

test("the harness takes arrays of every framework, compares piece by piece and names mistakes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "study-harness-"));
  const child = Bun.spawn([python, join(import.meta.dir, "harness_test.py")], {
    env: { ...process.env, PYTHONPATH: harness, STUDY_TEST_FOLDER: folder },
    stdout: "ignore",
    stderr: "pipe",
  });
  const said = await new Response(child.stderr).text();
  rmSync(folder, { recursive: true });
  expect(await child.exited, said).toBe(0);
});
