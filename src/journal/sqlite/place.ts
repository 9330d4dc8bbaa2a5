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

export function placeOf(path: string, opened: string | null, content: Content | null): Place {
  const now = fileAt(path);
  if (now === null) return "gone";
  if (now !== opened) return "replaced";
  return content === null || content.isOurs() ? "here" : "overwritten";
}

const fates = {
  gone: "deleted or moved away",
  replaced: "replaced by another file",
  overwritten: "written over with other content",
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
    `The journal ${path} was ${fates[place]} while it was open: ${fate[moment]}. Repeat the command once it is in its place.`,
  );
}
