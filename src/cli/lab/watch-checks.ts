/** `check --watch`: the first exercise that does not pass, again on every save, until all have passed. */
import { mkdirSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import { nameOf, placeOf, type Target } from "../../workspace/exercises.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Terminal } from "../terminal.ts";

/** Editors save in several steps; the last of them counts. */
const settleTime = 120;

export async function watchChecks(
  terminal: Terminal,
  workspace: Workspace,
  targets: readonly Target[],
  run: (target: Target) => Promise<{ readonly passed: boolean }>,
): Promise<void> {
  const [first] = targets;
  if (first === undefined) return;
  const saved = watchFolder(dirname(placeOf(workspace, first).file));
  try {
    for (const target of targets) {
      while (!(await run(target)).passed) {
        const { path } = placeOf(workspace, target);
        terminal.print(terminal.paint("faint", `Waiting for a change of ${path} … (Ctrl+C ends)`));
        await saved.next();
        terminal.print("");
      }
      terminal.print(terminal.paint("faint", `${nameOf(target)} is done.`));
    }
    terminal.print(terminal.paint("good", "All pass."));
  } finally {
    saved.stop();
  }
}

function watchFolder(folder: string): {
  readonly next: () => Promise<void>;
  readonly stop: () => void;
} {
  mkdirSync(folder, { recursive: true });
  let changed = false;
  let wake: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = watch(join(folder), (_, file) => {
    if (file !== null && !file.endsWith(".py")) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = true;
      wake?.();
    }, settleTime);
  });
  return {
    async next() {
      if (!changed) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
      wake = null;
      changed = false;
    },
    stop: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
