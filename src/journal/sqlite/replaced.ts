/**
 * Entries that stand under another id by now: those of a clock that was ahead, dated anew here or in a copy. What is
 * brought under the old id, before or after, is the same entry and counts once.
 */
import type { Database } from "bun:sqlite";
import { takesPlace } from "../../core/replica/redate.ts";
import type { EntryId } from "../../core/time/clock.ts";

export function replacedBy(db: Database, id: EntryId): EntryId | null {
  const found = db.query<{ by: EntryId }, [string]>("SELECT by FROM replaced WHERE id = ?").get(id);
  return found?.by ?? null;
}

export function rememberReplaced(db: Database, id: EntryId, by: EntryId): void {
  db.query<null, [string, string]>("INSERT OR REPLACE INTO replaced VALUES (?, ?)").run(id, by);
}

/** Makes room for an entry that had other ids before; false where it stands here already, dated anew elsewhere. */
export function replaceFormer(db: Database, id: EntryId, former: readonly EntryId[]): boolean {
  const { stays, gone } = takesPlace(id, former, (one) => replacedBy(db, one));
  const remove = db.query<null, [string]>("DELETE FROM entry WHERE id = ?");
  for (const one of gone) {
    remove.run(one);
    rememberReplaced(db, one, stays);
  }
  return stays === id;
}
