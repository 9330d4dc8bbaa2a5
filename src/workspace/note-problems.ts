/** What keeps notes from being written or merged, for `doctor`. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Note } from "../core/content/note.ts";
import { mergeLines, mergeMarks } from "../core/words/merge-marks.ts";
import type { Layout } from "./layout.ts";
import { danglingSentence, danglingTarget, readNoteFile } from "./note-file.ts";
import { allNotes, fixedSentence, shownPath } from "./notes.ts";
import { Trouble } from "./trouble.ts";

export function noteProblems(layout: Layout): readonly string[] {
  const place = statSync(layout.notes, { throwIfNoEntry: false });
  if (place !== undefined && !place.isDirectory()) {
    return [`${layout.notes} is not a folder, so no note can be kept. Move it away.`];
  }
  return [...strayNotes(layout), ...allNotes(layout).flatMap(noteProblem)];
}

function noteProblem({ paper, text, fixed }: Note): readonly string[] {
  if (fixed !== null) return [fixedSentence(paper, fixed)];
  if (mergeMarks(text).length === 0) return [];
  return [
    `A merge left its marks in ${shownPath(paper)}, ${mergeLines(text)}. Keep what is right and delete the marks.`,
  ];
}

/** What has a note's name and can't be read as one: a folder, a pipe, a link to what is not there. */
function strayNotes({ notes }: Layout): readonly string[] {
  return namesIn(notes).flatMap((name) => {
    const [path, shown] = [join(notes, name), `notes/${name}`];
    const target = danglingTarget(path);
    if (target !== null) return [danglingSentence(shown, target)];
    try {
      readNoteFile(path, shown);
      return [];
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return [error.message];
    }
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".md") && !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}
