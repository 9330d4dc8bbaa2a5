/**
 * Random numbers from a seed, so that whoever draws them stays a function of its arguments. The generator
 * is mulberry32 by Tommy Ettinger (public domain): 32 bits of state, a period of 2³², ample for simulations
 * and unfit for secrets.
 */

/** Each call of the result gives the next number of the seed's sequence, evenly spread over [0, 1). */
export function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw from the standard normal distribution, by Box and Muller. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** A weighted list as a table of equally likely values, so that one draw is one look-up. */
export function evenTable(items: readonly Weighted[], size = 1024): Float64Array {
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  const table = new Float64Array(size);
  let index = 0;
  let reached = items[0]?.weight ?? 0;
  for (let i = 0; i < size; i++) {
    while (((i + 0.5) / size) * total > reached && index < items.length - 1) {
      index += 1;
      reached += items[index]?.weight ?? 0;
    }
    table[i] = items[index]?.value ?? 0;
  }
  return table;
}
