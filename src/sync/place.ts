/** What a person names as the place that devices share. */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { Trouble } from "../workspace/trouble.ts";
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

/** The place has to be there: a stick that is not in the machine gets no folder in its stead. */
export function shelfAt({ path, name }: Place): Shelf {
  if (!existsSync(path)) {
    throw new Trouble(
      "missing-file",
      `${name} is not there. Is its disk or its program away? \`study sync PATH\` names another place.`,
    );
  }
  return folderShelf(path);
}
