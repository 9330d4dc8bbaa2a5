/** Shell completion: three short scripts that all ask `study complete`. */

import type { Command } from "commander";
import { ownOf } from "../../core/content/bare.ts";
import { activities } from "../../core/entries/entry.ts";
import { layoutFrom, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

const scripts: Readonly<Record<string, string>> = {
  bash: `_study() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "$(study complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _study study`,
  zsh: `_study() {
  local -a found
  found=(\${(f)"$(study complete -- "\${words[@]:1:$((CURRENT-1))}" 2>/dev/null)"})
  compadd -a found
}
compdef _study study`,
  fish: `complete -c study -f -a '(study complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
};

export async function completion(terminal: Terminal, shell: string): Promise<void> {
  const script = ownOf(scripts, shell);
  if (script === undefined) {
    throw new Stop(`"${shell}" is not a shell that study completes for: use bash, zsh or fish.`, 2);
  }
  terminal.print(script);
}

/** Prints what may stand in place of the last word, a line each. */
export async function complete(
  terminal: Terminal,
  program: Command,
  words: readonly string[],
): Promise<void> {
  const current = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  let command = program;
  for (const word of before) {
    command = command.commands.find((candidate) => candidate.name() === word) ?? command;
  }
  const candidates = current.startsWith("-")
    ? command.options.map((option) => option.long ?? option.short ?? "")
    : command.commands.length > 0
      ? command.commands.map((candidate) => candidate.name()).filter((name) => name !== "complete")
      : await argumentsOf(terminal, command, before.at(-1) ?? "");
  for (const candidate of candidates) if (candidate.startsWith(current)) terminal.print(candidate);
}

const shells = Object.keys(scripts);

async function argumentsOf(
  terminal: Terminal,
  command: Command,
  last: string,
): Promise<readonly string[]> {
  if (last === "-a" || last === "--activity") return activities;
  if (command.name() === "completion") return shells;
  const takes = (name: string) =>
    command.registeredArguments.some((argument) => argument.name() === name);
  const takesPaper =
    ["open", "remove"].includes(command.name()) || takes("paper") || takes("exercise");
  if (!takesPaper) return [];
  const { openWorkspace } = await import("../../workspace/open.ts");
  const workspace = await openWorkspace(layoutFrom(terminal, {}));
  const { progress } = await workspace.look(terminal.now());
  workspace.close();
  if (takes("exercise")) {
    return [
      ...progress.papers.flatMap(({ id, exercises }) =>
        exercises.length === 0 ? [] : [id, ...exercises.map((one) => `${id}/${one.id}`)],
      ),
      ...progress.milestones.flatMap(({ exercise }) => (exercise === null ? [] : [exercise.id])),
    ];
  }
  return progress.papers.map(({ id }) => id);
}
