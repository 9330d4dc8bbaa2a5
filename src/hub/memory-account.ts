/** What a store in memory has of a member. */
import type { HubEntry, Member, StoredFile } from "./store.ts";

export interface Account {
  member: Member;
  readonly logs: Map<string, HubEntry[]>;
  readonly ids: Map<string, string>;
  readonly files: Map<string, StoredFile & { readonly bytes: Uint8Array }>;
}
