/**
 * One at a time for what must not happen twice in a folder: serving it, restoring its journal, repairing it. The lock
 * is the system's, so it ends with its process however that ends; who has it is said in a file beside it.
 */
import { Database } from "bun:sqlite";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import type { Layout } from "./layout.ts";
import { makeState } from "./private.ts";
import { systemReason, Trouble } from "./trouble.ts";

const holderForm = v.object({
  process: v.number(),
  /** Null for who serves no page. */
  address: v.nullable(v.string()),
  since: v.number(),
});
export type Holder = Readonly<v.InferOutput<typeof holderForm>>;

export interface Hold {
  /** Says anew who holds it: a server knows its address only once it listens. */
  readonly say: (holder: Holder) => void;
  readonly release: () => void;
}

/** Somebody else has the folder. */
export class FolderHeld extends Trouble {
  constructor(
    layout: Layout,
    /** Null where it has not been said yet. */
    readonly holder: Holder | null,
  ) {
    super("held", sayHeld(layout, holder));
  }
}

/** Takes the folder or throws a sentence that names who has it. */
export function holdFolder(layout: Layout, holder: Holder): Hold {
  const lock = lockAt(layout);
  if (lock === null) throw new FolderHeld(layout, holderOf(layout));
  const say = (now: Holder) =>
    writeFileSync(layout.holder, `${JSON.stringify(now)}\n`, { mode: 0o600 });
  say(holder);
  return {
    say,
    release: () => {
      // Another folder may lie in the place of this one by now: what is said there is not ours.
      if (holderOf(layout)?.since === holder.since) rmSync(layout.holder, { force: true });
      lock.close();
    },
  };
}

/** Null where somebody else has it. */
function lockAt(layout: Layout): Database | null {
  const { holding } = layout;
  let lock: Database | null = null;
  try {
    makeState(layout);
    lock = new Database(holding, { create: true });
    chmodSync(holding, 0o600);
    lock.run("PRAGMA busy_timeout = 0");
    lock.run("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock?.close();
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("SQLITE_BUSY")) return null;
    throw new Trouble("unwritable", sayNoLock(layout, error));
  }
}

/** SQLite says of a folder that takes no file only that it can't open one. */
export function sayNoLock({ folder }: Layout, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) {
    return `The disk of ${folder} is full: it can be looked at, and nothing else. Free some space and repeat the command.`;
  }
  const why = /^SQLITE_(CANTOPEN|READONLY)/.test(code) ? "" : ` (${systemReason(error)})`;
  return `${folder} can't be written${why}: it can be looked at, and nothing else. Copy it to a disk that can be, or change its permissions.`;
}

export function holderOf({ holder }: Layout): Holder | null {
  try {
    const read = v.safeParse(holderForm, JSON.parse(readFileSync(holder, "utf8")));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

function sayHeld({ folder }: Layout, holder: Holder | null): string {
  if (holder === null)
    return `Another study process is working on ${folder} right now. Let it finish first.`;
  const { process, address, since } = holder;
  const time = new Date(since).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
  const who = `process ${process}, since ${time}`;
  return address === null
    ? `Another study process is repairing or restoring ${folder} (${who}). Let it finish first.`
    : `study is already serving ${folder}, at ${address} (${who}). End that one first: Ctrl-C where it runs.`;
}
