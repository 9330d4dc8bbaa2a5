/** `python`: which Python runs the learner's code on this machine. */
import { spawnSync } from "node:child_process";
import { findPython } from "../../lab/python.ts";
import { readSpeeds, saySpeeds, speedProgram } from "../../lab/speed.ts";
import { pythonOf } from "../../workspace/checks.ts";
import { keepLocal } from "../../workspace/local.ts";
import { type CommonOptions, inWorkspace, printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";
import type { SetupOptions } from "./setup-python.ts";

interface PythonOptions extends CommonOptions, SetupOptions {
  readonly find?: boolean;
  readonly speed?: boolean;
}

export async function python(
  terminal: Terminal,
  program: string | undefined,
  options: PythonOptions,
): Promise<void> {
  const settingUp = program === "setup";
  if (program !== undefined && options.find) {
    throw new Stop("Name a program, or let --find look for one; not both.", 2);
  }
  const forSetup = options.torch || options.findLinks !== undefined || options.python !== undefined;
  if (!settingUp && forSetup) {
    throw new Stop("--torch, --find-links and --python go with `study python setup`.", 2);
  }
  await inWorkspace(terminal, options, async (workspace) => {
    const { layout, folder } = workspace;
    if (settingUp) {
      const { setUpPython } = await import("./setup-python.ts");
      await setUpPython(terminal, workspace, options);
    } else if (program !== undefined) {
      const named = findPython({ folder, env: terminal.env, asked: program });
      if (!named.found) throw new Stop(named.sentence.replace(" (--python)", ""));
      keepLocal(layout, { python: named.path });
    } else if (options.find) keepLocal(layout, { python: null });
    const found = pythonOf(workspace, undefined, terminal.env);
    if (options.json) return printJson(terminal, found);
    if (!found.found) throw new Stop(found.sentence);
    if (!settingUp) terminal.print(`Your code runs under ${found.path} (${found.by}).`);
    if (options.speed) sayHowFast(terminal, found.path);
  });
}

function sayHowFast(terminal: Terminal, path: string): void {
  const run = spawnSync(path, ["-c", speedProgram], { encoding: "utf8", timeout: 120_000 });
  const speeds = readSpeeds(run.stdout);
  if (speeds === null) {
    const why = (run.stderr ?? "").trim().split("\n").at(-1) ?? "";
    throw new Stop(`${path} could not be measured${why === "" ? "." : `: ${why}`}`);
  }
  for (const line of saySpeeds(speeds)) terminal.print(line);
}
