/** `papers`, `paper`, `read`, `notes`, `implemented`. */
import type { Command } from "commander";
import type { Aspect } from "../../core/entries/entry.ts";
import { type Define, defineGroup } from "../define.ts";
import type { CommonOptions } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import type { VersionOptions } from "./note-versions.ts";

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
  const mark = (aspect: Aspect) => async (paper: readonly string[], options: MarkOptions) =>
    (await import("./papers.ts")).markPaper(terminal, aspect, paper, options);
  for (const [aspect, summary] of aspects) {
    const examples = ["gpt2", "attention --started", "attention --undo"];
    const shape = { summary, examples: examples.map((words) => `study ${aspect} ${words}`) };
    if (aspect === "notes") defineNotes(define, program, terminal, shape, mark(aspect));
    else {
      define(program, `${aspect} <paper...>`, shape)
        .option("--started", "in progress, not done yet")
        .option("--undo", "take the mark back")
        .action(mark(aspect));
    }
  }
  const paper = defineGroup(program, "paper", "papers: add, rename and remove your own, skip any", [
    "study paper add Mamba",
    "study paper skip palm",
    "study paper remove mamba",
  ]);
  define(paper, "add <name...>", {
    summary: "add a paper to a phase, or to the bonus papers",
    examples: ["study paper add FlashAttention --phase 5", "study paper add Mamba 2312.00752"],
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

type MarkOptions = CommonOptions & { readonly started?: boolean; readonly undo?: boolean };

/** `notes`: the mark of a paper, and the earlier states of what was written. */
function defineNotes(
  define: Define,
  program: Command,
  terminal: Terminal,
  { summary, examples }: { readonly summary: string; readonly examples: readonly string[] },
  mark: (paper: readonly string[], options: MarkOptions) => Promise<void>,
): void {
  define(program, "notes [paper...]", {
    summary: `${summary}, or look at earlier versions of them`,
    examples: [...examples, "study notes bert --history", "study notes bert --bring-back 12"],
    json: "json",
  })
    .option("--started", "in progress, not done yet")
    .option("--undo", "take the mark back")
    .option("--history", "every saved version; without a paper, the notes that have some")
    .option("--show <number>", "print a version")
    .option("--bring-back <number>", "restore a version")
    .action(async (paper: readonly string[], options: MarkOptions & VersionOptions) => {
      const { history, show, bringBack } = options;
      if (history || show !== undefined || bringBack !== undefined) {
        return (await import("./note-versions.ts")).noteVersions(terminal, paper, options);
      }
      const { Stop } = await import("../run.ts");
      if (paper.length === 0) {
        throw new Stop("Name the paper whose notes are written, or give --history.", 2);
      }
      // The mark prints no JSON, and who asks for some did not come to tick.
      if (options.json) throw new Stop("--json goes with --history or --show.", 2);
      return mark(paper, options);
    });
}
