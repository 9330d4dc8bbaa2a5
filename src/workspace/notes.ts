/** The learner's notes: `notes/<paper>.md`, plain files that any editor may change at any time. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownOf } from "../core/content/bare.ts";
import type { Curriculum, PaperId } from "../core/content/curriculum.ts";
import { markOf, type Note, type NoteChange, type SavedNote } from "../core/content/note.ts";
import { noteTemplateFor } from "../core/content/note-template.ts";
import type { Layout } from "./layout.ts";
import { mergeTexts } from "./merge.ts";
import { replaceFile } from "./replace-file.ts";
import { Trouble } from "./trouble.ts";

/** A note longer than this is no note. */
export const noteLimit = 1_000_000;

export function notePath(layout: Layout, paper: PaperId): string {
  return join(layout.notes, `${paper}.md`);
}

/** The file's text, or the template filled in for the paper where there is no file yet. */
export function readNote(
  layout: Layout,
  curriculum: Curriculum,
  paper: PaperId,
  name?: string,
): Note {
  const path = notePath(layout, paper);
  if (existsSync(path)) return { paper, text: readFileSync(path, "utf8"), written: true };
  return { paper, text: noteTemplateFor(curriculum, paper, name), written: false };
}

/** Where there is no file, nobody else has changed the text that the change started from. */
export function saveNote(layout: Layout, paper: PaperId, change: NoteChange): SavedNote {
  const { text, base, tried } = change;
  if (text.length > noteLimit) {
    throw new Trouble("bad-file", `The note is longer than ${noteLimit} characters; split it.`);
  }
  const path = notePath(layout, paper);
  const now = existsSync(path) ? readFileSync(path, "utf8") : null;
  // The answer to an earlier sending was lost: what it left in the file is not somebody else's change.
  const own = now !== null && tried.includes(markOf(now));
  const merged = mergeTexts(own ? now : base, text, now ?? base);
  if (merged.text !== now) {
    mkdirSync(layout.notes, { recursive: true });
    replaceFile(path, layout.state, merged.text);
  }
  return {
    paper,
    text: merged.text,
    written: true,
    merged: merged.text !== text,
    conflicts: merged.conflicts,
  };
}

/** The path of the paper's note, made from the template the first time; an existing file is never touched. */
export function ensureNote(
  layout: Layout,
  curriculum: Curriculum,
  paper: PaperId,
  name?: string,
): string {
  const path = notePath(layout, paper);
  if (existsSync(path)) return path;
  mkdirSync(layout.notes, { recursive: true });
  writeFileSync(path, noteTemplateFor(curriculum, paper, name), { flag: "wx" });
  return path;
}

/** All notes that have a file, by the name of the file. Notes of no paper (an index, say) are among them. */
export function allNotes(layout: Layout): readonly Note[] {
  if (!existsSync(layout.notes)) return [];
  return readdirSync(layout.notes)
    .filter((name) => name.endsWith(".md") && !name.startsWith("."))
    .sort()
    .flatMap((name) => {
      try {
        const text = readFileSync(join(layout.notes, name), "utf8");
        return [{ paper: name.slice(0, -3) as PaperId, text, written: true }];
      } catch {
        // Removed in this very moment.
        return [];
      }
    });
}

const imageTypes: Readonly<Record<string, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
};

/** By the ending of a file's name; SVG is left out, as it may hold script. */
export function imageType(name: string): string | null {
  const ending = /\.([a-z]+)$/.exec(name)?.[1];
  return Object.entries(imageTypes).find(([, known]) => known === ending)?.[0] ?? null;
}

/** Keeps an image beside the notes, named after its content; the path is relative to `notes/`. */
export function saveImage(layout: Layout, paper: PaperId, type: string, bytes: Uint8Array): string {
  const ending = ownOf(imageTypes, type);
  if (ending === undefined) {
    throw new Trouble(
      "bad-file",
      `An image of type "${type}" can't be kept: use PNG, JPEG, GIF or WebP.`,
    );
  }
  mkdirSync(layout.images, { recursive: true });
  const name = `${paper}-${Bun.hash(bytes).toString(36).slice(0, 8)}.${ending}`;
  replaceFile(join(layout.images, name), layout.state, bytes);
  return `images/${name}`;
}
