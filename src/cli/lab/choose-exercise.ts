/** Exercises as a person names them: `attention`, `attention/multi_head`, `milestone-2`. */
import { plainName } from "../../core/content/names.ts";
import { nameOf, type Target } from "../../workspace/exercises.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { choosePaper } from "../choose.ts";
import { Stop } from "../run.ts";

/** All that the words mean, in their order: a paper's exercises, one of them, or a milestone's. */
export function chooseExercises(
  words: readonly string[],
  workspace: Workspace,
  look: Look,
): readonly Target[] {
  const said = words.join(" ").trim();
  const milestone = milestoneOf(said, workspace);
  if (milestone !== null) return [milestone];
  if (words.filter((word) => word.includes("/")).length > 1) {
    throw new Stop(`One exercise at a time: "${words[0]}", then the next.`, 2);
  }
  const alone = said.includes("/") ? [] : exercisesCalled(said, workspace);
  const [one, ...others] = alone;
  if (one !== undefined) {
    if (others.length === 0) return [one];
    throw new Stop(`"${said}" may be ${alone.map(nameOf).join(" or ")}; name its paper too.`);
  }
  const [name = "", component, ...more] = said.split("/");
  const paper = choosePaper(name, workspace, look);
  const known = workspace.curriculum.papers.find(({ id }) => id === paper);
  const all = (known?.exercises ?? []).map((exercise) => ({ paper, exercise }));
  if (all.length === 0) {
    throw new Stop(
      `There are no exercises for ${known?.name ?? paper} yet. \`study exercises\` lists those there are.`,
    );
  }
  if (component === undefined || component === "") return all;
  const wanted = plainName([component, ...more].join("/"));
  const exact = all.find(({ exercise }) => plainName(exercise.id) === wanted);
  if (exact !== undefined) return [exact];
  const near = all.filter(({ exercise: { id, title, function: name } }) =>
    [id, title, name].some((text) => plainName(text).includes(wanted)),
  );
  const [only] = near;
  if (only !== undefined && near.length === 1) return [only];
  const ids = (near.length > 1 ? near : all).map(({ exercise }) => exercise.id).join(", ");
  throw new Stop(
    near.length > 1
      ? `"${component}" may be ${ids}; say more of it.`
      : `${known?.name ?? paper} has no exercise "${component}": it has ${ids}.`,
  );
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
export function milestoneOf(said: string, { curriculum }: Workspace): Target | null {
  const plain = plainName(said);
  const found = curriculum.milestones.find(
    ({ id, label }) => plainName(id) === plain || plainName(label) === plain,
  );
  if (found === undefined) return null;
  if (found.exercise === null) {
    throw new Stop(`${found.label} has no check: tick it by hand with \`study milestone done\`.`);
  }
  return { paper: null, exercise: found.exercise };
}
