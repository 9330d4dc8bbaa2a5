/** The one place where bodies become entries: for a journal, for a page, for a rehearsal. */
import { version } from "../../../package.json";
import { type Body, type Entry, entryVersion, type Origin } from "../entries/entry.ts";
import { isKnownToAll } from "../entries/vocabulary.ts";
import type { Millis } from "../time/calendar.ts";
import { type DeviceId, entryId, momentOfId, type Stamp, tick } from "../time/clock.ts";

export interface Stamped {
  /** One command: it is named after the first of them. */
  readonly entries: readonly Entry[];
  /** What the next stamp must be later than. */
  readonly last: Stamp | null;
}

export function stampEntries(
  bodies: readonly Body[],
  made: {
    readonly by: Origin;
    readonly device: DeviceId;
    /** The latest stamp that this device has made or seen. */
    readonly last: Stamp | null;
    readonly now: Millis;
  },
): Stamped {
  const { by, device, now } = made;
  let { last } = made;
  const ids = bodies.map(() => {
    last = tick(last, now);
    return entryId(last, device);
  });
  const [command] = ids;
  if (command === undefined) return { entries: [], last };
  const entries = bodies.map((body, index): Entry => {
    const id = ids[index] ?? command;
    const made = momentOfId(id) === now ? {} : { at: now };
    const maker = isKnownToAll(body.type, by) ? {} : { program: version };
    return { v: entryVersion, id, command, by, ...made, ...maker, ...body };
  });
  return { entries, last };
}

export function laterStamp(a: Stamp | null, b: Stamp | null): Stamp | null {
  if (a === null || b === null) return a ?? b;
  return a.wall > b.wall || (a.wall === b.wall && a.counter >= b.counter) ? a : b;
}
