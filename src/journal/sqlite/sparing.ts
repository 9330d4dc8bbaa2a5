/** A walk of so many is long enough to be compiled: the executable starts with a JIT that waits (`scripts/build.ts`). */
const longWalk = 2000;

/** Texts from outside the heap are not counted by the collector, which would let a long walk pile them up. */
export function* sparing<T>(walk: Iterable<T>, often = 50_000): Generator<T> {
  let passed = 0;
  for (const one of walk) {
    yield one;
    passed += 1;
    if (passed === longWalk) Bun.unsafe.setJITPolicy(1);
    if (passed % often === 0) Bun.gc(true);
  }
}
