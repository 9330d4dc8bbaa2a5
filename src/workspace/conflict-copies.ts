/** What a sync service leaves beside a file that two devices changed: a copy under a longer name. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { inShell } from "../core/words/in-shell.ts";
import type { Layout } from "./layout.ts";

/** The journal's own companions, and what this program keeps beside it. */
const ownNames =
  /^journal\.db(-wal|-shm|-journal|\.(before|damaged|salvaged|restoring|joining)\b.*|\.count|\.forgotten)?$/;

export interface ConflictCopies {
  readonly journals: readonly string[];
  readonly trackers: readonly string[];
  /** Of the tracker's name but for its letters' case, beside the tracker: no service's, but read by nobody. */
  readonly otherCase: readonly string[];
  readonly notes: readonly { readonly path: string; readonly note: string }[];
}

/** Services name them in many ways; all begin with the file's name and keep its ending, or add to it. */
export function conflictCopies({ folder, state, notes }: Layout): ConflictCopies {
  const names = namesIn(folder);
  return {
    journals: namesIn(state)
      .filter((name) => /^journal[^\p{L}\p{N}].*\.db\b/u.test(name) && !ownNames.test(name))
      .filter((name) => !/-(wal|shm)$/.test(name))
      .map((name) => join(state, name)),
    trackers: names
      .filter((name) => /^(?:TRACKER[^\p{L}\p{N}].*|Copy of TRACKER)\.md$/iu.test(name))
      .filter((name) => !/\.before-restore-/.test(name))
      .map((name) => join(folder, name)),
    otherCase: names
      .filter((name) => /^TRACKER\.md$/i.test(name) && name !== "TRACKER.md")
      .filter(() => names.includes("TRACKER.md"))
      .map((name) => join(folder, name)),
    notes: notesBeside(namesIn(notes)).map(({ name, note }) => ({ path: join(notes, name), note })),
  };
}

/** A note may have any name; a copy is one only where another note's name and a service's words make it up. */
function notesBeside(names: readonly string[]) {
  const there = new Set(names);
  return names.flatMap((name) => {
    const [, stem = ""] = serviceName.exec(name) ?? [];
    return stem !== "" && there.has(`${stem}.md`) ? [{ name, note: `${stem}.md` }] : [];
  });
}

const serviceName =
  /^(.{1,200}?)(?: \(\d{1,3}\)| \d{1,3}|[ ._-]+\(?\[?[^/]*conflict[^/]*|_conf\(\d+\)|~HEAD)\.md$/i;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** What to do about them, a sentence each. */
export function sayConflictCopies({
  journals,
  trackers,
  otherCase,
  notes,
}: ConflictCopies): readonly string[] {
  return [
    ...journals.map(
      (path) =>
        `A sync service left another copy of the journal: ${path}. \`study import ${inShell(path)}\` takes its entries in; then delete it.`,
    ),
    ...trackers.map(
      (path) =>
        `A sync service left another copy of TRACKER.md: ${path}. Carry over by hand what is missing, then delete it.`,
    ),
    ...otherCase.map(
      (path) =>
        `${path} is not read: the file is TRACKER.md. Carry over by hand what is missing, then delete it.`,
    ),
    ...notes.map(
      ({ path, note }) =>
        `A sync service left another copy of notes/${note}: ${path}. Carry over by hand what is missing, then delete it.`,
    ),
  ];
}
