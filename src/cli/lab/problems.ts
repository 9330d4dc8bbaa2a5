/** What an editor is told of checks: the problems that stand, between two lines that say when to look anew. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Verdict } from "../../core/check/check.ts";
import { checkBegins, checkEnds, codeProblem, problemLine } from "../../core/check/code-problem.ts";
import { nameOf, placeOf, type Target } from "../../workspace/exercises.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Terminal } from "../terminal.ts";

export class Problems {
  readonly #terminal: Terminal;
  readonly #workspace: Workspace;
  /** By exercise: an editor forgets all of them when a check begins. */
  readonly #standing = new Map<string, string>();

  constructor(terminal: Terminal, workspace: Workspace) {
    this.#terminal = terminal;
    this.#workspace = workspace;
  }

  note(target: Target, verdict: Verdict): void {
    const { file, path } = placeOf(this.#workspace, target);
    const problem = codeProblem(verdict, {
      file: basename(file),
      text: textAt(file),
      function: target.exercise.function,
    });
    if (problem === null) this.#standing.delete(nameOf(target));
    else this.#standing.set(nameOf(target), problemLine(path, problem));
  }

  /** Work in which exercises are checked. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    // An editor reads these by lines, however narrow its terminal is.
    const { verbatim } = this.#terminal;
    verbatim(checkBegins);
    try {
      return await work();
    } finally {
      for (const line of this.#standing.values()) verbatim(line);
      verbatim(checkEnds);
    }
  }
}

function textAt(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
