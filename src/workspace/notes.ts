/** The learner's notes: `notes/<paper>.md`, plain files that any editor may change at any time. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownOf } from "../core/content/bare.ts";
import type { Curriculum, PaperId } from "../core/content/curriculum.ts";
import {
  markOf,
  type Note,
  type NoteChange,
  type SavedNote,
  type VersionCause,
} from "../core/content/note.ts";
import { noteTemplateFor } from "../core/content/note-template.ts";
import type { Millis } from "../core/time/calendar.ts";
import { mergeLines, mergeMarks } from "../core/words/merge-marks.ts";
import type { Layout } from "./layout.ts";
import type { Merged } from "./merge.ts";
import {
  danglingSentence,
  danglingTarget,
  inFormOf,
  isTooLong,
  type NoteFile,
  noteIn,
  noteLimit,
  readNoteFile,
  withLineFeeds,
} from "./note-file.ts";
import { makeFolder, replaceFile, replaceFileIf } from "./replace-file.ts";
import { systemReason, Trouble } from "./trouble.ts";
import {
  keepVersions,
  keepVersionsOf,
  lastVersions,
  type State,
  versionsOf,
  versionText,
} from "./versions.ts";

export function notePath(layout: Layout, paper: PaperId): string {
  return join(layout.notes, `${paper}.md`);
}

/** Whether there is, or was, a note of that name. */
export function isNote(layout: Layout, paper: PaperId): boolean {
  return existsSync(notePath(layout, paper)) || versionsOf(layout, paper).length > 0;
}

export const shownPath = (paper: PaperId) => `notes/${paper}.md`;

/** The file's text, or the template filled in for the paper where there is no file yet. */
export function readNote(
  layout: Layout,
  curriculum: Curriculum,
  paper: PaperId,
  name?: string,
): Note {
  const file = readNoteFile(notePath(layout, paper), shownPath(paper));
  if (file.is !== "absent") return noteOf(paper, file);
  const text = noteTemplateFor(curriculum, paper, name);
  return { paper, text, written: false, fixed: null };
}

function noteOf(paper: PaperId, file: Exclude<NoteFile, { is: "absent" }>): Note {
  return { paper, text: file.text, written: true, fixed: file.is === "fixed" ? file.why : null };
}

/** An editor that saves again and again while we write gets its turn at the next saving. */
const mostTries = 8;

/** What a text becomes of which both sides changed what they had; a long one may be merged elsewhere. */
export type Merge = (base: string, ours: string, theirs: string) => Merged | Promise<Merged>;

/** Merges the change with what the file says by now. It is on the disk when this resolves. */
export async function saveNote(
  layout: Layout,
  paper: PaperId,
  sent: NoteChange,
  now: Millis,
  merge: Merge,
): Promise<SavedNote> {
  // Half a letter has no bytes: what is answered is what the file has.
  const change = {
    text: withLineFeeds(sent.text).toWellFormed(),
    base: withLineFeeds(sent.base).toWellFormed(),
    tried: sent.tried,
  };
  refuseTooLong(paper, change.text);
  for (let tries = mostTries; tries > 0; tries -= 1) {
    const file = readNoteFile(notePath(layout, paper), shownPath(paper));
    const merged = await mergeWith(paper, file, change, merge);
    // Both sides' changes together; such a file could not be written any more.
    refuseTooLong(paper, merged.text);
    if (writeNote(layout, paper, file, { text: merged.text, cause: "saved" }, now)) {
      const { text, conflicts } = merged;
      const differs = text !== change.text;
      return { paper, text, written: true, fixed: null, merged: differs, conflicts };
    }
  }
  throw new Trouble(
    "unwritable",
    `${shownPath(paper)} is being written by another program; what you typed will be tried again.`,
  );
}

function refuseTooLong(paper: PaperId, text: string): void {
  if (!isTooLong(text)) return;
  throw new Trouble(
    "bad-file",
    `${shownPath(paper)} would be longer than ${noteLimit.toLocaleString("en")} characters; split it.`,
  );
}

/** Where there is no file, nobody else has changed the text that the change started from. */
function mergeWith(
  paper: PaperId,
  file: NoteFile,
  { text, base, tried }: NoteChange,
  merge: Merge,
): Merged | Promise<Merged> {
  if (file.is === "absent") return { text, conflicts: 0 };
  if (file.is === "fixed") throw new Trouble("fixed", fixedSentence(paper, file.why));
  const now = file.text;
  // The answer to an earlier sending was lost: what it left in the file is not somebody else's change.
  const own = tried.includes(markOf(now));
  if (!own && now !== base && now !== text && mergeMarks(now).length > mergeMarks(base).length) {
    throw new Trouble(
      "merge-marks",
      `A merge left its marks in ${shownPath(paper)}, ${mergeLines(now)}. The file is left as it is; what you typed is kept and saved once the marks are gone.`,
    );
  }
  // Most savings find the file as they left it.
  if (own || now === base || now === text) return { text, conflicts: 0 };
  return text === base ? { text: now, conflicts: 0 } : merge(base, text, now);
}

/** What the file says and what it is to say are kept as versions first. False where it is no longer what was read. */
function writeNote(
  layout: Layout,
  paper: PaperId,
  file: NoteFile,
  { text, cause }: { readonly text: string; readonly cause: VersionCause },
  now: Millis,
): boolean {
  const path = notePath(layout, paper);
  const raw = file.is === "text" ? inFormOf(text, file.raw) : text;
  if (file.is === "text" && raw === file.raw) return true;
  return inPlace(layout, paper, () => {
    makeFolder(layout.notes);
    keepVersions(layout, paper, [...foundIn(file), { text: raw, cause }], now);
    return replaceFileIf(path, layout.state, raw, (at) => {
      const now = readNoteFile(at, shownPath(paper));
      return now.is === "text" ? file.is === "text" && now.raw === file.raw : now.is === file.is;
    });
  });
}

const foundIn = (file: NoteFile): readonly State[] =>
  file.is === "text" ? [{ text: file.raw, cause: "found" }] : [];

/**
 * Puts another device's text in the place of the one that a note has, or of none; false where it has another by now.
 * Nobody saved it here, so it is no step that an undo here takes back.
 */
export function putNote(
  layout: Layout,
  paper: PaperId,
  change: { readonly before: string | null; readonly text: string },
  now: Millis,
): boolean {
  const file = readNoteFile(notePath(layout, paper), shownPath(paper));
  if (file.is === "fixed") throw new Trouble("fixed", fixedSentence(paper, file.why));
  if ((file.is === "text" ? file.text : null) !== change.before) return false;
  return writeNote(layout, paper, file, { text: change.text, cause: "found" }, now);
}

/** Keeps the state that somebody else left the note's file in, its deletion included. */
export function noticeNote(layout: Layout, paper: PaperId, now: Millis): void {
  const states = statesOn(layout, paper);
  if (states.length > 0) keepVersions(layout, paper, states, now);
}

/** What its file says, or that there is none. */
function statesOn(layout: Layout, paper: PaperId): readonly State[] {
  const file = readNoteFile(notePath(layout, paper), shownPath(paper));
  return file.is === "absent" ? [{ text: null, cause: "deleted" }] : foundIn(file);
}

/** The same for all notes: those that have a file, and those that had one. */
export function noticeNotes(layout: Layout, now: Millis): void {
  const names = noteNames(layout).map((name) => name.slice(0, -3) as PaperId);
  const known = lastVersions(layout).map(({ paper }) => paper);
  const found = new Map<PaperId, readonly State[]>();
  for (const paper of new Set([...names, ...known])) {
    try {
      found.set(paper, statesOn(layout, paper));
    } catch (error) {
      // What can't be read is told by who opens it.
      if (!(error instanceof Trouble)) throw error;
    }
  }
  if (found.size > 0) keepVersionsOf(layout, found, now);
}

/** Puts an earlier state in the note's place; what was there stays among the versions. False where it is so already. */
export function bringBack(
  layout: Layout,
  paper: PaperId,
  number: number,
  cause: "brought-back" | "taken-back",
  now: Millis,
): boolean {
  const text = versionText(layout, paper, number);
  if (text === null) {
    throw new Trouble("missing-file", `${shownPath(paper)} has no version ${number}.`);
  }
  const path = notePath(layout, paper);
  const file = readNoteFile(path, shownPath(paper));
  if (file.is === "fixed" && file.why === "not-text") {
    throw new Trouble("fixed", fixedSentence(paper, file.why));
  }
  if (file.is === "text" && file.raw === text) return false;
  inPlace(layout, paper, () => {
    makeFolder(layout.notes);
    keepVersions(layout, paper, [...foundIn(file), { text, cause }], now);
    replaceFile(path, layout.state, text);
  });
  return true;
}

function inPlace<T>(layout: Layout, paper: PaperId, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const target = danglingTarget(notePath(layout, paper));
    if (target !== null)
      throw new Trouble("unwritable", danglingSentence(shownPath(paper), target));
    throw new Trouble(
      "unwritable",
      `${shownPath(paper)} can't be written: ${systemReason(error)}.`,
    );
  }
}

export function fixedSentence(paper: PaperId, why: "not-text" | "too-long"): string {
  return why === "not-text"
    ? `${shownPath(paper)} is not UTF-8 text; it is shown as well as it can be read and never written. Save it as UTF-8 in an editor.`
    : `${shownPath(paper)} is longer than ${noteLimit.toLocaleString("en")} characters; it is shown and never written. Split it in an editor.`;
}

/** The path of the paper's note, made from the template the first time; an existing file is never touched. */
export function ensureNote(
  layout: Layout,
  curriculum: Curriculum,
  paper: PaperId,
  now: Millis,
  name?: string,
): string {
  const path = notePath(layout, paper);
  if (existsSync(path)) return path;
  const text = noteTemplateFor(curriculum, paper, name);
  writeNote(layout, paper, { is: "absent" }, { text, cause: "saved" }, now);
  return path;
}

/** All notes that have a file, by the name of the file. Notes of no paper (an index, say) are among them. */
export function allNotes(layout: Layout): readonly Note[] {
  return noteNames(layout).flatMap((name) => {
    try {
      const file = noteIn(readFileSync(join(layout.notes, name)));
      return file.is === "absent" ? [] : [noteOf(name.slice(0, -3) as PaperId, file)];
    } catch {
      // Removed in this very moment, or not to be read; who opens it is told.
      return [];
    }
  });
}

function noteNames(layout: Layout): readonly string[] {
  try {
    return readdirSync(layout.notes, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map(({ name }) => name)
      .filter((name) => name.endsWith(".md") && !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}

const imageTypes: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
};

/** Keeps an image beside the notes, named after its content; the path is relative to `notes/`. */
export function saveImage(layout: Layout, paper: PaperId, type: string, bytes: Uint8Array): string {
  const ending = ownOf(imageTypes, type);
  if (ending === undefined) {
    throw new Trouble(
      "bad-file",
      `An image of type "${type}" can't be kept: use PNG, JPEG, GIF or WebP.`,
    );
  }
  const name = `${paper}-${Bun.hash(bytes).toString(36).slice(0, 8)}.${ending}`;
  inPlace(layout, paper, () => {
    makeFolder(layout.images);
    replaceFile(join(layout.images, name), layout.state, bytes);
  });
  return `images/${name}`;
}
