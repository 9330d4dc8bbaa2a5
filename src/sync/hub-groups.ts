/** A member's groups, as a device asks for them. Nothing of what others share is kept here. */
import type { Topic } from "../core/group/topic.ts";
import { askingHub, readAnswer } from "./hub-client.ts";
import {
  groupsForm,
  type HubGroup,
  hubPaths,
  type SharedNote,
  sharedForm,
  sharedNotesForm,
} from "./hub-protocol.ts";

export interface HubGroups {
  readonly all: () => Promise<readonly HubGroup[]>;
  readonly share: (
    group: string,
    change: { readonly on: readonly Topic[]; readonly off: readonly Topic[] },
  ) => Promise<void>;
  readonly leave: (group: string) => Promise<void>;
  /** The texts of all entries that are seen of somebody. */
  readonly sharedBy: (group: string, name: string) => Promise<readonly string[]>;
  /** The notes of somebody who shares them. */
  readonly notesBy: (group: string, name: string) => Promise<readonly SharedNote[]>;
}

export function hubGroups(address: string, key: string): HubGroups {
  const ask = (path: string, init: RequestInit = {}) =>
    askingHub(address, path, {
      ...init,
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    });
  const of = (group: string) => `${hubPaths.groups}/${encodeURIComponent(group)}`;
  return {
    all: async () => readAnswer(address, await ask(hubPaths.groups), groupsForm),
    share: async (group, change) => {
      await ask(`${of(group)}/share`, { method: "POST", body: JSON.stringify(change) });
    },
    leave: async (group) => {
      await ask(`${of(group)}/leave`, { method: "POST" });
    },
    sharedBy: async (group, name) => {
      const texts: string[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const path: string = `${of(group)}/of/${encodeURIComponent(name)}?after=${encodeURIComponent(after)}`;
        const { entries, next } = await readAnswer(address, await ask(path), sharedForm);
        texts.push(...entries);
        after = next;
      }
      return texts;
    },
    notesBy: async (group, name) => {
      const path = `${of(group)}/notes/${encodeURIComponent(name)}`;
      return (await readAnswer(address, await ask(path), sharedNotesForm)).notes;
    },
  };
}
