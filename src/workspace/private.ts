/** The folder `.study` holds all that the learner ever did: nobody else on this machine may look into it. */
import { chmodSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Layout } from "./layout.ts";

export function makeState({ folder, state }: Layout): void {
  mkdirSync(folder, { recursive: true });
  mkdirSync(state, { recursive: true, mode: 0o700 });
}

/** Once for a workspace of version 0.1, which left the folder open. */
export function closeState({ state }: Layout): void {
  if (process.platform === "win32") return;
  try {
    if ((statSync(state).mode & 0o077) === 0) return;
    chmodSync(state, 0o700);
    for (const entry of readdirSync(state, { withFileTypes: true })) {
      if (entry.isFile()) chmodSync(join(state, entry.name), 0o600);
      if (entry.isDirectory()) chmodSync(join(state, entry.name), 0o700);
    }
  } catch {
    // Somebody else's folder, or a disk without rights: it is read as it is.
  }
}
