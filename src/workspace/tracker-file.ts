/** TRACKER.md on disk: read once, and written only where it still is what was read. */
import {
  existsSync,
  linkSync,
  lstatSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import { join } from "node:path";
import type { Millis } from "../core/time/calendar.ts";
import type { Layout } from "./layout.ts";
import { replaceFile, replaceFileIf, targetOf } from "./replace-file.ts";
import { systemReason } from "./trouble.ts";

export type FileState =
  | { readonly is: "missing" }
  /** Nothing but blanks, or damaged by a power cut: the learner's own sections are gone with the rest. */
  | { readonly is: "ruined"; readonly why: string }
  /** A link to a file that is not there: removed, or on a disk that is not mounted. */
  | { readonly is: "dangling"; readonly target: string }
  /** It can't be read as text: the reason in a few words. */
  | { readonly is: "unreadable"; readonly why: string }
  | PresentFile;

export interface PresentFile {
  readonly is: "present";
  readonly text: string;
  readonly changed: Millis;
}

/** What a turn starts from: the file, and what somebody wrote into the one that it took the place of. */
export interface FolderRead {
  readonly file: FileState;
  readonly replaced: FileState;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function readFolder(layout: Layout): FolderRead {
  return { file: readText(layout.tracker), replaced: readText(layout.replaced) };
}

function readText(path: string): FileState {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { is: "unreadable", why: kindOf(stats) };
    if (stats.size > mostBytes) return { is: "unreadable", why: sayTooLarge(stats.size) };
    const text = decoder.decode(readFileSync(path));
    if (!/[^\s\0\uFEFF]/.test(text)) return { is: "ruined", why: "is empty" };
    // A disk that lost its power may give back blocks of NULs; nobody writes one.
    if (text.includes("\0"))
      return { is: "ruined", why: "holds NUL characters, as a power cut leaves them" };
    if (!text.includes("\n") && /\r[^\r]/.test(text)) {
      return { is: "unreadable", why: "its lines end in CR alone; save it with LF or CRLF" };
    }
    return { is: "present", text, changed: stats.mtimeMs };
  } catch (error) {
    if (error instanceof TypeError)
      return {
        is: "unreadable",
        why: "it is not UTF-8 text; save it as UTF-8 in an editor, and until then it is left as it is",
      };
    if (!isMissing(error)) return { is: "unreadable", why: systemReason(error) };
    const target = danglingTarget(path);
    return target === null ? { is: "missing" } : { is: "dangling", target };
  }
}

/** A thousand times what a tracker of a year has; each command reads all of it. */
const mostBytes = 10_000_000;

function sayTooLarge(size: number): string {
  return `it has ${Math.round(size / 1e6)} MB, and a tracker may have ${mostBytes / 1e6}. Move what is none of it to another file, or move the file away: it is written anew then`;
}

function kindOf(stats: Stats): string {
  return stats.isDirectory() ? "it is a folder" : "it is not a plain file";
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function danglingTarget(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? targetOf(path) : null;
  } catch {
    return null;
  }
}

/** Whether the file still is what was read. */
function isStill(path: string, was: FileState): boolean {
  const now = readText(path);
  if (now.is === "present" && was.is === "present") return now.text === was.text;
  return now.is === was.is;
}

/**
 * Writes `text` if the file still is what was read; false where somebody saved it meanwhile. The file that is
 * replaced stays under a second name: who has it open still and writes on is read at the next look.
 * Throws what the operating system throws.
 */
export function writeTracker(layout: Layout, was: FileState, text: string): boolean {
  keepReplaced(layout);
  const written = replaceFileIf(layout.tracker, layout.state, text, (at) => isStill(at, was));
  if (!written) return false;
  // A save in the very moment of the writing went into the file that was replaced.
  return was.is !== "present" || !existsSync(layout.replaced) || isStill(layout.replaced, was);
}

function keepReplaced({ tracker, replaced }: Layout): void {
  rmSync(replaced, { force: true });
  try {
    linkSync(targetOf(tracker), replaced);
  } catch {
    // No file yet, or a disk without second names: the look before the writing has to do.
  }
}

/** Where a text goes that would be lost otherwise. */
export function keepAside(layout: Layout, text: string, now: Millis): string {
  const path = asidePath(layout, now);
  replaceFile(path, layout.state, text);
  return path;
}

/** The same for what can't be read as text. */
export function keepCopyAside(layout: Layout, now: Millis): void {
  const bytes = readFileSync(layout.tracker);
  if (bytes.length > 0) replaceFile(asidePath(layout, now), layout.state, bytes);
}

function asidePath({ state }: Layout, now: Millis): string {
  return join(state, `TRACKER.${new Date(now).toISOString().replaceAll(/[:.]/g, "-")}.md`);
}
