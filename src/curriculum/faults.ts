/** What is wrong with a curriculum, and where. */
export interface Fault {
  /** Relative to the curriculum's folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in characters. */
  readonly column: number;
  /** A clause with a small initial, without a full stop. */
  readonly message: string;
}

export function sayFault({ file, line, column, message }: Fault): string {
  return `${file}:${line}:${column}: ${message}`;
}

export function inOrder(faults: readonly Fault[]): readonly Fault[] {
  return faults.toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
}
