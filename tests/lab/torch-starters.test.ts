/** Starters for those who write in PyTorch. */
import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { torchStarter } from "../../src/lab/torch-starter.ts";
import { curriculum, harness, hasTorch, python } from "./python.ts";

const folder = mkdtempSync(join(tmpdir(), "study-torch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

if (!hasTorch) console.warn("Left out: this Python has no PyTorch.");

const watched = test.skipIf(!hasTorch);
watched(
  "lab.6 every starter in PyTorch takes its exercise's arguments and says that it is not written yet",
  async () => {
    for (const path of new Bun.Glob("papers/*/exercises/*/starter.py").scanSync(curriculum)) {
      const [, paper = "", , component = ""] = path.split("/");
      const file = join(folder, paper, `${component}.py`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, torchStarter(readFileSync(join(curriculum, path), "utf8")));
    }
    const script = join(import.meta.dir, "scoring", "starters.py");
    const words = ["--curriculum", curriculum, "--starters", folder];
    const child = Bun.spawn([python, "-W", "ignore", script, ...words], {
      env: { ...process.env, PYTHONPATH: harness },
      stderr: "inherit",
    });
    expect((await new Response(child.stdout).text()).trim()).toBe("");
    expect(await child.exited).toBe(0);
  },
  120_000,
);
