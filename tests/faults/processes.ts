/** Folders and writers for the fault tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeviceId } from "../../src/core/time/clock.ts";
import { openSqliteJournal } from "../../src/journal/sqlite/journal.ts";

export const device = (name: string) => name.padEnd(8, "0") as DeviceId;

export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "study-fault-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writer(path: string, name: string, count: number, weight = 10, shell?: string) {
  const words = [
    process.execPath,
    join(import.meta.dir, "writer.ts"),
    path,
    device(name),
    String(count),
    String(weight),
  ];
  return Bun.spawn(
    shell === undefined ? words : ["sh", "-c", `${shell}; exec "$@"`, "sh", ...words],
    {
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
    },
  );
}

/** The ids that a writer printed; a line cut short by its death does not count. */
export async function acknowledged(child: ReturnType<typeof writer>): Promise<readonly string[]> {
  const text = await child.stdout.text();
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return whole.split("\n").filter((line) => line !== "" && !line.startsWith("!"));
}

export async function idsIn(path: string): Promise<readonly string[]> {
  const journal = openSqliteJournal(path, device("reader"));
  const ids: string[] = [];
  for await (const { id } of journal.lines()) ids.push(id);
  journal.close();
  return ids;
}
