/** `papers`, `paper`, `read`, `notes`, `implemented`. */
import type { Command } from "commander";
import type { Aspect } from "../../core/entries/entry.ts";
import { type Define, defineGroup } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function definePapers(program: Command, terminal: Terminal, define: Define): void {
  define(program, "papers", {
    summary: "all papers with their state and hours",
    examples: ["study papers", "study papers --json"],
    json: "json",
  }).action(async (options) => (await import("./papers.ts")).listPapers(terminal, options));
  const aspects: readonly (readonly [Aspect, string])[] = [
    ["read", "mark a paper as read"],
    ["notes", "mark a paper's notes as written"],
    ["implemented", "mark a paper as implemented"],
  ];
  for (const [aspect, summary] of aspects) {
    define(program, `${aspect} <paper...>`, {
      summary,
      examples: [
        `study ${aspect} bert`,
        `study ${aspect} attention --started`,
        `study ${aspect} attention --undo`,
      ],
    })
      .option("--started", "in progress, not done yet")
      .option("--undo", "take the mark back")
      .action(async (paper, options) =>
        (await import("./papers.ts")).markPaper(terminal, aspect, paper, options),
      );
  }
  const paper = defineGroup(program, "paper", "papers: add, rename and remove your own, skip any", [
    "study paper add Mamba",
    "study paper skip palm",
    "study paper remove mamba",
  ]);
  define(paper, "add <name...>", {
    summary: "add a paper to a phase, or to the bonus papers",
    examples: ["study paper add FlashAttention --phase 5", "study paper add Mamba"],
  })
    .option("--phase <number>", "the phase it belongs to")
    .action(async (name, options) =>
      (await import("./papers.ts")).addPaper(terminal, name, options),
    );
  define(paper, "rename <paper> <name...>", {
    summary: "give a paper of your own another name",
    examples: ["study paper rename mamba 'Mamba 2'"],
  }).action(async (which, name, options) =>
    (await import("./papers.ts")).renamePaper(terminal, which, name, options),
  );
  define(paper, "skip <paper...>", {
    summary: "leave a paper out: its row stays, and it counts nowhere",
    examples: ["study paper skip palm", "study paper skip palm --undo"],
  })
    .option("--undo", "take it in again")
    .action(async (name, options) =>
      (await import("./papers.ts")).skipPaper(terminal, name, options),
    );
  define(paper, "remove <name...>", {
    summary: "remove a paper of your own",
    examples: ["study paper remove mamba"],
  }).action(async (name, options) =>
    (await import("./papers.ts")).removePaper(terminal, name, options),
  );
}
