/** An entry as a hub keeps it: its text, and what questions are asked by. */
import type { ParsedEntry } from "../core/entries/entry.ts";
import { sharingOf } from "../core/group/topic.ts";
import type { HubEntry } from "./store.ts";

/** What a newer version wrote is carried, and shared with nobody. */
export function hubEntry(parsed: Extract<ParsedEntry, { ok: true }>, text: string): HubEntry {
  if (parsed.entry === null) {
    const { id, foreign, command } = parsed.foreign;
    return { id, type: foreign, text, topic: null, command, reverses: null };
  }
  const { id, type } = parsed.entry;
  return { id, type, text, ...sharingOf(parsed.entry) };
}
