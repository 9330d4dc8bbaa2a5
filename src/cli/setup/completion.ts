/** Shell completion: three short scripts that all ask `study complete`. */

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Command } from "commander";
import { version } from "../../../package.json";
import { ownOf } from "../../core/content/bare.ts";
import { systemReason } from "../../workspace/trouble.ts";
import { layoutFrom, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import { type Place, wordsAnywhere, wordsAt } from "./complete-words.ts";
import type { Shell } from "./places.ts";

const scripts: Readonly<Record<Shell, string>> = {
  // Words are data: `compgen -W` would run what stands in them. Bash parts a word at its colon, and readline goes on behind it.
  bash: `_study() {
  local word before= quoted= words=("\${COMP_WORDS[@]:1:COMP_CWORD}") n=$COMP_CWORD
  if ((n > 2)) && [[ \${words[n-2]} == : ]]; then
    before=\${words[n-3]}:
    words=("\${words[@]:0:n-3}" "$before\${words[n-1]}")
  elif ((n > 1)) && [[ \${words[n-1]} == : ]]; then
    before=\${words[n-2]}:
    words=("\${words[@]:0:n-2}" "$before")
  fi
  n=\${#words[@]}
  [[ \${words[n-1]} == [\\'\\"]* ]] && quoted=1
  words[n-1]=\${words[n-1]#[\\'\\"]}
  words[n-1]=\${words[n-1]//\\\\/}
  COMPREPLY=()
  while IFS= read -r word; do
    word=\${word#"$before"}
    if [[ $quoted ]]; then COMPREPLY+=("$word"); else COMPREPLY+=("$(printf %q "$word")"); fi
  done < <(study complete -- "\${words[@]}" 2>/dev/null)
}
complete -o default -F _study study`,
  zsh: `_study() {
  local -a found
  found=(\${(f)"$(study complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)"})
  if ((\${#found})); then compadd -a found; else _files; fi
}
compdef _study study`,
  fish: `function __study_words
  set -l found (study complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c study -f -a '(__study_words)'`,
};

export async function completion(
  terminal: Terminal,
  program: Command,
  said: string | undefined,
  options: { readonly install?: boolean },
): Promise<void> {
  const shell = said ?? basename(terminal.env.SHELL ?? "");
  const script = ownOf(scripts, shell);
  if (script === undefined) {
    throw new Stop(
      shell === ""
        ? "Name your shell: bash, zsh or fish."
        : `"${shell}" is not a shell that study completes for: use bash, zsh or fish.`,
      2,
    );
  }
  if (options.install !== true) {
    terminal.verbatim(script);
    return;
  }
  const { placeFor } = await import("./places.ts");
  const { manPage } = await import("./man-page.ts");
  const { completion: file, manual, next } = placeFor(shell as Shell, terminal.env);
  write(file, shell === "zsh" ? `#compdef study\n${script}\n` : `${script}\n`);
  write(manual, manPage(program, version));
  terminal.verbatim(`Completion: ${file}\nManual: ${manual}\n${next}`);
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new Stop(`${path} can't be written: ${systemReason(error)}.`);
  }
}

/** Prints what may stand in place of the last word, a line each. */
export async function complete(
  terminal: Terminal,
  program: Command,
  words: readonly string[],
): Promise<void> {
  const current = words.at(-1) ?? "";
  const { command, path, rest } = commandIn(program, words.slice(0, -1));
  const candidates = current.startsWith("-")
    ? command.options.map((option) => option.long ?? option.short ?? "")
    : await candidatesFor(terminal, command, path, rest);
  const shown = [...new Set(candidates)].filter((candidate) => candidate.startsWith(current));
  for (const candidate of shown) terminal.verbatim(candidate);
}

interface Reached {
  readonly command: Command;
  readonly path: string;
  /** The words behind the command. */
  readonly rest: readonly string[];
}

function commandIn(program: Command, words: readonly string[]): Reached {
  let command = program;
  const path: string[] = [];
  let at = 0;
  for (; at < words.length; at += 1) {
    const next = command.commands.find((candidate) => candidate.name() === words[at]);
    if (next === undefined) break;
    command = next;
    path.push(next.name());
  }
  return { command, path: path.join(" "), rest: words.slice(at) };
}

async function candidatesFor(
  terminal: Terminal,
  command: Command,
  path: string,
  rest: readonly string[],
): Promise<readonly string[]> {
  if (path === "completion") return Object.keys(scripts);
  const names = rest.length === 0 ? command.commands.map((one) => one.name()) : [];
  // A group is its list when nothing else is said, so what the list takes may stand there too.
  const list = command.commands.find((one) => one.name() === "list");
  const stands = list ?? command;
  const of = placeIn(stands, rest);
  const taken = of === null ? [] : await known(terminal, { command: path, of });
  return [...names.filter((name) => name !== "complete"), ...taken];
}

/** The option whose value, or the argument that comes next; null where nothing does. */
function placeIn(command: Command, words: readonly string[]): string | null {
  let taken = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const option = command.options.find(({ long, short }) => long === word || short === word);
    if (option !== undefined && (option.required || option.optional)) {
      if (at === words.length - 1) return option.long ?? option.short ?? null;
      at += 1;
    } else if (!word.startsWith("-")) taken += 1;
  }
  const { registeredArguments: all } = command;
  const last = all.at(-1);
  const next = all[taken] ?? (last?.variadic ? last : undefined);
  return next?.name() ?? null;
}

async function known(terminal: Terminal, place: Place): Promise<readonly string[]> {
  const anywhere = await wordsAnywhere(place);
  if (anywhere !== null) return anywhere;
  const { openWorkspace } = await import("../../workspace/open.ts");
  const workspace = await openWorkspace(layoutFrom(terminal, {}));
  try {
    const { progress, tally } = await workspace.look(terminal.now());
    return await wordsAt(place, {
      curriculum: workspace.curriculum,
      progress,
      tally,
      models: async () => {
        const { comparedModels } = await import("../../core/compare/compare.ts");
        const models = comparedModels(await workspace.material(), tally.measurements);
        return models.map(({ model }) => model);
      },
      guideSections: async () => (await import("../learn/guide.ts")).sectionNames,
    });
  } finally {
    workspace.close();
  }
}
