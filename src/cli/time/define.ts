/** `log`, `start`, `stop`, `pause`, `resume`. */
import type { Command } from "commander";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";

const whichTimer = ["--timer <number>", "which one, as `study status` numbers them"] as const;

export function defineTime(program: Command, terminal: Terminal, define: Define): void {
  const working = (command: Command) =>
    command
      .option("-a, --activity <what>", "read, notes, implement or review", "read")
      .option("-p, --pass <number>", "which reading: 1, 2 or 3");
  working(
    define(program, "log <duration> [paper...]", {
      summary: "record time spent",
      examples: [
        "study log 1h30 bert --activity implement --at yesterday",
        "study log 45m attention --pass 1",
        "study log 2h gpt-2 --at 'last sunday 14:00'",
      ],
    }),
  )
    .option("--at <when>", "the day or moment it began")
    .action(async (duration, paper, options) =>
      (await import("./time.ts")).log(terminal, duration, paper, options),
    );
  working(
    define(program, "start [paper...]", {
      summary: "start a timer; one that is running ends and is logged",
      examples: [
        "study start bert",
        "study start lora -a implement",
        "study start bert --for 25m   # rings then",
      ],
    }),
  )
    .option("--for <duration>", "ring after this long, while the terminal is open")
    .action(async (paper, options) => (await import("./time.ts")).start(terminal, paper, options));
  define(program, "stop [duration]", {
    summary: "end the timer and log its time",
    examples: [
      "study stop",
      "study stop 1h30   # what it really was",
      "study stop --discard",
      "study stop --timer 2   # where two devices started one each",
    ],
  })
    .option("--discard", "log nothing")
    .option(...whichTimer)
    .action(async (duration, options) =>
      (await import("./time.ts")).stop(terminal, duration, options),
    );
  define(program, "pause", { summary: "pause the timer", examples: ["study pause"] })
    .option(...whichTimer)
    .action(async (options) => (await import("./time.ts")).pause(terminal, options));
  define(program, "resume", { summary: "let the timer go on", examples: ["study resume"] })
    .option(...whichTimer)
    .action(async (options) => (await import("./time.ts")).resume(terminal, options));
  defineSessions(program, terminal, define);
}

function defineSessions(program: Command, terminal: Terminal, define: Define): void {
  const sessions = defineGroup(
    program,
    "sessions",
    "the time you spent: list, edit, split, remove",
    ["study sessions bert", "study sessions --week 3", "study sessions edit 2 --for 45m"],
  );
  define(sessions, "list [paper...]", {
    summary: "the sessions of the last two weeks, of a paper, or of the days you name",
    examples: [
      "study sessions",
      "study sessions bert",
      "study sessions --week 3",
      "study sessions --from 2026-11-01 --to yesterday --json",
    ],
    json: "json",
    stands: "for its group",
  })
    .option("--week <number>", "of a week of the plan")
    .option("--from <day>", "the first day")
    .option("--to <day>", "the last day")
    .option("--all", "all of them")
    .action(async (paper, options) =>
      (await import("./sessions.ts")).listSessions(terminal, paper, options),
    );
  define(sessions, "edit <number>", {
    summary: "change a session; 1 is the latest",
    examples: [
      "study sessions edit 1 --for 45m",
      "study sessions edit 3 --paper bert --activity implement",
      "study sessions edit 2 --at 'yesterday 14:00'",
    ],
  })
    .option("--for <duration>", "how long it was")
    .option("--at <when>", "the day or moment it began")
    .option("--paper <paper>", "the paper, or none")
    .option("-a, --activity <what>", "read, notes, implement or review")
    .option("-p, --pass <number>", "which reading: 1, 2 or 3, or none")
    .action(async (number, options) =>
      (await import("./sessions.ts")).editSession(terminal, number, options),
    );
  define(sessions, "split <number> [duration]", {
    summary: "split a session in two: the first part this long, or half of it",
    examples: ["study sessions split 1 45m", "study sessions split 1"],
  }).action(async (number, duration, options) =>
    (await import("./sessions.ts")).splitSession(terminal, number, duration, options),
  );
  define(sessions, "remove <number>", {
    summary: "remove a session",
    examples: ["study sessions remove 1", "study undo   # brings it back"],
  }).action(async (number, options) =>
    (await import("./sessions.ts")).removeSession(terminal, number, options),
  );
}
