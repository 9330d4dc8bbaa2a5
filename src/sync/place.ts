/** What a person names as the place that devices share. */
import { homedir } from "node:os";
import { resolve } from "node:path";
import { makeFolder } from "../workspace/replace-file.ts";
import { folderShelf } from "./folder-shelf.ts";
import type { Shelf } from "./shelf.ts";

export interface Place {
  /** As it is kept and shown. */
  readonly name: string;
  readonly path: string;
}

export function placeFrom(said: string, cwd: string): Place {
  const path = resolve(cwd, said.replace(/^~(?=\/|$)/, homedir()));
  return { name: path, path };
}

export function shelfAt({ path }: Place): Shelf {
  makeFolder(path);
  return folderShelf(path);
}
