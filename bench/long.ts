/** Journals of a thousand and of a million entries of all kinds: time and memory of what reads them. */
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMaterial } from "../src/curriculum/folder.ts";
import { fill, longLife } from "./long-journal.ts";
import { milliseconds, race, ratio, row, spawn } from "./measure.ts";

const sizes = [1_000, 1_000_000] as const;

export async function longJournals(executable: string, root: string, folder: string) {
  console.log("\nJournals of a thousand and of a million entries of all kinds");
  const read = await readMaterial(join(root, "curricula", "llm"));
  if (!read.ok) throw new Error("the shipped curriculum is broken");
  const until = Date.now() - 86_400_000;
  const [small, large] = sizes.map((size) => {
    const path = mkdtempSync(join(folder, `long-${size}-`));
    spawn([executable, "init", path, "--yes"]);
    fill(join(path, ".study", "journal.db"), longLife(size, until, read.material));
    // The first look makes the snapshot.
    spawn([executable, "status"], {}, path);
    return path;
  });
  if (small === undefined || large === undefined) throw new Error("there are two sizes");
  for (const words of [["status"], ["log", "5m", "bert"], ["history"]]) {
    const times = await race(
      [
        { name: "small", run: () => spawn([executable, ...words], {}, small) },
        { name: "large", run: () => spawn([executable, ...words], {}, large) },
      ],
      15,
    );
    const [ours, base] = [times.get("large"), times.get("small")];
    row(`study ${words.join(" ")}`, ratio(ours, base), `${milliseconds(ours)}; aim 2`);
  }
  const fresh = mkdtempSync(join(folder, "long-fresh-"));
  spawn([executable, "init", fresh, "--yes"]);
  const exported = join(folder, "long.jsonl");
  for (const [words, cwd] of [
    [["history", "--all"], large],
    [["export", exported], large],
    [["doctor"], large],
    [["import", exported], fresh],
  ] as const) {
    const { megabytes, seconds } = await memoryOf([executable, ...words], cwd);
    const name = words.map((word) => (word === exported ? "FILE" : word)).join(" ");
    row(`study ${name}`, `${megabytes} MB`, `${seconds.toFixed(1)} s; aim 150 MB`);
  }
}

/** The most memory that a program held, by the kernel's own account of it: the parent's is not in that. */
async function memoryOf(words: readonly string[], cwd: string) {
  const start = performance.now();
  const child = Bun.spawn([...words], { cwd, stdout: "ignore", stderr: "ignore" });
  let most = 0;
  while (child.exitCode === null) {
    most = Math.max(most, highWater(child.pid));
    await Bun.sleep(5);
  }
  if (child.exitCode !== 0) throw new Error(`${words.join(" ")}: ${child.exitCode}`);
  const seconds = (performance.now() - start) / 1000;
  return { megabytes: Math.round(most / 1000), seconds };
}

/** In kilobytes; 0 for a process that has ended. Linux tells it, other systems don't. */
function highWater(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
