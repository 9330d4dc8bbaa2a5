/** What is said of entries that were erased for good and came along with something else. */

/** A sentence for what was not taken in; null where there was none. */
export function leftOutSentence(count: number): string | null {
  return count === 0 ? null : `${entries(count)} left out.`;
}

/** A sentence for what lay in a journal that came to this place; null where there was none. */
export function erasedAgainSentence(count: number): string | null {
  if (count === 0) return null;
  const were = count === 1 ? "1 entry that was" : `${count} entries that were`;
  const was = count === 1 ? "was" : "were";
  return `${were} forgotten ${was} in the journal again, and ${was} erased again.`;
}

function entries(count: number): string {
  return count === 1 ? "1 entry that was forgotten is" : `${count} entries that were forgotten are`;
}
