/** `import` of what another tool made: the file is read, what it brings is decided, and all of it is told. */
import { readFileSync, statSync } from "node:fs";
import { describeAll } from "../../core/words/describe.ts";
import type { FoundIn, ReadForm } from "../../exchange/form.ts";
import { readForms } from "../../exchange/forms.ts";
import { reportOf } from "../../exchange/report.ts";
import { takeIn } from "../../exchange/take-in.ts";
import { takeQuotes } from "../../exchange/take-quotes.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { printJson, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

const headBytes = 64_000;

/** The form of a file that is no journal; null where none says that it is its own. */
export async function formOf(name: string, bytes: Uint8Array): Promise<ReadForm | null> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, headBytes));
  const forms = await readForms();
  return forms.find(({ detects }) => detects({ name, head })) ?? null;
}

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
  const { brought, entries, refused, known, look, after } = await takeIn(
    workspace,
    found.from,
    found.place,
    terminal.now(),
    way,
  );
  const { homeless } = brought;
  const quotes = await takeQuotes(
    { ...workspace, ...look },
    found.quotes?.(after) ?? [],
    terminal.now(),
    way,
  );
  if (options.json) {
    const { has, left } = found;
    const taken = describeAll(entries, { ...workspace, ...look });
    printJson(terminal, {
      file,
      has,
      taken,
      known,
      notUnderstood: left,
      noPlace: homeless,
      refused,
      quotes,
    });
    return;
  }
  const report = reportOf({ file, found, homeless, bodies: entries, refused, known, way, quotes });
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
