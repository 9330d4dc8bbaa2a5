/** `import` of notes: of a folder such as a vault, or of one note whose properties speak of a paper. */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FoundIn } from "../../exchange/form.ts";
import {
  foundIfNote,
  foundNotes,
  type GivenNote,
  type ReadNote,
  readNote,
  speaks,
} from "../../exchange/notes/paper-notes.ts";
import { noteIn } from "../../workspace/note-file.ts";
import type { Look, Workspace } from "../../workspace/workspace.ts";
import { Stop } from "../run.ts";

const isMarkdown = (name: string) => /\.(?:md|markdown)$/i.test(name);

/** What the notes of a folder bring. Other Markdown in it is a matter of its own, file by file. */
export function notesOfFolder(workspace: Workspace, folder: string, shown: string): FoundIn {
  const said = shown.replace(/[\\/]+$/, "");
  const files = markdownBelow(folder);
  const notes = files.flatMap((inside) =>
    noteAt(workspace, join(folder, inside), `${said}/${inside}`),
  );
  const speaking = notes.filter(speaks);
  if (speaking.length > 0) return foundNotes(speaking);
  const count = files.length === 1 ? "1 Markdown file" : `${files.length} Markdown files`;
  throw new Stop(
    `${shown} is a folder with ${count}; none has properties that say how far a paper is (status, finished) or how long it took (hours). Nothing was imported. A tracker is imported by its own name: \`study import ${said}/Tracker.md\`.`,
  );
}

/** What a note brings; null for Markdown that is no note of a paper: a tracker, say. */
export function noteOfPaper(
  workspace: Workspace,
  look: Look,
  path: string,
  shown: string,
): FoundIn | null {
  if (!isMarkdown(path)) return null;
  const [note] = noteAt(workspace, path, shown);
  if (note === undefined) return null;
  if (note.given.place === "own" && !speaks(note)) {
    throw new Stop(
      `${shown} is a note of this workspace already, and its properties say neither how far its paper is (status, finished) nor how long it took (hours). Nothing was imported.`,
    );
  }
  return foundIfNote(note, { ...workspace, ...look });
}

function noteAt(workspace: Workspace, path: string, file: string): readonly ReadNote[] {
  const real = realPath(path);
  if (real === null || real === realPath(workspace.layout.tracker)) return [];
  const read = noteIn(readFileSync(real));
  if (read.is !== "text") return [];
  const own = dirname(real) === realPath(workspace.layout.notes);
  const given: GivenNote = { file, text: read.text, place: own ? "own" : "elsewhere" };
  return [readNote(given)];
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** More than this is no folder of notes. */
const mostFiles = 20_000;

/** Markdown files by their paths below the folder. What is hidden is passed over; a link is followed once. */
function markdownBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const walk = (inside: string): void => {
    const path = join(folder, inside);
    const real = realPath(path);
    if (real === null || seen.has(real)) return;
    seen.add(real);
    for (const name of readdirSync(path).sort()) {
      if (name.startsWith(".") || name === "node_modules") continue;
      const below = inside === "" ? name : `${inside}/${name}`;
      const kind = statSync(join(folder, below), { throwIfNoEntry: false });
      if (kind?.isDirectory()) walk(below);
      else if (kind?.isFile() && isMarkdown(name)) found.push(below);
      if (found.length > mostFiles) {
        throw new Stop(
          `The folder holds more than ${mostFiles} Markdown files; name a folder in it.`,
        );
      }
    }
  };
  walk("");
  return found;
}
