/** The exercises of a workspace on disk: their texts, their starters and the learner's files. */

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { HintTexts } from "../core/check/hint.ts";
import type { Exercise, PaperId } from "../core/content/curriculum.ts";
import { labFiles } from "../lab/files.ts";
import { torchStarter } from "../lab/torch-starter.ts";
import { placeShim } from "./notebooks.ts";
import { replaceFile, writeNew } from "./replace-file.ts";
import { systemReason, Trouble } from "./trouble.ts";
import type { Workspace } from "./workspace.ts";

/** An exercise and whose it is; `paper` is null for a milestone's. */
export interface Target {
  readonly paper: PaperId | null;
  readonly exercise: Exercise;
}

/** `attention/multi-head`, or `milestone-2`: as commands name it. */
export function nameOf({ paper, exercise }: Target): string {
  return paper === null ? exercise.id : `${paper}/${exercise.id}`;
}

export interface Place {
  /** The folder of the exercise. */
  readonly folder: string;
  /** The learner's file. */
  readonly file: string;
  /** The same, from the workspace's folder. */
  readonly path: string;
}

export function placeOf({ layout, curriculum }: Workspace, { paper, exercise }: Target): Place {
  const root = existsSync(layout.curriculum)
    ? layout.curriculum
    : join(labFiles(layout.state).curricula, curriculum.id);
  const folder =
    paper === null
      ? join(root, "milestones", exercise.id)
      : join(root, "papers", paper, "exercises", exercise.id);
  const path = join("code", paper ?? "milestones", `${exercise.id.replace(/[-.]/g, "_")}.py`);
  return { folder, file: join(layout.folder, path), path };
}

export interface ExerciseText extends HintTexts {
  /** Markdown. */
  readonly text: string;
}

export async function textOf(workspace: Workspace, target: Target): Promise<ExerciseText> {
  const { frontOf, splitExercise } = await import("../curriculum/exercises.ts");
  const whole = readFileSync(join(placeOf(workspace, target).folder, "exercise.md"), "utf8");
  const parts = splitExercise(whole);
  const front = frontOf("exercise.md", whole).front;
  return { text: parts?.body ?? whole, hints: front?.hints ?? [], answers: front?.answers ?? [] };
}

/** The reference: a solution written from the paper. Null for a milestone, which has none. */
export function solutionOf(workspace: Workspace, target: Target): string | null {
  const file = join(placeOf(workspace, target).folder, "reference.py");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** What a starter begins with; a check takes the results of either. */
export type StarterForm = "numpy" | "torch";

export interface Starter {
  readonly path: string;
  readonly written: boolean;
}

/** Writes the starters that are not there yet; what the learner has is never touched. */
export function placeStarters(
  workspace: Workspace,
  targets: readonly Target[],
  form: StarterForm,
): readonly Starter[] {
  const { layout } = workspace;
  try {
    placeShim(workspace);
    return targets.map((target) => {
      const { folder, file, path } = placeOf(workspace, target);
      mkdirSync(dirname(file), { recursive: true });
      const starter = readFileSync(join(folder, "starter.py"), "utf8");
      const text = form === "torch" ? torchStarter(starter) : starter;
      return { path, written: writeNew(file, text) };
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new Trouble("unwritable", `${layout.code} can't be written: ${systemReason(error)}.`);
  }
}

export interface Renewed {
  readonly path: string;
  /** Where the learner's file is kept, from the workspace's folder; null where there was nothing to keep. */
  readonly copy: string | null;
}

/** Puts the starter in the place of the learner's file, of which a copy is kept. */
export function renewStarter(workspace: Workspace, target: Target): Renewed {
  const { folder, file, path } = placeOf(workspace, target);
  const starter = readFileSync(join(folder, "starter.py"), "utf8");
  try {
    mkdirSync(dirname(file), { recursive: true });
    const before = existsSync(file) ? readFileSync(file) : null;
    if (before?.equals(Buffer.from(starter))) return { path, copy: null };
    const copy = before === null ? null : keepCopy(file, before);
    replaceFile(file, dirname(file), starter);
    return { path, copy: copy === null ? null : join(dirname(path), copy) };
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new Trouble("unwritable", `${path} can't be written: ${systemReason(error)}.`);
  }
}

/** Writes the bytes beside `file` under a name that is free: `forward.kept-1.py`. */
function keepCopy(file: string, bytes: Buffer): string {
  for (let count = 1; ; count += 1) {
    const copy = file.replace(/\.py$/, `.kept-${count}.py`);
    if (writeNew(copy, bytes)) return basename(copy);
  }
}
