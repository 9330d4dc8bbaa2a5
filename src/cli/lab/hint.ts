/** `check --hint`, and the key for it. */
import { hintsFor, nextHint } from "../../core/check/hint.ts";
import { nameOf, type Target, textOf } from "../../workspace/exercises.ts";
import { hintingOf, keepGiven } from "../../workspace/hints.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { wrap } from "../picture.ts";
import type { Terminal } from "../terminal.ts";

/** Gives the next hint. `again`: how a stronger one is asked for, in words. */
export async function giveHint(
  { print, paint }: Terminal,
  workspace: Workspace,
  target: Target,
  again: string,
): Promise<void> {
  const texts = await textOf(workspace, target);
  const name = nameOf(target);
  const hinting = hintingOf(workspace.layout, name, texts.hints);
  const hints = hintsFor(texts, hinting.passed ? null : hinting.failure);
  const next = nextHint(hints, hinting.given);
  if (next === null) {
    print(`${target.exercise.title} has no hints.`);
    return;
  }
  keepGiven(workspace.layout, name, hinting, next.text);
  print(wrap(`Hint ${next.number} of ${hints.length}: ${next.text}`));
  const after = next.more
    ? `${again} once more gives a stronger one.`
    : target.paper === null
      ? "That was the last."
      : "That was the last; --solution shows the reference.";
  print(paint("faint", after));
}
