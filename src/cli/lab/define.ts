/** `exercises`, `code`, `check`, `python`: implementing the papers. */
import type { Command } from "commander";
import type { Define } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineLab(program: Command, terminal: Terminal, define: Define): void {
  define(program, "exercises [paper...]", {
    summary: "what there is to implement, and what has passed",
    examples: ["study exercises", "study exercises attention"],
    json: "json",
  }).action(async (paper, options) =>
    (await import("./exercises.ts")).listExercises(terminal, paper, options),
  );
  define(program, "code <exercise...>", {
    summary: "write starters for a paper's exercises, or for one of them",
    examples: [
      "study code attention",
      "study code attention/multi-head",
      "study code llama --torch   # starters in PyTorch",
      "study code milestone-1",
    ],
  })
    .option("--torch", "starters in PyTorch: the arrays are tensors")
    .option("--python <program>", "use this Python instead of the one found")
    .action(async (what, options) =>
      (await import("./exercises.ts")).writeCode(terminal, what, options),
    );
  define(program, "check [exercise...]", {
    summary: "run your code against the paper's reference",
    examples: [
      "study check attention/multi-head",
      "study check attention --watch   # again on every save, one at a time",
      "study check --watch   # whatever you save",
      "study check code/attention/multi_head.py   # by its file",
      "study check multi-head --show   # the input that fails, too",
      "study check multi-head --case 2 --show   # that case of the last run alone",
      "study check attention/multi-head --hint",
      "study check attention/multi-head --seed 7   # the same inputs again",
    ],
    json: "json",
  })
    .option("--seed <number>", "the inputs of an earlier run")
    .option("--case <number>", "one case alone, of the last run or of --seed")
    .option("--show", "print the input of the first case that fails, or of --case")
    .option("--hint", "a hint; once more for a stronger one")
    .option("--solution", "show the reference; after a pass, beside your code")
    .option("-y, --yes", "show it without asking")
    .option("--watch", "check on every save, one exercise at a time; keys for hint, list and more")
    .option(
      "--problems",
      "print what fails as lines for editors: FILE:LINE:COLUMN: error: SENTENCE",
    )
    .option("--python <program>", "run under this Python, just this once")
    .action(async (what, options) => (await import("./check.ts")).check(terminal, what, options));
  define(program, "python [program]", {
    summary: "which Python runs your code on this machine; name one to choose it, or set one up",
    examples: [
      "study python",
      "study python setup   # makes .venv with NumPy",
      "study python setup --torch   # and PyTorch for the CPU",
      "study python setup --find-links wheels   # without internet, from a folder of wheels",
      "study python .venv/bin/python",
      "study python --speed   # how fast it trains",
      "study python --find",
    ],
    json: "json",
  })
    .option("--find", "forget the chosen one, and find one")
    .option("--speed", "measure how fast it multiplies, and what training costs with it")
    .option("--torch", "with setup: install PyTorch too")
    .option("--find-links <folder>", "with setup: install from a folder of wheels")
    .option("--python <program>", "with setup: make .venv from this Python")
    .action(async (what, options) => (await import("./python.ts")).python(terminal, what, options));
}
