/** What the forms of `out/` write from, read from a workspace. */
import type { Entry } from "../core/entries/entry.ts";
import type { Millis } from "../core/time/calendar.ts";
import { workspaceIdOf } from "../workspace/identity.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Written } from "./form.ts";

export async function writtenFrom(workspace: Workspace, now: Millis): Promise<Written> {
  const { journal, curriculum } = workspace;
  const { progress, tally } = await workspace.look(now);
  const { undone } = await journal.reversals();
  async function* entries(): AsyncGenerator<Entry> {
    for await (const { entry } of journal.lines()) {
      if (entry !== null && !undone.has(entry.command)) yield entry;
    }
  }
  return {
    workspace: await workspaceIdOf(journal),
    curriculum,
    progress,
    tally,
    now,
    material: workspace.material,
    entries,
  };
}
