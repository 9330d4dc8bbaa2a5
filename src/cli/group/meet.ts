/** From a workspace to the group that is meant, and to what its members share. */
import type { Entry } from "../../core/entries/entry.ts";
import { parseEntry } from "../../core/entries/entry.ts";
import { type Companion, companion } from "../../core/group/together.ts";
import { topics } from "../../core/group/topic.ts";
import { type HubGroups, hubGroups } from "../../sync/hub-groups.ts";
import { hubKey } from "../../sync/hub-keys.ts";
import type { HubGroup } from "../../sync/hub-protocol.ts";
import { placeFrom } from "../../sync/place.ts";
import { readLocal } from "../../workspace/local.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

export interface Met {
  readonly groups: HubGroups;
  readonly group: HubGroup;
}

/** The groups are those of the hub that the workspace syncs with. */
export async function meet({ layout }: Workspace, said: string | undefined): Promise<Met> {
  const name = readLocal(layout).sync;
  const place = name === null ? null : placeFrom(name, layout.folder);
  const key = place?.is === "hub" ? hubKey(layout, place.name) : null;
  if (place?.is !== "hub" || key === null) {
    throw new Stop(
      "This workspace syncs with no hub, and groups are on one. An invitation's link leads there: `study sync 'https://…/#…'`.",
    );
  }
  const groups = hubGroups(place.name, key);
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

/** Everybody in the group by name: others as they share, oneself whole. */
export async function companionsOf(
  { groups, group }: Met,
  { curriculum }: Workspace,
  look: Look,
): Promise<readonly Companion[]> {
  return Promise.all(
    group.members.map(async (member): Promise<Companion> => {
      if (member.name === group.me) {
        const { tally, progress } = look;
        return { ...member, topics: new Set(topics), tally, progress };
      }
      const texts =
        member.topics.length === 0 ? [] : await groups.sharedBy(group.name, member.name);
      const entries = texts.flatMap((text): readonly Entry[] => {
        const parsed = parseEntry(text);
        return parsed.ok && parsed.entry !== null ? [parsed.entry] : [];
      });
      return companion({ ...member, entries }, curriculum, look.today);
    }),
  );
}

/** A group may go by one version of a curriculum. */
export function sayVersion(
  terminal: Terminal,
  { name, curriculum: fixed }: HubGroup,
  { curriculum: { id, version } }: Workspace,
): void {
  if (fixed === null || fixed === `${id}@${version}`) return;
  terminal.warn(
    `${name} goes by the curriculum ${fixed}; yours is ${id}@${version}. Tasks and exercises may differ until both are the same.`,
  );
}
