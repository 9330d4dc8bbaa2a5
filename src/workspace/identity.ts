/** Which workspace a journal is of: its name in everything that leaves the folder. */
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { Journal } from "../journal/port.ts";

/**
 * The id of its own `workspace.started`: the one of the journal's device, or the first in a journal that only
 * received others'. One without any is named by its device.
 */
export async function workspaceIdOf(
  journal: Pick<Journal, "device" | "lines">,
): Promise<WorkspaceId> {
  let first: string | null = null;
  for await (const { id, entry } of journal.lines()) {
    if (entry?.type !== "workspace.started") continue;
    if (id.endsWith(`-${journal.device}`)) return id as string as WorkspaceId;
    first ??= id;
  }
  return (first ?? (journal.device as string)) as WorkspaceId;
}

/** What the workspace was called in version 0.1. */
export function formerIdOf({ device }: Pick<Journal, "device">): WorkspaceId {
  return device as string as WorkspaceId;
}
