/** `exercises` and `code`. */
import type { ExerciseProgress } from "../../core/progress/paper-progress.ts";
import { pythonOf } from "../../workspace/checks.ts";
import { type PlacedTasks, taskLabel, tasksPath } from "../../workspace/editor-tasks.ts";
import { nameOf, type Target } from "../../workspace/exercises.ts";
import { placeCode } from "../../workspace/place-code.ts";
import { choosePaper } from "../choose.ts";
import { tickBox } from "../picture.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { fit, wrap } from "../wrap.ts";
import { chooseExercises, milestoneOf } from "./choose-exercise.ts";

interface Group {
  readonly title: string;
  readonly note: string;
  readonly exercises: readonly (ExerciseProgress & { readonly name: string })[];
}

export async function listExercises(
  terminal: Terminal,
  words: readonly string[],
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const { papers, milestones } = look.progress;
    const said = words.join(" ").trim();
    const ofMilestone = milestoneOf(said, workspace);
    const only = said === "" || ofMilestone !== null ? null : choosePaper(said, workspace, look);
    const groups: Group[] = papers
      .filter(({ id, exercises }) => (only === null ? exercises.length > 0 : id === only))
      .filter(() => ofMilestone === null)
      .map(({ id, name, exercises, verified, done }) => ({
        title: name,
        note: verified ? "verified" : done.implemented ? "ticked by hand" : "",
        exercises: exercises.map((exercise) => ({
          ...exercise,
          name: nameOf({ paper: id, exercise }),
        })),
      }));
    const checked = milestones.flatMap(({ exercise }) =>
      exercise === null || (ofMilestone !== null && exercise.id !== ofMilestone.exercise.id)
        ? []
        : [{ ...exercise, name: nameOf({ paper: null, exercise }) }],
    );
    if (only === null && checked.length > 0) {
      groups.push({ title: "Milestones", note: "", exercises: checked });
    }
    if (options.json) printJson(terminal, groups);
    else if (groups.every(({ exercises }) => exercises.length === 0)) {
      throw new Stop(`There are no exercises for ${groups[0]?.title ?? "this curriculum"} yet.`);
    } else print(terminal, groups);
  });
}

function print({ print, paint }: Terminal, groups: readonly Group[]): void {
  const names = groups.flatMap(({ exercises }) => exercises.map(({ name }) => name.length));
  const width = Math.max(...names);
  for (const { title, note, exercises } of groups) {
    print(paint("strong", title) + (note === "" ? "" : paint("good", `  ${note}`)));
    for (const { name, title: what, level, passed, last } of exercises) {
      const state = last === null || last.passed ? "" : `  (last: ${last.verdict})`;
      const bonus = level === "bonus" ? paint("faint", "  bonus") : "";
      const line = `  ${tickBox(paint, passed)} ${name.padEnd(width)}  ${what}${bonus}${paint("late", state)}`;
      print(fit(line));
    }
  }
  const hint = "`study code NAME` writes a starter, `study check NAME` runs your code.";
  print(fit(paint("faint", hint)));
}

export async function writeCode(
  terminal: Terminal,
  words: readonly string[],
  options: CommonOptions & { readonly python?: string; readonly torch?: boolean },
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const targets = chooseExercises(words, workspace, look, terminal.cwd);
    const { paint } = terminal;
    const form = options.torch === true ? "torch" : "numpy";
    const { starters, tasks } = placeCode(workspace, targets, form);
    for (const { path, written } of starters) {
      terminal.print(
        written ? `${paint("good", "New")}   ${path}` : `Kept  ${path}  (it was there)`,
      );
    }
    sayTasks(terminal, tasks);
    const python = pythonOf(workspace, options.python, terminal.env);
    if (python.found) terminal.print(`Python: ${python.path} (${python.by})`);
    else terminal.warn(python.sentence);
    terminal.print(paint("faint", wrap(next(targets))));
  });
}

/** VS Code's task, for those who open the folder in it; others never meet the file. */
function sayTasks(terminal: Terminal, said: PlacedTasks): void {
  if (said.is === "written") {
    terminal.print(
      `${terminal.paint("good", "New")}   ${tasksPath}  (VS Code: Run Task, \`${taskLabel}\`)`,
    );
  } else if (said.is === "refused") {
    terminal.warn(said.sentence);
    if (said.task === null) return;
    terminal.warn(`This task in its "tasks" shows failing checks in VS Code:\n${said.task}`);
  }
}

function next(targets: readonly Target[]): string {
  const [first] = targets;
  if (first === undefined) return "";
  const all = first.paper === null ? first.exercise.id : first.paper;
  return `\`study check ${nameOf(first)}\` runs it; \`study check ${all} --watch\` runs it on every save.`;
}
