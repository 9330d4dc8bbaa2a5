/** The secret that lets programs in: made once for a workspace, readable by its owner alone. */
import { readFileSync } from "node:fs";
import type { Layout } from "../workspace/layout.ts";
import { replaceFile } from "../workspace/replace-file.ts";

export function workspaceToken({ token: path, state }: Pick<Layout, "token" | "state">): string {
  try {
    const stored = readFileSync(path, "utf8").trim();
    if (/^[\w-]{43}$/.test(stored)) return stored;
  } catch {
    // None yet.
  }
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  replaceFile(path, state, `${token}\n`);
  return token;
}
