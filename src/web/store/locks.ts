/**
 * Locks that tabs of one browser share. A browser gives none to a page of a plain address in the network (`serve --lan`):
 * there each tab is on its own, asks for its own stream and sends what it knows. Server and replica take twice what
 * they have already for once, and notes are merged, so that costs work and loses nothing.
 */
export type Lock = <T>(name: string, work: () => T | Promise<T>) => Promise<T>;

export const lock: Lock = async (name, work) =>
  "locks" in navigator ? navigator.locks.request(name, async () => work()) : alone(name, work);

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
