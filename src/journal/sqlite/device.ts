/**
 * Where a journal's file is: which machine, and which file on its disk. A folder that was copied has another file,
 * so it is another device; one that was moved, or whose disk got another name, has the same.
 */
import { readFileSync, statSync } from "node:fs";

export function whereaboutsOf(path: string): string {
  return `${machine()}:${statSync(path, { bigint: true }).ino}`;
}

function machine(): string {
  for (const file of ["/etc/machine-id", "/var/lib/dbus/machine-id"]) {
    try {
      const id = readFileSync(file, "utf8").trim();
      if (id !== "") return Bun.hash(id).toString(36);
    } catch {
      // Not this kind of system: the host's name is next best.
    }
  }
  return Bun.hash(process.getBuiltinModule("node:os").hostname()).toString(36);
}
