/**
 * What takes long to make and follows from files alone (a parsed curriculum, the built page): kept in a file of its own
 * until one of those files changes.
 */
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "./replace-file.ts";

/** Where a checkout keeps what every workspace needs alike: beside its packages, which are not part of it either. */
export function keptInCheckout(name: string): string {
  return join(import.meta.dir, "..", "..", "node_modules", ".cache", "study", name);
}

export async function kept<T>(file: string, key: string, make: () => Promise<T>): Promise<T> {
  try {
    const stored = JSON.parse(readFileSync(file, "utf8"));
    if (stored.key === key) return stored.value;
  } catch {
    // None yet, or one that is damaged: made anew below.
  }
  const value = await make();
  try {
    mkdirSync(dirname(file), { recursive: true });
    replaceFile(file, dirname(file), JSON.stringify({ key, value }));
  } catch {
    // Where nothing can be written, it is made anew each time.
  }
  return value;
}

/** Names, sizes and times of all files under `folders` whose names are `wanted`: what a change can't leave alike. */
export function fingerprint(
  folders: readonly string[],
  wanted: RegExp,
  ...more: readonly string[]
): string {
  const parts: string[] = [...more];
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) walk(child);
      else if (wanted.test(entry.name)) {
        const { mtimeMs, size } = statSync(child);
        parts.push(`${child}:${mtimeMs}:${size}`);
      }
    }
  };
  for (const folder of folders) {
    parts.push(folder);
    walk(folder);
  }
  return Bun.hash(parts.join("\n")).toString(36);
}
