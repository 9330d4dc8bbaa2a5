/** GroupStore in memory, held to the same contract as those in SQL. */
import { mentorsAlone, type Role, type Topic } from "../core/group/topic.ts";
import type { Account } from "./memory-account.ts";
import type { Group, GroupStore, HubEntry, MemberId, NotesSeen } from "./store.ts";

interface Kept {
  group: Group;
  readonly members: Map<MemberId, { role: Role; readonly topics: Set<Topic> }>;
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name < b.name ? -1 : 1;

export function memoryGroups(accounts: ReadonlyMap<MemberId, Account>): GroupStore {
  const kept = new Map<string, Kept>();
  const nameOf = (member: MemberId) => accounts.get(member)?.member.name ?? "";
  const mayUse = (viewer: MemberId, owner: MemberId, role: Role) => (topic: Topic) =>
    topic !== mentorsAlone || role === "mentor" || viewer === owner;
  const filesOf = ({ viewer, group, of }: NotesSeen) => {
    const members = kept.get(group)?.members;
    const [owner, theirs] = [...(members ?? [])].find(([id]) => nameOf(id) === of) ?? [];
    if (owner === undefined || !members?.has(viewer) || !theirs?.topics.has("notes")) return null;
    return accounts.get(owner)?.files ?? null;
  };
  return {
    async newGroup(group) {
      if (kept.has(group.name)) return false;
      kept.set(group.name, { group, members: new Map() });
      return true;
    },
    async changeGroup(group) {
      const there = kept.get(group.name);
      if (there !== undefined) there.group = group;
      return there !== undefined;
    },
    endGroup: async (name) => kept.delete(name),
    groups: async () =>
      [...kept.values()]
        .map(({ group, members }) => ({
          ...group,
          members: [...members].map(([id, { role }]) => ({ name: nameOf(id), role })).sort(byName),
        }))
        .sort(byName),
    async admit(name, member, role) {
      const { members } = kept.get(name) ?? { members: new Map() };
      members.set(member, { topics: new Set(), ...members.get(member), role });
    },
    leave: async (name, member) => kept.get(name)?.members.delete(member) ?? false,
    groupsOf: async (viewer) =>
      [...kept.values()]
        .flatMap(({ group, members }) => {
          const role = members.get(viewer)?.role;
          if (role === undefined) return [];
          const seen = [...members].map(([id, one]) => ({
            name: nameOf(id),
            role: one.role,
            topics: [...one.topics].filter(mayUse(viewer, id, role)).sort(),
          }));
          return [{ ...group, role, members: seen.sort(byName) }];
        })
        .sort(byName),
    async share(name, member, { on, off }) {
      const mine = kept.get(name)?.members.get(member);
      for (const topic of off) mine?.topics.delete(topic);
      for (const topic of on) mine?.topics.add(topic);
      return mine !== undefined;
    },
    async shared({ viewer, group, of, after, most }) {
      const members = kept.get(group)?.members;
      const mine = members?.get(viewer);
      const [owner, theirs] = [...(members ?? [])].find(([id]) => nameOf(id) === of) ?? [];
      if (mine === undefined || owner === undefined || theirs === undefined) return [];
      const seen = new Set([...theirs.topics].filter(mayUse(viewer, owner, mine.role)));
      const all: HubEntry[] = [...(accounts.get(owner)?.logs.values() ?? [])].flat();
      const shown = all.filter(({ topic }) => topic !== null && seen.has(topic));
      const commands = new Set<string>(shown.map(({ command }) => command));
      const undone = all.filter(({ reverses }) => reverses !== null && commands.has(reverses));
      return [...new Set([...shown, ...undone])]
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, most)
        .map(({ id, text }) => ({ id, text }));
    },
    sharedFiles: async (seen) => [...(filesOf(seen)?.keys() ?? [])].sort(),
    sharedFile: async (seen, name) => filesOf(seen)?.get(name)?.bytes ?? null,
  };
}
