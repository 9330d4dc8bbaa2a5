/** A folder that some program carries to the other devices. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder, replaceFile, syncFolder } from "../workspace/replace-file.ts";
import { systemReason, Trouble } from "../workspace/trouble.ts";
import type { Listed, Shelf } from "./shelf.ts";

/** Deeper than this nothing of ours lies: `<device>/files/<text>`. */
const depth = 3;

export function placeAway(name: string): Trouble {
  return new Trouble(
    "missing-file",
    `${name} is not there. Is its disk or its program away? \`study sync PATH\` names another place.`,
  );
}

export function folderShelf(root: string): Shelf {
  const inWords = <T>(work: () => T): T => {
    try {
      // A disk that was taken out in this moment gets no folder in its stead.
      if (!existsSync(root)) throw placeAway(root);
      return work();
    } catch (error) {
      if (error instanceof Trouble) throw error;
      if (!existsSync(root)) throw placeAway(root);
      throw new Trouble("unwritable", `${root} can't be written: ${systemReason(error)}.`);
    }
  };
  return {
    grows: true,
    list: async () => inWords(() => [...filesIn(root, "", depth)]),
    read: async (name) => {
      try {
        return readFileSync(join(root, name));
      } catch {
        // It went in this moment, or its syncer has not brought it yet.
        return null;
      }
    },
    append: async (name, text) =>
      inWords(() => {
        const path = join(root, name);
        makeFolder(dirname(path));
        const file = openSync(path, "a");
        try {
          const bytes = Buffer.from(text);
          for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        syncFolder(dirname(path));
      }),
    replace: async (name, bytes) =>
      inWords(() => {
        const path = join(root, name);
        makeFolder(dirname(path));
        replaceFile(path, dirname(path), bytes);
      }),
    remove: async (name) => inWords(() => rmSync(join(root, name), { force: true })),
  };
}

function* filesIn(root: string, under: string, levels: number): Generator<Listed> {
  const entries = readdirSync(join(root, under), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const name = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory() && levels > 1) yield* filesIn(root, name, levels - 1);
    if (!entry.isFile()) continue;
    const found = statSync(join(root, name), { throwIfNoEntry: false });
    if (found !== undefined) yield { name, size: found.size, written: found.mtimeMs };
  }
}
