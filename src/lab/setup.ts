/** Making a workspace's `.venv` with NumPy, and PyTorch where it is asked for: which programs run, and what their failing means. */
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface SetupWish {
  /** The workspace's folder. */
  readonly folder: string;
  /** The program of uv, where there is one. */
  readonly uv: string | null;
  /** The Python that the environment is made from. */
  readonly base: string;
  readonly torch: boolean;
  /** A folder of wheels to install from in place of the internet. */
  readonly wheels: string | null;
  readonly windows: boolean;
}

export interface SetupStep {
  readonly say: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** The Python of a workspace's own environment. */
export function ownPython({ folder, windows }: Pick<SetupWish, "folder" | "windows">): string {
  return windows
    ? join(folder, ".venv", "Scripts", "python.exe")
    : join(folder, ".venv", "bin", "python");
}

export function setupSteps(
  wish: SetupWish,
  exists: (path: string) => boolean = existsSync,
): readonly SetupStep[] {
  const { folder, uv, base, torch } = wish;
  const python = ownPython(wish);
  const venv = join(folder, ".venv");
  const make: readonly SetupStep[] = exists(python)
    ? []
    : [
        uv === null
          ? { say: `Making .venv from ${base} …`, program: base, args: ["-m", "venv", venv] }
          : {
              say: `Making .venv from ${base} with uv …`,
              program: uv,
              args: ["venv", "--python", base, venv],
            },
      ];
  return [
    ...make,
    install(wish, python, "NumPy", ["numpy"]),
    ...(torch ? pytorch(wish, python) : []),
  ];
}

function install(
  { uv, wheels }: SetupWish,
  python: string,
  name: string,
  packages: readonly string[],
): SetupStep {
  const from = wheels === null ? [] : ["--no-index", "--find-links", wheels];
  const where = wheels === null ? "" : ` from ${wheels}`;
  const say = `Installing ${name}${where} …`;
  return uv === null
    ? {
        say,
        program: python,
        args: ["-m", "pip", "install", "--disable-pip-version-check", ...from, ...packages],
      }
    : { say, program: uv, args: ["pip", "install", "--python", python, ...from, ...packages] };
}

/** PyTorch without the libraries of graphics cards, some gigabytes that nothing here needs: uv can choose that build, pip can't. */
function pytorch(wish: SetupWish, python: string): readonly SetupStep[] {
  if (wish.wheels !== null) return [install(wish, python, "PyTorch", ["torch"])];
  const choose = ["pip", "install", "--python", python, "--torch-backend", "cpu", "torch"];
  const say = "Installing PyTorch for the CPU: a few hundred megabytes …";
  if (wish.uv !== null) return [{ say, program: wish.uv, args: choose }];
  return [
    install(wish, python, "uv, which finds the small build of PyTorch,", ["uv"]),
    { say, program: python, args: ["-m", "uv", ...choose] },
  ];
}

/** What a step's failing means and what to do, from what it printed. */
export function whyFailed(step: SetupStep, printed: string): string {
  const last = printed.trim().split("\n").at(-1)?.trim() ?? "";
  if (/ensurepip is not available|python3(\.\d+)?-venv|No module named venv/i.test(printed)) {
    return "This Python can't make environments: on Debian and Ubuntu `sudo apt install python3-venv` fixes it, or install uv. Then run `study python setup` again.";
  }
  if (/No module named pip\b/i.test(printed)) {
    return "The .venv has no pip: remove the folder .venv and run `study python setup` again, or install uv.";
  }
  if (/no space left/i.test(printed)) {
    return "The disk is full: make room, then run `study python setup` again.";
  }
  if (/permission denied|read-only file system/i.test(printed)) {
    return `The folder can't be written (${last}). Fix its permissions, then run \`study python setup\` again.`;
  }
  const offline =
    /no matching distribution|could not find a version|failed to (fetch|connect)|connection|name resolution|dns|network|timed? ?out|not found in the (package )?registry|no solution found/i;
  if (offline.test(printed)) {
    return step.args.includes("--no-index")
      ? "The folder of wheels lacks a package for this Python. `pip download numpy` on a machine with internet and the same Python fills one."
      : "The packages can't be downloaded: is there a connection to the internet? Without it, `study python setup --find-links FOLDER` installs from a folder of wheels, which `pip download numpy` fills on another machine.";
  }
  return `${step.say.replace(" …", "")} failed: ${last === "" ? "it said nothing" : last}`;
}
