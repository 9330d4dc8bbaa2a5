/** Timing whole processes and functions, as medians of interleaved runs. */

export interface Contender {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

/** Median milliseconds by name. The contenders take turns, so that a busy moment hits them all. */
export async function race(
  contenders: readonly Contender[],
  runs: number,
): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (const { run } of contenders) await run();
  for (let turn = 0; turn < runs; turn += 1) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      await run();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs a program to its end and throws when it fails. */
export function spawn(
  words: readonly string[],
  env: Record<string, string> = {},
  cwd?: string,
): void {
  const { exitCode, stderr } = Bun.spawnSync([...words], {
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdin: "ignore",
    stdout: "ignore",
    stderr: "pipe",
  });
  if (exitCode !== 0) throw new Error(`${words.join(" ")}: ${exitCode}\n${stderr}`);
}

export function row(name: string, value: string, note = ""): void {
  console.log(`${name.padEnd(44)}${value.padStart(14)}  ${note}`);
}

export function milliseconds(value: number | undefined): string {
  return value === undefined ? "–" : `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

export function ratio(ours: number | undefined, theirs: number | undefined): string {
  return ours === undefined || theirs === undefined ? "–" : `${(ours / theirs).toFixed(2)} ×`;
}
