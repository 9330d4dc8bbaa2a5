/** Whether the file that a connection writes to still is the one that lies at its path. */
import { chmodSync, statSync } from "node:fs";
import { JournalUnavailable, type Place } from "../port.ts";
import type { Content } from "./content.ts";

/** Names a file of this machine, whatever it is called. */
export function fileAt(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** The journal is its owner's alone; SQLite gives the files beside it the same rights. */
export function keepPrivate(path: string): void {
  try {
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  } catch {
    // Somebody else's file, or a disk without rights.
  }
}

/** What a connection has open: the journal's file, and beside it the log and its index. */
export interface Parts {
  readonly file: string | null;
  readonly beside: readonly (string | null)[];
}

export function partsAt(path: string): Parts {
  return { file: fileAt(path), beside: [fileAt(`${path}-wal`), fileAt(`${path}-shm`)] };
}

export function placeOf(path: string, opened: Parts, content: Content | null): Place {
  const now = partsAt(path);
  if (now.file === null) return "gone";
  const [log = null] = opened.beside;
  if (now.file !== opened.file && log !== null && log === now.beside[0]) return "exchanged";
  if (now.file !== opened.file) return "replaced";
  if (content !== null && !content.isOurs()) return "overwritten";
  // SQLite takes neither of these away while a connection is open.
  const lost = opened.beside.some((part, at) => part !== null && part !== now.beside[at]);
  return lost ? "without-log" : "here";
}

const fates = {
  gone: "deleted or moved away",
  replaced: "replaced by another file",
  exchanged: "replaced by another file",
  overwritten: "written over with other content",
  "without-log": "left without its log, journal.db-wal or journal.db-shm, which were deleted",
} as const;

const fate = {
  "before writing": "nothing was recorded",
  "after writing": "what was to be recorded went with it",
} as const;

/** What is written into a file that was taken away is lost with it: it has not happened. */
export function requirePlace(
  path: string,
  place: Place,
  moment: "before writing" | "after writing",
): void {
  if (place === "here") return;
  throw new JournalUnavailable(
    "gone",
    `The journal ${path} was ${fates[place]} while it was open: ${fate[moment]}. Repeat the command${place === "without-log" ? "" : " once it is in its place"}.`,
  );
}
