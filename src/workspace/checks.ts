/** Checking the learner's code in a workspace, and keeping what came of it in the journal. */
import { createHash, randomInt } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckEvent, mistakesOf, mostSeed, type Verdict } from "../core/check/check.ts";
import { unrecorded } from "../core/check/verdict.ts";
import { comparedModels } from "../core/compare/compare.ts";
import type { CommandOf } from "../core/decide/command.ts";
import type { Origin } from "../core/entries/entry.ts";
import { labFiles } from "../lab/files.ts";
import { type Limits, milestoneLimits } from "../lab/limits.ts";
import { type FoundPython, findPython } from "../lab/python.ts";
import { runCheck } from "../lab/run.ts";
import { nameOf, placeOf, type Target, textOf } from "./exercises.ts";
import { keepVerdict } from "./hints.ts";
import { readLocal } from "./local.ts";
import { refreshShim } from "./notebooks.ts";
import { replaceFile } from "./replace-file.ts";
import { Trouble } from "./trouble.ts";
import type { Workspace } from "./workspace.ts";

export interface CheckWish {
  readonly target: Target;
  /** Repeats the inputs of an earlier run; null for fresh ones. */
  readonly seed: number | null;
  /** The case, from 0, that is repeated alone. That is no check: the journal does not hear of it. */
  readonly only?: number | undefined;
  /** The Python that was named for this run. */
  readonly python?: string | undefined;
  readonly by: Origin;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

/** Tells the events of a check. When the verdict is told, the journal has it. */
export async function* checkExercise(
  workspace: Workspace,
  wish: CheckWish,
): AsyncGenerator<CheckEvent> {
  const { target, by, env, now } = wish;
  const { layout } = workspace;
  const seed = wish.seed ?? randomInt(mostSeed);
  const python = pythonOf(workspace, wish.python, env);
  yield {
    event: "started",
    paper: target.paper,
    exercise: target.exercise.id,
    seed,
    python: python.found ? { path: python.path, by: python.by } : null,
  };
  if (!python.found) {
    const verdict: Verdict = { kind: "bad-python", sentence: python.sentence };
    yield { event: "verdict", verdict, took: 0 };
    return;
  }
  const { folder, file } = placeOf(workspace, target);
  refreshShim(workspace);
  const cache = join(layout.lab, "cache");
  mkdirSync(cache, { recursive: true });
  if (target.paper === null) await keepFigures(workspace, now());
  const digest = digestOf(file);
  const run = runCheck({
    name: nameOf(target),
    python,
    harness: labFiles(layout.state).harness,
    exercise: folder,
    file,
    seed,
    only: wish.only,
    cache,
    figures: target.paper === null ? layout.figures : undefined,
    limits: { ...(target.paper === null ? milestoneLimits : {}), ...wish.limits },
    ...(wish.signal === undefined ? {} : { signal: wish.signal }),
  });
  for await (const event of run) {
    const whole = wish.only === undefined;
    if (event.event === "verdict" && whole && !unrecorded.has(event.verdict.kind)) {
      if (wish.signal?.aborted) return;
      const { hints } = await textOf(workspace, target);
      keepVerdict(layout, nameOf(target), hints, event.verdict);
      await record(workspace, commandOf(target, event, seed, digest), by, now());
    }
    yield event;
  }
}

/** Lays the papers' figures and the learner's measurements where a milestone reads them. */
async function keepFigures(workspace: Workspace, now: number): Promise<void> {
  const { tally } = await workspace.look(now);
  const models = comparedModels(await workspace.material(), tally.measurements);
  const figures = models.map(({ model, paper, facts }) => ({ model, paper, facts }));
  const { figures: file, lab } = workspace.layout;
  replaceFile(file, lab, JSON.stringify(figures));
}

/** The Python that checks run under: `asked`, or the one chosen for this machine, or the first that is found. */
export function pythonOf(
  { folder, layout }: Workspace,
  asked: string | undefined,
  env: CheckWish["env"],
): FoundPython {
  return findPython({ folder, env, asked, chosen: readLocal(layout).python });
}

/** Tells one text of the learner's code from another; empty where there is none to read. */
function digestOf(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file, "utf8")).digest("hex").slice(0, 16);
  } catch {
    return "";
  }
}

function commandOf(
  { paper, exercise }: Target,
  { verdict, took }: Extract<CheckEvent, { event: "verdict" }>,
  seed: number,
  digest: string,
): CommandOf<"record-check"> {
  return {
    do: "record-check",
    paper,
    exercise: exercise.id,
    passed: verdict.kind === "passed",
    seed,
    verdict: verdict.kind,
    mistakes: mistakesOf(verdict).map(({ id }) => id),
    digest,
    took,
  };
}

async function record(
  workspace: Workspace,
  command: CommandOf<"record-check">,
  by: Origin,
  now: number,
): Promise<void> {
  const outcome = await workspace.run([command], by, now);
  if (!outcome.ok) throw new Trouble("bad-file", outcome.message);
}
