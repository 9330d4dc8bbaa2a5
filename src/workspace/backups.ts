/** Copies of the journal that are made by themselves: `.study/backups/<day>.db`, one a day on which anything changed. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { type Day, type Millis, parseDay, utcDay } from "../core/time/calendar.ts";
import type { Journal } from "../journal/port.ts";
import { verifyJournal } from "../journal/sqlite/verify.ts";
import { type Backup, surplus } from "./backup-rota.ts";
import type { Layout } from "./layout.ts";
import { makeFolder } from "./replace-file.ts";
import { Trouble } from "./trouble.ts";

/** A short command makes no copy of a journal that is longer; the server does. */
export const shortJournal = 64_000_000;

export function backupPath(layout: Layout, on: Day): string {
  return join(layout.backups, `${on}.db`);
}

/** Newest first. */
export function backupsIn(layout: Layout): readonly Backup[] {
  if (!existsSync(layout.backups)) return [];
  return readdirSync(layout.backups)
    .flatMap((name) => {
      const on = name.endsWith(".db") ? parseDay(name.slice(0, -3)) : null;
      const found = statSync(join(layout.backups, name), { throwIfNoEntry: false });
      return on === null || found === undefined ? [] : [{ day: on, bytes: found.size }];
    })
    .toSorted((a, b) => (a.day < b.day ? 1 : -1));
}

/** Whether today has no copy yet and the journal has changed since the last one. */
function isDue(layout: Layout, today: Day): boolean {
  const [last] = backupsIn(layout);
  if (last === undefined) return true;
  if (last.day >= today) return false;
  const copied = changedAt(backupPath(layout, last.day));
  return Math.max(changedAt(layout.journal), changedAt(`${layout.journal}-wal`)) > copied;
}

const changedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The size of the journal with what its write-ahead log holds. */
export function journalSize({ journal }: Layout): number {
  return [journal, `${journal}-wal`]
    .map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}

/** Makes the day's copy where it is due, checks it, and lets the oldest go. */
export function backUp(journal: Journal, layout: Layout, now: Millis): void {
  const today = utcDay(now);
  if (isDue(layout, today)) makeBackup(journal, layout, today);
}

/** Also in the place of one that is there. What is found damaged is not kept, and none goes for it. */
export function makeBackup(journal: Journal, layout: Layout, today: Day): void {
  makeFolder(layout.backups);
  const part = join(layout.backups, `.${today}.${process.pid}`);
  const clear = () => {
    for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(part + end, { force: true });
  };
  clear();
  try {
    journal.copyTo(part);
    const [fault] = verifyJournal(part);
    if (fault !== undefined) {
      throw new Trouble("bad-file", `The day's backup was not kept: ${fault.message}`);
    }
    sync(part);
    renameSync(part, backupPath(layout, today));
    sync(layout.backups);
  } finally {
    clear();
  }
  for (const { day } of surplus(backupsIn(layout)))
    rmSync(backupPath(layout, day), { force: true });
}

function sync(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
