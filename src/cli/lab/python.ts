/** `python`: which Python runs the learner's code on this machine. */
import { findPython } from "../../lab/python.ts";
import { pythonOf } from "../../workspace/checks.ts";
import { keepLocal } from "../../workspace/local.ts";
import { type CommonOptions, inWorkspace, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export async function python(
  terminal: Terminal,
  program: string | undefined,
  options: CommonOptions & { readonly find?: boolean },
): Promise<void> {
  if (program !== undefined && options.find) {
    throw new Stop("Name a program, or let --find look for one; not both.", 2);
  }
  await inWorkspace(terminal, options, async (workspace) => {
    const { layout, folder } = workspace;
    if (program !== undefined) {
      const named = findPython({ folder, env: terminal.env, asked: program });
      if (!named.found) throw new Stop(named.sentence.replace(" (--python)", ""));
      keepLocal(layout, { python: named.path });
    } else if (options.find) keepLocal(layout, { python: null });
    const found = pythonOf(workspace, undefined, terminal.env);
    if (options.json) return printJson(terminal, found);
    if (!found.found) throw new Stop(found.sentence);
    terminal.print(`Your code runs under ${found.path} (${found.by}).`);
  });
}
