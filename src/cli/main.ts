/** The program: reads the command line, runs one command, turns failures into a sentence and an exit code. */
import { CommanderError } from "commander";
import { version } from "../../package.json";
import { JournalCollision, JournalUnavailable, NotAnEntry } from "../journal/port.ts";
import { Trouble } from "../workspace/trouble.ts";
import { buildProgram } from "./program.ts";
import { Stop } from "./run.ts";
import { processTerminal } from "./terminal.ts";

async function main(words: readonly string[]): Promise<number> {
  standWherePersonDoes();
  const terminal = processTerminal();
  try {
    const line = withCommand(words);
    const program = buildProgram(terminal, version, line[0]);
    await program.parseAsync([...line], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Stop) {
      terminal.warn(error.message);
      return error.exitCode;
    }
    if (isExpected(error)) {
      terminal.warn(error.message);
      return 1;
    }
    // A bug: its stack, which may hold words from a file.
    terminal.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 70;
  }
}

/** `npm run study` runs in the checkout, wherever in it the person stands; paths and workspaces are meant from there. */
function standWherePersonDoes(): void {
  const { INIT_CWD: from, npm_lifecycle_event: script } = process.env;
  if (script !== "study" || from === undefined) return;
  try {
    process.chdir(from);
  } catch {
    // The folder is gone; the checkout is as good a place as any.
  }
}

/** The words with their command in front: `--dir` may come before it, and no command means `status`. */
function withCommand(words: readonly string[]): readonly string[] {
  const [first, second, ...rest] = words;
  if (first === "--dir" && second !== undefined) return [...withCommand(rest), first, second];
  if (first?.startsWith("--dir=")) return [...withCommand(words.slice(1)), first];
  const bare = first === undefined || (first.startsWith("-") && !isRootOption(first));
  return bare ? ["status", ...words] : words;
}

function isRootOption(word: string): boolean {
  return ["-h", "--help", "-V", "--version"].includes(word);
}

/** Failures that carry a sentence for the learner; everything else is a bug and shows its stack. */
function isExpected(error: unknown): error is Error {
  return (
    error instanceof Trouble ||
    error instanceof JournalUnavailable ||
    error instanceof JournalCollision ||
    error instanceof NotAnEntry ||
    (error instanceof Error && error.name === "ServerUnavailable")
  );
}

process.exitCode = await main(process.argv.slice(2));
