/**
 * What the learner presses, one key at a time. Without a terminal a line stands for a key, so a session can be
 * driven by a pipe: an empty line shows the answer, `1` to `4` grade it, `u` takes back, `q` ends.
 */
import { createInterface } from "node:readline";

/** `enter` for space and enter; letters and digits as they are. */
export type Key = string;

export interface Keys {
  /** Null at the end of the input. */
  readonly next: () => Promise<Key | null>;
  readonly close: () => void;
}

export function openKeys(): Keys {
  return process.stdin.isTTY === true ? rawKeys() : lineKeys();
}

function rawKeys(): Keys {
  const { stdin } = process;
  const waiting: ((key: Key | null) => void)[] = [];
  const early: Key[] = [];
  const take = (chunk: string) => {
    for (const key of keysIn(chunk)) {
      const waiter = waiting.shift();
      if (waiter === undefined) early.push(key);
      else waiter(key);
    }
  };
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  stdin.resume();
  stdin.on("data", take);
  return {
    next: () => {
      const key = early.shift();
      if (key !== undefined) return Promise.resolve(key);
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: () => {
      stdin.off("data", take);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}

/** Raw mode gives control characters instead of signals; those that end a program end the session. */
function keysIn(chunk: string): readonly Key[] {
  // Arrows and function keys come as one sequence and mean nothing here.
  if (chunk.startsWith("\u001b")) return chunk === "\u001b" ? ["q"] : [];
  return [...chunk].map((letter) => {
    if (letter === "\u0003" || letter === "\u0004") return "q";
    return letter === " " || letter === "\r" || letter === "\n" ? "enter" : letter.toLowerCase();
  });
}

function lineKeys(): Keys {
  const reader = createInterface({ input: process.stdin });
  const lines = reader[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { value, done } = await lines.next();
      if (done === true) return null;
      const word = value.trim().toLowerCase();
      return word === "" ? "enter" : word;
    },
    close: () => reader.close(),
  };
}

/** Lines from the terminal up to one that holds a full stop alone: the input stays open for what follows. */
export async function readLines(): Promise<string> {
  const reader = createInterface({ input: process.stdin });
  const lines: string[] = [];
  for await (const line of reader) {
    if (line.trim() === ".") break;
    lines.push(line);
  }
  reader.close();
  return lines.join("\n");
}

/** All of the input, for a text that is piped in. */
export async function readInput(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  return text;
}
