/** A member's groups as the hub itself asks for them: for its answers to devices, and for its page. */

import type { HubGroups } from "../sync/hub-groups.ts";
import { type HubGroup, mostEntries } from "../sync/hub-protocol.ts";
import { Trouble } from "../workspace/trouble.ts";
import { sharedNotes } from "./shared-notes.ts";
import type { GroupName, HubStore, MemberId } from "./store.ts";

/** Whoever shares no group with another is not told whether there is one of that name. */
export class NotTogether extends Trouble {
  constructor(group: string) {
    super("missing-file", `You are in no group ${group} with them.`);
  }
}

export interface OwnGroups extends HubGroups {
  /** What somebody shares behind an id, as far as it goes in one answer; the id to go on from, or null at the end. */
  readonly someOf: (
    group: string,
    name: string,
    after: string,
  ) => Promise<{ readonly entries: readonly string[]; readonly next: string | null }>;
}

export function ownGroups(member: MemberId, store: HubStore): OwnGroups {
  const all = async (): Promise<readonly HubGroup[]> => {
    const { name: me } = await store.memberOf(member);
    return (await store.groupsOf(member)).map((group) => ({
      ...group,
      me,
      members: group.members.map((one) => ({ ...one, topics: [...one.topics] })),
    }));
  };
  const together = async (group: string, of: string) => {
    const found = (await store.groupsOf(member)).find(({ name }) => name === group);
    if (!found?.members.some(({ name }) => name === of)) throw new NotTogether(group);
    return { viewer: member, group: found.name, of };
  };
  const someOf: OwnGroups["someOf"] = async (group, name, after) => {
    const seen = await together(group, name);
    const entries = await store.shared({ ...seen, after, most: mostEntries });
    const next = entries.length < mostEntries ? null : (entries.at(-1)?.id ?? null);
    return { entries: entries.map(({ text }) => text), next };
  };
  return {
    all,
    share: async (group, change) => {
      if (!(await store.share(group as GroupName, member, change))) throw new NotTogether(group);
    },
    leave: async (group) => {
      if (!(await store.leave(group as GroupName, member))) throw new NotTogether(group);
    },
    someOf,
    sharedBy: async (group, name) => {
      const texts: string[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const some = await someOf(group, name, after);
        texts.push(...some.entries);
        after = some.next;
      }
      return texts;
    },
    notesBy: async (group, name) => sharedNotes(await together(group, name), store),
  };
}
