/** A YAML file whose values remember where they stand. */
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { Fault } from "./faults.ts";

export type Path = readonly (string | number)[];

export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at `path`, or of the nearest that exists above it. */
  readonly faultAt: (path: Path, message: string) => Fault;
  /** The place of a key rather than of its value. */
  readonly faultAtKey: (path: Path, message: string) => Fault;
}

export function readSource(
  file: string,
  text: string,
): { readonly source: Source; readonly faults: readonly Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const nodeAt = (path: Path): Node | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node)) return node;
    }
    return document.contents;
  };
  const faultAt = (path: Path, message: string) => place(nodeAt(path)?.range?.[0] ?? 0, message);
  const source: Source = {
    file,
    value: plainValue(() => document.toJS({ maxAliasCount: 100 })),
    faultAt,
    faultAtKey: (path, message) => {
      const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
        : undefined;
      const key = pair?.key;
      return isScalar(key) ? place(key.range?.[0] ?? 0, message) : faultAt(path, message);
    },
  };
  const faults = document.errors.map((error) =>
    place(error.pos[0], firstLine(error.message).replace(/\.$/, "")),
  );
  return { source, faults };
}

/** An alias bomb or a missing anchor is already among the document's errors. */
function plainValue(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

function firstLine(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.charAt(0).toLowerCase() + line.slice(1);
}
