/** What a learner needs to write code for exercises: their starters, and the task of the editor that checks on every save. */
import { type PlacedTasks, placeEditorTasks } from "./editor-tasks.ts";
import { placeStarters, type Starter, type StarterForm, type Target } from "./exercises.ts";
import type { Workspace } from "./workspace.ts";

export interface PlacedCode {
  readonly starters: readonly Starter[];
  readonly tasks: PlacedTasks;
}

/** What is there already stays; a task that can't be placed keeps nobody from their starters. */
export function placeCode(
  workspace: Workspace,
  targets: readonly Target[],
  form: StarterForm,
): PlacedCode {
  const starters = placeStarters(workspace, targets, form);
  return { starters, tasks: placeEditorTasks(workspace.layout.folder) };
}
