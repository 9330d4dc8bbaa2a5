/** Runs scoring/score.py over all exercises and reads its rows as they come. */
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
  readonly faults: readonly string[];
  readonly seconds: number;
}

export async function* score(job: {
  readonly python: string;
  readonly harness: string;
  readonly curriculum: string;
  readonly solutions: string;
  readonly vectors: string;
  readonly seeds: number;
}): AsyncGenerator<Row> {
  const { python, harness, curriculum, solutions, vectors, seeds } = job;
  const words = ["--curriculum", curriculum, "--solutions", solutions, "--vectors", vectors];
  const script = join(import.meta.dir, "scoring", "score.py");
  const child = Bun.spawn([python, script, ...words, "--seeds", String(seeds), "--json"], {
    env: { ...process.env, PYTHONPATH: harness, OMP_NUM_THREADS: "1" },
    stderr: "inherit",
  });
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of child.stdout) {
    const lines = (rest + decoder.decode(part, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as Row;
  }
  await child.exited;
}
