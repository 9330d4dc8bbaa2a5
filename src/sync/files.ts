/**
 * The files of a workspace and of a shelf: each device says which version it has of each, and keeps the texts of its
 * own. Nobody writes what another device wrote, so no syncer can make a conflict of it.
 */
import type { WorkspaceId } from "../core/replica/replica.ts";
import type { Millis } from "../core/time/calendar.ts";
import type { DeviceId } from "../core/time/clock.ts";
import { AnotherWorkspace } from "./another.ts";
import { type Content, contentOf } from "./content.ts";
import {
  type Heads,
  headsIn,
  headsName,
  readHeads,
  textName,
  textsIn,
  writeHeads,
} from "./heads.ts";
import {
  edited,
  gone,
  joined,
  type Mark,
  markOf,
  neededMarks,
  partedAt,
  tipsOf,
  type Version,
} from "./lineage.ts";
import { mergeFile } from "./merge-file.ts";
import type { Remark } from "./remark.ts";
import type { Listed, Shelf } from "./shelf.ts";

/** The files of a workspace, as far as they travel. */
export interface Files {
  list(): Promise<FilesFound>;
  read(path: string): Promise<Content | null>;
  /**
   * Puts a content in the place of the one with the mark `before`, or takes the file away; false where that is no
   * longer what is there, or the file can't be written.
   */
  put(path: string, before: Mark, content: Content | null): Promise<boolean>;
  /** The text that every device starts a file from, where there is one. */
  startOf(path: string): string;
}

export interface FilesFound {
  readonly files: ReadonlyMap<string, { readonly mark: Mark; readonly written: Millis }>;
  /** Whether files of this path's folder could be looked at: a disk that is away takes no file back. */
  readonly looked: (path: string) => boolean;
}

export interface FileSides {
  readonly files: Files;
  readonly shelf: Shelf;
  readonly device: DeviceId;
  readonly workspace: WorkspaceId;
  /**
   * Whether each device puts there the texts that it has, as somebody may take another's folder away; or one copy is
   * enough, as on a hub, where nobody can.
   */
  readonly copies: "each" | "one";
  /** Devices whose starts are those of this workspace too. */
  readonly isSame: (workspace: string) => Promise<boolean>;
  /** A file that was written after this moment is still being worked on. */
  readonly restedSince: Millis;
}

export interface FilesExchanged {
  /** Paths that changed here. */
  readonly taken: readonly string[];
  /** Paths of which the shelf has a new version from here. */
  readonly given: readonly string[];
  readonly remarks: readonly Remark[];
  /** The versions that this device has now. */
  readonly versions: Heads;
  /** Files that are still being worked on were left for the next time. */
  readonly resting: boolean;
}

export async function exchangeFiles(sides: FileSides, versions: Heads): Promise<FilesExchanged> {
  const { files, shelf } = sides;
  const listed = await shelf.list();
  const others = await headsOfOthers(sides, listed);
  const found = await files.list();
  const texts = textsOn(shelf, files, listed);
  const next: Record<string, Version> = { ...versions };
  const taken: string[] = [];
  const remarks: Remark[] = [];
  let resting = false;
  const paths = new Set([versions, ...others].flatMap((heads) => Object.keys(heads)));
  for (const path of new Set([...paths, ...found.files.keys()])) {
    if (versions[path] !== undefined && !found.looked(path)) continue;
    const before = versions[path] ?? null;
    const here = found.files.get(path);
    const mark = here?.mark ?? gone;
    const changed = before === null ? mark !== gone : markOf(before) !== mark;
    if (changed && here !== undefined && here.written > sides.restedSince) {
      resting = true;
      continue;
    }
    const ours = changed ? edited(before, mark) : before;
    const theirs = others.flatMap((heads) => heads[path] ?? []);
    const tips = tipsOf(ours === null ? theirs : [ours, ...theirs]);
    const settled = await settle(path, tips, texts, files.startOf(path));
    if (settled === null) {
      remarks.push({ is: "file", path, why: "one of its texts has not arrived yet." });
      if (ours !== null) next[path] = ours;
      continue;
    }
    const put = await putAll(files, path, mark, settled);
    taken.push(...put.paths);
    if (!put.whole) {
      remarks.push({ is: "file", path, why: "it can't be written now; it is tried again." });
      if (ours !== null) next[path] = ours;
      continue;
    }
    const { version } = settled;
    next[path] = version;
  }
  const given = await publish(sides, listed, others, next, texts);
  return { taken, given, remarks, versions: next, resting };
}

/** Read anew each time: they are small, and one for each device. */
async function headsOfOthers(
  { shelf, device, workspace, isSame }: FileSides,
  listed: readonly Listed[],
): Promise<readonly Heads[]> {
  const all: Heads[] = [];
  for (const { name } of headsIn(listed)) {
    if (name === headsName(device)) continue;
    const bytes = await shelf.read(name);
    const read = bytes === null ? null : readHeads(new TextDecoder().decode(bytes));
    if (read === null) continue;
    if (read.workspace !== workspace && !(await isSame(read.workspace))) {
      throw new AnotherWorkspace(read.workspace);
    }
    all.push(read.heads);
  }
  return all;
}

type Texts = (path: string, mark: Mark) => Promise<Content | null>;

/** A text by its mark: of the workspace itself, or from whichever device has it whole. */
function textsOn(shelf: Shelf, files: Files, listed: readonly Listed[]): Texts {
  const places = textsIn(listed);
  return async (path, mark) => {
    const here = await files.read(path);
    if (here?.mark === mark) return here;
    for (const name of places.get(mark) ?? []) {
      const bytes = await shelf.read(name);
      const content = bytes === null ? null : contentOf(bytes);
      if (content?.mark === mark) return content;
    }
    return null;
  };
}

interface Settled {
  readonly version: Version;
  /** Null where there is to be no file. */
  readonly content: Content | null;
  readonly beside: readonly { readonly path: string; readonly content: Content }[];
}

/** Null where a text that it takes has not come yet. */
async function settle(
  path: string,
  tips: readonly Version[],
  texts: Texts,
  start: string,
): Promise<Settled | null> {
  const [first, ...rest] = tips;
  if (first === undefined) return null;
  const from = await textOf(path, first, texts);
  if (from.is === "missing") return null;
  let { content } = from;
  let version = first;
  const beside: { path: string; content: Content }[] = [];
  for (const tip of rest) {
    const other = await textOf(path, tip, texts);
    if (other.is === "missing") return null;
    if (content === null || other.content === null) {
      // What one device took away and another went on with stays.
      content ??= other.content;
    } else {
      const parted = partedAt(version, tip);
      const known = parted === null ? null : await texts(path, markOf({ is: parted }));
      const merged = mergeFile(path, known?.text ?? start, content, other.content);
      content = merged.content;
      if (merged.beside !== null) beside.push(merged.beside);
    }
    version = joined(version, tip, content?.mark ?? gone);
  }
  return { version, content, beside };
}

type TextOf =
  | { readonly is: "missing" }
  /** Null where there is to be no file. */
  | { readonly is: "here"; readonly content: Content | null };

async function textOf(path: string, version: Version, texts: Texts): Promise<TextOf> {
  const mark = markOf(version);
  if (mark === gone) return { is: "here", content: null };
  const content = await texts(path, mark);
  return content === null ? { is: "missing" } : { is: "here", content };
}

/** What is kept beside comes first: nothing takes the place of a text that is not in its own yet. */
async function putAll(files: Files, path: string, before: Mark, settled: Settled) {
  const { version, content, beside } = settled;
  const paths: string[] = [];
  for (const one of beside) {
    if ((await files.read(one.path))?.mark === one.content.mark) continue;
    if (!(await files.put(one.path, gone, one.content))) return { paths, whole: false };
    paths.push(one.path);
  }
  if (markOf(version) === before) return { paths, whole: true };
  if (!(await files.put(path, before, content))) return { paths, whole: false };
  return { paths: [...paths, path], whole: true };
}

/** The texts come first, then what names them. Old texts go when nobody can need them any more. */
async function publish(
  { shelf, device, workspace, copies }: FileSides,
  listed: readonly Listed[],
  others: readonly Heads[],
  versions: Heads,
  texts: Texts,
): Promise<readonly string[]> {
  const places = textsIn(listed);
  const isOwn = (name: string) => name.startsWith(`${device}/`);
  const given: string[] = [];
  const needed = new Set<Mark>();
  for (const [path, version] of Object.entries(versions)) {
    const heads = others.flatMap((one) => one[path] ?? []);
    for (const mark of neededMarks(version, heads)) needed.add(mark);
    const mark = markOf(version);
    if (mark === gone || (places.get(mark) ?? []).some(isOwn)) continue;
    const isKnown = heads.some(({ is }) => is === version.is);
    // Whoever has this very version keeps its text there until all have gone on from it.
    if (copies === "one" && isKnown && places.has(mark)) continue;
    const content = await texts(path, mark);
    if (content === null) continue;
    // Of what is no text one copy is enough.
    if (content.text === null && places.has(mark)) continue;
    await shelf.replace(textName(device, mark, path), content.bytes);
    if (!isKnown) given.push(path);
  }
  await publishHeads(shelf, headsName(device), writeHeads(workspace, versions));
  for (const [mark, names] of places) {
    if (needed.has(mark)) continue;
    for (const old of names.filter(isOwn)) await shelf.remove(old);
  }
  return given;
}

async function publishHeads(shelf: Shelf, name: string, text: string): Promise<void> {
  const before = await shelf.read(name);
  if (before !== null && new TextDecoder().decode(before) === text) return;
  await shelf.replace(name, new TextEncoder().encode(text));
}
