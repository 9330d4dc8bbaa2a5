/** `group` and `share`: what the members of a group see of each other. */
import type { Command } from "commander";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineTogether(program: Command, terminal: Terminal, define: Define): void {
  const group = defineGroup(
    program,
    "group",
    "a group on your hub: its week, its map, its digest",
    [
      "study group",
      "study group readers --mentor",
      "study group teach-backs",
      "study group leave readers",
    ],
  );
  define(group, "show [name]", {
    summary: "everybody's week side by side, who is where, and what came; what `study group` does",
    stands: "for its group",
    examples: ["study group", "study group readers", "study group readers --mentor --json"],
    json: "json",
  })
    .option("--mentor", "who is stuck at which exercise: for mentors")
    .action(async (name, options) => (await import("./show.ts")).show(terminal, name, options));
  define(group, "teach-backs [name]", {
    summary: "the explanations that members share, word for word",
    examples: ["study group teach-backs", "study group teach-backs readers --of ann"],
    json: "json",
  })
    .option("--of <member>", "of this member alone")
    .action(async (name, options) =>
      (await import("./teach-backs.ts")).teachBacks(terminal, name, options),
    );
  define(group, "notes [name]", {
    summary: "the notes that members share",
    examples: ["study group notes", "study group notes readers --of ann"],
    json: "json",
  })
    .option("--of <member>", "of this member alone")
    .action(async (name, options) => (await import("./notes.ts")).notes(terminal, name, options));
  define(group, "leave <name>", {
    summary: "leave a group; nobody in it sees anything of yours from then on",
    examples: ["study group leave readers"],
  }).action(async (name, options) => (await import("./share.ts")).leave(terminal, name, options));

  const share = defineGroup(
    program,
    "share",
    "what you share with a group: nothing, until you say",
    ["study share", "study share on progress hours", "study share off hours", "study share what"],
  );
  const grouped = (command: Command) =>
    command.option("--group <name>", "which group, where you are in several");
  grouped(
    define(share, "list", {
      summary: "what can be shared, and what you share; what `study share` does",
      stands: "for its group",
      examples: ["study share", "study share --group readers"],
      json: "json",
    }),
  ).action(async (options) => (await import("./share.ts")).list(terminal, options));
  grouped(
    define(share, "what", {
      summary: "what the group has of you now, as the hub gives it out",
      examples: ["study share what", "study share what --json"],
      json: "json",
    }),
  ).action(async (options) => (await import("./share.ts")).what(terminal, options));
  grouped(
    define(share, "on <what...>", {
      summary: "share something with the group",
      examples: [
        "study share on progress hours",
        "study share on failed-checks   # to mentors alone",
      ],
    }),
  ).action(async (what, options) => (await import("./share.ts")).turnOn(terminal, what, options));
  grouped(
    define(share, "off <what...>", {
      summary: "share it no more",
      examples: ["study share off hours", "study share off all"],
    }),
  ).action(async (what, options) => (await import("./share.ts")).turnOff(terminal, what, options));
}
