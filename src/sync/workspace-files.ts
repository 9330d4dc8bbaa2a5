/** The files of a workspace that travel, on its disk. */
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Curriculum, PaperId } from "../core/content/curriculum.ts";
import { noteTemplateFor } from "../core/content/note-template.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { Layout } from "../workspace/layout.ts";
import { inFormOf } from "../workspace/note-file.ts";
import { noticeNote, putNote } from "../workspace/notes.ts";
import { makeFolder, replaceFileIf } from "../workspace/replace-file.ts";
import { systemReason, Trouble } from "../workspace/trouble.ts";
import { type Content, contentOf } from "./content.ts";
import type { Files, FilesFound } from "./files.ts";
import { gone, type Mark } from "./lineage.ts";
import { isPlainName, isShared, sharedRoots } from "./shared.ts";

/** An image may be as long; what is longer stays where it is. */
const longestFile = 20_000_000;
/** Folders in folders, and no circle of links. */
const depth = 8;

export interface WorkspaceFilesOf {
  readonly layout: Layout;
  readonly now: Millis;
  /** Null where it can't be had: notes then start from nothing. */
  readonly curriculum: Curriculum | null;
}

interface Looked {
  readonly size: number;
  readonly written: Millis;
  readonly mark: Mark;
}

/** What has not changed is not read again, as long as the program runs. */
export type Marks = Map<string, Looked>;

export function workspaceFiles(of: WorkspaceFilesOf, marks: Marks): Files {
  const { layout, curriculum } = of;
  const read = async (path: string) => contentAt(join(layout.folder, path));
  return {
    list: async () => found(layout, marks),
    read,
    put: async (path, before, content) => {
      const there = await read(path);
      if ((there?.mark ?? gone) !== before) return false;
      try {
        if (content === null) return takeAway(of, path);
        return putContent(of, path, there, content);
      } catch (error) {
        if (error instanceof Trouble) return false;
        throw new Trouble("unwritable", `${path} can't be written: ${systemReason(error)}.`);
      }
    },
    startOf: (path) => {
      const paper = paperOf(path);
      if (paper === null || curriculum === null) return "";
      const known = curriculum.papers.some(({ id }) => id === paper);
      return known ? noteTemplateFor(curriculum, paper) : "";
    },
  };
}

function putContent(
  { layout, now }: WorkspaceFilesOf,
  path: string,
  there: Content | null,
  content: Content,
): boolean {
  const paper = paperOf(path);
  if (paper !== null && content.text !== null) {
    return putNote(layout, paper, { before: there?.text ?? null, text: content.text }, now);
  }
  const file = join(layout.folder, path);
  makeFolder(dirname(file));
  const raw = bytesAt(file);
  const inForm =
    content.text === null || raw === null ? null : inFormOf(content.text, raw.toString());
  return replaceFileIf(file, layout.state, inForm ?? content.bytes, (at) => {
    const now = bytesAt(at);
    return raw === null ? now === null : now !== null && raw.equals(now);
  });
}

/** What another device took away is kept: a note among its versions, anything else in `.study/removed`. */
function takeAway({ layout, now }: WorkspaceFilesOf, path: string): boolean {
  const file = join(layout.folder, path);
  const paper = paperOf(path);
  if (paper !== null) noticeNote(layout, paper, now);
  const day = new Date(now).toISOString().slice(0, 10);
  const aside = join(layout.state, "removed", day, path);
  makeFolder(dirname(aside));
  renameSync(file, aside);
  if (paper !== null) noticeNote(layout, paper, now);
  return true;
}

function paperOf(path: string): PaperId | null {
  return (/^notes\/([^/]+)\.md$/.exec(path)?.[1] as PaperId | undefined) ?? null;
}

function found({ folder }: Layout, marks: Marks): FilesFound {
  const files = new Map<string, { readonly mark: Mark; readonly written: Millis }>();
  const roots = new Set<string>();
  for (const root of sharedRoots) {
    if (!existsSync(join(folder, root))) continue;
    roots.add(root);
    for (const path of pathsIn(folder, root, depth)) {
      const looked = isShared(path) ? lookAt(join(folder, path), marks) : null;
      if (looked !== null) files.set(path, looked);
    }
  }
  return { files, looked: (path) => roots.has(path.split("/")[0] ?? "") };
}

function* pathsIn(folder: string, under: string, levels: number): Generator<string> {
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    if (!isPlainName(entry.name)) continue;
    const path = `${under}/${entry.name}`;
    if (entry.isDirectory()) {
      if (levels > 1) yield* pathsIn(folder, path, levels - 1);
    } else if (entry.isFile() || entry.isSymbolicLink()) yield path;
  }
}

function lookAt(file: string, marks: Marks): Looked | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size > longestFile) return null;
  const known = marks.get(file);
  if (known?.size === stat.size && known.written === stat.mtimeMs) return known;
  const content = contentAt(file);
  if (content === null) return null;
  const looked = { size: stat.size, written: stat.mtimeMs, mark: content.mark };
  marks.set(file, looked);
  return looked;
}

function contentAt(file: string): Content | null {
  const bytes = bytesAt(file);
  return bytes === null ? null : contentOf(bytes);
}

function bytesAt(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
