/** A YAML file whose values remember where they stand. */
import {
  Composer,
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  visit,
} from "yaml";
import { mostKeys, tokensWithin } from "./bounds.ts";
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

export interface Reading {
  /** Null when nothing further can be said about the file. */
  readonly source: Source | null;
  readonly faults: readonly Fault[];
}

export function readSource(file: string, text: string): Reading {
  const plain = text.replace(/^\uFEFF/, "");
  const lines = new LineCounter();
  const bounded = tokensWithin(plain, lines.addNewLine);
  if (!bounded.ok) {
    const before = plain.slice(0, bounded.offset).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    const { message } = bounded;
    return { source: null, faults: [{ file, line: before.length, column, message }] };
  }
  const composer = new Composer({
    stringKeys: true,
    // Its own look for keys that are written twice compares each with each.
    uniqueKeys: false,
  });
  const [document, second] = composer.compose(bounded.tokens, true, plain.length);
  if (document === undefined) throw new Error("the composer ends with a document always");
  const reading = readDocument(file, document, lines);
  if (second === undefined) return reading;
  const { line, col: column } = lines.linePos(second.range[0]);
  const message = "a second document begins here; a file holds one";
  return { source: null, faults: [...reading.faults, { file, line, column, message }] };
}

/**
 * What was read of the files of a curriculum's folder, each once: parsing and all checks ask for the same ones, and
 * reading is most of what they do.
 */
const readings = new WeakMap<ReadonlyMap<string, string>, Map<string, Reading>>();

/** Null where the folder has no such file. */
export function readingOf(files: ReadonlyMap<string, string>, file: string): Reading | null {
  const text = files.get(file);
  if (text === undefined) return null;
  const known = readings.get(files) ?? new Map<string, Reading>();
  readings.set(files, known);
  const reading = known.get(file) ?? readSource(file, text);
  known.set(file, reading);
  return reading;
}

/** Null also where the file can't be read: its faults are told by who parses it. */
export function sourceOf(files: ReadonlyMap<string, string>, file: string): Source | null {
  return readingOf(files, file)?.source ?? null;
}

function readDocument(file: string, document: Document.Parsed, lines: LineCounter): Reading {
  const place = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  const keyAt = (path: Path): Node | null => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    if (!isMap(parent)) return null;
    // Of a key that is written twice the last value counts.
    const pair = parent.items.findLast(({ key }) => isScalar(key) && key.value === path.at(-1));
    return isScalar(pair?.key) ? pair.key : null;
  };
  const nodeAt = (path: Path): Node | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && !isBlank(node)) return node;
      const key = keyAt(path.slice(0, length));
      if (key !== null) return key;
    }
    return document.contents;
  };
  const faultAt = (path: Path, message: string) => place(nodeAt(path)?.range?.[0] ?? 0, message);
  const bad = [
    ...document.errors.map((error) =>
      place(error.pos[0], firstLine(error.message).replace(/\.$/, "")),
    ),
    ...foreignParts(document).map(({ offset, message }) => place(offset, message)),
  ];
  const faults = [
    ...bad,
    ...repeatedKeys(document).map((offset) => place(offset, "map keys must be unique")),
  ];
  // A key given twice doesn't hide the file's other faults; anything else may make them up.
  if (bad.length > 0) return { source: null, faults };
  const source: Source = {
    file,
    value: document.toJS(),
    faultAt,
    faultAtKey: (path, message) => {
      const key = keyAt(path);
      return key === null ? faultAt(path, message) : place(key.range?.[0] ?? 0, message);
    },
  };
  return { source, faults };
}

/** A value that was left out: `title:` and nothing after it. */
function isBlank(node: Node): boolean {
  return isScalar(node) && node.value === null && node.source === "";
}

/** Aliases, tags and endless maps: a curriculum says everything where it stands, so its readers need not know them. */
function foreignParts(document: Document.Parsed) {
  const found: { readonly offset: number; readonly message: string }[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      const message = `the alias "*${source}" is not read here; write the value out`;
      found.push({ offset: range?.[0] ?? 0, message });
    },
    Value: (_, { tag, range }) => {
      if (tag === undefined) return;
      found.push({ offset: range?.[0] ?? 0, message: `the tag "${tag}" is not read here` });
    },
    Map: (_, { items, range }) => {
      if (items.length <= mostKeys) return;
      const message = `more than ${mostKeys} keys stand side by side here`;
      found.push({ offset: range?.[0] ?? 0, message });
    },
  });
  return found;
}

/** Where a key stands that its map has already. */
function repeatedKeys(document: Document.Parsed): readonly number[] {
  const found: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) found.push(key.range?.[0] ?? 0);
        known.add(key.value);
      }
    },
  });
  return found;
}

function firstLine(text: string): string {
  const line = text.split("\n")[0] ?? "";
  return line.charAt(0).toLowerCase() + line.slice(1);
}
