/** What a device and a hub say to each other. All but joining names a device's key in its `authorization`. */
import * as v from "valibot";
import { roles, topics } from "../core/group/topic.ts";
import { deviceIdSchema } from "./schemas.ts";

export const hubPaths = {
  join: "/v1/join",
  sync: "/v1/sync",
  files: "/v1/files",
  devices: "/v1/devices",
  /** Makes an invitation for one more device of the same member. */
  invite: "/v1/invite",
  member: "/v1/member",
  /**
   * All of one's own; behind it `/NAME/share`, `/NAME/leave`, and `/NAME/of/MEMBER` and `/NAME/notes/MEMBER` for what
   * somebody shares.
   */
  groups: "/v1/groups",
} as const;

/** More entries than these go in several turns. */
export const mostEntries = 5000;
/** A turn's body, unpacked. */
export const longestBody = 24_000_000;

/**
 * How far a device's log goes: entries are numbered from 1 in the order in which they were given. A hub that was put
 * back to an earlier state gives a number again, so a mark of all ids up to there says which log is meant.
 */
export const reachedForm = v.object({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  mark: v.string(),
});
export type Reached = Readonly<v.InferOutput<typeof reachedForm>>;
/** How much is known of each device's log. */
export const vectorForm = v.record(v.pipe(v.string(), v.regex(/^[0-9a-z]{8}$/)), reachedForm);
export type Vector = Readonly<Record<string, Reached>>;

export function isSameReached(a: Reached | null, b: Reached | null): boolean {
  return a?.number === b?.number && a?.mark === b?.mark;
}

export const joinForm = v.object({
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  // Names are listed a line each.
  name: v.pipe(
    v.string(),
    v.transform((text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, " ")),
    v.trim(),
    v.minLength(1),
    v.maxLength(80),
  ),
  /** The one that the device has; null for one that takes the hub's. */
  workspace: v.optional(v.nullable(v.string()), null),
});

export const syncForm = v.object({
  form: v.literal(1),
  workspace: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  device: deviceIdSchema,
  vector: vectorForm,
  entries: v.pipe(v.array(v.string()), v.maxLength(mostEntries)),
});
export type SyncSent = Readonly<v.InferInput<typeof syncForm>>;
export type SyncRead = Readonly<v.InferOutput<typeof syncForm>>;

export const joinedForm = v.object({ key: v.string(), member: v.string() });

export const syncedForm = v.object({
  vector: vectorForm,
  entries: v.array(v.string()),
  /** Entries whose id the hub has with another text. */
  refused: v.array(v.string()),
  more: v.boolean(),
  /** The hub does not have what the vector knows: begin from nothing. */
  anew: v.boolean(),
});
export type SyncAnswer = v.InferOutput<typeof syncedForm>;

export const invitedForm = v.object({
  code: v.string(),
  /** For so many minutes. */
  minutes: v.number(),
});

export const memberForm = v.object({ name: v.string(), workspace: v.nullable(v.string()) });

export const filesForm = v.array(
  v.object({ name: v.string(), size: v.number(), written: v.number() }),
);

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const topic = v.picklist(topics);

export const shareForm = v.object({ on: v.array(topic), off: v.array(topic) });

export const groupForm = v.object({
  name,
  curriculum: v.nullable(v.string()),
  checkin: v.nullable(v.string()),
  role: v.picklist(roles),
  /** Who asks. */
  me: name,
  members: v.array(v.object({ name, role: v.picklist(roles), topics: v.array(topic) })),
});
export const groupsForm = v.array(groupForm);
export type HubGroup = v.InferOutput<typeof groupForm>;

/** The last id is where to go on from. */
export const sharedForm = v.object({
  entries: v.array(v.string()),
  next: v.nullable(v.string()),
});

export const sharedNotesForm = v.object({
  notes: v.array(v.object({ paper: v.string(), text: v.string() })),
});
/** A note of somebody, by the name of its file. */
export type SharedNote = v.InferOutput<typeof sharedNotesForm>["notes"][number];

export const refusalForm = v.object({
  reason: v.string(),
  message: v.string(),
  workspace: v.optional(v.string()),
});
export type HubRefusal = Readonly<v.InferOutput<typeof refusalForm>>;
