/** What is said of entries that a newer version of the program made. */

/** A sentence; null where there are none. `version` is this program's. */
export function foreignSentence(
  counts: ReadonlyMap<string, number>,
  version: string,
): string | null {
  if (counts.size === 0) return null;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...counts].map(([type, count]) => (count === 1 ? type : `${type} × ${count}`));
  const entries = all === 1 ? "1 entry is" : `${all} entries are`;
  const left = all === 1 ? "it" : "them";
  return `${entries} of a newer version of study than ${version}, and all figures leave ${left} out (${kinds.join(", ")}). Update study.`;
}
