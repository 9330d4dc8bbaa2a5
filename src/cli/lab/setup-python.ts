/** `python setup`: the workspace's own `.venv` with NumPy, and PyTorch where it is asked for. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { findOnPath, findPython } from "../../lab/python.ts";
import {
  ownPython,
  type SetupStep,
  type SetupWish,
  setupSteps,
  whyFailed,
} from "../../lab/setup.ts";
import { keepLocal, readLocal } from "../../workspace/local.ts";
import { placeShim } from "../../workspace/notebooks.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export interface SetupOptions {
  readonly torch?: boolean;
  readonly findLinks?: string;
  readonly python?: string;
}

export async function setUpPython(
  terminal: Terminal,
  workspace: Workspace,
  options: SetupOptions,
): Promise<void> {
  const wish = wishOf(terminal, workspace, options);
  for (const step of setupSteps(wish)) {
    terminal.print(step.say);
    const { ok, printed } = await run(terminal, workspace.folder, step);
    if (!ok) throw new Stop(whyFailed(step, printed));
  }
  // What was chosen before would come before the workspace's own.
  if (readLocal(workspace.layout).python !== null) keepLocal(workspace.layout, { python: null });
  placeShim(workspace);
  terminal.print(terminal.paint("good", `Your code runs under ${ownPython(wish)} (.venv).`));
}

function wishOf(
  terminal: Terminal,
  { folder }: Workspace,
  { torch, findLinks, python }: SetupOptions,
): SetupWish {
  const wheels = findLinks === undefined ? null : resolve(terminal.cwd, findLinks);
  if (wheels !== null && !existsSync(wheels)) {
    throw new Stop(`There is no folder ${findLinks}: name one that holds wheels (*.whl).`);
  }
  const windows = process.platform === "win32";
  const base = basePython(terminal, folder, python);
  const uv = findOnPath("uv", terminal.env);
  return { folder, uv, base, torch: torch ?? false, wheels, windows };
}

/** The Python that the environment is made from: never one of an environment, which may be what is to be made anew. */
function basePython({ env }: Terminal, folder: string, asked: string | undefined): string {
  if (asked !== undefined) {
    const found = findPython({ folder, env, asked });
    if (!found.found) throw new Stop(found.sentence);
    return found.path;
  }
  const found = findOnPath("python3", env) ?? findOnPath("python", env);
  if (found !== null) return found;
  if (findOnPath("uv", env) !== null) return "3.12";
  throw new Stop(
    "There is no Python on this machine that study can find. Install Python 3.9 or newer (python.org) or uv, then run `study python setup` again.",
  );
}

/** Runs a step and passes on what it prints while it goes. */
function run(
  terminal: Terminal,
  cwd: string,
  { program, args }: SetupStep,
): Promise<{ readonly ok: boolean; readonly printed: string }> {
  return new Promise((done) => {
    let printed = "";
    let rest = "";
    const env = { ...terminal.env, PYTHONUNBUFFERED: "1" };
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const hear = (text: string) => {
      printed += text;
      const lines = (rest + text).split(/[\r\n]+/);
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line.trim() !== "") terminal.print(terminal.paint("faint", `  ${line}`));
      }
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.on("error", (error) => done({ ok: false, printed: `${printed}\n${error.message}` }));
    child.on("close", (code) => done({ ok: code === 0, printed }));
  });
}
