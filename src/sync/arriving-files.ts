/**
 * The files of a device that joins. Hundreds may come at once, and each by itself would wait for the disk several times; so
 * they are written aside, brought onto the disk together, and only then put in their places. A join that ends in between
 * has put none there and is begun anew.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Layout } from "../workspace/layout.ts";
import { makeFolder, syncFolder } from "../workspace/replace-file.ts";
import type { Content } from "./content.ts";
import type { Files } from "./files.ts";

/** So many wait for the disk at once. */
const atOnce = 64;

export interface ArrivingFiles {
  readonly files: Files;
  /** Puts them in their places. The paths where a file is by now: it stays, and is merged at the next sync. */
  readonly settle: () => Promise<readonly string[]>;
}

export function arrivingFiles({ folder, state }: Layout, files: Files): ArrivingFiles {
  const aside = join(state, "arriving");
  rmSync(aside, { recursive: true, force: true });
  const written = new Map<string, { readonly at: string; readonly content: Content }>();
  return {
    files: {
      ...files,
      read: async (path) => written.get(path)?.content ?? files.read(path),
      put: async (path, before, content) => {
        const isNew = content !== null && !existsSync(join(folder, path));
        if (!isNew || written.has(path)) return files.put(path, before, content);
        makeFolder(aside);
        const at = join(aside, String(written.size));
        writeFileSync(at, content.bytes);
        written.set(path, { at, content });
        return true;
      },
    },
    settle: async () => {
      const all = [...written];
      for (let from = 0; from < all.length; from += atOnce) {
        await Promise.all(all.slice(from, from + atOnce).map(([, { at }]) => onDisk(at)));
      }
      const taken: string[] = [];
      const folders = new Set<string>();
      for (const [path, { at }] of all) {
        const place = join(folder, path);
        makeFolder(dirname(place));
        if (existsSync(place)) taken.push(path);
        else renameSync(at, place);
        folders.add(dirname(place));
      }
      for (const one of folders) syncFolder(one);
      rmSync(aside, { recursive: true, force: true });
      return taken;
    },
  };
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
