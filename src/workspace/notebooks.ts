/** What notebooks need to find the lab: `code/study_lab.py`, a note of where the harness lies, and a path in `.venv`. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { labFiles } from "../lab/files.ts";
import { shimText } from "../lab/shim.ts";
import type { Layout } from "./layout.ts";
import { replaceFile, writeNew } from "./replace-file.ts";
import type { Workspace } from "./workspace.ts";

export function placeShim(workspace: Workspace): void {
  const { layout, curriculum } = workspace;
  const { harness, curricula } = labFiles(layout.state);
  const root = existsSync(layout.curriculum) ? layout.curriculum : join(curricula, curriculum.id);
  const { checks, figures } = layout;
  const where = `${JSON.stringify({ harness, curriculum: root, checks, figures }, null, 2)}\n`;
  const file = join(layout.lab, "where.json");
  mkdirSync(layout.lab, { recursive: true });
  mkdirSync(layout.code, { recursive: true });
  if (textAt(file) !== where) replaceFile(file, dirname(file), where);
  writeNew(join(layout.code, "study_lab.py"), shimText);
  for (const packages of packagesOf(layout)) placePath(packages, layout);
}

/** So `import study_lab` works in notebooks of any folder that run under the workspace's own Python. */
function placePath(packages: string, { code }: Layout): void {
  // From there, not from the root: Python reads the file in the system's encoding, and folders move.
  const path = relative(packages, code).replaceAll("\\", "/");
  try {
    writeNew(join(packages, "study_lab.pth"), `${path}\n`);
  } catch {
    // Where it can't be written, notebooks in code/ find the lab beside them.
  }
}

/** Another version of the program lays its harness elsewhere: notebooks follow. */
export function refreshShim(workspace: Workspace): void {
  if (existsSync(join(workspace.layout.lab, "where.json"))) placeShim(workspace);
}

/** Where the workspace's own Python has its packages: on Windows `Lib/site-packages`, elsewhere one a version. */
function packagesOf({ folder }: Layout): readonly string[] {
  const lib = join(folder, ".venv", "lib");
  const versions = namesIn(lib)
    .filter((name) => name.startsWith("python"))
    .map((name) => join(lib, name, "site-packages"));
  return [join(folder, ".venv", "Lib", "site-packages"), ...versions].filter(existsSync);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textAt(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
