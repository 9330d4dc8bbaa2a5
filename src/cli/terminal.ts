/** What a command sees of the world around it. */
import { styleText } from "node:util";

export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly print: (text: string) => void;
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
function paintFor(isTerminal: boolean, env: Terminal["env"]): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "0";
  const plain = !forced && (!isTerminal || (env.NO_COLOR ?? "") !== "" || env.TERM === "dumb");
  if (plain) return (_, text) => text;
  return (tone, text) => styleText(styles[tone], text, { validateStream: false });
}

export function processTerminal(): Terminal {
  const { env, stdout, stdin } = process;
  return {
    cwd: process.cwd(),
    env,
    now: Date.now,
    print: (text) => stdout.write(`${text}\n`),
    warn: (text) => process.stderr.write(`${text}\n`),
    person: stdin.isTTY === true && stdout.isTTY === true,
    paint: paintFor(stdout.isTTY === true, env),
  };
}
