/**
 * Milestones: exact and trained models pass, models with a known fault fail and are told which. All are judged in one
 * process; `npm run soak` takes twenty seeds, and trains the honest models anew.
 */
import { afterAll, describe, expect, test } from "bun:test";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCheck } from "../../src/lab/run.ts";
import { curriculum, harness, python } from "./python.ts";

const cache = mkdtempSync(join(tmpdir(), "study-milestones-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

const models = join(import.meta.dir, "milestones");
const soak = process.env.STUDY_SOAK === "1";
const environment = { ...process.env, PYTHONPATH: harness, OMP_NUM_THREADS: "1" };

interface Row {
  readonly model: string;
  readonly kind: string;
  readonly said: string;
  readonly verdicts: readonly {
    readonly kind: string;
    readonly sentence: string;
    readonly pictures: number;
  }[];
}

function judged(...more: readonly string[]): readonly Row[] {
  return judgedIn(models, ...more);
}

function judgedIn(folder: string, ...more: readonly string[]): readonly Row[] {
  const script = join(import.meta.dir, "scoring", "milestones.py");
  const words = ["-W", "ignore", script, "--curriculum", curriculum, "--models", folder, ...more];
  const { stdout, stderr, exitCode } = Bun.spawnSync([python, ...words], { env: environment });
  expect(exitCode, stderr.toString()).toBe(0);
  const lines = stdout.toString().trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Row);
}

const rows = new Map(judged("--seeds", soak ? "20" : "1").map((row) => [row.model, row]));
const files = readdirSync(models)
  .filter((name) => name.startsWith("milestone-"))
  .flatMap((name) => readdirSync(join(models, name)).map((file) => `${name}/${file}`));

for (const file of files.sort()) {
  const model = file.replace(/\.py$/, "");
  if (!/\/(passes|fails)_/.test(model) || model === file) continue;
  test(model.replace("/", ": ").replaceAll("_", " "), () => {
    const row = rows.get(model);
    expect(row).toBeDefined();
    for (const { kind, sentence, pictures } of row?.verdicts ?? []) {
      expect(`${kind}: ${sentence}`).toStartWith(`${row?.kind}: `);
      expect(sentence).toContain(row?.said ?? "");
      if (kind === "passed") expect(pictures).toBeGreaterThan(0);
    }
  });
}

test("every milestone of the curriculum has honest models that pass and others that fail", () => {
  const milestones = readdirSync(join(curriculum, "milestones")).sort();
  expect(milestones).toEqual([1, 2, 3, 4, 5, 6].map((number) => `milestone-${number}`));
  for (const name of milestones) {
    const kinds = [...rows.values()].filter(({ model }) => model.startsWith(`${name}/`));
    expect(kinds.filter(({ kind }) => kind === "passed").length).toBeGreaterThan(0);
    expect(kinds.filter(({ kind }) => kind === "wrong").length).toBeGreaterThan(2);
  }
});

test("milestone 6 holds what `study compare` keeps of a model to what it measures", async () => {
  const figures = join(cache, "figures.json");
  const own = (parameters: number) => [
    { model: "gpt", paper: null, facts: { parameters: { value: parameters, source: "measured" } } },
    { model: "GPT-2 XL", paper: "gpt-2", facts: { parameters: { value: 1542000000, source: "" } } },
  ];
  const check = async (parameters: number) => {
    await Bun.write(figures, JSON.stringify(own(parameters)));
    const [row] = judged("milestone-6/passes_two_blocks", "--figures", figures);
    return row?.verdicts[0];
  };
  const right = await check(16600);
  expect(right?.kind).toBe("passed");
  expect(right?.sentence).toContain("as the parameters of gpt, as measured here.");
  expect(right?.sentence).toContain("its paper prints 1,542,000,000");
  expect(await check(20000)).toMatchObject({
    kind: "wrong",
    sentence: "`study compare` has 20000 as the parameters of gpt; 16608 was measured here.",
  });
});

for (const milestone of readdirSync(join(curriculum, "milestones")).sort()) {
  test(`${milestone}: the starter does not pass`, async () => {
    const folder = join(curriculum, "milestones", milestone);
    const job = {
      name: milestone,
      python: { path: python, by: "PATH" as const },
      harness,
      exercise: folder,
      file: join(folder, "starter.py"),
      seed: 1,
      cache,
    };
    const events = await Array.fromAsync(runCheck(job));
    expect(events.at(-1)).toMatchObject({ verdict: { kind: "not-started" } });
  });
}

const recipes = {
  "milestone-1": "milestone-1/trained.npz",
  "milestone-2": "milestone-2/trained.npz",
  "milestone-3": "milestone-3/trained.npz",
  "milestone-4": "milestone-4/trained.npz",
};

describe.if(soak)("trained anew", () => {
  const again = join(cache, "models");
  test.each(Object.entries(recipes))("%s", (recipe, weights) => {
    cpSync(models, again, { recursive: true, force: false });
    const script = join(models, "train.py");
    const words = ["-W", "ignore", script, recipe, join(again, weights)];
    const { exitCode, stderr } = Bun.spawnSync([python, ...words], { env: environment });
    expect(exitCode, stderr.toString()).toBe(0);
    const [row] = judgedIn(again, `${recipe}/passes_trained`, "--seeds", "20");
    expect(row?.verdicts.map(({ kind }) => kind)).toEqual(Array(20).fill("passed"));
  });
});
