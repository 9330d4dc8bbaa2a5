/**
 * A number that looks drawn and is not: FNV-1a, mixed at the end as in MurmurHash3, so that ids that differ in
 * their last letter alone fall apart. Cards of equal chance come in another order each week.
 */
export function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
