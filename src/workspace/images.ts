/** Where an image of a note lies: beside the notes, or where the vault that `notes/` is part of keeps such files. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Layout } from "./layout.ts";

/** Types by the endings that their files have. SVG is left out, as it may hold script. */
const types: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

/** By the ending of a file's name. */
export function imageType(name: string): string | null {
  return types[/\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ""] ?? null;
}

/** The path of an image by its file's name alone; null where there is none. */
export function findImage(layout: Layout, name: string): string | null {
  if (/[/\\\0]/.test(name) || name.startsWith(".") || imageType(name) === null) return null;
  const folders = [layout.images, layout.notes, ...vaultFolders(layout.notes)];
  return folders.map((folder) => join(folder, name)).find(isFile) ?? null;
}

/** A vault is looked for so far above the notes. */
const mostSteps = 8;

function vaultFolders(notes: string): readonly string[] {
  try {
    const real = realpathSync(notes);
    const usual = ["attachments", "assets"].map((name) => join(real, name));
    let vault = real;
    for (let steps = 0; !existsSync(join(vault, ".obsidian")); steps += 1) {
      if (steps === mostSteps || vault === dirname(vault)) return usual;
      vault = dirname(vault);
    }
    return [...usual, vault, ...attachmentsOf(vault, real)];
  } catch {
    return [];
  }
}

/** The folder for attachments that the vault's settings name: `./` begins at the note, else at the vault. */
function attachmentsOf(vault: string, notes: string): readonly string[] {
  try {
    const settings: unknown = JSON.parse(
      readFileSync(join(vault, ".obsidian", "app.json"), "utf8"),
    );
    const named = (settings as { readonly attachmentFolderPath?: unknown }).attachmentFolderPath;
    if (typeof named !== "string" || named.split(/[/\\]/).includes("..")) return [];
    return [named.startsWith("./") ? join(notes, named) : join(vault, named)];
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // Too long for a name, or nothing that may be looked at.
    return false;
  }
}
