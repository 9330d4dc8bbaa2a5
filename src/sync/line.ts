/** A line that can tell whether it is what was written: a kind, a JSON text letter for letter, and its checksum. */

const lineForm = /^\{"sum":"([0-9a-f]{8})","([a-z]+)":(.*)\}$/;

export interface Line {
  readonly kind: string;
  readonly body: string;
}

export function writeLine(kind: string, body: string): string {
  return `{"sum":"${sumOf(kind, body)}","${kind}":${body}}\n`;
}

/** Null for a line that is not what was written. */
export function readLine(line: string): Line | null {
  const [, sum, kind = "", body = ""] = lineForm.exec(line) ?? [];
  return sum !== undefined && sum === sumOf(kind, body) ? { kind, body } : null;
}

function sumOf(kind: string, body: string): string {
  return Bun.hash
    .crc32(kind + body)
    .toString(16)
    .padStart(8, "0");
}
