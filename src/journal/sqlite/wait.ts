/**
 * Waiting for the turn to write. SQLite's own waiting is unfair: it sleeps the longer the longer it has waited, so who
 * came late goes first and somebody starves. Here who has waited longest looks most often.
 */
import type { Database } from "bun:sqlite";
import { SQLiteError } from "bun:sqlite";
import { JournalUnavailable } from "../port.ts";
import { sayFailure } from "./failure.ts";

export interface Patience {
  readonly now: () => number;
  readonly sleep: (time: number) => Promise<void>;
  readonly random: () => number;
}

const patience: Patience = {
  now: () => performance.now(),
  sleep: (time) => Bun.sleep(time),
  random: Math.random,
};

/** More than a crowd of writers on a slow disk takes. */
const longest = 60_000;

export async function whenFree<T>(
  { db, path }: { readonly db: Database; readonly path: string },
  write: () => T,
  { now, sleep, random }: Patience = patience,
): Promise<T> {
  const since = now();
  const before = writesSeen(db);
  for (;;) {
    const attempt = tryNow(db, write);
    if (attempt.done) return attempt.result;
    if (!isBusy(attempt.error)) throw sayFailure(attempt.error, path);
    const waited = now() - since;
    if (waited > longest) throw new JournalUnavailable("busy", sayBusy(before, writesSeen(db)));
    await sleep(pauseAfter(waited, random()));
  }
}

type Attempt<T> =
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly error: unknown };

/** SQLite's own waiting, for what is read and what is written beside: in milliseconds. */
export const ownPatience = 10_000;

/** The same for opening, which others' writing is in the way of too; at a start there is nothing else to do. */
export function openWhenFree<T>(open: () => T): T {
  const since = performance.now();
  for (;;) {
    try {
      return open();
    } catch (error) {
      const waited = performance.now() - since;
      if (!isBusy(error) || waited > longest) throw error;
      Bun.sleepSync(pauseAfter(waited, Math.random()));
    }
  }
}

/** Without any waiting of SQLite's own. */
function tryNow<T>(db: Database, write: () => T): Attempt<T> {
  db.run("PRAGMA busy_timeout = 0");
  try {
    return { done: true, result: write() };
  } catch (error) {
    return { done: false, error };
  } finally {
    db.run(`PRAGMA busy_timeout = ${ownPatience}`);
  }
}

/** In milliseconds; `chance` from 0 to 1 keeps those who came together from looking together. */
export function pauseAfter(waited: number, chance: number): number {
  const most = Math.max(2, 40 / (1 + waited / 250));
  return 1 + chance * most;
}

function isBusy(error: unknown): boolean {
  return error instanceof SQLiteError && /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(error.code ?? "");
}

/** Goes up whenever another connection has written; null where even that can't be read. */
function writesSeen(db: Database): number | null {
  try {
    return (
      db.query<{ data_version: number }, []>("PRAGMA data_version").get()?.data_version ?? null
    );
  } catch {
    return null;
  }
}

function sayBusy(before: number | null, after: number | null): string {
  return before === after
    ? "Another process has held the journal for a minute without writing: nothing was recorded. End it, or wait for it, and repeat the command."
    : "So many others write to the journal that this command did not get its turn in a minute: nothing was recorded. Repeat it.";
}
