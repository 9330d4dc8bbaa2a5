/** From a workspace to the group that is meant. */
import { groupsFor, type Met } from "../../sync/companions.ts";
import type { HubGroup } from "../../sync/hub-protocol.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

/** The groups are those of the hub that the workspace syncs with. */
export async function meet({ layout }: Workspace, said: string | undefined): Promise<Met> {
  const groups = groupsFor(layout);
  if (groups === null) {
    throw new Stop(
      "This workspace syncs with no hub, and groups are on one. An invitation's link leads there: `study sync 'https://…/#…'`.",
    );
  }
  const all = await groups.all();
  return { groups, group: groupMeant(all, said) };
}

function groupMeant(all: readonly HubGroup[], said: string | undefined): HubGroup {
  const names = all.map(({ name }) => name).join(", ");
  if (all.length === 0) {
    throw new Stop(
      "You are in no group. Who runs the hub takes you in: `study hub group add NAME YOU`.",
    );
  }
  if (said === undefined) {
    const [only, ...more] = all;
    if (only !== undefined && more.length === 0) return only;
    throw new Stop(`You are in several groups: say which of ${names}.`, 2);
  }
  const found = all.find(({ name }) => name === said);
  if (found === undefined) throw new Stop(`You are in no group "${said}": there is ${names}.`);
  return found;
}

/** A group may go by one version of a curriculum. */
export function sayVersion(
  terminal: Terminal,
  { name, curriculum: fixed }: Pick<HubGroup, "name" | "curriculum">,
  { curriculum: { id, version } }: Workspace,
): void {
  if (fixed === null || fixed === `${id}@${version}`) return;
  terminal.warn(
    `${name} goes by the curriculum ${fixed}; yours is ${id}@${version}. Tasks and exercises may differ until both are the same.`,
  );
}
