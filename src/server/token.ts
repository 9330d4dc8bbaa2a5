/** The secret that lets programs in: made once for a workspace, readable by its owner alone. */
import { readFileSync } from "node:fs";
import type { Layout } from "../workspace/layout.ts";
import { replaceFile } from "../workspace/replace-file.ts";

export function workspaceToken({ token: path, state }: Pick<Layout, "token" | "state">): string {
  return storedToken(path) ?? newToken(path, state);
}

/** Null where none was made, or it was revoked. */
export function storedToken(path: string): string | null {
  try {
    const stored = readFileSync(path, "utf8").trim();
    return /^[\w-]{43}$/.test(stored) ? stored : null;
  } catch {
    return null;
  }
}

export function newToken(path: string, state: string): string {
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  replaceFile(path, state, `${token}\n`);
  return token;
}
