/** Milestones: exact and trained models pass, models with a known fault fail and are told which. */
import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckEvent } from "../../src/core/check/check.ts";
import { runCheck } from "../../src/lab/run.ts";
import { curriculum, harness, python } from "./python.ts";

const cache = mkdtempSync(join(tmpdir(), "study-milestones-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const models = join(import.meta.dir, "milestones");
const seeds = [1, 2];

async function run(milestone: string, file: string, seed: number): Promise<readonly CheckEvent[]> {
  const events: CheckEvent[] = [];
  const exercise = join(curriculum, "milestones", milestone);
  const job = {
    name: milestone,
    python: { path: python, by: "PATH" as const },
    harness,
    exercise,
    file,
    seed,
    cache,
  };
  for await (const event of runCheck(job)) events.push(event);
  return events;
}

for (const milestone of readdirSync(models).sort()) {
  for (const name of readdirSync(join(models, milestone)).sort()) {
    if (!name.endsWith(".py")) continue;
    const file = join(models, milestone, name);
    // fails_<verdict>_<what>.py; its docstring begins with words of the sentence.
    const [, kind = "passed"] = /^fails_([\w-]+?)_/.exec(name) ?? [];
    const said = /^"""Says: (.+?)\./.exec(readFileSync(file, "utf8"))?.[1] ?? "";
    test(`${milestone}: ${name.replace(/\.py$/, "").replaceAll("_", " ")}`, async () => {
      for (const seed of seeds) {
        const events = await run(milestone, file, seed);
        const last = events.at(-1);
        expect(last).toMatchObject({ event: "verdict", verdict: { kind } });
        if (last?.event === "verdict") expect(last.verdict.sentence).toContain(said);
        if (kind === "passed") expect(events.some(({ event }) => event === "picture")).toBe(true);
      }
    });
  }
  test(`${milestone}: the starter does not pass`, async () => {
    const events = await run(milestone, join(curriculum, "milestones", milestone, "starter.py"), 1);
    expect(events.at(-1)).toMatchObject({ verdict: { kind: "not-started" } });
  });
}
