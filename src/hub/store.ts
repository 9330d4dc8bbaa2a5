/**
 * What a hub asks of its store. Memory, SQLite and PostgreSQL implement it and pass one contract suite
 * (`contract.ts`). Nothing in it is ordered by a counter of the database: a member's entries are numbered in the log of
 * the device that gave them, so every question and every row is one member's.
 */
import type { Role, Sharing, Topic } from "../core/group/topic.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { DeviceId } from "../core/time/clock.ts";
import type { Reached, Vector } from "../sync/hub-protocol.ts";

declare const memberBrand: unique symbol;
export type MemberId = string & { readonly [memberBrand]: true };

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  /** Null before the first sync. */
  readonly workspace: string | null;
}

/** A device's key, by its digest: the key itself is on the device alone. */
export interface Key {
  readonly digest: string;
  readonly member: MemberId;
  /** What its owner calls the device. */
  readonly name: string;
  readonly made: Millis;
  /** Null before it was used. */
  readonly used: Millis | null;
}

/** Whom a key lets in, and how things stand with its member: asked at once, as each sync needs all of it. */
export interface Entrant extends Key {
  readonly workspace: string | null;
  /** Characters of entries and bytes of files. */
  readonly size: number;
}

export interface NewKey {
  readonly digest: string;
  readonly name: string;
}

export interface HubEntry extends Sharing {
  readonly id: string;
  readonly type: string;
  readonly text: string;
}

export interface Given {
  /** How many were new. */
  readonly added: number;
  /** Ids that are there with another text; the first one stays. */
  readonly refused: readonly string[];
  /** The last entry of the device's log before, and now. */
  readonly from: Reached | null;
  readonly to: Reached | null;
}

export interface Taken {
  readonly entries: readonly string[];
  /** What is known after these. */
  readonly vector: Vector;
  readonly more: boolean;
  /** The vector knows what is not here, so nothing was taken: ask with an empty one. */
  readonly anew: boolean;
}

export const beginAnew: Taken = { entries: [], vector: {}, more: true, anew: true };

export interface StoredFile {
  readonly name: string;
  readonly size: number;
  readonly written: Millis;
}

declare const groupBrand: unique symbol;
/** A group is known by its name. */
export type GroupName = string & { readonly [groupBrand]: true };

export interface Group {
  readonly name: GroupName;
  /** The curriculum and its version that all go by, `llm@1a2b`; null for any. */
  readonly curriculum: string | null;
  /** The weekday of its check-in; null for the curriculum's first. */
  readonly checkin: string | null;
}

export interface Belonging {
  readonly name: string;
  readonly role: Role;
  readonly topics: readonly Topic[];
}

/** A group as one of its members sees it. */
export interface GroupSeen extends Group {
  readonly role: Role;
  /** By name. What mentors alone see is told to mentors and to whom it belongs. */
  readonly members: readonly Belonging[];
}

export interface Seen {
  readonly viewer: MemberId;
  readonly group: GroupName;
  /** The name of who is looked at. */
  readonly of: string;
  /** Entries behind this id. */
  readonly after: string;
  readonly most: number;
}

/** Whose files, as somebody in a group may see them. */
export type NotesSeen = Pick<Seen, "viewer" | "group" | "of">;

export interface ShareChange {
  readonly on: readonly Topic[];
  readonly off: readonly Topic[];
}

export interface SharedEntry {
  readonly id: string;
  readonly text: string;
}

export interface HubStore {
  /** Makes a member, or finds the one of that name. */
  member(name: string, id: MemberId): Promise<Member>;
  /** The one of that id, who has to be there. */
  memberOf(id: MemberId): Promise<Member>;
  members(): Promise<readonly Member[]>;
  /** An invitation counts once, until it expires. */
  invite(digest: string, member: MemberId, expires: Millis): Promise<void>;
  /** Whom an invitation is for, and leaves it; null where it is not good any more. */
  invited(digest: string, now: Millis): Promise<Member | null>;
  /** Takes an invitation and makes a key, in one step; null where it is not good any more. */
  redeem(digest: string, key: NewKey, now: Millis): Promise<Member | null>;
  keyOf(digest: string, now: Millis): Promise<Entrant | null>;
  keys(member: MemberId): Promise<readonly Key[]>;
  /** False where there is none that begins so. */
  revoke(member: MemberId, digest: string): Promise<boolean>;
  /** The workspace of a member: the first that is named stays. */
  workspaceOf(member: MemberId, named: string): Promise<string>;
  /** Adds entries to the log of a device. All or nothing; what is there stays, and sending again changes nothing. */
  give(member: MemberId, device: DeviceId, entries: readonly HubEntry[]): Promise<Given>;
  take(member: MemberId, vector: Vector, most: number): Promise<Taken>;
  /** How many characters of entries and bytes of files a member has. */
  sizeOf(member: MemberId): Promise<number>;
  files(member: MemberId): Promise<readonly StoredFile[]>;
  readFile(member: MemberId, name: string): Promise<Uint8Array | null>;
  putFile(member: MemberId, name: string, bytes: Uint8Array, now: Millis): Promise<void>;
  removeFile(member: MemberId, name: string): Promise<void>;
  /** False where there is one of that name. */
  newGroup(group: Group): Promise<boolean>;
  /** False where there is none. */
  changeGroup(group: Group): Promise<boolean>;
  /** With all that was shared in it. */
  endGroup(group: GroupName): Promise<boolean>;
  groups(): Promise<
    readonly (Group & { readonly members: readonly Omit<Belonging, "topics">[] })[]
  >;
  /** Nothing is shared by it; who is in it already gets the role. */
  admit(group: GroupName, member: MemberId, role: Role): Promise<void>;
  /** What was shared in it is seen no more. False for who is not in it. */
  leave(group: GroupName, member: MemberId): Promise<boolean>;
  groupsOf(member: MemberId): Promise<readonly GroupSeen[]>;
  /** False for who is not in the group. */
  share(group: GroupName, member: MemberId, change: ShareChange): Promise<boolean>;
  /** What `viewer` may see of another in a group, in the order of ids; nothing where they don't share one. */
  shared(seen: Seen): Promise<readonly SharedEntry[]>;
  /** The names of all files of another who shares notes in a group with `viewer`; none where that is not so. */
  sharedFiles(seen: NotesSeen): Promise<readonly string[]>;
  /** One of them. */
  sharedFile(seen: NotesSeen, name: string): Promise<Uint8Array | null>;
  /** Throws where the store can't be asked or can't keep anything: `NoRoom` where that is why. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The part of a store that keeps groups. */
export type GroupStore = Pick<
  HubStore,
  | "newGroup"
  | "changeGroup"
  | "endGroup"
  | "groups"
  | "admit"
  | "leave"
  | "groupsOf"
  | "share"
  | "shared"
  | "sharedFiles"
  | "sharedFile"
>;
