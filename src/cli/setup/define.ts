/** `init`, `serve`, `open`, `completion`. */
import type { Command } from "commander";
import type { Define } from "../define.ts";
import type { Terminal } from "../terminal.ts";

export function defineSetup(program: Command, terminal: Terminal, define: Define): void {
  define(program, "init [folder]", {
    summary: "make a workspace",
    examples: [
      "study init",
      "study init my-study --start 'next monday' --hours 8",
      "study init --curriculum ./my-curriculum --yes",
      "study init diffusion-study --after my-study --curriculum diffusion",
      "study init my-study --from ~/Dropbox/study",
    ],
  })
    .option("--start <day>", "the first day; today by default")
    .option("--target <day>", "the day to be done by; the curriculum's length by default")
    .option("--hours <amount>", "hours a week")
    .option("--curriculum <name>", "a built-in curriculum or a folder; llm by default")
    .option("--after <folder>", "go on from a workspace: your time, cards and settings come along")
    .option("--from <place>", "make another device of the workspace that syncs with this place")
    .option("--passphrase", "what is there is sealed: ask for its passphrase")
    .option("--zone <name>", "your time zone; the system's by default")
    .option("--day-starts <time>", "when your day begins; 00:00 by default")
    .option("-y, --yes", "ask nothing")
    .action(async (folder, options) =>
      (await import("./setup.ts")).init(terminal, folder, options),
    );
  define(program, "serve", {
    summary: "serve the page on this machine",
    examples: [
      "study serve",
      "study serve --port 5000",
      "study serve --demo",
      "study serve --lan   # your phone too: a code to scan",
      "study serve --lan 192.168.1.23   # by that address of this machine",
    ],
  })
    .option("--port <number>", "the port")
    .option(
      "--lan [address]",
      "serve your network too, unencrypted: a code lets one device in, once",
    )
    .option("--demo", "an example workspace, seven weeks in")
    .option("--make", "make the workspace where there is none")
    .option("--no-open", "do not open a browser")
    .option("--new-token", "end all earlier sessions, of browsers and of programs")
    .action(async (options) => (await import("./serve.ts")).serve(terminal, options));
  define(program, "open [what...]", {
    summary: "open TRACKER.md, or a paper's notes, in your editor",
    examples: ["study open", "study open bert", "study open bert --print"],
  })
    .option("--print", "print the path only")
    .action(async (what, options) => (await import("./setup.ts")).open(terminal, what, options));
  define(program, "completion [shell]", {
    summary: "completion for bash, zsh or fish",
    examples: [
      'eval "$(study completion bash)"   # in ~/.bashrc',
      'eval "$(study completion zsh)"    # in ~/.zshrc',
      "study completion --install        # for your shell, and the manual page",
      "study completion fish --install",
    ],
  })
    .option("--install", "write it where your shell looks, and the manual page beside it")
    .action(async (shell: string | undefined, options) =>
      (await import("./completion.ts")).completion(terminal, program, shell, options),
    );
  program
    .command("complete [words...]", { hidden: true })
    .allowUnknownOption()
    .action(async (words: readonly string[]) =>
      (await import("./completion.ts")).complete(terminal, program, words),
    );
}
