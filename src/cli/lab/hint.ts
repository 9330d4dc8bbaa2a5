/** `check --hint`, and the key for it. */
import type { Target } from "../../workspace/exercises.ts";
import { takeHint } from "../../workspace/hints.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Terminal } from "../terminal.ts";
import { wrap } from "../wrap.ts";

/** Gives the next hint. `again`: how a stronger one is asked for, in words. */
export async function giveHint(
  { print, paint }: Terminal,
  workspace: Workspace,
  target: Target,
  again: string,
): Promise<void> {
  const hint = await takeHint(workspace, target);
  if (hint === null) {
    print(`${target.exercise.title} has no hints.`);
    return;
  }
  print(wrap(`Hint ${hint.number} of ${hint.of}: ${hint.text}`));
  const after = hint.more
    ? `${again} once more gives a stronger one.`
    : target.paper === null
      ? "That was the last."
      : "That was the last; --solution shows the reference.";
  print(paint("faint", after));
}
