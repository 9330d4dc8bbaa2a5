/**
 * Locks that tabs of one browser share. A browser gives none to a page of a plain address in the network (`serve --lan`):
 * there each tab is on its own, as if it were in a browser of its own.
 */
export type Lock = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

export const lock: Lock = async (name, work) =>
  sharesLocks() ? navigator.locks.request(name, async () => work()) : alone(name, work);

export function sharesLocks(): boolean {
  return "locks" in navigator;
}

/** One after the other, in this tab. */
const last = new Map<string, Promise<unknown>>();

export const alone: Lock = (name, work) => {
  const before = last.get(name) ?? Promise.resolve();
  const mine = before.then(work);
  // What failed keeps nobody waiting.
  last.set(
    name,
    mine.catch(() => {}),
  );
  return mine;
};
