/** Which segments a device reads, and where it writes next. All of it is decided from lists of names and sizes. */
import type { DeviceId, EntryId } from "../core/time/clock.ts";
import type { Arrival } from "../journal/port.ts";
import { type Head, writeEntryLine, writeHead } from "./segment.ts";
import type { Listed } from "./shelf.ts";

/** What one device has read of a shelf and written to it. It is a cache: without it all is read again. */
export interface ShelfMemory {
  /** Whose memory it is: a journal that was replaced or copied is another device. */
  readonly device: DeviceId;
  /** Segments that were read to their end, and what they were then. */
  readonly read: readonly Listed[];
  /** Those of which something could not be read, and what they were then: they are read again each time. */
  readonly partly: readonly Listed[];
  /** The shelf has all entries that arrived in the journal up to this one. */
  readonly published: { readonly arrival: Arrival; readonly id: EntryId } | null;
}

/** Whatever a syncer calls a copy of a segment, it is read: entries are a set. */
const segmentName = /^[0-9a-z]{8}\/[^/.][^/]*\.jsonl$/;

export function segmentsIn(listed: readonly Listed[]): readonly Listed[] {
  return listed.filter(({ name }) => segmentName.test(name));
}

/** Which segments are to be read: those that are not what they were. Null where the memory holds no more. */
export function changedSince(
  memory: ShelfMemory,
  segments: readonly Listed[],
): readonly Listed[] | null {
  const now = new Map(segments.map((one) => [one.name, one]));
  for (const before of [...memory.read, ...memory.partly]) {
    const after = now.get(before.name);
    // What was there and is not any more may have held the only copy of something.
    if (after === undefined || after.size < before.size) return null;
  }
  const known = new Map(memory.read.map((one) => [one.name, one]));
  return segments.filter((one) => {
    const before = known.get(one.name);
    return before?.size !== one.size || before.written !== one.written;
  });
}

export interface Append {
  readonly name: string;
  readonly text: string;
}

/** A device's own last segment. */
export interface OwnSegment {
  readonly number: number;
  readonly size: number;
  /** It ends with a whole line and nothing in it is damaged: more can follow. */
  readonly open: boolean;
}

export interface OwnListed {
  readonly number: number;
  readonly size: number;
  readonly listed: Listed;
}

export function ownSegments(device: DeviceId, segments: readonly Listed[]): readonly OwnListed[] {
  const own = new RegExp(`^${device}/([1-9][0-9]*)\\.jsonl$`);
  return segments
    .flatMap((listed) => {
      const number = own.exec(listed.name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), size: listed.size, listed }];
    })
    .toSorted((a, b) => a.number - b.number);
}

/** So many batches are kept apart. */
const mostSmall = 64;

/** The segments to be gathered into one, once there are too many that are far from full; none before. */
export function smallOnes(own: readonly OwnListed[], limit: number): readonly OwnListed[] {
  const small = own.filter(({ size }) => size < limit / 8);
  return small.length > mostSmall ? small : [];
}

/**
 * Where the lines go: behind the last segment while it has room, then into new ones. A segment that is not whole is
 * never written behind: who reads it would take the new line for the rest of the torn one.
 */
export function appendsOf(
  head: Head,
  last: OwnSegment | null,
  texts: readonly string[],
  limit: number,
): readonly Append[] {
  const appends: { name: string; text: string }[] = [];
  let number = last?.number ?? 0;
  let room = last?.open ? limit - last.size : 0;
  let pieces: string[] = [];
  const flush = () => {
    if (pieces.length > 0) {
      appends.push({ name: `${head.device}/${number}.jsonl`, text: pieces.join("") });
    }
    pieces = [];
  };
  for (const text of texts) {
    const line = writeEntryLine(text);
    if (room <= 0) {
      flush();
      number += 1;
      const first = writeHead(head);
      pieces.push(first);
      room = limit - first.length;
    }
    pieces.push(line);
    room -= Buffer.byteLength(line);
  }
  flush();
  return appends;
}
