/** A program that is met at its writing system calls (at_call.py says how). */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment, type Said } from "./folder.ts";

/** What happens at a call; they are counted from 1. */
export type Fault =
  | { readonly at: number; readonly happens: "kill" }
  | { readonly at: number; readonly happens: "fail"; readonly error: "EIO" | "ENOSPC" | "EDQUOT" }
  /** From this call on, whatever takes room fails. */
  | { readonly at: number; readonly happens: "full" }
  /** Somebody else does something before the call is made. */
  | { readonly at: number; readonly happens: "meanwhile"; readonly shell: string };

export interface Call {
  readonly call: string;
  readonly path: string;
}

export interface Met extends Said {
  /** The calls that the program came to, the last one included that it died at. */
  readonly calls: readonly Call[];
}

export interface Watching {
  readonly folder: string;
  readonly fault?: Fault;
  /** Reading a file of this name is a point too. */
  readonly reads?: string;
  /** Calls count once this file exists. */
  readonly armedBy?: string;
}

const script = join(import.meta.dir, "at_call.py");
const python = process.env.STUDY_TEST_PYTHON ?? "python3";

function options(fault: Fault | undefined): readonly string[] {
  if (fault === undefined) return [];
  const at = String(fault.at);
  switch (fault.happens) {
    case "kill":
      return ["--kill", at];
    case "fail":
      return ["--fail", at, fault.error];
    case "full":
      return ["--full", at];
    case "meanwhile":
      return ["--run", at, fault.shell];
  }
}

/** Starts the program; its end, and what it came to, is told by `met`. */
export function watch(words: readonly string[], { folder, fault, reads, armedBy }: Watching) {
  const aside = mkdtempSync(join(tmpdir(), "study-calls-"));
  const log = join(aside, "calls");
  const child = Bun.spawn(
    [
      python,
      script,
      "--folder",
      folder,
      "--log",
      log,
      ...options(fault),
      ...(reads === undefined ? [] : ["--reads", reads]),
      ...(armedBy === undefined ? [] : ["--from", armedBy]),
      "--",
      ...words,
    ],
    { cwd: folder, env: environment(), stdin: "ignore", stdout: "pipe", stderr: "pipe" },
  );
  const met = async (): Promise<Met> => {
    const [out, err] = await Promise.all([child.stdout.text(), child.stderr.text()]);
    const code = await child.exited;
    if (!existsSync(log)) throw new Error(`the program was not started: ${code} ${err}`);
    const lines = readFileSync(log, "utf8").split("\n").filter(Boolean);
    rmSync(aside, { recursive: true });
    return { code, out, err, calls: lines.map((line) => JSON.parse(line)) };
  };
  return { child, met };
}

export const atCalls = (words: readonly string[], watching: Watching): Promise<Met> =>
  watch(words, watching).met();

/** Why programs can't be met at their calls on this machine; null when they can. */
export const whyNoCalls: string | null = probe();

function probe(): string | null {
  if (process.platform !== "linux")
    return `system calls are watched on Linux, not on ${process.platform}`;
  const folder = mkdtempSync(join(tmpdir(), "study-calls-"));
  try {
    const words = [python, script, "--folder", folder, "--log", join(folder, "log"), "--", "true"];
    const tried = Bun.spawnSync(words, { stdout: "ignore", stderr: "pipe" });
    if (tried.exitCode === 0) return null;
    const said = tried.stderr.toString().trim().split("\n").at(-1);
    return `system calls can't be watched here: ${said || `code ${tried.exitCode}`}`;
  } catch {
    return `there is no ${python} to watch system calls with`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (whyNoCalls !== null) console.warn(`Left out: ${whyNoCalls}.`);
