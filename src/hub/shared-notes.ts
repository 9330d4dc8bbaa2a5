/**
 * The notes of a member who shares them. They are files, and each device says which version it has: what is given out is
 * the newest that is here. The store answers for each file anew whether it may be seen.
 */
import { contentOf } from "../sync/content.ts";
import { type Heads, headsIn, readHeads, textsIn } from "../sync/heads.ts";
import type { SharedNote } from "../sync/hub-protocol.ts";
import { type Mark, markOf, tipsOf } from "../sync/lineage.ts";
import type { HubStore, NotesSeen } from "./store.ts";

const noteForm = /^notes\/([^/]+)\.md$/;

export async function sharedNotes(
  seen: NotesSeen,
  store: Pick<HubStore, "sharedFiles" | "sharedFile">,
): Promise<readonly SharedNote[]> {
  const names = await store.sharedFiles(seen);
  const listed = names.map((name) => ({ name, size: 0, written: 0 }));
  const all: Heads[] = [];
  for (const { name } of headsIn(listed)) {
    const bytes = await store.sharedFile(seen, name);
    const read = bytes === null ? null : readHeads(new TextDecoder().decode(bytes));
    if (read !== null) all.push(read.heads);
  }
  const places = textsIn(listed);
  const textOf = async (mark: Mark): Promise<string | null> => {
    for (const name of places.get(mark) ?? []) {
      const bytes = await store.sharedFile(seen, name);
      const content = bytes === null ? null : contentOf(bytes);
      if (content?.mark === mark) return content.text;
    }
    return null;
  };
  const notes: SharedNote[] = [];
  for (const path of [...new Set(all.flatMap((heads) => Object.keys(heads)))].sort()) {
    const paper = noteForm.exec(path)?.[1];
    if (paper === undefined) continue;
    // Of two that were not merged yet one is shown; the merged one comes with its member's next sync.
    for (const tip of tipsOf(all.flatMap((heads) => heads[path] ?? []))) {
      const text = await textOf(markOf(tip));
      if (text === null) continue;
      notes.push({ paper, text });
      break;
    }
  }
  return notes;
}
