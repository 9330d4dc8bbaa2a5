/** `log`, `start`, `stop`, `pause`, `resume`. */
import type { Command } from "commander";
import type { Define } from "../define.ts";
import type { Terminal } from "../terminal.ts";

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
      summary: "start a timer; what was running ends and is kept",
      examples: ["study start bert", "study start lora -a implement"],
    }),
  ).action(async (paper, options) => (await import("./time.ts")).start(terminal, paper, options));
  define(program, "stop [duration]", {
    summary: "end the timer and log its time",
    examples: ["study stop", "study stop 1h30   # what it really was", "study stop --discard"],
  })
    .option("--discard", "log nothing")
    .action(async (duration, options) =>
      (await import("./time.ts")).stop(terminal, duration, options),
    );
  define(program, "pause", { summary: "pause the timer", examples: ["study pause"] }).action(
    async (options) => (await import("./time.ts")).pause(terminal, options),
  );
  define(program, "resume", { summary: "let the timer go on", examples: ["study resume"] }).action(
    async (options) => (await import("./time.ts")).resume(terminal, options),
  );
}
