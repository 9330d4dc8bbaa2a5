/** `import` of what another tool made: the file is read, what it brings is decided, and all of it is told. */
import { readFileSync, statSync } from "node:fs";
import { describeAll } from "../../core/words/describe.ts";
import type { FoundIn } from "../../exchange/form.ts";
import { takeFound } from "../../exchange/take-file.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export interface TakeOptions {
  readonly json?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

export async function takeFile(
  terminal: Terminal,
  workspace: Workspace,
  file: string,
  found: FoundIn,
  options: TakeOptions,
): Promise<void> {
  const way = options.dryRun ? "trial" : "record";
  const taken = await takeFound(workspace, file, found, terminal.now(), way, "terminal");
  const { entries, homeless, refused, known, quotes, look, report } = taken;
  if (options.json) {
    const { has, left } = found;
    printJson(terminal, {
      file,
      has,
      taken: describeAll(entries, { ...workspace, ...look }),
      known,
      notUnderstood: left,
      noPlace: homeless,
      refused,
      quotes,
    });
    return;
  }
  for (const line of report.lines) terminal.print(line);
  for (const line of report.warnings) terminal.warn(line);
}

export function bytesOf(path: string, file: string): Uint8Array {
  const { size } = statSync(path);
  if (size > mostBytes) {
    throw new Stop(`${file} has ${Math.round(size / 1e6)} MB, more than an import may; split it.`);
  }
  return readFileSync(path);
}

const mostBytes = 200_000_000;
