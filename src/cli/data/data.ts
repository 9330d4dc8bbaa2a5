/** `export`, `import`, `backup`, `restore`, `doctor`: the journal as a thing. */

import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import type { Day } from "../../core/time/calendar.ts";
import { leftOutSentence } from "../../core/words/forgotten.ts";
import { inShell } from "../../core/words/in-shell.ts";
import { type InsertReport, type Journal, NotAnEntry } from "../../journal/port.ts";
import { forgottenBeside } from "../../journal/sqlite/forgotten.ts";
import { openSqliteJournal } from "../../journal/sqlite/journal.ts";
import { putInPlace as putJournal } from "../../journal/sqlite/put-in-place.ts";
import { verifyJournal } from "../../journal/sqlite/verify.ts";
import { holdFolder } from "../../workspace/holding.ts";
import { type Lines, takeInJournal } from "../../workspace/import.ts";
import { type Layout, layoutOf } from "../../workspace/layout.ts";
import { newDevice } from "../../workspace/open.ts";
import { makeState } from "../../workspace/private.ts";
import { copyOfJournal } from "../../workspace/read-only.ts";
import { systemReason } from "../../workspace/trouble.ts";
import {
  type CommonOptions,
  inJournal,
  inWorkspace,
  layoutFrom,
  lookFresh,
  Stop,
  sayNewer,
} from "../run.ts";
import { inBlocks, type Terminal } from "../terminal.ts";
import type { ExportOptions } from "./export-form.ts";
import { heldLines, linesOf } from "./lines.ts";
import { writeWhole } from "./write-whole.ts";

/** The file's ending chooses the form; without a file the journal is printed. */
export async function exportFile(
  terminal: Terminal,
  file: string | undefined,
  options: ExportOptions,
): Promise<void> {
  if (options.csv === undefined) {
    if (file === undefined || file === "-" || /\.(?:jsonl|ndjson)$/i.test(file)) {
      await exportJournal(terminal, file, options);
      return;
    }
  }
  const { exportForm } = await import("./export-form.ts");
  await exportForm(terminal, file, options);
}

async function exportJournal(
  terminal: Terminal,
  file: string | undefined,
  options: CommonOptions,
): Promise<void> {
  await inJournal(terminal, options, async ({ journal }) => {
    await sayNewer(terminal, journal);
    if (file === undefined || file === "-") {
      await terminal.pourData(textOf(journal, () => {}));
      return;
    }
    const path = resolve(terminal.cwd, file);
    let count = 0;
    const pieces = textOf(journal, () => {
      count += 1;
    });
    await writeWhole(path, inBlocks(pieces));
    terminal.print(`Wrote ${entriesSaid(count)} to ${file}.`);
  });
}

async function* textOf(journal: Journal, counted: () => void): AsyncGenerator<string> {
  for await (const { text } of journal.lines()) {
    counted();
    yield `${text}\n`;
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
    if (error instanceof Stop) throw error;
    throw unreadable(path, error);
  }
}

/** More than this takes long enough to say so. */
const manyBytes = 4_000_000;

interface ImportOptions extends CommonOptions {
  readonly merge?: boolean;
  readonly dryRun?: boolean;
}

/** A journal as JSON Lines or as a database, or a file of another tool. */
export async function importFile(
  terminal: Terminal,
  file: string,
  options: ImportOptions,
): Promise<void> {
  const path = resolve(terminal.cwd, file);
  if (reading(path, () => statSync(path).isDirectory())) {
    const { notesOfFolder } = await import("./import-notes.ts");
    const { takeFile } = await import("./import-file.ts");
    await inWorkspace(terminal, options, async (workspace) => {
      await lookFresh(terminal, workspace);
      const found = reading(path, () => notesOfFolder(workspace, path, file));
      await takeFile(terminal, workspace, file, found, options);
    });
    return;
  }
  if (isRegular(path) && !isDatabase(path)) {
    if (await importForeign(terminal, file, path, options)) return;
    if (!mayBeJournal(path)) throw new Stop(await sayUnknown(file));
  }
  if (options.dryRun) {
    throw new Stop("A journal is imported whole or not at all; --dry-run can't try it.", 2);
  }
  await importJournal(terminal, file, path, options);
}

/** A journal's lines are objects, and its file is not called .json: that is another tool's. */
function mayBeJournal(path: string): boolean {
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return true;
  const head = reading(path, () => {
    const file = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(256);
      return bytes.toString("latin1", 0, readSync(file, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(file);
    }
  });
  return !/\.json$/i.test(path) && /^(?:\xef\xbb\xbf)?\s*(?:\{|$)/.test(head);
}

async function sayUnknown(file: string): Promise<string> {
  const { readForms } = await import("../../exchange/forms.ts");
  const forms = (await readForms()).map(({ name }) => name).toSorted();
  return `${file} is in no form that study reads. It reads: ${forms.join("; ")}; and a journal (.jsonl, .db). Nothing was imported.`;
}

/** A file that another tool made; a tracker in this document's own form is taken over as the folder's own would be. */
async function importForeign(
  terminal: Terminal,
  file: string,
  path: string,
  options: ImportOptions,
): Promise<boolean> {
  const { bytesOf, takeFile } = await import("./import-file.ts");
  const { formOf, recognize } = await import("../../exchange/take-file.ts");
  const bytes = reading(path, () => bytesOf(path, file));
  const form = await formOf(file, bytes);
  if (form === null) return false;
  await inWorkspace(terminal, options, async (workspace) => {
    const look = await lookFresh(terminal, workspace);
    const { noteOfPaper } = await import("./import-notes.ts");
    const of = { curriculum: workspace.curriculum, today: look.today };
    const read = await recognize(form, { name: file, bytes }, of, () =>
      noteOfPaper(workspace, look, path, file),
    );
    if (read.is === "refused") throw new Stop(`${file} ${read.fault}. Nothing was imported.`);
    if (read.is === "found") await takeFile(terminal, workspace, file, read.found, options);
    else {
      const { adoptTracker } = await import("./import-tracker.ts");
      await adoptTracker(terminal, workspace, { ...read, file }, options);
    }
  });
  return true;
}

async function importJournal(
  terminal: Terminal,
  file: string,
  path: string,
  options: ImportOptions,
): Promise<void> {
  const { size } = reading(path, () => statSync(path));
  const source = reading(path, () => sourceOf(path, file));
  try {
    await inWorkspace(terminal, options, async (workspace) => {
      await lookFresh(terminal, workspace);
      if (size > manyBytes) terminal.warn(`Taking in ${Math.round(size / 1e6)} MB …`);
      const mode = options.merge ? "merge" : "same-workspace";
      const now = terminal.now();
      const taken = await takeInJournal(workspace.journal, source.lines, mode, now).catch(
        (error) => {
          throw error instanceof NotAnEntry && error.line === 1 ? notAJournal(path, error) : error;
        },
      );
      if (taken.is === "another") throw new Stop(sayAnother(file, taken.start));
      await workspace.syncTracker(now);
      terminal.print(
        `Took ${taken.added} new ${taken.added === 1 ? "entry" : "entries"} from ${file}; ${taken.known} ${taken.known === 1 ? "was" : "were"} known.`,
      );
      sayLeftOut(terminal, taken.forgotten);
      if (taken.is === "merged" && taken.added > 0) {
        terminal.print("They are one command: `study undo` takes them back.");
      }
    });
  } finally {
    source.close();
  }
}

/** What begins with no entry is something else than a journal. */
function notAJournal(path: string, error: NotAnEntry): Stop {
  const way = isRegular(path)
    ? "A journal is a file of entries, one a line, as `study export` writes it."
    : "Through a pipe only a journal can come; write what another tool made to a file and import that.";
  return new Stop(`${error.message} ${way}`);
}

function entriesSaid(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}

function sayLeftOut(terminal: Terminal, count: number): void {
  const sentence = leftOutSentence(count);
  if (sentence !== null) terminal.print(sentence);
}

function sayAnother(
  file: string,
  { start, curriculum }: { start: Day | null; curriculum: string },
) {
  const when = start === null ? "" : `, begun on ${start}`;
  return `${file} is of another workspace (curriculum ${curriculum}${when}); nothing was imported. \`study import ${inShell(file)} --merge\` takes in what was done there, without its start and plan, as one command that can be undone.`;
}

interface Source {
  readonly lines: Lines;
  readonly close: () => void;
}

/** The lines of a file that may be walked again: a database by way of a copy, a pipe by way of memory. */
function sourceOf(path: string, file: string): Source {
  const close = () => {};
  if (!statSync(path).isFile()) return { lines: heldLines(readable(path), file), close };
  if (!isDatabase(path)) return { lines: () => readable(path), close };
  const copy = copyOfJournal(path);
  const [fault] = verifyJournal(copy.path);
  if (fault !== undefined) {
    copy.remove();
    throw new Stop(`${file} is not a sound journal: ${fault.message} Nothing was imported.`);
  }
  const journal = openSqliteJournal(copy.path, newDevice());
  const closeBoth = () => {
    journal.close();
    copy.remove();
  };
  return { lines: journal.texts, close: closeBoth };
}

function isRegular(path: string): boolean {
  return reading(path, () => statSync(path).isFile());
}

function isDatabase(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(16);
    readSync(file, head, 0, 16, 0);
    return head.toString("latin1") === "SQLite format 3\0";
  } finally {
    closeSync(file);
  }
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
  await inJournal(terminal, options, async ({ journal }) => {
    if (!existsSync(dirname(path))) throw new Stop(`The folder ${dirname(path)} does not exist.`);
    journal.copyTo(path);
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
  const [fault] = verifyJournal(path);
  if (fault !== undefined) throw new Stop(`${file} is not a sound journal: ${fault.message}`);
  const layout =
    options.dir === undefined
      ? layoutFrom(terminal, options, "perhaps-without")
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
  const fresh = `${layout.journal}.restoring`;
  removeJournal(fresh);
  const { added, forgotten } = await takeBackup(path, fresh, layout).catch((error) => {
    // On a disk that is full it would be in the way of all else.
    removeJournal(fresh);
    throw error;
  });
  const kept = keepJournal(layout, terminal.now());
  putJournal(fresh, layout.journal);
  await inWorkspace(terminal, { dir: layout.folder }, (workspace) =>
    workspace.rewriteTracker(terminal.now()),
  );
  terminal.print(`Restored ${entriesSaid(added)} from ${file}.`);
  sayLeftOut(terminal, forgotten);
  if (kept !== null) terminal.print(`The previous journal is kept as ${kept}.`);
}

/** Makes a journal of a backup's entries, without what was forgotten here or there. */
async function takeBackup(path: string, fresh: string, layout: Layout): Promise<InsertReport> {
  const copy = copyOfJournal(path);
  const opened: { close(): void }[] = [];
  try {
    const source = openSqliteJournal(copy.path, newDevice());
    opened.push(source);
    const target = openSqliteJournal(fresh, newDevice());
    opened.push(target);
    await target.forget([...forgottenBeside(layout.journal), ...(await source.forgotten())]);
    return await target.insert(source.all());
  } finally {
    for (const journal of opened) journal.close();
    copy.remove();
  }
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
  for (const suffix of ["", "-wal", "-shm", ".count", ".forgotten"])
    rmSync(path + suffix, { force: true });
}
