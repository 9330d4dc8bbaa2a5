/** What this folder remembers of its syncs, `.study/sync.json`: which versions it has, and what each place had. */
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { parseEntryId } from "../core/time/clock.ts";
import type { Layout } from "../workspace/layout.ts";
import { replaceFile } from "../workspace/replace-file.ts";
import type { Heads } from "./heads.ts";
import type { HubMemory } from "./hub-entries.ts";
import { vectorForm } from "./hub-protocol.ts";
import { versionForm } from "./lineage.ts";
import { deviceIdSchema } from "./schemas.ts";
import type { ShelfMemory } from "./segments.ts";

const listed = v.object({ name: v.string(), size: v.number(), written: v.number() });
const entryId = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const id = parseEntryId(dataset.value);
    if (id !== null) return id;
    addIssue({ message: "must be an id" });
    return NEVER;
  }),
);
const published = v.nullable(v.object({ arrival: v.number(), id: entryId }));
const memoryForm = v.object({
  form: v.literal(1),
  versions: v.record(v.string(), versionForm),
  places: v.record(
    v.string(),
    v.object({
      device: deviceIdSchema,
      read: v.array(listed),
      partly: v.optional(v.array(listed), []),
      published,
    }),
  ),
  hubs: v.fallback(
    v.record(
      v.string(),
      v.object({
        device: deviceIdSchema,
        vector: vectorForm,
        waiting: v.nullable(vectorForm),
        published,
      }),
    ),
    {},
  ),
});
export interface SyncMemory {
  readonly form: 1;
  readonly versions: Heads;
  readonly places: Readonly<Record<string, ShelfMemory>>;
  readonly hubs: Readonly<Record<string, HubMemory>>;
}

const nothing: SyncMemory = { form: 1, versions: {}, places: {}, hubs: {} };

/** Without it everything is read again: what it can't say is never guessed. */
export function readMemory({ syncMemory }: Layout): SyncMemory {
  try {
    const read = v.safeParse(memoryForm, JSON.parse(readFileSync(syncMemory, "utf8")));
    return read.success ? read.output : nothing;
  } catch {
    return nothing;
  }
}

export function keepMemory(layout: Layout, memory: SyncMemory): void {
  replaceFile(layout.syncMemory, layout.state, `${JSON.stringify(memory)}\n`);
}
