/** A text file as lines, read block by block: it may be larger than memory. */
import { closeSync, openSync, readSync } from "node:fs";

const block = 1 << 16;

/**
 * The lines that are not blank, without what programs on the way put before the first and behind each: a byte order mark,
 * a carriage return. Throws a `TypeError` where the file is not UTF-8.
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
    }
  } finally {
    closeSync(file);
  }
}
