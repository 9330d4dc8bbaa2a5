/** Exercises as a person names them: `attention`, `attention/multi_head`, `milestone-2`. */
import { plainName } from "../core/content/names.ts";
import { type Meant, paperNamed } from "../core/words/named.ts";
import { nameOf, placeOf, type Target } from "./exercises.ts";
import type { Look, Workspace } from "./workspace.ts";

/** All that the words mean, in their order: a paper's exercises, one of them, or a milestone's. */
export function exercisesNamed(
  said: string,
  workspace: Workspace,
  { progress }: Look,
): Meant<readonly Target[]> {
  if (/\.(py|ipynb)$|^[./~\\]/i.test(said)) return exerciseIn(said, workspace);
  const milestone = milestoneNamed(said, workspace);
  if (milestone !== null) return milestone.ok ? found([milestone.meant]) : milestone;
  const alone = said.includes("/") ? [] : exercisesCalled(said, workspace);
  const [one, ...others] = alone;
  if (one !== undefined) {
    if (others.length === 0) return found([one]);
    return unknown(`"${said}" may be ${alone.map(nameOf).join(" or ")}; name its paper too.`);
  }
  const [name = "", component, ...more] = said.split("/");
  const named = paperNamed(name, workspace.curriculum, progress);
  if (!named.ok) return named;
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

/** The exercise whose file that is, as an editor or a shell's completion names it: from any folder, or in full. */
function exerciseIn(said: string, workspace: Workspace): Meant<readonly Target[]> {
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
