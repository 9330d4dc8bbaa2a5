/**
 * Entries that stand under another id by now: those of a clock that was ahead, dated anew here or in a copy. What is
 * brought under the old id, before or after, is the same entry and counts once.
 */
import type { Database } from "bun:sqlite";
import { takesPlace } from "../../core/replica/redate.ts";
import type { EntryId } from "../../core/time/clock.ts";

/** Under which ids they stand since. As a rule there are none. */
export function replacedIn(db: Database): Map<EntryId, EntryId> {
  const rows = db.query<{ id: EntryId; by: EntryId }, []>("SELECT id, by FROM replaced").all();
  return new Map(rows.map(({ id, by }) => [id, by]));
}

export function rememberReplaced(db: Database, id: EntryId, by: EntryId): void {
  db.query<null, [string, string]>("INSERT OR REPLACE INTO replaced VALUES (?, ?)").run(id, by);
}

/**
 * Makes room for an entry that had other ids before; false where it stands here already, dated anew elsewhere. `replaced`
 * is what `replacedIn` gave, and is kept up to date.
 */
export function replaceFormer(
  db: Database,
  replaced: Map<EntryId, EntryId>,
  id: EntryId,
  former: readonly EntryId[],
): boolean {
  const { stays, gone } = takesPlace(id, former, (one) => replaced.get(one) ?? null);
  const remove = db.query<null, [string]>("DELETE FROM entry WHERE id = ?");
  for (const one of gone) {
    remove.run(one);
    rememberReplaced(db, one, stays);
    replaced.set(one, stays);
  }
  return stays === id;
}
