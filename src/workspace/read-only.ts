/** A folder on media that can't be written: it is looked at through a copy of its journal, which goes at the end. */

import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Journal, JournalUnavailable } from "../journal/port.ts";
import type { Layout } from "./layout.ts";
import { systemReason, Trouble } from "./trouble.ts";
import type { Workspace } from "./workspace.ts";

/** SQLite writes beside a journal even to read it, so both must take a write. */
export function isReadOnly({ state, journal }: Layout): boolean {
  return existsSync(journal) && !(mayWrite(state) && mayWrite(journal));
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    // A file's own bits say no to root as well: whoever set them meant it.
    return (statSync(path).mode & 0o222) !== 0;
  } catch {
    return false;
  }
}

export interface JournalCopy {
  readonly path: string;
  readonly remove: () => void;
}

/** The journal with what its log holds, in a folder of its own; `otherwise` is thrown where there is no room for one. */
export function copyOfJournal(path: string, otherwise?: JournalUnavailable): JournalCopy {
  const folder = temporaryFolder();
  const copy = join(folder, "journal.db");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const part of ["", "-wal"]) {
      if (existsSync(path + part)) copyFileSync(path + part, copy + part);
    }
  } catch (error) {
    remove();
    throw otherwise ?? error;
  }
  return { path: copy, remove };
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "study-copy-"));
  } catch (error) {
    throw new Trouble(
      "unwritable",
      `No temporary folder can be made in ${tmpdir()}: ${systemReason(error)}. Let TMPDIR name one that can be written.`,
    );
  }
}

export function unwritable({ folder }: Layout): JournalUnavailable {
  return new JournalUnavailable(
    "denied",
    `${folder} can't be written: nothing was recorded. Copy the folder to a disk that can be, or change its permissions.`,
  );
}

/** A copy's journal: what would be recorded in it would be gone with it. */
export function readOnlyJournal(
  journal: Journal,
  copy: JournalCopy,
  why: JournalUnavailable,
): Journal {
  const refuse = async (): Promise<never> => {
    throw why;
  };
  return {
    ...journal,
    record: refuse,
    insert: refuse,
    forget: refuse,
    scrub: refuse,
    close() {
      journal.close();
      copy.remove();
    },
  };
}

/** TRACKER.md stays as it is: what was changed in it is not taken in, and it is not brought up to date. */
export function readOnlyWorkspace(workspace: Workspace): Workspace {
  return {
    ...workspace,
    syncTracker: async (now) => ({
      entries: [],
      problems: [],
      unsaid: [],
      look: await workspace.look(now),
    }),
    bringBack: async () => false,
  };
}
