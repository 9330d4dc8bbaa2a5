/** A tracker in this workspace's own form, filled in by hand: goals, rewards and the plan's dates are taken over too. */
import type { Curriculum } from "../../core/content/curriculum.ts";
import { asSentence, describeAll } from "../../core/words/describe.ts";
import type { FoundIn } from "../../exchange/form.ts";
import { ungarbled } from "../../exchange/markdown/clean.ts";
import { listed } from "../../exchange/report.ts";
import { markIn } from "../../tracker/base.ts";
import { readTracker } from "../../tracker/tracker.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { Terminal } from "../terminal.ts";

/** The text of a tracker that has the curriculum's own tables; null for one of another shape. */
export function ownTracker(bytes: Uint8Array, curriculum: Curriculum): string | null {
  let text: string;
  try {
    text = ungarbled(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
  if (markIn(text) !== null) return text;
  const { tables, sections } = readTracker(text, curriculum);
  const whole = [...tables.values()].some(
    ({ order }) => order.filter((column) => column !== null).length >= 4,
  );
  return whole && sections.all.length >= 3 ? text : null;
}

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
    terminal.print("Nothing in it that the journal does not have.");
  } else terminal.print("Nothing new was taken from it; what could not be read is named above.");
}
