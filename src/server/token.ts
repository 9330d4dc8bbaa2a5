/** The secret that allows writing: made once for a workspace, readable by its owner alone. */
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function workspaceToken(stateFolder: string): string {
  const path = join(stateFolder, "token");
  try {
    const stored = readFileSync(path, "utf8").trim();
    if (/^[\w-]{43}$/.test(stored)) return stored;
  } catch {
    // None yet.
  }
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return token;
}
