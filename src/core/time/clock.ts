/**
 * A hybrid logical clock (Kulkarni et al. 2014, "Logical Physical Clocks", fig. 5), reduced to what one
 * append-only journal needs: each stamp is later than every stamp seen before, and close to the wall clock.
 */
import type { Millis } from "./calendar.ts";

declare const entryIdBrand: unique symbol;
declare const deviceBrand: unique symbol;

/**
 * `<milliseconds, base 36, 9 digits>-<counter, base 36, 3 digits>-<device>`. The text order of ids is the order
 * of the journal, on every machine.
 */
export type EntryId = string & { readonly [entryIdBrand]: true };

/** Eight characters of base 36 that name one installation. */
export type DeviceId = string & { readonly [deviceBrand]: true };

export interface Stamp {
  readonly wall: Millis;
  readonly counter: number;
}

const counterLimit = 36 ** 3;
const maxWall = 36 ** 9 - 1;
/** No clock is this wrong; what follows the last of such ids would leave the form. */
const lastMoment: Millis = Date.UTC(5100, 0, 1);
/** A clock that is this far ahead of ours is forgiven, in milliseconds. */
export const clockSlack = 5 * 60_000;
const idForm = /^([0-9a-z]{9})-([0-9a-z]{3})-([0-9a-z]{8})$/;
const deviceForm = /^[0-9a-z]{8}$/;

/** The stamp after `last`, at the wall time `now`. A clock set back does not turn the order round. */
export function tick(last: Stamp | null, now: Millis): Stamp {
  if (last === null || now > last.wall) return { wall: now, counter: 0 };
  if (last.counter + 1 < counterLimit) return { wall: last.wall, counter: last.counter + 1 };
  return { wall: last.wall + 1, counter: 0 };
}

export function entryId(stamp: Stamp, device: DeviceId): EntryId {
  const wall = stamp.wall.toString(36).padStart(9, "0");
  const counter = stamp.counter.toString(36).padStart(3, "0");
  return `${wall}-${counter}-${device}` as EntryId;
}

export function parseEntryId(text: string): EntryId | null {
  if (!idForm.test(text)) return null;
  const id = text as EntryId;
  return momentOfId(id) < lastMoment ? id : null;
}

export function parseDeviceId(text: string): DeviceId | null {
  return deviceForm.test(text) ? (text as DeviceId) : null;
}

/** The device that made an id. */
export function deviceOf(id: EntryId): DeviceId {
  return id.slice(14) as DeviceId;
}

/** The stamp inside an id. */
export function stampOf(id: EntryId): Stamp {
  return { wall: momentOfId(id), counter: Number.parseInt(id.slice(10, 13), 36) };
}

/** Where an id stands in the order: when it was made, by a clock that was never ahead. */
export function momentOfId(id: EntryId): Millis {
  return Number.parseInt(id.slice(0, 9), 36);
}

/**
 * The greatest stamp to take from elsewhere: a little after this clock, or after the journal's own last one. What
 * lies further ahead was made by a clock that was wrong, and everything made here would have to follow it.
 */
export function latestStampFrom(now: Millis, last: EntryId | null): Millis {
  return Math.max(now, last === null ? 0 : momentOfId(last)) + clockSlack;
}

/** The greatest id that an entry made at or before `at` can have: a bound for questions about the past. */
export function lastIdAt(at: Millis): EntryId {
  const wall = Math.min(Math.max(at, 0), maxWall).toString(36).padStart(9, "0");
  return `${wall}-zzz-zzzzzzzz` as EntryId;
}
