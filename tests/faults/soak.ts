/**
 * How much is tried: all of it by `npm run soak`, which may take hours, and by `npm test` a part that takes
 * minutes. What is left out is spread evenly, so that every stretch of a command is met.
 */
const soaking = process.env.STUDY_SOAK === "1";

/** `most` of the points, spread evenly; all of them in a soak. */
export function spread<T>(points: readonly T[], most: number): readonly T[] {
  if (soaking || points.length <= most) return points;
  const step = points.length / most;
  return Array.from({ length: most }, (_, index) => points[Math.floor(index * step)] as T);
}

/** A number of random runs. */
export function runs(count: { readonly test: number; readonly soak: number }): number {
  return soaking ? count.soak : count.test;
}

/** How long a test may take, in milliseconds. */
export function patience(minutes: { readonly test: number; readonly soak: number }): number {
  return runs(minutes) * 60_000;
}
