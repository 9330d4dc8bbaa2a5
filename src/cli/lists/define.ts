/** `task`, `milestone`, `resource`: the same commands for three kinds of checklist. */
import type { Command } from "commander";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";
import type { ListAction, ListKind } from "./lists.ts";

export function defineList(
  program: Command,
  terminal: Terminal,
  define: Define,
  kind: ListKind,
): void {
  const what = {
    task: "the tasks of a week",
    milestone: "the milestones",
    resource: "the resources",
  };
  const list = defineGroup(program, kind, `${what[kind]}: list, done, undone, add, edit, remove`, [
    `study ${kind}`,
    `study ${kind} done 2`,
    `study ${kind} add "A line of my own"`,
  ]);
  const narrowed = (command: Command) =>
    kind === "task"
      ? command.option("-w, --week <number>", "the week; this one by default")
      : kind === "resource"
        ? command.option("-g, --group <title>", "the group, for add")
        : command;
  narrowed(
    define(list, "list", {
      summary: what[kind],
      examples: [`study ${kind}`],
      json: "json",
      stands: "for its group",
    }),
  ).action(async (options) => (await import("./lists.ts")).showList(terminal, kind, options));
  const actions: readonly (readonly [ListAction, string, string])[] = [
    ["done", "tick lines, by number or words", `study ${kind} done 1 2`],
    ["undone", "take ticks back", `study ${kind} undone 2`],
    ["remove", "remove lines", `study ${kind} remove 3`],
  ];
  for (const [action, summary, example] of actions) {
    narrowed(define(list, `${action} <line...>`, { summary, examples: [example] })).action(
      async (line, options) =>
        (await import("./lists.ts")).changeItem(terminal, kind, action, line, [], options),
    );
  }
  narrowed(
    define(list, "edit <line> <text...>", {
      summary: "change a line's text",
      examples: [`study ${kind} edit 2 'A better text'`],
    }),
  ).action(async (line, text, options) =>
    (await import("./lists.ts")).changeItem(terminal, kind, "edit", [line], text, options),
  );
  narrowed(
    define(list, "add <text...>", {
      summary: "add a line of your own",
      examples: [`study ${kind} add 'A line of my own'`],
    }),
  ).action(async (text, options) =>
    (await import("./lists.ts")).addItem(terminal, kind, text, options),
  );
}
