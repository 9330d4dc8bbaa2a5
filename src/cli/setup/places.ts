/** Where a shell looks for completions of its user's own, and `man` for manuals. */
import { homedir } from "node:os";
import { join } from "node:path";

export type Shell = "bash" | "zsh" | "fish";

export interface Places {
  readonly completion: string;
  readonly manual: string;
  /** What is left to do. */
  readonly next: string;
}

export function placeFor(shell: Shell, env: Readonly<Record<string, string | undefined>>): Places {
  const home = env.HOME ?? homedir();
  const data = env.XDG_DATA_HOME || join(home, ".local", "share");
  const config = env.XDG_CONFIG_HOME || join(home, ".config");
  const manual = join(data, "man", "man1", "study.1");
  switch (shell) {
    case "bash":
      return {
        completion: join(data, "bash-completion", "completions", "study"),
        manual,
        next: "A new shell completes, where the package bash-completion is installed.",
      };
    case "zsh": {
      const folder = join(data, "zsh", "site-functions");
      return {
        completion: join(folder, "_study"),
        manual,
        next: `Put this above compinit in your .zshrc, once: fpath+=(${folder})`,
      };
    }
    case "fish":
      return {
        completion: join(config, "fish", "completions", "study.fish"),
        manual,
        next: "A new shell completes.",
      };
    default:
      return shell satisfies never;
  }
}
