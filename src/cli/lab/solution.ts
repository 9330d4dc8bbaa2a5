/** `check --solution`: the reference, after a pass beside the learner's code, and the named mistake as an edit of it. */
import { readFileSync } from "node:fs";
import type { NamedMistake } from "../../core/check/hint.ts";
import { nameOf, placeOf, solutionOf, type Target, textOf } from "../../workspace/exercises.ts";
import { hintingOf } from "../../workspace/hints.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { columns } from "../width.ts";
import { wrap } from "../wrap.ts";
import { beside, fewestForColumns } from "./beside.ts";

export async function showSolution(
  terminal: Terminal,
  workspace: Workspace,
  target: Target,
  { yes, passed }: { readonly yes: boolean; readonly passed: boolean },
): Promise<void> {
  const solution = solutionOf(workspace, target);
  if (solution === null) throw new Stop(`${target.exercise.title} has no solution to show.`);
  // Whoever has passed has nothing left to be spoiled.
  if (!yes && !passed) {
    if (!terminal.person) throw new Stop("--solution asks first: say --yes to see it.", 2);
    const { confirm } = await import("@clack/prompts");
    const answer = await confirm({ message: "See the reference now?", initialValue: false });
    if (answer !== true) return;
  }
  if (passed) printBeside(terminal, workspace, target, solution);
  else terminal.verbatim(solution.trimEnd());
  const { hints } = await textOf(workspace, target);
  const { failure } = hintingOf(workspace.layout, nameOf(target), hints);
  for (const mistake of failure?.mistakes ?? []) printEdit(terminal, mistake, passed);
}

function printBeside(
  { print, verbatim, paint }: Terminal,
  workspace: Workspace,
  target: Target,
  solution: string,
): void {
  const { file, path } = placeOf(workspace, target);
  const mine = textAt(file);
  if (mine === null) {
    verbatim(solution.trimEnd());
    return;
  }
  const width = columns();
  const [left, right] = [
    { title: path, text: mine },
    { title: "The reference", text: solution },
  ];
  if (width >= fewestForColumns) {
    verbatim(beside(left, right, width).join("\n"));
    return;
  }
  for (const { title, text } of [left, right]) {
    print(paint("strong", title));
    verbatim(text.trimEnd());
  }
}

/** A mistake that is an edit of the reference, as a diff in the reference's own words. */
function printEdit(
  { print, verbatim, paint }: Terminal,
  mistake: NamedMistake,
  passed: boolean,
): void {
  if (mistake.diff.length === 0) return;
  const when = passed ? "Before it passed, your code did" : "Your code does";
  print("");
  print(wrap(`${when} ${paint("accent", `"${mistake.id}"`)}. In the reference's words:`));
  for (const line of mistake.diff) {
    const tone = line.startsWith("-") ? "late" : line.startsWith("+") ? "good" : "faint";
    verbatim(paint(tone, `  ${line}`));
  }
  print(paint("faint", "  - is what your code amounts to, + is the reference."));
}

/** Null where the file can't be read: it may be gone since it passed. */
function textAt(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
