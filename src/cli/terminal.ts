/**
 * What a command sees of the world around it. `process.stdout` is left alone where it can be: the streams behind it take longer to
 * load than most commands to run, and so do `node:tty` and `node:util`, which only a terminal needs.
 */
import { fstatSync } from "node:fs";
import { type Colours, harmless, harmlessJson } from "../core/words/harmless.ts";
import { systemReason } from "../workspace/trouble.ts";
import { fewestColumns, knownColumns } from "./width.ts";
import { fit } from "./wrap.ts";

export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  /** Prints lines for a person; those that are wider than the terminal are broken at blanks. */
  readonly print: (text: string) => void;
  /** The same, line for line as it is: code, scripts and pictures, which a break would spoil. */
  readonly verbatim: (text: string) => void;
  /** Prints JSON, pretty or as lines; it is not shown but read. */
  readonly json: (text: string) => void;
  /** Prints a text that may be long in pieces, no faster than they are read. */
  readonly pour: (pieces: AsyncIterable<string>) => Promise<void>;
  /** The same for data: letter for letter, unless somebody looks at it. */
  readonly pourData: (pieces: AsyncIterable<string>) => Promise<void>;
  readonly warn: (text: string) => void;
  /** A person sits at it: questions may be asked. */
  readonly person: boolean;
  readonly paint: Paint;
}

export type Tone = "strong" | "faint" | "good" | "late" | "accent";

/** Colours a text, or leaves it alone where colours are not wanted. */
export type Paint = (tone: Tone, text: string) => string;

const styles = {
  strong: "bold",
  faint: "dim",
  good: "green",
  late: "yellow",
  accent: "cyan",
} as const;

/** Colour on a terminal only, and not with NO_COLOR (no-color.org); FORCE_COLOR wins. */
function coloursFor(isTerminal: boolean, env: Terminal["env"]): Colours {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const plain = !forced && (!isTerminal || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb");
  return plain ? "plain" : "painted";
}

function paintFor(colours: Colours): Paint {
  if (colours === "plain") return (_, text) => text;
  const { styleText } = process.getBuiltinModule("node:util");
  return (tone, text) => styleText(styles[tone], text, { validateStream: false });
}

/** Decided when a text is first painted: most commands paint nothing. */
function paintWhenAsked(env: Terminal["env"]): Paint {
  let paint: Paint | null = null;
  return (tone, text) => {
    paint ??= paintFor(coloursFor(isTerminal(1), env));
    return paint(tone, text);
  };
}

function isTerminal(file: 0 | 1): boolean {
  try {
    // A pipe or a file is told without loading anything.
    if (!fstatSync(file).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule("node:tty").isatty(file);
}

/** As wide as what it goes to; where nobody said how wide that is, such as a pipe, each line stays whole. */
function fitted(text: string, file: 1 | 2): string {
  if (text.length <= fewestColumns) return text;
  const width = knownColumns(file);
  return width === null ? text : fit(text, width);
}

export function processTerminal(): Terminal {
  const { env } = process;
  const shown = (text: string) => harmless(text, () => coloursFor(isTerminal(1), env));
  return {
    cwd: process.cwd(),
    env,
    now: Date.now,
    print: (text) => console.log(shown(fitted(text, 1))),
    verbatim: (text) => console.log(shown(text)),
    json: (text) => console.log(harmlessJson(text)),
    pour: (pieces) => pour(mapped(pieces, shown)),
    pourData: (pieces) => pour(isTerminal(1) ? mapped(pieces, harmlessJson) : pieces),
    warn: (text) => console.error(shown(fitted(text, 2))),
    get person() {
      return isTerminal(0) && isTerminal(1);
    },
    paint: paintWhenAsked(env),
  };
}

async function* mapped(
  pieces: AsyncIterable<string>,
  change: (text: string) => string,
): AsyncGenerator<string> {
  for await (const piece of pieces) yield change(piece);
}

/** A long text is worth the loading of streams, which tell when it has been read. */
async function pour(pieces: AsyncIterable<string>): Promise<void> {
  const { stdout } = process;
  stdout.off("error", endPouring);
  // It stays: what went wrong with the last piece is told after that.
  stdout.on("error", endPouring);
  for await (const text of inBlocks(pieces)) {
    await new Promise<void>((resolve) => stdout.write(text, () => resolve()));
  }
}

function endPouring(error: NodeJS.ErrnoException): never {
  // The reader of a pipe (`study history | head`) may leave early.
  if (error.code === "EPIPE") process.exit(0);
  console.error(`The rest of this can't be written: ${systemReason(error)}.`);
  process.exit(1);
}

/** Fewer, larger pieces: a line is not worth a write. */
export async function* inBlocks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let block = "";
  for await (const piece of pieces) {
    block += piece;
    if (block.length < 65_536) continue;
    yield block;
    block = "";
  }
  if (block !== "") yield block;
}
