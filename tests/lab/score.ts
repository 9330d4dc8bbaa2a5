/** Runs the scripts of scoring/ over all exercises and reads their rows as they come. */
import { join } from "node:path";

export interface Row {
  readonly exercise: string;
  readonly mistakes: number;
  readonly named: number;
  readonly asked: number;
  readonly alarms: number;
  readonly solutions: readonly string[];
  /** Solutions whose framework is not here, with the reason. */
  readonly skipped: readonly string[];
  readonly starter: string;
  readonly vectors: number;
  /** The largest error of a right solution with inputs of 32 bits, as a share of the tolerance. */
  readonly float32: number;
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** What the scripts run with. */
export interface Lab {
  readonly python: string;
  readonly harness: string;
  readonly curriculum: string;
}

/** Counts of lead.py or pairs.py for one exercise, by their names. */
export type Counts = Readonly<Record<string, number | string>>;

export async function* score(
  job: Lab & { readonly solutions: string; readonly vectors: string; readonly seeds: number },
): AsyncGenerator<Row> {
  const { solutions, vectors, seeds } = job;
  const words = ["--solutions", solutions, "--vectors", vectors, "--seeds", String(seeds)];
  yield* rowsOf<Row>(job, "score.py", words);
}

export async function counts(
  lab: Lab,
  script: "lead.py" | "pairs.py",
  words: readonly string[],
): Promise<readonly Counts[]> {
  return Array.fromAsync(counted(lab, script, words));
}

/** The same, one after the other as they come. */
export function counted(
  lab: Lab,
  script: "lead.py" | "pairs.py",
  words: readonly string[],
): AsyncGenerator<Counts> {
  return rowsOf<Counts>(lab, script, words);
}

export function sum(rows: readonly Counts[], key: string): number {
  return rows.reduce((total, row) => total + Number(row[key] ?? 0), 0);
}

async function* rowsOf<T>(
  { python, harness, curriculum }: Lab,
  script: string,
  words: readonly string[],
): AsyncGenerator<T> {
  const path = join(import.meta.dir, "scoring", script);
  const child = Bun.spawn(
    [python, "-W", "ignore", path, "--curriculum", curriculum, ...words, "--json"],
    { env: { ...process.env, PYTHONPATH: harness, OMP_NUM_THREADS: "1" }, stderr: "inherit" },
  );
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of child.stdout) {
    const lines = (rest + decoder.decode(part, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as T;
  }
  await child.exited;
}
