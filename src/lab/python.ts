/** Finding the Python that runs the learner's code, and saying what to do where it can't. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";

export interface Surroundings {
  /** The learner's folder: its `.venv` is theirs. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Named on the command line. */
  readonly asked?: string | undefined;
  /** Named for this machine: `study python PROGRAM`. */
  readonly chosen?: string | null | undefined;
}

export type PythonSource = "--python" | "study python" | ".venv" | "VIRTUAL_ENV" | "uv" | "PATH";

export type FoundPython =
  | { readonly found: true; readonly path: string; readonly by: PythonSource }
  | { readonly found: false; readonly sentence: string };

/** The first of: --python, what was chosen for this machine, the folder's .venv, VIRTUAL_ENV, uv, python3, python. */
export function findPython(around: Surroundings): FoundPython {
  const { folder, env, asked, chosen } = around;
  for (const [name, by] of [
    [asked, "--python"],
    [chosen, "study python"],
  ] as const) {
    if (name === undefined || name === null || (name === "" && by === "study python")) continue;
    const path = named(name, around);
    if (path !== null) return { found: true, path, by };
    return {
      found: false,
      sentence: `There is no Python at "${name}" (${by === "study python" ? "`study python` chose it" : by}): name a program, such as python3 or .venv/bin/python.`,
    };
  }
  const own = inEnvironment(join(folder, ".venv"));
  if (own !== null) return { found: true, path: own, by: ".venv" };
  const active = env.VIRTUAL_ENV ? inEnvironment(env.VIRTUAL_ENV) : null;
  if (active !== null) return { found: true, path: active, by: "VIRTUAL_ENV" };
  const uv = usedByUv(folder, env);
  if (uv !== null) return { found: true, path: uv, by: "uv" };
  for (const name of ["python3", "python"]) {
    const path = findOnPath(name, env);
    if (path !== null) return { found: true, path, by: "PATH" };
  }
  return {
    found: false,
    sentence:
      "There is no Python on this machine that study can find. Install Python 3.9 or newer (python.org), or name one with --python.",
  };
}

function named(name: string, { folder, env }: Surroundings): string | null {
  if (name.trim() === "") return null;
  if (!/[/\\]/.test(name)) return findOnPath(name, env);
  const path = isAbsolute(name) ? name : resolve(folder, name);
  return existsSync(path) ? path : null;
}

function inEnvironment(folder: string): string | null {
  const places = [join(folder, "bin", "python"), join(folder, "Scripts", "python.exe")];
  return places.find((path) => existsSync(path)) ?? null;
}

/** Only a folder that uv looks after is asked about: uv itself takes a while to answer. */
function usedByUv(folder: string, env: Surroundings["env"]): string | null {
  const uv = findOnPath("uv", env);
  const its = ["uv.lock", "pyproject.toml", ".python-version"];
  const onlyWay = findOnPath("python3", env) === null && findOnPath("python", env) === null;
  if (uv === null || (!onlyWay && !its.some((file) => existsSync(join(folder, file))))) return null;
  const { status, stdout } = spawnSync(uv, ["python", "find"], {
    cwd: folder,
    encoding: "utf8",
    timeout: 5000,
  });
  const path = status === 0 ? stdout.trim() : "";
  return path !== "" && existsSync(path) ? path : null;
}

/** The program of that name, as a shell finds it; null where there is none. */
export function findOnPath(name: string, env: Surroundings["env"]): string | null {
  const names = process.platform === "win32" ? [`${name}.exe`, name] : [name];
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    for (const file of names) {
      const path = join(folder, file);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  return null;
}

/** What the harness reports of a Python that it can't run under. */
export interface BadPython {
  readonly why: "old" | "no-numpy";
  readonly python: string;
  readonly path: string;
  /** The system's packager owns it, so pip refuses (PEP 668). */
  readonly managed: boolean;
}

/** What is missing, and the exact command that mends it. */
export function sayBadPython({ why, python, path, managed }: BadPython, by: PythonSource): string {
  if (why === "old") {
    return `${path} is Python ${python}; 3.9 or newer is needed. \`uv python install 3.12\` gives one, or name another with --python.`;
  }
  const command =
    by === "uv"
      ? `uv pip install --python ${quoted(path)} numpy`
      : managed
        ? "study python setup"
        : `${quoted(path)} -m pip install numpy`;
  return `${path} (Python ${python}) has no NumPy. This fixes it: ${command}`;
}

function quoted(path: string): string {
  return /[^\w./:\\-]/.test(path) ? JSON.stringify(path) : path;
}
