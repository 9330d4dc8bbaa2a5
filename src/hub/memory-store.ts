/** The store in memory, for tests of everything above it; held to the same contract as the others. */
import { isSameReached, type Reached } from "../sync/hub-protocol.ts";
import { markAfter } from "./digest.ts";
import type { Account } from "./memory-account.ts";
import { memoryGroups } from "./memory-groups.ts";
import { beginAnew, type HubEntry, type HubStore, type Key, type MemberId } from "./store.ts";

export function memoryStore(): HubStore {
  const accounts = new Map<MemberId, Account>();
  const invitations = new Map<string, { readonly member: MemberId; readonly expires: number }>();
  const keys = new Map<string, Key>();
  const at = (member: MemberId): Account => {
    const found = accounts.get(member);
    if (found === undefined) throw new Error(`there is no member ${member}`);
    return found;
  };
  return {
    async member(name, id) {
      for (const { member } of accounts.values()) if (member.name === name) return member;
      const member = { id, name, workspace: null };
      accounts.set(id, { member, logs: new Map(), ids: new Map(), files: new Map() });
      return member;
    },
    memberOf: async (id) => at(id).member,
    members: async () =>
      [...accounts.values()]
        .map(({ member }) => member)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    invite: async (digest, member, expires) => {
      invitations.set(digest, { member, expires });
    },
    async invited(digest, now) {
      const found = invitations.get(digest);
      return found === undefined || found.expires <= now ? null : at(found.member).member;
    },
    async redeem(digest, { name, digest: key }, now) {
      const found = invitations.get(digest);
      if (found === undefined || found.expires <= now) return null;
      invitations.delete(digest);
      const { member } = found;
      keys.set(key, { digest: key, member, name, made: now, used: null });
      return at(member).member;
    },
    async keyOf(digest, now) {
      const key = keys.get(digest);
      if (key === undefined) return null;
      keys.set(digest, { ...key, used: now });
      const account = at(key.member);
      return { ...key, workspace: account.member.workspace, size: sizeOf(account) };
    },
    keys: async (member) => [...keys.values()].filter((key) => key.member === member),
    revoke: async (member, digest) => keys.get(digest)?.member === member && keys.delete(digest),
    async workspaceOf(member, named) {
      const account = at(member);
      const workspace = account.member.workspace ?? named;
      account.member = { ...account.member, workspace };
      return workspace;
    },
    async give(member, device, entries) {
      const { logs, ids } = at(member);
      const log = logs.get(device) ?? [];
      logs.set(device, log);
      const end = () => reachedAt(log, log.length);
      const [from, before] = [end(), log.length];
      const refused: string[] = [];
      for (const entry of entries) {
        const there = ids.get(entry.id);
        if (there === undefined) {
          ids.set(entry.id, entry.text);
          log.push(entry);
        } else if (there !== entry.text) refused.push(entry.id);
      }
      return { added: log.length - before, refused, from, to: end() };
    },
    async take(member, vector, most) {
      const { logs } = at(member);
      const entries: string[] = [];
      const reached: Record<string, Reached> = {};
      let more = false;
      for (const [device, known] of Object.entries(vector)) {
        if (!isSameReached(known, reachedAt(logs.get(device) ?? [], known.number)))
          return beginAnew;
      }
      for (const [device, log] of [...logs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        const from = vector[device]?.number ?? 0;
        const some = log.slice(from, from + most - entries.length);
        entries.push(...some.map(({ text }) => text));
        const now = reachedAt(log, from + some.length);
        if (now !== null) reached[device] = now;
        more ||= from + some.length < log.length;
      }
      return { entries, vector: reached, more, anew: false };
    },
    sizeOf: async (member) => sizeOf(at(member)),
    files: async (member) =>
      [...at(member).files.values()]
        .map(({ bytes: _, ...file }) => file)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    readFile: async (member, name) => at(member).files.get(name)?.bytes ?? null,
    putFile: async (member, name, bytes, written) => {
      at(member).files.set(name, { name, size: bytes.length, written, bytes });
    },
    removeFile: async (member, name) => {
      at(member).files.delete(name);
    },
    ...memoryGroups(accounts),
    ready: async () => {},
    close: async () => {},
  };
}

function reachedAt(log: readonly HubEntry[], number: number): Reached | null {
  if (number === 0 || number > log.length) return null;
  return { number, mark: log.slice(0, number).reduce((mark, { id }) => markAfter(mark, id), "") };
}

function sizeOf({ ids, files }: Account): number {
  const texts = [...ids.values()].reduce((sum, { length }) => sum + length, 0);
  return [...files.values()].reduce((sum, { size }) => sum + size, texts);
}
