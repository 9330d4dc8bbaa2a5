/** Which folder a command is about. */
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Layout, layoutOf } from "./layout.ts";
import { Trouble } from "./trouble.ts";

export interface Where {
  readonly cwd: string;
  /** From `--dir`. */
  readonly dir: string | undefined;
  /** From `STUDY_DIR`. */
  readonly env: string | undefined;
}

/** `--dir`, then `STUDY_DIR`, then the nearest folder upwards that has a journal. */
export function findWorkspace(where: Where): Layout {
  const named = where.dir ?? (where.env === "" ? undefined : where.env);
  if (named !== undefined) {
    const layout = layoutOf(resolve(where.cwd, named));
    if (existsSync(layout.journal)) return layout;
    const origin = where.dir === undefined ? " (from STUDY_DIR)" : "";
    throw new Trouble("not-a-workspace", `${layout.folder}${origin} ${whyNot(layout)}`);
  }
  for (let folder = resolve(where.cwd); ; folder = dirname(folder)) {
    const layout = layoutOf(folder);
    if (existsSync(layout.journal)) return layout;
    if (folder === dirname(folder)) break;
  }
  throw new Trouble(
    "no-workspace",
    "There is no workspace here or in a folder above. `study init` makes one in this folder; `--dir PATH` names another.",
  );
}

function whyNot({ folder }: Layout): string {
  if (!existsSync(folder))
    return `does not exist. \`study init --dir ${folder}\` makes a workspace there.`;
  if (!statSync(folder).isDirectory()) return "is a file, not a workspace. Name a folder.";
  return `is not a workspace: it has no .study/journal.db. \`study init --dir ${folder}\` makes one there.`;
}
