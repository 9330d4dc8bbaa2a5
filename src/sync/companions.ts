/** From a workspace to the groups of the hub that it syncs with, and to what their members share. */
import { type Entry, parseEntry } from "../core/entries/entry.ts";
import { type Companion, companion } from "../core/group/together.ts";
import { topics } from "../core/group/topic.ts";
import { type GroupView, groupViewOf } from "../core/group/view.ts";
import type { Layout } from "../workspace/layout.ts";
import { readLocal } from "../workspace/local.ts";
import type { Look, Workspace } from "../workspace/workspace.ts";
import { type HubGroups, hubGroups } from "./hub-groups.ts";
import { hubKey } from "./hub-keys.ts";
import type { HubGroup } from "./hub-protocol.ts";
import { placeFrom } from "./place.ts";

/** Null where the workspace syncs with no hub. */
export function groupsFor(layout: Layout): HubGroups | null {
  const name = readLocal(layout).sync;
  const place = name === null ? null : placeFrom(name, layout.folder);
  const key = place?.is === "hub" ? hubKey(layout, place.name) : null;
  return place?.is !== "hub" || key === null ? null : hubGroups(place.name, key);
}

export interface Met {
  readonly groups: HubGroups;
  readonly group: HubGroup;
}

/** Everybody in the group by name: others as they share, oneself whole. Nothing of it is kept. */
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

export async function groupView(met: Met, workspace: Workspace, look: Look): Promise<GroupView> {
  const companions = await companionsOf(met, workspace, look);
  return groupViewOf(met.group, companions, workspace.curriculum, look.today);
}
