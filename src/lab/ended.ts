/** The verdict on a check whose Python ended before it gave one. */
import type { Verdict } from "../core/check/check.ts";
import type { Limits } from "./limits.ts";

export type Stopped = "timed-out" | "flooded" | "aborted";

export function ofStop(why: Stopped, loading: boolean, where: string, limits: Limits): Verdict {
  if (why === "flooded") {
    const most = limits.output.toLocaleString("en");
    const sentence = `The code printed more than ${most} characters${where} and was stopped. Print less.`;
    return { kind: "flooded", sentence };
  }
  if (why === "aborted") return { kind: "timed-out", sentence: "The check was stopped." };
  const seconds = (loading ? limits.loading : limits.step) / 1000;
  const what = loading ? "Loading the file" : `The code${where}`;
  const sentence = `${what} took more than ${seconds} s and was stopped. Is there a loop that does not end?`;
  return { kind: "timed-out", sentence };
}

const crashes: ReadonlySet<string> = new Set(["SIGSEGV", "SIGBUS", "SIGILL", "SIGABRT", "SIGFPE"]);

export function ofExit(
  { code, signal }: { code: number | null; signal: NodeJS.Signals | null },
  where: string,
): Verdict {
  if (signal === "SIGKILL") {
    const sentence = `The system ended Python${where}, most likely because memory ran out.`;
    return { kind: "out-of-memory", sentence };
  }
  if (signal !== null) {
    const name = signal === "SIGSEGV" ? "a segmentation fault" : signal;
    const cause = crashes.has(signal) ? " The cause is in compiled code that was called." : "";
    return { kind: "crashed", sentence: `Python crashed${where} (${name}).${cause}` };
  }
  const sentence = `The code ended the process itself${where} (exit code ${code ?? 0}). A check needs a function that returns.`;
  return { kind: "exited", sentence, trace: [] };
}
