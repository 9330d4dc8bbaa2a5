/** A learner's folder with the shipped program in it, and what the program has recorded there. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtProgram } from "../executable.ts";
import { noonZone } from "../noon.ts";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What an entry says, without the marks of when and where it was made. */
export type Recorded = { readonly [key: string]: unknown };

export interface Folder {
  readonly path: string;
  readonly tracker: string;
  text(): string;
  save(text: string): void;
  /** The learner's change of the text: it must change something. */
  edit(change: (text: string) => string): void;
  study(...words: readonly string[]): Promise<Said>;
  ok(...words: readonly string[]): Promise<string>;
  json<T>(...words: readonly string[]): Promise<T>;
  /** Everything that was recorded, oldest first. */
  records(): Promise<readonly Recorded[]>;
  copy(): Folder;
  remove(): void;
}

export function environment(): { readonly [name: string]: string | undefined } {
  const { STUDY_DIR: _, FORCE_COLOR: __, EDITOR: ___, VISUAL: ____, ...env } = process.env;
  return { ...env, TZ: noonZone };
}

export function folderAt(path: string): Folder {
  const tracker = join(path, "TRACKER.md");
  const text = () => readFileSync(tracker, "utf8");
  const study = async (...words: readonly string[]): Promise<Said> => {
    const child = Bun.spawn([builtProgram(), ...words], {
      cwd: path,
      env: environment(),
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
      // Whatever hangs ends, and is seen by its code.
      timeout: 30_000,
      killSignal: "SIGKILL",
    });
    const [out, err] = await Promise.all([child.stdout.text(), child.stderr.text()]);
    return { code: await child.exited, out, err };
  };
  const ok = async (...words: readonly string[]) => {
    const { code, out, err } = await study(...words);
    if (code !== 0) throw new Error(`study ${words.join(" ")}: ${code}\n${out}${err}`);
    return out;
  };
  return {
    path,
    tracker,
    text,
    save: (next) => writeFileSync(tracker, next),
    edit(change) {
      const before = text();
      const after = change(before);
      if (after === before) throw new Error("the edit changes nothing");
      writeFileSync(tracker, after);
    },
    study,
    ok,
    json: async (...words) => JSON.parse(await ok(...words, "--json")),
    records: async () => recordsOf(await ok("export")),
    copy: () => {
      const to = mkdtempSync(join(tmpdir(), "study-fault-"));
      cpSync(path, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
      return folderAt(to);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A new workspace, after some commands. */
export async function newFolder(...commands: readonly (readonly string[])[]): Promise<Folder> {
  const folder = folderAt(mkdtempSync(join(tmpdir(), "study-fault-")));
  await folder.ok("init", "--yes", "--start", "2026-11-16");
  for (const words of commands) await folder.ok(...words);
  return folder;
}

/** Gives a folder to `work` and removes it afterwards. */
export async function within<T>(folder: Folder, work: (folder: Folder) => Promise<T>): Promise<T> {
  try {
    return await work(folder);
  } finally {
    folder.remove();
  }
}

function recordsOf(lines: string): readonly Recorded[] {
  const entries: readonly Recorded[] = lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  const places = new Map(entries.map(({ id }, index) => [id, `entry ${index + 1}`]));
  return entries.map(({ v: _, id: __, command: ___, at: ____, ...said }) =>
    Object.fromEntries(
      Object.entries(said)
        // A session's moment, not a plan's day.
        .filter(([key, value]) => key !== "start" || typeof value !== "number")
        .map(([key, value]) => [key, places.get(value) ?? value]),
    ),
  );
}

/** A tracker's text without what differs between two runs: the base mark and the day of the run. */
export function withoutMarks(text: string): string {
  return text
    .replace(/ *<!--[\s\S]*?-->/g, "")
    .replace(/(\*\*(?:Last Updated|Next Review)\*\*: ).*/g, "$1a day");
}
