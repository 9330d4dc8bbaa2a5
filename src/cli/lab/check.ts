/** `check`: runs, hints, solution. */
import { type CheckEvent, mostSeed, type Verdict } from "../../core/check/check.ts";
import { checkExercise } from "../../workspace/checks.ts";
import {
  countHint,
  hintsGiven,
  nameOf,
  solutionOf,
  type Target,
  textOf,
} from "../../workspace/exercises.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { wrap } from "../picture.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { chooseExercises } from "./choose-exercise.ts";
import { sayEvent, sayVerdict } from "./verdict.ts";

export interface CheckOptions extends CommonOptions {
  readonly seed?: string;
  readonly hint?: boolean;
  readonly show?: boolean;
  readonly solution?: boolean;
  readonly yes?: boolean;
  readonly watch?: boolean;
  readonly python?: string;
}

export async function check(
  terminal: Terminal,
  words: readonly string[],
  options: CheckOptions,
): Promise<void> {
  const seed = seedFrom(options.seed);
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const targets = chooseExercises(words, workspace, look);
    if (options.hint) return giveHint(terminal, workspace, theOne(targets, "--hint"));
    if (options.solution) {
      return showSolution(terminal, workspace, theOne(targets, "--solution"), options);
    }
    if (options.watch) {
      if (options.json) throw new Stop("--watch and --json do not go together.", 2);
      const { watchChecks } = await import("./watch-checks.ts");
      return watchChecks(terminal, workspace, targets, (target) =>
        checkOne(terminal, workspace, target, seed, options),
      );
    }
    const reports: Report[] = [];
    for (const target of targets) {
      const report = await checkOne(terminal, workspace, target, seed, options);
      reports.push(report);
      // No other exercise would find a better one.
      if (report.verdict.kind === "bad-python") break;
    }
    if (options.json) printJson(terminal, reports);
    conclude(terminal, reports, options);
  });
}

export interface Report {
  readonly exercise: string;
  readonly seed: number;
  readonly passed: boolean;
  readonly verdict: Verdict;
  readonly took: number;
}

async function checkOne(
  terminal: Terminal,
  workspace: Workspace,
  target: Target,
  seed: number | null,
  options: CheckOptions,
): Promise<Report> {
  let used = seed ?? 0;
  let last: Extract<CheckEvent, { event: "verdict" }> | null = null;
  const run = checkExercise(workspace, {
    target,
    seed,
    python: options.python,
    by: "cli",
    env: terminal.env,
    now: terminal.now,
  });
  for await (const event of run) {
    if (event.event === "started") used = event.seed;
    if (event.event === "verdict") last = event;
    if (!options.json) sayEvent(terminal, target, event);
  }
  if (last === null) throw new Error("a check ends with a verdict");
  const { verdict, took } = last;
  if (!options.json)
    sayVerdict(terminal, target, verdict, { seed: used, show: options.show === true });
  return { exercise: nameOf(target), seed: used, passed: verdict.kind === "passed", verdict, took };
}

function conclude(terminal: Terminal, reports: readonly Report[], options: CheckOptions): void {
  const passed = reports.filter((report) => report.passed).length;
  if (passed === reports.length) {
    if (reports.length > 1 && !options.json) {
      terminal.print(terminal.paint("good", `All ${reports.length} exercises pass.`));
    }
    return;
  }
  if (reports.some(({ verdict }) => verdict.kind === "bad-python")) {
    throw new Stop(passed === 0 ? "Nothing was checked." : "The rest was not checked.");
  }
  throw new Stop(
    reports.length > 1
      ? `${passed} of ${reports.length} exercises pass.`
      : "The exercise does not pass yet.",
  );
}

function seedFrom(said: string | undefined): number | null {
  if (said === undefined) return null;
  const seed = Number(said);
  if (/^\d+$/.test(said) && seed <= mostSeed) return seed;
  throw new Stop(`"${said}" is not a seed: give a whole number from 0 to ${mostSeed}.`, 2);
}

function theOne(targets: readonly Target[], option: string): Target {
  const [first, ...more] = targets;
  if (first !== undefined && more.length === 0) return first;
  throw new Stop(`${option} is for one exercise: ${targets.map(nameOf).join(", ")}.`, 2);
}

async function giveHint(terminal: Terminal, workspace: Workspace, target: Target): Promise<void> {
  const { hints } = await textOf(workspace, target);
  const name = nameOf(target);
  const given = Math.min(hintsGiven(workspace.layout, name) + 1, hints.length);
  countHint(workspace.layout, name, given);
  terminal.print(wrap(`Hint ${given} of ${hints.length}: ${hints[given - 1] ?? ""}`));
  terminal.print(
    terminal.paint(
      "faint",
      given < hints.length
        ? "--hint once more gives a stronger one."
        : "That was the last; --solution shows the reference.",
    ),
  );
}

async function showSolution(
  terminal: Terminal,
  workspace: Workspace,
  target: Target,
  { yes }: CheckOptions,
): Promise<void> {
  const solution = solutionOf(workspace, target);
  if (solution === null) throw new Stop(`${target.exercise.title} has no solution to show.`);
  if (!yes) {
    if (!terminal.person) throw new Stop("--solution asks first: say --yes to see it.", 2);
    const { confirm } = await import("@clack/prompts");
    const answer = await confirm({ message: "See the reference now?", initialValue: false });
    if (answer !== true) return;
  }
  terminal.print(solution.trimEnd());
}
