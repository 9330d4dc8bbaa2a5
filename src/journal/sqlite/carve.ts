/** Entries found by their form in the bytes of a damaged file, each held to the checksum that stands behind it. */
import { parseEntry } from "../../core/entries/entry.ts";
import type { EntryId } from "../../core/time/clock.ts";
import { checksum } from "./checksum.ts";

export interface Carved {
  readonly id: EntryId;
  readonly text: string;
  /** The checksum that was written with the text fits it. */
  readonly sound: boolean;
}

/** A row's id stands right before its text; one that is damaged may still be followed by a sound text. */
const opening = /[0-9a-z]{9}-[0-9a-z]{3}-[0-9a-z]{8}(?=\s*\{)|(?=\{"v":)/g;

/** An entry that is longer lies on several pages and is found by its row alone. */
const longest = 4096;

export function* carve(bytes: Buffer): Generator<Carved> {
  const letters = bytes.toString("latin1");
  for (const match of letters.matchAll(opening)) {
    const start = match.index + match[0].length;
    const end = endOfObject(bytes, start);
    if (end === null) continue;
    const found = withChecksum(bytes, start, end);
    const text = found ?? bytes.toString("utf8", start, end);
    const parsed = parseEntry(text);
    if (!parsed.ok) continue;
    const id = parsed.entry === null ? parsed.foreign.id : parsed.entry.id;
    yield { id, text, sound: found !== null };
  }
}

/** The text with the checksum right behind it; a line of a file may have had blanks at its end. */
function withChecksum(bytes: Buffer, start: number, end: number): string | null {
  for (let stop = end; stop <= end + 2; stop += 1) {
    if (stop > end && !/\s/.test(String.fromCharCode(bytes[stop - 1] ?? 0))) return null;
    const text = bytes.toString("utf8", start, stop);
    const sum = asStored(checksum(text));
    if (bytes.subarray(stop, stop + sum.length).equals(sum)) return text;
  }
  return null;
}

/** An integer as SQLite keeps it in a row (file format, 2.1): big-endian, in the fewest bytes of 1, 2, 3, 4, 6. */
function asStored(sum: number): Buffer {
  const size = [1, 2, 3, 4].find((bytes) => sum < 2 ** (8 * bytes - 1)) ?? 6;
  const stored = Buffer.alloc(size);
  stored.writeUIntBE(sum, 0, size);
  return stored;
}

/** Where the JSON object that begins at `start` ends, as far as its braces balance. */
function endOfObject(bytes: Buffer, start: number): number | null {
  let depth = 0;
  let quoted = false;
  const limit = Math.min(bytes.length, start + longest);
  for (let at = start; at < limit; at += 1) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x7b) depth += 1;
    else if (byte === 0x7d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
