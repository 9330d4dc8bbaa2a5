/** `check`: runs, hints, solution. */
import { type CheckEvent, mostSeed, type Verdict } from "../../core/check/check.ts";
import type { ExerciseProgress } from "../../core/progress/paper-progress.ts";
import { checkExercise } from "../../workspace/checks.ts";
import { allExercises } from "../../workspace/exercise-names.ts";
import { nameOf, type Target } from "../../workspace/exercises.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { type CommonOptions, inWorkspace, lookFresh, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { chooseExercises } from "./choose-exercise.ts";
import { Problems } from "./problems.ts";
import { sayEvent, sayVerdict, type Told } from "./verdict.ts";

export interface CheckOptions extends CommonOptions {
  readonly seed?: string;
  readonly case?: string;
  readonly hint?: boolean;
  readonly show?: boolean;
  readonly solution?: boolean;
  readonly yes?: boolean;
  readonly watch?: boolean;
  readonly problems?: boolean;
  readonly python?: string;
}

export async function check(
  terminal: Terminal,
  words: readonly string[],
  options: CheckOptions,
): Promise<void> {
  const seed = seedFrom(options.seed);
  const only = caseFrom(options.case);
  refuseWhatDoesNotGo(words, options);
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const problems = options.problems ? new Problems(terminal, workspace) : null;
    if (words.length === 0) {
      const { watchSaved } = await import("./watch-saved.ts");
      const targets = allExercises(workspace);
      return watchSaved({
        terminal,
        workspace,
        targets,
        open: targets.filter((target) => progressOn(look, target)?.last?.passed === false),
        problems,
        run: (target, left) =>
          runOne(terminal, workspace, target, { seed, left, problems }, options),
      });
    }
    const targets = chooseExercises(words, workspace, look, terminal.cwd);
    if (options.hint) {
      const target = theOne(targets, "--hint");
      const { giveHint } = await import("./hint.ts");
      return giveHint(terminal, workspace, target, "--hint");
    }
    if (options.solution) {
      const target = theOne(targets, "--solution");
      const passed = progressOn(look, target)?.last?.passed === true;
      const { showSolution } = await import("./solution.ts");
      return showSolution(terminal, workspace, target, { yes: options.yes === true, passed });
    }
    if (only !== undefined) {
      const target = theOne(targets, "--case");
      if (target.paper === null) {
        throw new Stop(`${target.exercise.title} has no cases that could be repeated alone.`, 2);
      }
      const wish = {
        seed: seed ?? progressOn(look, target)?.last?.seed ?? null,
        only,
        problems: null,
      };
      const report = await checkOne(terminal, workspace, target, wish, options);
      if (options.json) printJson(terminal, [report]);
      if (report.passed) return;
      throw new Stop(
        report.verdict.kind === "no-such-case" ? "Nothing was run." : "The case does not pass yet.",
      );
    }
    if (options.watch) {
      const { watchChecks } = await import("./watch-checks.ts");
      const passed = new Set(
        targets.filter((target) => progressOn(look, target)?.passed === true).map(nameOf),
      );
      return watchChecks({
        terminal,
        workspace,
        targets,
        passed,
        problems,
        run: (target, left) =>
          runOne(terminal, workspace, target, { seed, left, problems }, options),
      });
    }
    const all = () => checkAll(terminal, workspace, targets, { seed, problems }, options);
    const reports = problems === null ? await all() : await problems.during(all);
    if (options.json) printJson(terminal, reports);
    conclude(terminal, targets, reports, options);
  });
}

function refuseWhatDoesNotGo(words: readonly string[], options: CheckOptions): void {
  const given = (["watch", "json", "case", "problems", "hint", "solution"] as const).filter(
    (name) => options[name] !== undefined,
  );
  for (const [one, other] of [
    ["watch", "case"],
    ["watch", "json"],
    ["problems", "json"],
    ["problems", "case"],
  ] as const) {
    if (given.includes(one) && given.includes(other)) {
      throw new Stop(`--${one} and --${other} do not go together.`, 2);
    }
  }
  if (words.length > 0) return;
  if (given.includes("watch") && !given.includes("hint") && !given.includes("solution")) return;
  throw new Stop(
    "Name an exercise, as in `study check attention/multi-head`; `study check --watch` checks whatever you save.",
    2,
  );
}

async function checkAll(
  terminal: Terminal,
  workspace: Workspace,
  targets: readonly Target[],
  wish: Omit<Wish, "left">,
  options: CheckOptions,
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const target of targets) {
    const report = await checkOne(terminal, workspace, target, wish, options);
    reports.push(report);
    // No other exercise would find a better one.
    if (report.verdict.kind === "bad-python") break;
  }
  return reports;
}

export interface Report {
  readonly exercise: string;
  readonly seed: number;
  /** The case, from 1, that was repeated alone, and its input. */
  readonly case?: number;
  readonly input?: readonly string[];
  readonly passed: boolean;
  readonly verdict: Verdict;
  readonly took: number;
}

interface Wish {
  readonly seed: number | null;
  readonly only?: number;
  /** Aborted when the person does not wait for the end. */
  readonly left?: AbortSignal;
  /** What an editor is told; null where none reads along. */
  readonly problems: Problems | null;
}

async function checkOne(
  terminal: Terminal,
  workspace: Workspace,
  target: Target,
  wish: Omit<Wish, "left">,
  options: CheckOptions,
): Promise<Report> {
  const report = await runOne(terminal, workspace, target, wish, options);
  if (report === null) throw new Error("a check that nobody leaves ends with a verdict");
  return report;
}

/** Null for a run that was left. */
async function runOne(
  terminal: Terminal,
  workspace: Workspace,
  target: Target,
  wish: Wish,
  options: CheckOptions,
): Promise<Report | null> {
  let used = wish.seed ?? 0;
  let failed: number | null = null;
  let begun: number | null = null;
  let input: readonly string[] = [];
  let last: Extract<CheckEvent, { event: "verdict" }> | null = null;
  const run = checkExercise(workspace, {
    target,
    seed: wish.seed,
    only: wish.only,
    ...(wish.left === undefined ? {} : { signal: wish.left }),
    python: options.python,
    by: "cli",
    env: terminal.env,
    now: terminal.now,
  });
  for await (const event of run) {
    if (event.event === "started") used = event.seed;
    if (event.event === "case-started") begun = event.at;
    if (event.event === "case" && !event.passed) failed ??= event.at;
    // Laws are asked after the last case: what ends the code there ends it in none of them.
    if (event.event === "laws-started") begun = null;
    if (event.event === "input") input = event.lines;
    if (event.event === "verdict") last = event;
    if (!options.json) sayEvent(terminal, target, event);
  }
  if (last === null) return null;
  const { verdict, took } = last;
  wish.problems?.note(target, verdict);
  if (input.length === 0 && "shown" in verdict) input = verdict.shown;
  const told: Told = {
    seed: used,
    case: wish.only === undefined ? (failed ?? begun) : null,
    input: options.show === true ? input : [],
  };
  if (!options.json) {
    sayVerdict(terminal, target, verdict, told);
    if (verdict.kind !== "passed") {
      const { offerCards } = await import("../learn/read-again.ts");
      await offerCards(terminal, workspace, target, verdict);
    }
  }
  return {
    exercise: nameOf(target),
    seed: used,
    ...(wish.only === undefined ? {} : { case: wish.only + 1, input }),
    passed: verdict.kind === "passed",
    verdict,
    took,
  };
}

function conclude(
  terminal: Terminal,
  targets: readonly Target[],
  reports: readonly Report[],
  options: CheckOptions,
): void {
  const passed = reports.filter((report) => report.passed).length;
  if (passed === reports.length) {
    if (options.json) return;
    if (reports.length > 1) {
      terminal.print(terminal.paint("good", `All ${reports.length} exercises pass.`));
    }
    // A milestone has no reference.
    const [one, ...more] = targets.filter(({ paper }) => paper !== null);
    if (one === undefined) return;
    const name = more.length === 0 ? nameOf(one) : "NAME";
    terminal.print(
      terminal.paint("faint", `The reference beside your code: study check ${name} --solution`),
    );
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

function caseFrom(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(said)) return Number(said) - 1;
  throw new Stop(`"${said}" is not a case: give its number, from 1, in the order of the run.`, 2);
}

function progressOn({ progress }: Look, { paper, exercise }: Target): ExerciseProgress | null {
  const ofPaper = progress.papers.find(({ id }) => id === paper)?.exercises ?? [];
  const ofMilestones = progress.milestones.flatMap(({ exercise: known }) => known ?? []);
  const known = paper === null ? ofMilestones : ofPaper;
  return known.find(({ id }) => id === exercise.id) ?? null;
}

function theOne(targets: readonly Target[], option: string): Target {
  const [first, ...more] = targets;
  if (first !== undefined && more.length === 0) return first;
  throw new Stop(`${option} is for one exercise: ${targets.map(nameOf).join(", ")}.`, 2);
}
