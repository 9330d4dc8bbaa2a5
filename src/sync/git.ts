/**
 * A Git repository as the place: a checkout in `.study` that is never merged. What the remote has is taken as it is,
 * what it lacks is put there again, committed and pushed; when somebody else was quicker, all of that is done anew.
 * Entries and versions are sets, so nothing is lost by that and nothing can conflict.
 */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Layout } from "../workspace/layout.ts";
import { makeState } from "../workspace/private.ts";
import { Trouble } from "../workspace/trouble.ts";
import { folderShelf } from "./folder-shelf.ts";
import type { Shelf } from "./shelf.ts";

export interface Checkout {
  readonly shelf: Shelf;
  /** Takes what the remote has, and forgets what was not pushed. */
  readonly refresh: () => Promise<void>;
  /** Commits and pushes; false where somebody else has pushed since the last refresh. */
  readonly publish: () => Promise<boolean>;
}

/** For those who look into the repository themselves: no line end is changed, and lines of two segments add up. */
const attributes = "* -text\n*.jsonl -text merge=union\n";
const allowed = new Set([".gitattributes", "README.md", "LICENSE"]);

export function checkoutPath({ state }: Layout, remote: string): string {
  return join(state, "git", Bun.hash(remote).toString(36));
}

export async function checkoutOf(remote: string, layout: Layout): Promise<Checkout> {
  const path = checkoutPath(layout, remote);
  if (Bun.which("git") === null) throw new Trouble("missing-file", "Git is not installed.");
  if (!existsSync(join(path, ".git"))) {
    makeState(layout);
    rmSync(path, { recursive: true, force: true });
    await must(["init", "--quiet", "--", path], layout.state, remote);
    await must(["remote", "add", "--", "origin", remote], path, remote);
  }
  const refresh = async () => {
    const branch = await branchOf(path, remote);
    if (branch === null) {
      // Nothing was pushed there yet: what lies here of a lost remote goes there again.
      await git(["symbolic-ref", "HEAD", "refs/heads/main"], path);
      await git(["update-ref", "-d", "refs/remotes/origin/main"], path);
      return;
    }
    const tracked = `refs/remotes/origin/${branch}`;
    await must(["fetch", "--quiet", "origin", `+refs/heads/${branch}:${tracked}`], path, remote);
    await must(["symbolic-ref", "HEAD", `refs/heads/${branch}`], path, remote);
    await must(["reset", "--quiet", "--hard", tracked], path, remote);
    await must(["clean", "--quiet", "-d", "--force"], path, remote);
    await requireOwn(path, remote);
  };
  const publish = async () => {
    writeFileSync(join(path, ".gitattributes"), attributes);
    await must(["add", "--all"], path, remote);
    const changed = (await git(["diff", "--cached", "--quiet"], path)).code !== 0;
    if (changed) await must(["commit", "--quiet", "--message", "study sync"], path, remote);
    const head = (await git(["symbolic-ref", "--short", "HEAD"], path)).out.trim();
    if (!changed) {
      const [here, there] = await Promise.all(
        ["HEAD", `refs/remotes/origin/${head}`].map((name) => git(["rev-parse", name], path)),
      );
      if (here?.code === 0 && here.out === there?.out) return true;
    }
    const pushed = await git(["push", "--quiet", "origin", `HEAD:refs/heads/${head}`], path);
    if (pushed.code === 0) return true;
    if (/rejected|fetch first|non-fast-forward|cannot lock ref/i.test(pushed.err)) return false;
    throw trouble(pushed.err, remote);
  };
  await refresh();
  return { shelf: folderShelf(path), refresh, publish };
}

/** The remote's own branch; null for a repository without any commit. */
async function branchOf(path: string, remote: string): Promise<string | null> {
  const heads = await must(["ls-remote", "--symref", "origin"], path, remote);
  const named = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(heads)?.[1];
  if (named !== undefined && heads.includes(`refs/heads/${named}\n`)) return named;
  return /\trefs\/heads\/(\S+)$/m.exec(heads)?.[1] ?? null;
}

/** A repository that holds something else is not filled with segments. */
async function requireOwn(path: string, remote: string): Promise<void> {
  const names = (await must(["ls-tree", "--name-only", "HEAD"], path, remote)).split("\n");
  const strange = names.find((name) => name !== "" && !allowed.has(name) && !isDevice(name));
  if (strange === undefined) return;
  throw new Trouble(
    "another-workspace",
    `${remote} holds other things (${strange}). Make a repository that holds nothing else.`,
  );
}

const isDevice = (name: string) => /^[0-9a-z]{8}$/.test(name);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The person's own settings for keys and proxies hold; nothing of theirs signs, asks or runs hooks here. */
async function git(words: readonly string[], cwd: string): Promise<Ran> {
  const settings = {
    "user.name": "study",
    "user.email": "study@localhost",
    "commit.gpgsign": "false",
    "core.hooksPath": "/dev/null",
    "core.autocrlf": "false",
    "gc.auto": "200",
  };
  const set = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = Bun.spawn(["git", ...set, ...words], {
    cwd,
    env: {
      ...process.env,
      GIT_TERMINAL_PROMPT: "0",
      GIT_ALLOW_PROTOCOL: "file:git:http:https:ssh",
      GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? "ssh -o BatchMode=yes",
      LC_ALL: "C",
    },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, err] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  return { code: await child.exited, out, err };
}

async function must(words: readonly string[], cwd: string, remote: string): Promise<string> {
  const { code, out, err } = await git(words, cwd);
  if (code !== 0) throw trouble(err, remote);
  return out;
}

function trouble(err: string, remote: string): Trouble {
  const lines = err.split("\n").map((line) => line.replace(/^(fatal|error|remote): /, "").trim());
  const said = lines.find((line) => line !== "") ?? "it gave no reason";
  return new Trouble(
    "unwritable",
    `${remote} can't be reached or written. Git says: ${said.replace(/\.?$/, ".")} What you do is kept here and goes there at the next sync.`,
  );
}
