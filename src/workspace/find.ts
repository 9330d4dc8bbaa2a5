/** Which folder a command is about. */

import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { inShell } from "../core/words/in-shell.ts";
import { backupPath, backupsIn } from "./backups.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { Trouble } from "./trouble.ts";

export interface Where {
  readonly cwd: string;
  /** From `--dir`. */
  readonly dir: string | undefined;
  /** From `STUDY_DIR`. */
  readonly env: string | undefined;
}

/** A workspace with its journal, or also one whose journal was lost: what brings a journal back needs none. */
export type Found = "with-journal" | "perhaps-without";

/** `--dir`, then `STUDY_DIR`, then the nearest folder upwards that has a journal, or had one. */
export function findWorkspace(where: Where, wanted: Found): Layout {
  const named = where.dir ?? (where.env === "" ? undefined : where.env);
  if (named !== undefined) {
    const layout = layoutOf(resolve(where.cwd, named));
    if (isFound(layout, wanted)) return layout;
    const origin = where.dir === undefined ? " (from STUDY_DIR)" : "";
    throw new Trouble("not-a-workspace", `${layout.folder}${origin} ${whyNot(layout)}`);
  }
  for (let folder = resolve(where.cwd); ; folder = dirname(folder)) {
    const layout = layoutOf(folder);
    if (isFound(layout, wanted)) return layout;
    if (folder === dirname(folder)) break;
  }
  throw new Trouble(
    "no-workspace",
    "There is no workspace here or in a folder above. `study init` makes one in this folder; `--dir PATH` names another.",
  );
}

/** A journal that was there and is lost is no reason to go on as if there had been none. */
function isFound(layout: Layout, wanted: Found): boolean {
  if (existsSync(layout.journal)) return true;
  if (wanted === "with-journal") requireNoLoss(layout);
  return wanted === "perhaps-without" && tracesOf(layout).length > 0;
}

/** Refuses where a journal was: a new one in its place would be taken for it. */
export function requireNoLoss(layout: Layout): void {
  const traces = tracesOf(layout);
  if (existsSync(layout.journal) || traces.length === 0) return;
  const { folder, journal } = layout;
  const newest = traces.find((path) => path.endsWith(".db"));
  const how =
    newest === undefined
      ? `\`study restore FILE --dir ${inShell(folder)}\` puts a backup of yours in its place.`
      : `\`study restore ${inShell(newest)} --dir ${inShell(folder)}\` puts the newest copy in its place.`;
  throw new Trouble(
    "missing-file",
    `The journal ${journal} is gone. ${how} To start over, move ${layout.state} away first.`,
  );
}

/** What only a journal leaves: copies of it, the newest first, then what stands beside it. */
function tracesOf(layout: Layout): readonly string[] {
  const copies = backupsIn(layout).map(({ day }) => backupPath(layout, day));
  const beside = [".count", ".forgotten", "-wal"].map((end) => layout.journal + end);
  return [...copies, ...beside.filter((path) => existsSync(path))];
}

function whyNot({ folder }: Layout): string {
  if (!existsSync(folder))
    return `does not exist. \`study init --dir ${folder}\` makes a workspace there.`;
  if (!statSync(folder).isDirectory()) return "is a file, not a workspace. Name a folder.";
  return `is not a workspace: it has no .study/journal.db. \`study init --dir ${folder}\` makes one there.`;
}
