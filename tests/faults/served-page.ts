/** A real `study serve`, and asking it as a program does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { program } from "../cli/study.ts";

export interface ServeProcess {
  readonly url: string;
  readonly process: number;
  /** The printed address, with its ticket. */
  readonly printed: string;
  /** Asks with the token that the folder has now. */
  readonly getIn: () => void;
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
  readonly put: (path: string, body: unknown) => Promise<Response>;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Ends it; what it said beside. */
  readonly warned: () => Promise<string>;
}

/** Serves `folder` on a port that is free. */
export async function serve(folder: string, ...words: readonly string[]): Promise<ServeProcess> {
  const child = program(["serve", "--dir", folder, "--port", "0", "--no-open", ...words], folder);
  const reader = child.stdout.getReader();
  let said = "";
  while (!/Page: .*\n/.test(said)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`It did not serve: ${said}${await child.stderr.text()}`);
    said += new TextDecoder().decode(value);
  }
  reader.releaseLock();
  const printed = /Page: +(\S+)/.exec(said)?.[1] ?? "";
  const { origin } = new URL(printed);
  const tokenNow = () => readFileSync(join(folder, ".study", "token"), "utf8").trim();
  // The folder may be gone later on.
  let token = tokenNow();
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(origin + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    await child.exited;
  };
  return {
    url: `${origin}/`,
    process: child.pid,
    printed,
    getIn: () => {
      token = tokenNow();
    },
    get: (path) => ask("GET", path),
    post: (path, body) => ask("POST", path, body),
    put: (path, body) => ask("PUT", path, body),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    warned: async () => {
      await end("SIGTERM");
      return child.stderr.text();
    },
  };
}

export const tick = (paper: string) => ({
  commands: [{ do: "mark-paper", paper, aspect: "read", done: true }],
});
