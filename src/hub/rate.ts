/** How often somebody may ask: a bucket that fills with time and is emptied by asking. */
import type { Millis } from "../core/time/calendar.ts";

export interface Rate {
  /** So many at once. */
  readonly most: number;
  /** And one more after so long. */
  readonly each: Millis;
}

export interface Rates {
  /** False where it is too often. */
  readonly spend: (who: string, now: Millis) => boolean;
}

const mostKnown = 10_000;

export function ratesOf({ most, each }: Rate): Rates {
  const buckets = new Map<string, { readonly left: number; readonly at: Millis }>();
  return {
    spend(who, now) {
      const before = buckets.get(who) ?? { left: most, at: now };
      // A clock that was put back takes nothing away.
      const passed = Math.max(0, now - before.at);
      const left = Math.min(most, before.left + passed / each);
      // Who has not asked for longest has a full bucket by now, or the hub is asked by everybody.
      if (!buckets.has(who) && buckets.size >= mostKnown) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      buckets.delete(who);
      buckets.set(who, { left: left < 1 ? left : left - 1, at: now });
      return left >= 1;
    },
  };
}
