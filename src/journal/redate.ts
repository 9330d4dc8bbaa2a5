/**
 * Entries that a clock made which was ahead, dated anew: the order of the journal stays, and everything that lay in
 * the future comes back to when it was made at the latest. Works on texts, so entries of newer versions are kept.
 */
import { addDays, type Day, type Millis, parseDay } from "../core/time/calendar.ts";
import {
  clockSlack,
  type DeviceId,
  type EntryId,
  entryId,
  momentOfId,
  parseEntryId,
  type Stamp,
  tick,
} from "../core/time/clock.ts";

interface Raw {
  readonly id: EntryId;
  readonly command: EntryId;
  readonly at?: number;
  readonly [key: string]: unknown;
}

export interface Redated {
  readonly old: EntryId;
  readonly id: EntryId;
  readonly text: string;
}

/**
 * `texts` in the order of the journal: all from the first one ahead, and earlier undos that name one of them.
 * `last` is the last stamp that is not ahead. The new ids are of a device of their own, which gave out none before.
 */
export function redated(
  texts: readonly string[],
  { now, last, device }: { now: Millis; last: Stamp | null; device: DeviceId },
): readonly Redated[] {
  const raws = texts.map((text): Raw => JSON.parse(text));
  const moments = momentsOf(raws, last?.wall ?? 0, now);
  const renamed = new Map<EntryId, EntryId>();
  let stamp = last;
  for (const [index, { id }] of raws.entries()) {
    stamp = tick(stamp, moments[index] ?? now);
    renamed.set(id, entryId(stamp, device));
  }
  return raws.map((raw, index): Redated => {
    const moment = moments[index] ?? now;
    const id = renamed.get(raw.id) ?? raw.id;
    const { at: _, ...rest } = raw;
    const made = momentOfId(id) === moment ? {} : { at: moment };
    const shift = madeBy(raw) - moment;
    const dated = Object.entries(rest).map(([key, value]) => [key, backIn(key, value, shift, now)]);
    const names = renamedIn(raw, renamed);
    const own = hasOwnMoment(raw) ? { at: moment } : made;
    return {
      old: raw.id,
      id,
      text: JSON.stringify({ ...Object.fromEntries(dated), ...names, id, ...own }),
    };
  });
}

function madeBy({ id, at }: Raw): Millis {
  return typeof at === "number" ? at : momentOfId(id);
}

/** Types whose body has an `at` keep one, also where the id says the same. */
function hasOwnMoment({ type }: Raw): boolean {
  return type === "card.reviewed" || String(type).startsWith("timer.");
}

/** A run of wrong moments keeps its distances and ends when the next right one begins, or now. */
function momentsOf(raws: readonly Raw[], earliest: Millis, now: Millis): readonly Millis[] {
  const moments: Millis[] = [];
  let next = now;
  let shift: number | null = null;
  for (const raw of raws.toReversed()) {
    const made = madeBy(raw);
    if (made <= now + clockSlack) {
      shift = null;
      next = Math.min(next, made);
      moments.push(made);
    } else {
      shift ??= made - next;
      moments.push(Math.min(next, Math.max(earliest, made - shift)));
    }
  }
  return moments.reverse();
}

function backIn(key: string, value: unknown, shift: number, now: Millis): unknown {
  if (key === "start" && typeof value === "number") {
    return value > now + clockSlack ? Math.max(0, value - shift) : value;
  }
  if (key !== "on" || typeof value !== "string") return value;
  const day = parseDay(value);
  const today = new Date(now).toISOString().slice(0, 10) as Day;
  if (day === null || value <= today) return value;
  const back = addDays(day, -Math.round(shift / 86_400_000));
  return today < back ? today : back;
}

function renamedIn(raw: Raw, renamed: ReadonlyMap<EntryId, EntryId>): Record<string, EntryId> {
  const names: Record<string, EntryId> = {};
  for (const key of ["command", "undoes", "redoes"]) {
    const id = typeof raw[key] === "string" ? parseEntryId(raw[key]) : null;
    const fresh = id === null ? undefined : renamed.get(id);
    if (fresh !== undefined) names[key] = fresh;
  }
  return names;
}
