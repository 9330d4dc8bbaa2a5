/**
 * The command line's shape: names, options, help. What a command does is loaded when it runs, so that a start
 * pays for one command only.
 */
import { Command } from "commander";
import type { Aspect } from "../core/entry.ts";
import type { ListAction, ListKind } from "./commands/lists.ts";
import type { Terminal } from "./terminal.ts";

interface Shape {
  readonly summary: string;
  readonly examples: readonly string[];
  readonly json?: "json";
  /** What its group does when nothing else is said. */
  readonly stands?: "for its group";
}

/**
 * `first` is the first word of the command line: when it names a command, only that command's family is
 * defined, since defining all forty costs more than running one.
 */
export function buildProgram(
  terminal: Terminal,
  version: string,
  first: string | undefined,
): Command {
  const program = new Command("study")
    .description("A tracker for people who teach themselves from the papers.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.warn(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/^error: /, "")),
    })
    .showHelpAfterError("`study --help` shows what there is.")
    .addHelpText(
      "after",
      "\nWith no command: study status. The workspace is --dir, STUDY_DIR, or the nearest folder upwards with .study/.",
    );

  const define = (under: Command, usage: string, shape: Shape): Command => {
    const command = under
      .command(usage, { isDefault: shape.stands !== undefined })
      .description(shape.summary);
    if (shape.json) command.option("--json", "print JSON (docs/json.md)");
    command.option("--dir <path>", "the workspace");
    const lines = shape.examples.map((example) => `  $ ${example}`);
    return command
      .addHelpText("after", `\nExamples:\n${lines.join("\n")}`)
      .showHelpAfterError(`\`study ${command.name()} --help\` shows examples.`);
  };

  const family = families.find(({ names }) => first !== undefined && names.includes(first));
  for (const { add } of family === undefined ? families : [family]) add(program, terminal, define);
  return program;
}

type Define = (under: Command, usage: string, shape: Shape) => Command;

interface Family {
  readonly names: readonly string[];
  readonly add: (program: Command, terminal: Terminal, define: Define) => void;
}

/** In the order of the help. A test holds the names to what each family defines. */
export const families: readonly Family[] = [
  { names: ["status", "history", "undo", "redo", "tips"], add: defineLooking },
  { names: ["log", "start", "stop", "pause", "resume"], add: defineTime },
  { names: ["papers", "read", "notes", "implemented", "paper"], add: definePapers },
  ...(["task", "milestone", "resource"] as const).map((kind) => ({
    names: [kind],
    add: (program: Command, terminal: Terminal, define: Define) =>
      defineList(program, terminal, define, kind),
  })),
  { names: ["week", "goal", "plan", "checkin", "reward", "settle"], add: definePlan },
  { names: ["export", "import", "backup", "restore", "doctor", "curriculum"], add: defineData },
  { names: ["init", "serve", "open", "completion"], add: defineSetup },
];

function defineLooking(program: Command, terminal: Terminal, define: Define): void {
  define(program, "status", {
    summary: "the dashboard: progress, this week, what is next",
    examples: ["study", "study status --json", "study status --at 'last sunday'"],
    json: "json",
  })
    .option("--at <when>", "all figures as of a past moment")
    .action(async (options) => (await import("./commands/status.ts")).status(terminal, options));
  define(program, "history", {
    summary: "what you did, latest last",
    examples: ["study history", "study history -n 50", "study history --all --json"],
    json: "json",
  })
    .option("-n, --number <count>", "how many commands", "20")
    .option("--all", "all of them")
    .action(async (options) => (await import("./commands/past.ts")).history(terminal, options));
  define(program, "undo [id]", {
    summary: "undo the last command, or the one with this id",
    examples: ["study undo", "study history   # shows the ids"],
  }).action(async (id, options) =>
    (await import("./commands/past.ts")).undo(terminal, id, options),
  );
  define(program, "redo", {
    summary: "redo what was undone last",
    examples: ["study redo"],
  }).action(async (options) => (await import("./commands/past.ts")).redo(terminal, options));
  define(program, "tips", {
    summary: "reading strategy, implementation guidelines, note-taking",
    examples: ["study tips"],
    json: "json",
  }).action(async (options) => (await import("./commands/plan.ts")).tips(terminal, options));
}

function defineTime(program: Command, terminal: Terminal, define: Define): void {
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
      (await import("./commands/time.ts")).log(terminal, duration, paper, options),
    );
  working(
    define(program, "start [paper...]", {
      summary: "start a timer; what was running ends and is kept",
      examples: ["study start bert", "study start lora -a implement"],
    }),
  ).action(async (paper, options) =>
    (await import("./commands/time.ts")).start(terminal, paper, options),
  );
  define(program, "stop [duration]", {
    summary: "end the timer and log its time",
    examples: ["study stop", "study stop 1h30   # what it really was", "study stop --discard"],
  })
    .option("--discard", "log nothing")
    .action(async (duration, options) =>
      (await import("./commands/time.ts")).stop(terminal, duration, options),
    );
  define(program, "pause", { summary: "pause the timer", examples: ["study pause"] }).action(
    async (options) => (await import("./commands/time.ts")).pause(terminal, options),
  );
  define(program, "resume", { summary: "let the timer go on", examples: ["study resume"] }).action(
    async (options) => (await import("./commands/time.ts")).resume(terminal, options),
  );
}

function definePapers(program: Command, terminal: Terminal, define: Define): void {
  define(program, "papers", {
    summary: "all papers with their state and hours",
    examples: ["study papers", "study papers --json"],
    json: "json",
  }).action(async (options) =>
    (await import("./commands/papers.ts")).listPapers(terminal, options),
  );
  const aspects: readonly (readonly [Aspect, string])[] = [
    ["read", "mark a paper as read"],
    ["notes", "mark a paper's notes as written"],
    ["implemented", "mark a paper as implemented"],
  ];
  for (const [aspect, summary] of aspects) {
    define(program, `${aspect} <paper...>`, {
      summary,
      examples: [`study ${aspect} bert`, `study ${aspect} attention --undo`],
    })
      .option("--undo", "take the mark back")
      .action(async (paper, options) =>
        (await import("./commands/papers.ts")).markPaper(terminal, aspect, paper, options),
      );
  }
  const paper = program.command("paper").description("papers of your own");
  define(paper, "add <name...>", {
    summary: "add a paper to a phase, or to the bonus papers",
    examples: ["study paper add FlashAttention --phase 5", "study paper add Mamba"],
  })
    .option("--phase <number>", "the phase it belongs to")
    .action(async (name, options) =>
      (await import("./commands/papers.ts")).addPaper(terminal, name, options),
    );
  define(paper, "remove <name...>", {
    summary: "remove a paper of your own",
    examples: ["study paper remove mamba"],
  }).action(async (name, options) =>
    (await import("./commands/papers.ts")).removePaper(terminal, name, options),
  );
}

function defineList(program: Command, terminal: Terminal, define: Define, kind: ListKind): void {
  const what = {
    task: "the tasks of a week",
    milestone: "the milestones",
    resource: "the resources",
  };
  const list = program
    .command(kind)
    .description(`${what[kind]}: list, done, undone, add, edit, remove`);
  const narrowed = (command: Command) =>
    kind === "task"
      ? command.option("-w, --week <number>", "the week; this one when left out")
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
  ).action(async (options) =>
    (await import("./commands/lists.ts")).showList(terminal, kind, options),
  );
  const actions: readonly (readonly [ListAction, string, string])[] = [
    ["done", "tick a line", `study ${kind} done 2`],
    ["undone", "take a tick back", `study ${kind} undone 2`],
    ["remove", "remove a line", `study ${kind} remove 3`],
  ];
  for (const [action, summary, example] of actions) {
    narrowed(define(list, `${action} <line>`, { summary, examples: [example] })).action(
      async (line, options) =>
        (await import("./commands/lists.ts")).changeItem(terminal, kind, action, line, [], options),
    );
  }
  narrowed(
    define(list, "edit <line> <text...>", {
      summary: "change a line's text",
      examples: [`study ${kind} edit 2 'A better text'`],
    }),
  ).action(async (line, text, options) =>
    (await import("./commands/lists.ts")).changeItem(terminal, kind, "edit", line, text, options),
  );
  narrowed(
    define(list, "add <text...>", {
      summary: "add a line of your own",
      examples: [`study ${kind} add 'A line of my own'`],
    }),
  ).action(async (text, options) =>
    (await import("./commands/lists.ts")).addItem(terminal, kind, text, options),
  );
}

function definePlan(program: Command, terminal: Terminal, define: Define): void {
  define(program, "week [number]", {
    summary: "a week's tasks and goal",
    examples: ["study week", "study week 4", "study week 4 --json"],
    json: "json",
  }).action(async (number, options) =>
    (await import("./commands/lists.ts")).showWeek(terminal, number, options),
  );
  define(program, "goal <week> <text...>", {
    summary: "set a week's goal",
    examples: ["study goal 4 'Understand masked language modelling'"],
  }).action(async (week, text, options) =>
    (await import("./commands/lists.ts")).setGoal(terminal, week, text, options),
  );
  define(program, "plan", {
    summary: "start, target, pace and forecast; with options, change them",
    examples: [
      "study plan",
      "study plan --start 2026-11-23 --target '14 Feb 2027' --hours 8",
      "study plan --phase 2   # or auto",
    ],
    json: "json",
  })
    .option("--start <day>", "the first day")
    .option("--target <day>", "the day to be done by")
    .option("--hours <amount>", "hours a week")
    .option("--phase <phase>", "the current phase, or auto")
    .option("--zone <name>", "your time zone")
    .option("--next-review <day>", "the next review, or none for the schedule's")
    .action(async (options) => (await import("./commands/plan.ts")).plan(terminal, options));
  define(program, "checkin [which]", {
    summary: "the reviews of the schedule; with a name, mark one as done",
    examples: [
      "study checkin",
      "study checkin quiz",
      "study checkin progress --answer 'Read BERT' --answer 'Nothing'",
      "study checkin sunday --on 2026-11-22 --undo",
    ],
    json: "json",
  })
    .option("--on <day>", "the day it stood in the schedule")
    .option("--answer <text>", "an answer, in the order of the questions", collect)
    .option("--undo", "open it again")
    .action(async (which, options) =>
      (await import("./commands/plan.ts")).checkin(terminal, which, options),
    );
  define(program, "reward [after] [text...]", {
    summary: "the rewards; with a phase's number or program, promise one",
    examples: ["study reward", "study reward 1 'Dinner out'", "study reward program 'A week off'"],
    json: "json",
  }).action(async (after, text, options) =>
    (await import("./commands/plan.ts")).reward(terminal, after, text, options),
  );
  define(program, "settle <field>", {
    summary: "accept what is shown where file and journal had both changed",
    examples: ["study settle reward:1"],
  }).action(async (field, options) =>
    (await import("./commands/plan.ts")).settle(terminal, field, options),
  );
}

function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

function defineData(program: Command, terminal: Terminal, define: Define): void {
  define(program, "export [file]", {
    summary: "the journal as JSON Lines",
    examples: ["study export journal.jsonl", "study export | wc -l"],
  }).action(async (file, options) =>
    (await import("./commands/data.ts")).exportJournal(terminal, file, options),
  );
  define(program, "import <file>", {
    summary: "take in a journal (.jsonl), or a tracker filled in by hand (.md)",
    examples: ["study import journal.jsonl", "study import OldTracker.md"],
  }).action(async (file, options) =>
    (await import("./commands/data.ts")).importFile(terminal, file, options),
  );
  define(program, "backup <file>", {
    summary: "a copy of the journal, safe while others write",
    examples: ["study backup study-2026-11-23.db"],
  }).action(async (file, options) =>
    (await import("./commands/data.ts")).backup(terminal, file, options),
  );
  define(program, "restore <file>", {
    summary: "put a backup in the journal's place; the one before is kept",
    examples: ["study restore study-2026-11-23.db"],
  }).action(async (file, options) =>
    (await import("./commands/data.ts")).restore(terminal, file, options),
  );
  define(program, "doctor", {
    summary: "check the journal, the tracker file and the curriculum",
    examples: ["study doctor", "study doctor --repair"],
    json: "json",
  })
    .option("--repair", "save what can be saved of a damaged journal")
    .action(async (options) => (await import("./commands/doctor.ts")).doctor(terminal, options));
  const curriculum = program.command("curriculum").description("curricula as data");
  define(curriculum, "check [folder]", {
    summary: "validate a curriculum and list every fault",
    examples: ["study curriculum check", "study curriculum check ./my-curriculum"],
  }).action(async (folder, options) =>
    (await import("./commands/doctor.ts")).checkCurriculum(terminal, folder, options),
  );
}

function defineSetup(program: Command, terminal: Terminal, define: Define): void {
  define(program, "init [folder]", {
    summary: "make a workspace",
    examples: [
      "study init",
      "study init my-study --start 'next monday' --hours 8",
      "study init --curriculum ./my-curriculum --yes",
    ],
  })
    .option("--start <day>", "the first day; today when left out")
    .option("--target <day>", "the day to be done by; the curriculum's length when left out")
    .option("--hours <amount>", "hours a week")
    .option("--curriculum <name>", "a built-in curriculum or a folder", "llm")
    .option("--zone <name>", "your time zone; the system's when left out")
    .option("-y, --yes", "ask nothing")
    .action(async (folder, options) =>
      (await import("./commands/setup.ts")).init(terminal, folder, options),
    );
  define(program, "serve", {
    summary: "serve the page on this machine",
    examples: ["study serve", "study serve --port 5000", "study serve --demo"],
  })
    .option("--port <number>", "the port")
    .option("--demo", "an example workspace, seven weeks in")
    .option("--make", "make the workspace where there is none")
    .option("--no-open", "do not open a browser")
    .action(async (options) => (await import("./commands/setup.ts")).serve(terminal, options));
  define(program, "open [what...]", {
    summary: "open TRACKER.md, or a paper's notes, in your editor",
    examples: ["study open", "study open bert", "study open bert --print"],
  })
    .option("--print", "print the path only")
    .action(async (what, options) =>
      (await import("./commands/setup.ts")).open(terminal, what, options),
    );
  define(program, "completion <shell>", {
    summary: "completion for bash, zsh or fish",
    examples: [
      'eval "$(study completion bash)"   # in ~/.bashrc',
      'eval "$(study completion zsh)"    # in ~/.zshrc',
      "study completion fish > ~/.config/fish/completions/study.fish",
    ],
  }).action(async (shell: string) =>
    (await import("./commands/completion.ts")).completion(terminal, shell),
  );
  program
    .command("complete [words...]", { hidden: true })
    .allowUnknownOption()
    .action(async (words: readonly string[]) =>
      (await import("./commands/completion.ts")).complete(terminal, program, words),
    );
}
