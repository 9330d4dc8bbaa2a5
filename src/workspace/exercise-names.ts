/** Exercises as a person names them: `attention`, `attention/multi_head`, `milestone-2`. */
import { join, relative } from "node:path";
import type { PaperId } from "../core/content/curriculum.ts";
import { findByName, plainName } from "../core/content/names.ts";
import { namedPaper } from "../core/progress/named-paper.ts";
import { listOr, type Meant, paperNamed } from "../core/words/named.ts";
import { nameOf, placeOf, type Target } from "./exercises.ts";
import type { Look, Workspace } from "./workspace.ts";

/**
 * All that the words mean, in their order: a paper's exercises, one of them, or a milestone's.
 * What two papers have is meant of the paper at hand, where there is one.
 */
export function exercisesNamed(
  words: string,
  workspace: Workspace,
  { progress }: Look,
  atHand: PaperId | null,
): Meant<readonly Target[]> {
  const said = withoutFolder(words);
  if (/\.(py|ipynb)$|^[./~\\]/i.test(said)) return exerciseIn(said, workspace, atHand);
  const milestone = milestoneNamed(said, workspace);
  if (milestone !== null) return milestone.ok ? found([milestone.meant]) : milestone;
  const alone = said.includes("/") ? [] : exercisesCalled(said, workspace);
  const [one, ...others] = alone;
  if (one !== undefined) {
    if (others.length === 0) return found([one]);
    const its = alone.filter(({ paper }) => paper === atHand);
    if (its.length === 1) return found(its);
    return unknown(`"${said}" may be ${alone.map(nameOf).join(" or ")}; name its paper too.`);
  }
  const [name = "", component, ...more] = said.split("/");
  const named = paperNamed(name, workspace.curriculum, progress);
  if (!named.ok) {
    const nothing = namedPaper(name, workspace.curriculum, progress).found === "none";
    return nothing && component === undefined ? nothingCalled(name, workspace, progress) : named;
  }
  const paper = named.meant;
  const known = workspace.curriculum.papers.find(({ id }) => id === paper);
  const all = (known?.exercises ?? []).map((exercise) => ({ paper, exercise }));
  if (all.length === 0) {
    return unknown(
      `There are no exercises for ${known?.name ?? paper} yet. \`study exercises\` lists what there is.`,
    );
  }
  if (component === undefined || component === "") return found(all);
  const wanted = plainName([component, ...more].join("/"));
  const exact = all.find(({ exercise }) => plainName(exercise.id) === wanted);
  if (exact !== undefined) return found([exact]);
  const near = all.filter(({ exercise: { id, title, function: name } }) =>
    [id, title, name].some((text) => plainName(text).includes(wanted)),
  );
  const [only] = near;
  if (only !== undefined && near.length === 1) return found([only]);
  const ids = (near.length > 1 ? near : all).map(({ exercise }) => exercise.id).join(", ");
  return unknown(
    near.length > 1
      ? `"${component}" may be ${ids}; be more specific.`
      : `${known?.name ?? paper} has no exercise "${component}": it has ${ids}.`,
  );
}

/** `code/attention/`, as a shell completes a paper's folder, is `attention`. A file of code stays what it is. */
function withoutFolder(said: string): string {
  if (/\.(py|ipynb)$/i.test(said)) return said;
  return /^(?:.*[/\\])?code[/\\]([^/\\]+)[/\\]?$/.exec(said)?.[1] ?? said;
}

/** The paper in whose folder of code a person is; null elsewhere. */
export function paperAtHand(cwd: string, { layout, curriculum }: Workspace): PaperId | null {
  const [first] = relative(join(layout.folder, "code"), cwd).split(/[/\\]/);
  return curriculum.papers.find(({ id }) => id === first)?.id ?? null;
}

/** Neither a paper nor an exercise: with what may be meant. */
function nothingCalled(
  said: string,
  workspace: Workspace,
  progress: Look["progress"],
): Meant<never> {
  const papers = namedPaper(said, workspace.curriculum, progress);
  const exercises = findByName(
    said,
    allExercises(workspace).map((target) => ({ id: nameOf(target), names: [target.exercise.id] })),
  );
  const close =
    exercises.found === "none"
      ? exercises.near
      : exercises.found === "one"
        ? [exercises.id]
        : exercises.ids;
  const near = [...(papers.found === "none" ? papers.near : []), ...close].slice(0, 3);
  return unknown(
    near.length > 0
      ? `There is no paper or exercise "${said}"; did you mean ${listOr(near)}?`
      : `There is no paper or exercise "${said}". \`study exercises\` lists them all.`,
  );
}

/** The exercise whose file that is, as an editor or a shell's completion names it: from any folder, or in full. */
function exerciseIn(
  said: string,
  workspace: Workspace,
  atHand: PaperId | null,
): Meant<readonly Target[]> {
  if (/\.ipynb$/i.test(said)) {
    return unknown(
      `A notebook checks its own cells: \`%load_ext study_lab\`, then \`%%check PAPER/EXERCISE\` above the function.`,
    );
  }
  const wanted = said.replaceAll("\\", "/").replace(/^(\.{0,2}\/)+/, "");
  const its = allExercises(workspace).filter((target) => {
    const path = placeOf(workspace, target).path.replaceAll("\\", "/");
    return `/${path}`.endsWith(`/${wanted}`) || `/${wanted}`.endsWith(`/${path}`);
  });
  if (its.length === 1) return found(its);
  const here = its.filter(({ paper }) => paper !== null && paper === atHand);
  if (here.length === 1) return found(here);
  return unknown(
    its.length === 0
      ? `"${said}" is not the file of an exercise: those are code/PAPER/EXERCISE.py, and \`study code\` writes them.`
      : `"${said}" may be ${its.map(nameOf).join(" or ")}; name its folder too.`,
  );
}

/** All that the curriculum has, milestones too. */
export function allExercises({ curriculum }: Workspace): readonly Target[] {
  const ofPapers = curriculum.papers.flatMap(({ id, exercises }) =>
    exercises.map((exercise) => ({ paper: id, exercise })),
  );
  const ofMilestones = curriculum.milestones.flatMap(({ exercise }) =>
    exercise === null ? [] : [{ paper: null, exercise }],
  );
  return [...ofPapers, ...ofMilestones];
}

/** The exercises of all papers that have this very name, where no paper has it. */
function exercisesCalled(said: string, { curriculum }: Workspace): readonly Target[] {
  const wanted = plainName(said);
  if (
    curriculum.papers.some(({ id, name }) => [id, name].some((one) => plainName(one) === wanted))
  ) {
    return [];
  }
  return curriculum.papers.flatMap(({ id, exercises }) =>
    exercises
      .filter((exercise) => plainName(exercise.id) === wanted)
      .map((exercise) => ({ paper: id, exercise })),
  );
}

/** The check of a milestone that the words name; null when they name none. */
export function milestoneNamed(said: string, { curriculum }: Workspace): Meant<Target> | null {
  const plain = plainName(said);
  const known = curriculum.milestones.find(
    ({ id, label }) => plainName(id) === plain || plainName(label) === plain,
  );
  if (known === undefined) return null;
  if (known.exercise === null) {
    return unknown(`${known.label} has no check: tick it by hand with \`study milestone done\`.`);
  }
  return { ok: true, meant: { paper: null, exercise: known.exercise } };
}

function found(targets: readonly Target[]): Meant<readonly Target[]> {
  return { ok: true, meant: targets };
}

function unknown(message: string): Meant<never> {
  return { ok: false, message };
}
