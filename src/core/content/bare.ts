/**
 * Records whose keys a person, a file or a curriculum can name. A plain object answers to `constructor` and
 * `toString` without having been given them, and takes `__proto__` for something else; a bare one knows only what
 * was put into it.
 */
export function bare<K extends string | number, V>(
  pairs: Iterable<readonly [K, V]> = [],
): Record<K, V> {
  const record: Record<K, V> = Object.create(null);
  for (const [key, value] of pairs) record[key] = value;
  return record;
}

/** A copy of plain JSON that shares nothing with it, all of whose records are bare. */
export function bareCopy<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    // Lists of JSON here are of one kind, and those of numbers are the long ones.
    return typeof value[0] === "object" ? value.map(copy) : value.slice();
  }
  const record: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) record[key] = copy((value as typeof record)[key]);
  return record;
}

/** Reads a record that came from elsewhere: what it does not have of its own is not there. */
export function ownOf<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
