/** The real server over a folder, and requests to it as the page makes them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Subprocess } from "bun";
import { builtProgram } from "../executable.ts";
import { environment, type Folder } from "./folder.ts";

export interface Served {
  readonly child: Subprocess<"ignore", "pipe", "pipe">;
  /** The answer's status and value; null when there was no answer. */
  ask(method: string, path: string, body?: unknown): Promise<Answer | null>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly value: unknown;
}

export const serveWords = (): readonly string[] => [
  builtProgram(),
  "serve",
  "--no-open",
  "--port",
  "0",
];

export async function serve(folder: Folder): Promise<Served> {
  const child = Bun.spawn([...serveWords()], {
    cwd: folder.path,
    env: environment(),
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  return servedBy(child, folder);
}

/** A server that was started otherwise, once it has said its address. */
export async function servedBy(child: Served["child"], folder: Folder): Promise<Served> {
  return {
    child,
    ask: askAt(await addressOf(child), folder),
    async stop() {
      child.kill("SIGTERM");
      await child.exited;
    },
  };
}

/** Asks as a program of the learner's does, with the folder's token. */
export function askAt(origin: string, folder: Folder): Served["ask"] {
  const token = readFileSync(join(folder.path, ".study", "token"), "utf8").trim();
  return async (method, path, body) => {
    try {
      const response = await fetch(new URL(path, origin), {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        keepalive: false,
      });
      return { status: response.status, value: await response.json().catch(() => null) };
    } catch {
      return null;
    }
  };
}

/** Reads what it says, to its end, so that it never waits for a reader. */
async function addressOf(child: Served["child"]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const read = async () => {
    let said = "";
    const decoder = new TextDecoder();
    for await (const chunk of child.stdout) {
      said += decoder.decode(chunk, { stream: true });
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found !== null) resolve(found[0]);
    }
    reject(new Error(`the server said no address: ${said}`));
  };
  void read();
  return promise;
}
