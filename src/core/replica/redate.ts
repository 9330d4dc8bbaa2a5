/**
 * Entries that a clock made which was ahead, dated anew: the order of the journal stays, and everything that lay in
 * the future comes back to when it was made at the latest. Works on texts, so entries of newer versions are kept.
 */
import { madeAt, saysTimeOfDay } from "../entries/entry.ts";
import { addDays, type Day, isInReach, type Millis, parseDay } from "../time/calendar.ts";
import {
  clockSlack,
  type DeviceId,
  type EntryId,
  entryId,
  momentOfId,
  parseEntryId,
  type Stamp,
  tick,
} from "../time/clock.ts";

interface Raw {
  readonly id: EntryId;
  readonly command: EntryId;
  readonly at?: number;
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Redated {
  readonly old: EntryId;
  readonly id: EntryId;
  readonly text: string;
}

interface Redating {
  readonly now: Millis;
  readonly last: Stamp | null;
  readonly device: DeviceId;
  /** Which timer an entry means that names none: the new ids no longer tell the devices apart. */
  readonly timers: ReadonlyMap<EntryId, EntryId>;
}

/**
 * `texts` in the order of the journal: all from the first one ahead, and earlier ones that name one of them.
 * `last` is the last stamp that is not ahead. The new ids are of a device of their own, which gave out none before.
 */
export function redated(
  texts: readonly string[],
  { now, last, device, timers }: Redating,
): readonly Redated[] {
  const raws = texts.map((text): Raw => {
    const raw = JSON.parse(text);
    const timer = timers.get(raw.id);
    return timer === undefined ? raw : { ...raw, timer };
  });
  const moments = momentsOf(raws, last?.wall ?? 0, now);
  const renamed = new Map<EntryId, EntryId>();
  let stamp = last;
  for (const [index, { id }] of raws.entries()) {
    stamp = tick(stamp, moments[index] ?? now);
    renamed.set(id, entryId(stamp, device));
  }
  const shifts = new Map(raws.map((raw, index) => [raw.id, madeAt(raw) - (moments[index] ?? now)]));
  return raws.map((raw, index): Redated => {
    const moment = moments[index] ?? now;
    const id = renamed.get(raw.id) ?? raw.id;
    const { at, ...rest } = raw;
    // What corrects a session says what it was: its days go where the session's went.
    const corrected = typeof raw.session === "string" ? parseEntryId(raw.session) : null;
    const shift = shifts.get(corrected ?? raw.id) ?? shifts.get(raw.id) ?? 0;
    const body = anew(rest, { renamed, shift, now }) as object;
    const made = saysTimeOfDay(raw.type)
      ? { at }
      : momentOfId(id) === moment && !hasOwnMoment(raw)
        ? {}
        : { at: moment };
    const was = [...formerIdsIn(raw.was), raw.id];
    return { old: raw.id, id, text: JSON.stringify({ ...body, id, ...made, was }) };
  });
}

/** The ids under which an entry stood before it was dated anew, here or in a copy of the journal. */
export function formerIdsOf(text: string): readonly EntryId[] {
  // As good as no line has any, and to look costs less than to read.
  return text.includes('"was"') ? formerIdsIn(JSON.parse(text).was) : [];
}

export interface Place {
  readonly stays: EntryId;
  /** The ids that are no entry's any more. */
  readonly gone: readonly EntryId[];
}

/**
 * An entry that comes with former ids, and `known` says under which id those stand. Where two copies were dated anew each by
 * itself, the earlier id stays, whichever comes first.
 */
export function takesPlace(
  id: EntryId,
  former: readonly EntryId[],
  known: (former: EntryId) => EntryId | null,
): Place {
  const others = former.flatMap((one) => known(one) ?? []);
  const stays = [id, ...others].reduce((least, one) => (one < least ? one : least));
  return { stays, gone: [...new Set([id, ...others, ...former])].filter((one) => one !== stays) };
}

function formerIdsIn(was: unknown): readonly EntryId[] {
  if (!Array.isArray(was)) return [];
  return was.flatMap((id) =>
    typeof id === "string" ? (parseEntryId(id) === null ? [] : [id as EntryId]) : [],
  );
}

/** Types whose body has an `at` keep one, also where the id says the same. */
function hasOwnMoment({ type }: Raw): boolean {
  return type === "card.reviewed" || type.startsWith("timer.");
}

/**
 * A run of wrong moments keeps its distances and ends when the next right one begins, or now. A moment before the right
 * ones that stand before it is of a clock that was behind, and bounds nothing.
 */
function momentsOf(raws: readonly Raw[], earliest: Millis, now: Millis): readonly Millis[] {
  const made = raws.map(madeAt);
  const isRight = (at: Millis) => at <= now + clockSlack;
  let latest = earliest;
  const floors = made.map((at) => {
    const floor = latest;
    if (isRight(at)) latest = Math.max(latest, at);
    return floor;
  });
  let next = now;
  let shift: number | null = null;
  const backwards = made.map((at, index) => ({ at, floor: floors[index] ?? earliest })).reverse();
  const moments = backwards.map(({ at, floor }) => {
    if (isRight(at)) {
      shift = null;
      if (at >= floor) next = Math.min(next, at);
      return at;
    }
    shift ??= at - next;
    return Math.min(next, Math.max(floor, at - shift));
  });
  return moments.reverse();
}

interface Change {
  readonly renamed: ReadonlyMap<string, EntryId>;
  readonly shift: Millis;
  readonly now: Millis;
}

/** A value with the ids in it renamed, and its days and beginnings brought back. */
function anew(value: unknown, change: Change, key = ""): unknown {
  if (typeof value === "string") {
    return key === "on" ? dayBack(value, change) : (change.renamed.get(value) ?? value);
  }
  if (typeof value === "number") return key === "start" ? startBack(value, change) : value;
  if (Array.isArray(value)) return value.map((one) => anew(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [name, anew(of, change, name)]),
  );
}

function startBack(start: Millis, { shift, now }: Change): Millis {
  return start > now + clockSlack ? Math.max(0, start - shift) : start;
}

function dayBack(on: string, { shift, now }: Change): string {
  const day = parseDay(on);
  const today = new Date(now).toISOString().slice(0, 10) as Day;
  if (day === null || on <= today) return on;
  const back = addDays(day, -Math.round(shift / 86_400_000));
  if (!isInReach(back)) return today;
  const days: readonly Day[] = [back, today];
  return days.toSorted()[0] ?? on;
}
