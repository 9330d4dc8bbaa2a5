/** One check: a child Python with limits, and what it tells. */
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import * as v from "valibot";
import {
  type CheckEvent,
  checkEventSchema,
  type Verdict,
  verdictSchema,
} from "../core/check/check.ts";
import { ofExit, ofStop, type Stopped } from "./ended.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { type BadPython, type PythonSource, sayBadPython } from "./python.ts";

export interface Job {
  /** As a person names the exercise: `attention/multi-head`. */
  readonly name: string;
  readonly python: { readonly path: string; readonly by: PythonSource };
  /** The folder that holds run.py. */
  readonly harness: string;
  /** The folder of the exercise. */
  readonly exercise: string;
  /** The learner's file. */
  readonly file: string;
  readonly seed: number;
  /** The case, from 0, that is repeated alone; all of them where none is named. */
  readonly only?: number | undefined;
  /** Where Python may keep the compiled exercise. */
  readonly cache: string;
  /** A file of the figures of `study compare`, as JSON; a milestone may hold claims to them. */
  readonly figures?: string | undefined;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

/** Printed text that is passed on; the rest only counts. */
const told = 20_000;
/** Characters of results: a hundred times those of the largest check. */
const mostResults = 32_000_000;
/** Tells the child that this process is gone, or wants no more of it. */
const lifeline = 4;
/** Until a supervisor that has not ended by itself is ended. */
const patience = 12_000;
const untold = "\n… and more, which is not shown.\n";

const badPython = v.object({
  event: v.literal("bad-python"),
  why: v.picklist(["old", "no-numpy"]),
  python: v.string(),
  path: v.string(),
  managed: v.boolean(),
});

/** Tells the events of a check; the last is the verdict. Stopping early ends the child. */
export async function* runCheck(job: Job): AsyncGenerator<CheckEvent> {
  const started = performance.now();
  const end = (verdict: Verdict): CheckEvent => ({
    event: "verdict",
    verdict,
    took: Math.round(performance.now() - started),
  });
  if (!isFile(job.file)) {
    const sentence = `${basename(job.file)} is not there yet. \`study code ${job.name}\` writes a starter.`;
    yield end({ kind: "missing-file", sentence });
    return;
  }
  const child = startChild(job);
  try {
    for await (const event of child.events()) {
      if (event.event !== "verdict") yield event;
      else yield end(event.verdict);
    }
  } finally {
    child.kill();
  }
}

interface Child {
  readonly events: () => AsyncGenerator<CheckEvent>;
  readonly kill: () => void;
}

function startChild(job: Job): Child {
  const limits = { ...defaultLimits, ...job.limits };
  const { exercise, file, seed, only, cache, figures } = job;
  const { memory } = limits;
  const words = JSON.stringify({ exercise, file, seed, only, cache, figures, memory });
  const child = spawn(job.python.path, [join(job.harness, "run.py"), words], {
    cwd: join(file, ".."),
    // Results on 3; 4 is the lifeline.
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    env: childEnvironment(),
  });
  let stopped: Stopped | null = null;
  let phase: "starting" | "loading" | "cases" | "laws" = "starting";
  let current = "";
  let printed = 0;
  let tail = "";
  /** What was printed before the harness spoke: a program that is no Python says nothing of use. */
  let early = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let grace: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const queue: CheckEvent[] = [];
  let wake = () => {};
  let ended = false;
  let verdict: Verdict | null = null;
  let bad: BadPython | null = null;
  let labels: readonly string[] = [];

  const killGroup = () => {
    for (const target of [-(child.pid ?? 0), child.pid ?? 0]) {
      if (target === 0 || (target > 0 && child.exitCode !== null)) continue;
      try {
        process.kill(target, "SIGKILL");
      } catch {
        // Gone already.
      }
    }
  };
  /** Whoever lets go of the lifeline has the supervisor end all that the code started (`python/supervise.py`). */
  const kill = () => {
    clearTimeout(timer);
    child.stdio[lifeline]?.destroy();
    // Before the learner's code runs there is nothing to look for, and perhaps no supervisor.
    if (phase === "starting") killGroup();
    else if (!gone) grace ??= setTimeout(killGroup, patience);
  };
  const stop = (why: Stopped) => {
    stopped ??= why;
    kill();
  };
  const arm = () => {
    clearTimeout(timer);
    const time = phase === "starting" || phase === "loading" ? limits.loading : limits.step;
    timer = setTimeout(() => stop("timed-out"), time);
  };
  const push = (event: CheckEvent) => {
    queue.push(event);
    wake();
  };
  const hear = (line: string) => {
    if (line === "") return;
    const raw = parsed(line);
    const asBad = v.safeParse(badPython, raw);
    if (asBad.success) {
      bad = asBad.output;
      return;
    }
    if (isVerdict(raw)) {
      const read = v.safeParse(verdictSchema, raw);
      verdict ??= read.success
        ? read.output
        : { kind: "bad-exercise", sentence: "The harness gave an unknown verdict.", trace: [] };
      clearTimeout(timer);
      return;
    }
    const read = v.safeParse(checkEventSchema, raw);
    if (!read.success) return;
    const event = read.output;
    if (event.event === "loading") {
      phase = "loading";
      if (early !== "") queue.push({ event: "printed", text: early });
    }
    if (event.event === "cases") ({ labels } = event);
    if (event.event === "case-started") {
      phase = "cases";
      current = labels[event.at] ?? "";
    }
    if (event.event === "laws-started") phase = "laws";
    arm();
    push(event);
  };
  const listen = (text: string) => {
    const more = printed <= told && printed + text.length > told ? untold : "";
    const shown = printed < told ? text.slice(0, told - printed) + more : more;
    if (phase === "starting") early += shown;
    else if (shown !== "") push({ event: "printed", text: shown });
    printed += text.length;
    tail = (tail + text).slice(-2000);
    if (printed > limits.output) stop("flooded");
  };
  for (const out of [child.stdout, child.stderr]) {
    out?.setEncoding("utf8").on("data", listen).on("error", ignore);
  }
  const results = child.stdio[3] as Readable | null | undefined;
  // There are no pipes to a program that can't be started.
  // The end of the process can be told before the last of its results has been read.
  const heard = results ? readLines(results, hear, () => stop("flooded")) : Promise.resolve();
  job.signal?.addEventListener("abort", () => stop("aborted"), { once: true });
  arm();

  let failed: Error | null = null;
  const closed = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    child.on("error", (error) => {
      failed = error;
      done({ code: null, signal: null });
    });
    // A process that the code started and left behind would hold the pipes open.
    child.on("exit", () => {
      gone = true;
      clearTimeout(timer);
      clearTimeout(grace);
      killGroup();
      setTimeout(() => {
        for (const pipe of child.stdio) pipe?.destroy();
      }, 500).unref();
    });
    child.on("close", (code, signal) => done({ code, signal }));
  }).then(async (exit) => {
    if (failed === null) await heard;
    clearTimeout(timer);
    verdict ??= ofEnd();
    ended = true;
    wake();
    return exit;

    function ofEnd(): Verdict {
      if (bad !== null) {
        return { kind: "bad-python", sentence: sayBadPython(bad, job.python.by) };
      }
      if (failed !== null) {
        const code = "code" in failed ? ` (${failed.code})` : "";
        const sentence = `${job.python.path} can't be started${code}. Is it a Python?`;
        return { kind: "bad-python", sentence };
      }
      const at = current === "" || phase !== "cases" ? "" : ` in the case “${current}”`;
      const where = phase === "laws" ? " in the laws" : at;
      if (stopped !== null)
        return ofStop(stopped, phase === "starting" || phase === "loading", where, limits);
      if (phase === "starting") {
        const last = tail.trim().split("\n").at(-1) ?? "";
        // What a program that is no Python says of our words would only puzzle.
        const ours = last === "" || last.includes(words) || last.includes("run.py");
        const why = ours ? ". Is it a Python?" : `: ${last}`;
        return { kind: "bad-python", sentence: `${job.python.path} did not start${why}` };
      }
      return ofExit(exit, where);
    }
  });
  void closed;

  return {
    kill,
    async *events() {
      for (;;) {
        const event = queue.shift();
        if (event !== undefined) yield event;
        else if (ended) break;
        else {
          await new Promise<void>((done) => {
            wake = done;
          });
        }
      }
      if (verdict !== null) yield { event: "verdict", verdict, took: 0 };
    },
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isVerdict(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && "event" in raw && raw.event === "verdict";
}

/** Fulfilled when the stream has come to its end, or was closed. */
function readLines(
  stream: Readable,
  hear: (line: string) => void,
  flooded: () => void,
): Promise<void> {
  let rest = "";
  let read = 0;
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    read += text.length;
    if (read > mostResults) {
      flooded();
      stream.destroy();
      return;
    }
    // A long line comes in many pieces: only its end is looked for.
    if (!text.includes("\n")) {
      rest += text;
      return;
    }
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  });
  stream.on("error", ignore);
  return new Promise((done) => {
    stream.on("end", done);
    stream.on("close", done);
  });
}

/** What a line of results says; null for one that the code wrote between them. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function ignore(): void {
  // A pipe of a process that was ended breaks; its end is told elsewhere.
}

function childEnvironment(): NodeJS.ProcessEnv {
  return {
    // Small arrays gain nothing from many threads, and each takes memory at the start.
    OMP_NUM_THREADS: "1",
    OPENBLAS_NUM_THREADS: "1",
    ...process.env,
    PYTHONIOENCODING: "utf-8",
    PYTHONUNBUFFERED: "1",
  };
}
