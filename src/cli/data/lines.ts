/** A text file as lines, read block by block: it may be larger than memory. */
import { closeSync, openSync, readSync } from "node:fs";
import { Stop } from "../run.ts";

const block = 1 << 16;

/** Many times the longest entry: what has no line end by then, such as a device of zeros, is no text of lines. */
const longestLine = 16_000_000;

/**
 * The lines that are not blank, without what programs on the way put before the first and behind each: a byte order mark,
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
      for (const line of lines)
        if (line.trim() !== "") yield line.endsWith("\r") ? line.slice(0, -1) : line;
      if (size === 0) return;
      if (rest.length > longestLine) {
        throw new Stop(`${path} has a line of more than ${longestLine / 1e6} million characters.`);
      }
    }
  } finally {
    closeSync(file);
  }
}
