/** The real program in a real process, in a folder of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtProgram } from "../executable.ts";
import { noonZone } from "../noon.ts";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  study(...words: readonly string[]): Promise<Said>;
  /** With `input` piped in. */
  fed(input: string, ...words: readonly string[]): Promise<Said>;
  /** For commands that must succeed: what they print. */
  ok(...words: readonly string[]): Promise<string>;
  /** For commands that must fail in words: their sentence. */
  refused(...words: readonly string[]): Promise<string>;
  json<T>(...words: readonly string[]): Promise<T>;
  remove(): void;
}

export function program(
  words: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
  input?: string,
) {
  return Bun.spawn([builtProgram(), ...words], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdin: input === undefined ? "ignore" : new Blob([input]),
    stdout: "pipe",
    stderr: "pipe",
  });
}

function cleanEnvironment(): Record<string, string | undefined> {
  const { STUDY_DIR: _, FORCE_COLOR: __, EDITOR: ___, VISUAL: ____, ...env } = process.env;
  return { ...env, TZ: noonZone };
}

export function emptyFolder(env: Record<string, string> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), "study-"));
  const run = async (words: readonly string[], input?: string): Promise<Said> => {
    const child = program(words, path, env, input);
    const [out, err] = await Promise.all([child.stdout.text(), child.stderr.text()]);
    return { code: await child.exited, out, err };
  };
  const study = (...words: readonly string[]) => run(words);
  const ok = async (...words: readonly string[]) => {
    const said = await study(...words);
    if (said.code !== 0)
      throw new Error(`study ${words.join(" ")}: ${said.code}\n${said.out}${said.err}`);
    return said.out;
  };
  return {
    path,
    study,
    fed: (input, ...words) => run(words, input),
    ok,
    async refused(...words) {
      const { code, err } = await study(...words);
      if (code === 0) throw new Error(`study ${words.join(" ")} was not refused`);
      if (/^\s+at /m.test(err)) throw new Error(`study ${words.join(" ")} showed a stack:\n${err}`);
      return err.trim();
    },
    json: async (...words) => JSON.parse(await ok(...words, "--json")),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A folder with a fresh workspace in it. */
export async function workspace(...options: readonly string[]): Promise<Folder> {
  const folder = emptyFolder();
  await folder.ok("init", "--yes", ...options);
  return folder;
}
