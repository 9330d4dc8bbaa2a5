/** `status`, `history`, `undo`, `redo`, `tips`. */
import type { Command } from "commander";
import type { Define } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineLooking(program: Command, terminal: Terminal, define: Define): void {
  define(program, "status", {
    summary: "the dashboard: progress, this week, what is next",
    examples: ["study", "study status --json", "study status --at 'last sunday'"],
    json: "json",
  })
    .option("--at <when>", "all figures as of a past moment")
    .action(async (options) => (await import("./status.ts")).status(terminal, options));
  define(program, "history", {
    summary: "what you did, latest last",
    examples: ["study history", "study history -n 50", "study history --all --json"],
    json: "json",
  })
    .option("-n, --number <count>", "how many commands", "20")
    .option("--all", "all of them")
    .action(async (options) => (await import("./past.ts")).history(terminal, options));
  define(program, "undo [id]", {
    summary: "undo the last command or note edit, or the command with this id",
    examples: ["study undo", "study history   # shows the ids"],
  }).action(async (id, options) => (await import("./past.ts")).undo(terminal, id, options));
  define(program, "redo", {
    summary: "redo what was last undone",
    examples: ["study redo"],
  }).action(async (options) => (await import("./past.ts")).redo(terminal, options));
  define(program, "tips", {
    summary: "reading strategy, implementation guidelines, note-taking",
    examples: ["study tips"],
    json: "json",
  }).action(async (options) => (await import("../plan/plan.ts")).tips(terminal, options));
}
