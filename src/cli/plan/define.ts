/** `week`, `goal`, `plan`, `away`, `checkin`, `reward`, `settle`. */
import type { Command } from "commander";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function definePlan(program: Command, terminal: Terminal, define: Define): void {
  define(program, "week [number]", {
    summary: "a week's tasks and goal; with --days, what to do on which day",
    examples: ["study week", "study week 4 --days", "study week 4 --days --hours 15 --json"],
    json: "json",
  })
    .option("-d, --days", "what to do on which day")
    .option("--hours <number>", "the plan for this many hours a week; yours by default")
    .action(async (number, options) =>
      (await import("../lists/lists.ts")).showWeek(terminal, number, options),
    );
  define(program, "goal <week> <text...>", {
    summary: "set a week's goal",
    examples: ["study goal 4 'Understand masked language modeling'"],
  }).action(async (week, text, options) =>
    (await import("../lists/lists.ts")).setGoal(terminal, week, text, options),
  );
  define(program, "plan", {
    summary: "start, target, pace and forecast; with options, change them",
    examples: [
      "study plan",
      "study plan --start 2026-11-23 --target '14 Feb 2027' --hours 8",
      "study plan --phase 2   # or auto",
      "study plan --day-starts 04:00",
      "study plan --easy sat,sun   # or none",
    ],
    json: "json",
  })
    .option("--start <day>", "the first day")
    .option("--target <day>", "the day to be done by")
    .option("--hours <amount>", "hours a week")
    .option("--phase <phase>", "the current phase, or auto")
    .option("--zone <name>", "your time zone")
    .option("--day-starts <time>", "when your day begins, such as 04:00 for late nights")
    .option("--easy <days>", "days of the week on which little is asked, or none")
    .option("--next-review <day>", "the next review, or none for the schedule's")
    .action(async (options) => (await import("./plan.ts")).plan(terminal, options));
  defineAway(program, terminal, define);
  define(program, "checkin [which...]", {
    summary: "the reviews of the schedule; with a name, mark one as done or skip it",
    examples: [
      "study checkin",
      "study checkin quiz",
      "study checkin progress --answer 'Read BERT' --answer 'Nothing'",
      "study checkin quiz --skip",
      "study checkin sunday --on 2026-11-22 --undo",
    ],
    json: "json",
  })
    .option("--on <day>", "the day it was scheduled for")
    .option("--answer <text>", "an answer, in the order of the questions", collect)
    .option("--skip", "leave it out: it is not asked again, and not missed")
    .option("--undo", "reopen it")
    .action(async (which: readonly string[], options) =>
      (await import("./checkin.ts")).checkin(
        terminal,
        which.length === 0 ? undefined : which.join(" "),
        options,
      ),
    );
  define(program, "reward [after] [text...]", {
    summary: "the rewards; with a phase's number or program, promise one",
    examples: ["study reward", "study reward 1 'Dinner out'", "study reward program 'A week off'"],
    json: "json",
  }).action(async (after, text, options) =>
    (await import("./plan.ts")).reward(terminal, after, text, options),
  );
  define(program, "settle <field>", {
    summary: "accept what is shown where file and journal had both changed",
    examples: ["study settle reward:1"],
  }).action(async (field, options) => (await import("./plan.ts")).settle(terminal, field, options));
}

function defineAway(program: Command, terminal: Terminal, define: Define): void {
  const away = defineGroup(program, "away", "time off: take it, list it, end it, remove it", [
    "study away --until sunday",
    "study away --from 2026-12-24 --until 2027-01-06",
    "study away",
    "study away end",
  ]);
  define(away, "list", {
    summary: "your time off; with days, take some",
    examples: [
      "study away",
      "study away --from 2026-12-24 --until 2027-01-06",
      "study away --until tomorrow   # from today",
    ],
    json: "json",
    stands: "for its group",
  })
    .option("--from <day>", "the first day; today by default")
    .option("--until <day>", "the last day")
    .action(async (options) => (await import("./away.ts")).away(terminal, options));
  define(away, "end", {
    summary: "you are back early: the plan goes on today",
    examples: ["study away end"],
  }).action(async (options) => (await import("./away.ts")).endAway(terminal, options));
  define(away, "remove <number>", {
    summary: "remove time off, by its number in the list",
    examples: ["study away remove 1"],
  }).action(async (number, options) =>
    (await import("./away.ts")).removeAway(terminal, number, options),
  );
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}
