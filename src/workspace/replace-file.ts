/** Writing a file in one step: readers see the old text or the new one, never a part. */
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { changePlaces } from "./exchange.ts";
import { isPrivate } from "./layout.ts";

/**
 * Puts `content` in place of `path`, by way of a file in the folder `aside` where both are on one disk. A link is
 * written through: the file that it leads to is replaced, beside itself, and the link stays. The file's mode and
 * owner stay too; a new one in `.study` is its owner's alone. It is on the disk when this returns. Throws what the operating system throws.
 */
export function replaceFile(path: string, aside: string, content: string | Uint8Array): void {
  putBy(path, aside, content, (ready, target) => {
    renameSync(ready, target);
    return true;
  });
}

/**
 * The same, if what is replaced still is what `holds` says, which looks at the path that it is given; returns whether it
 * was. What somebody saves in the very moment of the last step is looked at too, and stays.
 */
export function replaceFileIf(
  path: string,
  aside: string,
  content: string | Uint8Array,
  holds: (at: string) => boolean,
): boolean {
  return putBy(path, aside, content, (ready, target) => {
    if (!holds(path)) return false;
    if (statOf(target) === null) return takeName(ready, target);
    if (changePlaces(ready, target)) {
      if (holds(ready)) return true;
      changePlaces(ready, target);
      return false;
    }
    if (statOf(target) === null) return false;
    renameSync(ready, target);
    return true;
  });
}

type Put = (ready: string, target: string) => boolean;

function putBy(path: string, aside: string, content: string | Uint8Array, put: Put): boolean {
  const target = targetOf(path);
  const before = statOf(target);
  const folder = dirname(target);
  const near = join(folder, `.${basename(target)}.${process.pid}`);
  const linked = target !== resolve(path);
  const away = join(aside, `${basename(target)}.${process.pid}`);
  const ready = linked || !sameDisk(folder, aside) ? near : away;
  try {
    writeDurably(ready, content, before, isPrivate(target) ? 0o600 : 0o666);
    if (!put(ready, target)) return false;
    syncFolder(folder);
    return true;
  } finally {
    rmSync(ready, { force: true });
  }
}

/** A name that nothing has; false where somebody took it meanwhile. */
function takeName(ready: string, target: string): boolean {
  try {
    linkSync(ready, target);
    return true;
  } catch {
    if (statOf(target) !== null) return false;
    // A disk without second names; or one without room, which says so again.
    renameSync(ready, target);
    return true;
  }
}

/** Where a write to `path` goes: behind all links, also where the file that they lead to is not there yet. */
export function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const link = linkAt(path);
    if (link !== null) return targetOf(resolve(dirname(path), link));
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

/** Makes a folder and those above it that are missing; they are on the disk when this returns. */
export function makeFolder(folder: string): void {
  const target = targetOf(folder);
  const first = mkdirSync(target, { recursive: true, mode: isPrivate(target) ? 0o700 : 0o777 });
  if (first === undefined) return;
  for (let made = target; made !== dirname(made); made = dirname(made)) {
    syncFolder(dirname(made));
    if (made === first) return;
  }
}

function linkAt(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function sameDisk(a: string, b: string): boolean {
  const [left, right] = [statOf(a), statOf(b)];
  return left !== null && right !== null && left.dev === right.dev;
}

function writeDurably(
  path: string,
  content: string | Uint8Array,
  before: Stats | null,
  mode: number,
): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  rmSync(path, { force: true });
  const file = openSync(path, "wx", before === null ? mode : before.mode & 0o777);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    if (before !== null) keepOwner(path, before);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepOwner(path: string, { mode, uid, gid }: Stats): void {
  if (process.platform === "win32") return;
  const now = statSync(path);
  try {
    if (now.uid !== uid || now.gid !== gid) chownSync(path, uid, gid);
  } catch {
    // Only root may give a file away; the text is what matters.
  }
  // After the owner, whose change may clear bits of the mode.
  if ((now.mode & 0o7777) !== (mode & 0o7777)) chmodSync(path, mode & 0o7777);
}

/** What was named in a folder is there after a power cut too, where the system can do that. */
export function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Some systems can't open a folder for that.
  }
}

/** Writes a file where there is none; whether it did. */
export function writeNew(file: string, text: string | Buffer): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
