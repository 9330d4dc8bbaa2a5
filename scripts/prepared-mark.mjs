/** What `node_modules` was made of: another lock file, another Bun or another machine makes it anew. */
import { createHash } from "node:crypto";

export function markOf(lock, bun, machine) {
  return `${createHash("sha256").update(lock).digest("hex")}:bun ${bun}:${machine}`;
}
