/** `export`, `import`, `backup`, `restore`, `doctor`: the journal as a thing. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { asSentence, describeAll } from "../../core/words/describe.ts";
import { type Journal, JournalUnavailable } from "../../journal/port.ts";
import { holdFolder } from "../../workspace/holding.ts";
import { type Layout, layoutOf } from "../../workspace/layout.ts";
import { makeState } from "../../workspace/private.ts";
import { systemReason } from "../../workspace/trouble.ts";
import { type CommonOptions, inWorkspace, layoutFrom, lookFresh, Stop } from "../run.ts";
import { inBlocks, type Terminal } from "../terminal.ts";
import { linesOf } from "./lines.ts";

export async function exportJournal(
  terminal: Terminal,
  file: string | undefined,
  options: CommonOptions,
): Promise<void> {
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    const { journal } = workspace;
    if (file === undefined || file === "-") {
      await terminal.pour(textOf(journal, () => {}));
      return;
    }
    const path = resolve(terminal.cwd, file);
    let count = 0;
    const pieces = textOf(journal, () => {
      count += 1;
    });
    await writeWhole(path, pieces);
    terminal.print(`Wrote ${count} entries to ${file}.`);
  });
}

async function* textOf(journal: Journal, counted: () => void): AsyncGenerator<string> {
  for await (const { text } of journal.lines()) {
    counted();
    yield `${text}\n`;
  }
}

/** Writes a file of any size: it is there whole or not at all. */
async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    const out = openSync(part, "w");
    try {
      for await (const text of inBlocks(pieces)) writeFileSync(out, text);
    } finally {
      closeSync(out);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof JournalUnavailable) throw error;
    const missing = !existsSync(dirname(path))
      ? `the folder ${dirname(path)} does not exist`
      : null;
    throw new Stop(`${path} can't be written: ${missing ?? systemReason(error)}.`);
  }
}

function unreadable(path: string, error: unknown): Stop {
  const why = error instanceof TypeError ? "it is not UTF-8 text" : systemReason(error);
  return new Stop(`${path} can't be read: ${why}.`);
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** More than this takes long enough to say so. */
const manyBytes = 4_000_000;

/** A journal as JSON Lines, or a tracker in the document's form that someone filled in by hand. */
export async function importFile(
  terminal: Terminal,
  file: string,
  options: CommonOptions,
): Promise<void> {
  const path = resolve(terminal.cwd, file);
  if (/\.(md|markdown|txt)$/i.test(file)) await importTracker(terminal, file, path, options);
  else await importJournal(terminal, file, path, options);
}

async function importTracker(
  terminal: Terminal,
  file: string,
  path: string,
  options: CommonOptions,
): Promise<void> {
  const text = reading(path, () =>
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path)),
  );
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    const now = terminal.now();
    if (!/^#+ /m.test(text)) {
      throw new Stop(`${file} is no tracker: it has none of the headings that one has.`);
    }
    const { entries, problems } = await workspace.adopt(text, now);
    const look = await workspace.look(now);
    for (const line of describeAll(entries, { ...workspace, ...look })) {
      terminal.print(asSentence(line));
    }
    for (const { line, column, message } of problems) {
      terminal.warn(`${file}:${line}:${column}: ${message}`);
    }
    terminal.print(
      entries.length === 0
        ? "Nothing in it that the journal does not have."
        : `Took ${entries.length} ${entries.length === 1 ? "entry" : "entries"} from ${file}.`,
    );
  });
}

async function importJournal(
  terminal: Terminal,
  file: string,
  path: string,
  options: CommonOptions,
): Promise<void> {
  const { size } = reading(path, () => statSync(path));
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    if (size > manyBytes) terminal.warn(`Taking in ${Math.round(size / 1e6)} MB …`);
    const { added, known } = await workspace.journal.insert(readable(path));
    await workspace.syncTracker(terminal.now());
    terminal.print(`Took ${added} new entries from ${file}; ${known} were known.`);
  });
}

/** The lines of a file; what keeps it from being read is said in words. */
function* readable(path: string): Generator<string> {
  const lines = linesOf(path);
  for (;;) {
    const next = reading(path, () => lines.next());
    if (next.done) return;
    yield next.value;
  }
}

export async function backup(
  terminal: Terminal,
  file: string,
  options: CommonOptions,
): Promise<void> {
  const path = resolve(terminal.cwd, file);
  if (existsSync(path)) throw new Stop(`${file} exists already; name a new file.`);
  await inWorkspace(terminal, options, async (workspace) => {
    await lookFresh(terminal, workspace);
    if (!existsSync(dirname(path))) throw new Stop(`The folder ${dirname(path)} does not exist.`);
    workspace.journal.copyTo(path);
    terminal.print(`Wrote the journal to ${file} (${Math.ceil(statSync(path).size / 1024)} kB).`);
  });
}

/**
 * Puts a backup in place of the journal. The entries go into a fresh journal with a device id of its own, so
 * that ids given out after the backup was made are not given twice. What was there is kept beside it.
 */
export async function restore(
  terminal: Terminal,
  file: string,
  options: CommonOptions,
): Promise<void> {
  const path = resolve(terminal.cwd, file);
  if (!existsSync(path)) throw new Stop(`${file} does not exist.`);
  const { verifyJournal } = await import("../../journal/sqlite/verify.ts");
  const [fault] = verifyJournal(path);
  if (fault !== undefined) throw new Stop(`${file} is not a sound journal: ${fault.message}`);
  const layout =
    options.dir === undefined
      ? layoutFrom(terminal, options)
      : layoutOf(resolve(terminal.cwd, options.dir));
  makeState(layout);
  const hold = holdFolder(layout, { process: process.pid, address: null, since: terminal.now() });
  try {
    await putInPlace(terminal, path, file, layout);
  } finally {
    hold.release();
  }
}

/** The journal's file is another one from here on, so nobody may serve the folder meanwhile. */
async function putInPlace(
  terminal: Terminal,
  path: string,
  file: string,
  layout: Layout,
): Promise<void> {
  const { openSqliteJournal } = await import("../../journal/sqlite/journal.ts");
  const { newDevice } = await import("../../workspace/open.ts");

  const fresh = `${layout.journal}.restoring`;
  removeJournal(fresh);
  const source = openSqliteJournal(path, newDevice());
  const target = openSqliteJournal(fresh, newDevice());
  const { added } = await target.insert(source.texts());
  source.close();
  target.close();

  const kept = keepJournal(layout, terminal.now());
  renameSync(fresh, layout.journal);
  await inWorkspace(terminal, { dir: layout.folder }, (workspace) =>
    workspace.rewriteTracker(terminal.now()),
  );
  terminal.print(`Restored ${added} entries from ${file}.`);
  if (kept !== null) terminal.print(`The journal before is kept as ${kept}.`);
}

/** Moves a journal and its tracker file aside; null when there was none. */
function keepJournal(layout: Layout, now: number): string | null {
  if (!existsSync(layout.journal)) return null;
  const mark = `before-restore-${new Date(now).toISOString().replaceAll(/[:.]/g, "-")}`;
  for (const suffix of ["-wal", "-shm", ""]) {
    if (existsSync(layout.journal + suffix)) {
      renameSync(layout.journal + suffix, `${layout.journal}.${mark}${suffix}`);
    }
  }
  if (existsSync(layout.tracker)) copyFileSync(layout.tracker, `${layout.tracker}.${mark}`);
  return `${layout.journal}.${mark}`;
}

function removeJournal(path: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
}
