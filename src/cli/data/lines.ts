/** A text file as lines, read block by block: it may be larger than memory. */
import { closeSync, openSync, readSync } from "node:fs";
import { Stop } from "../run.ts";

const block = 1 << 16;

/** Many times the longest entry: what has no line end by then, such as a device of zeros, is no text of lines. */
const longestLine = 16_000_000;

/**
 * The lines, blank ones as empty, without what programs on the way put before the first and behind each: a byte order mark,
 * a carriage return. Throws a `TypeError` where the file is not UTF-8, and a `Stop` where a line does not end.
 */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const bytes = new Uint8Array(block);
    let rest = "";
    for (;;) {
      const size = readSync(file, bytes, 0, block, null);
      const text = rest + decoder.decode(bytes.subarray(0, size), { stream: size > 0 });
      const lines = text.split("\n");
      rest = size > 0 ? (lines.pop() ?? "") : "";
      for (const line of lines) {
        const bare = line.trim() === "" ? "" : line;
        yield bare.endsWith("\r") ? bare.slice(0, -1) : bare;
      }
      if (size === 0) return;
      if (rest.length > longestLine) {
        throw new Stop(`${path} has a line of more than ${longestLine / 1e6} million characters.`);
      }
    }
  } finally {
    closeSync(file);
  }
}

/** What a pipe may bring: it can't be read twice, so its lines are held in memory. */
const mostPiped = 100_000_000;

/**
 * Lines that come once, to be walked more than once. They are read as the first walk asks for them, so one that ends at a
 * wrong line reads no further; a `Stop` where there is no end to them.
 */
export function heldLines(
  lines: Iterator<string>,
  file: string,
  most = mostPiped,
): () => Generator<string> {
  const held: string[] = [];
  let size = 0;
  return function* walk() {
    yield* held;
    for (let next = lines.next(); !next.done; next = lines.next()) {
      // An empty line takes room too.
      size += next.value.length + 16;
      if (size > most) {
        throw new Stop(
          `${file} brings more than ${most / 1e6} MB through a pipe; write it to a file and import that. Nothing was imported.`,
        );
      }
      held.push(next.value);
      yield next.value;
    }
  };
}
