/** A tracker in this workspace's own form, filled in by hand: goals, rewards and the plan's dates are taken over too. */
import { asSentence, describeAll } from "../../core/words/describe.ts";
import type { FoundIn } from "../../exchange/form.ts";
import { listed } from "../../exchange/report.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Terminal } from "../terminal.ts";

interface OwnTracker {
  readonly file: string;
  readonly text: string;
  readonly found: FoundIn;
}

export async function adoptTracker(
  terminal: Terminal,
  workspace: Workspace,
  { file, text, found }: OwnTracker,
  { dryRun }: { readonly dryRun?: boolean | undefined },
): Promise<void> {
  const now = terminal.now();
  const { entries, problems } = await workspace.adopt(text, now, dryRun ? "trial" : "record");
  const look = await workspace.look(now);
  terminal.print(`${file} has ${listed(found.has)}.`);
  for (const line of describeAll(entries, { ...workspace, ...look })) {
    terminal.print(asSentence(line));
  }
  for (const { line, column, message } of problems) {
    terminal.warn(`${file}:${line}:${column}: ${message}`);
  }
  if (entries.length > 0) {
    terminal.print(
      `Took ${entries.length} ${entries.length === 1 ? "entry" : "entries"} from ${file}.`,
    );
  } else if (problems.length === 0) {
    terminal.print("There is nothing in it that the journal does not have.");
  } else terminal.print("Nothing new was taken from it; what could not be read is named above.");
}
