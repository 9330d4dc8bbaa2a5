/** A curriculum's folder on disk. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Fault, inOrder } from "./faults.ts";
import { type ParsedMaterial, parseMaterial } from "./material.ts";
import { type Parsed, parseCurriculum } from "./parse.ts";

export type Folder =
  | { readonly ok: true; readonly files: Map<string, string> }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The texts of all .yaml and .md files below `dir` and of its exercises, hidden ones left out, by their path with `/`. */
export async function readFolder(dir: string): Promise<Folder> {
  try {
    const paths = await textFiles(dir);
    if (!paths.includes("curriculum.yaml")) {
      return refused(`the folder ${dir} holds no curriculum.yaml`);
    }
    const read = async (path: string) => [path, await readFile(join(dir, path), "utf8")] as const;
    return { ok: true, files: new Map(await Promise.all(paths.map(read))) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === "ENOENT") return refused(`the folder ${dir} does not exist`);
    if (code === "ENOTDIR") return refused(`${dir} is a file, not a folder`);
    return refused(`the folder ${dir} can't be read (${code})`);
  }
}

/** Its version is a hash of its content, so it changes when anything in it does. */
export async function readCurriculum(dir: string): Promise<Parsed> {
  const folder = await readFolder(dir);
  return folder.ok ? parseCurriculum(folder.files, contentVersion(folder.files)) : folder;
}

/** The guides, decks and facts of the curriculum in `dir`. */
export async function readMaterial(dir: string): Promise<ParsedMaterial> {
  const folder = await readFolder(dir);
  return folder.ok ? parseMaterial(folder.files) : folder;
}

/** Everything that can be said about a curriculum: its formulas and its standards included. */
export async function checkCurriculum(dir: string): Promise<Parsed> {
  const folder = await readFolder(dir);
  if (!folder.ok) return folder;
  const { files } = folder;
  const parsed = parseCurriculum(files, contentVersion(files));
  const material = parseMaterial(files);
  const { latexFaults } = await import("./latex.ts");
  const { numberFaults } = await import("./number-faults.ts");
  const { guideStandards } = await import("./guide-standards.ts");
  const { standardFaults } = await import("./standards.ts");
  const { releasedFaults } = await import("./released.ts");
  const faults = [
    ...(parsed.ok ? [] : parsed.faults),
    ...(material.ok
      ? [...latexFaults(material.material, files), ...numberFaults(material.material, files)]
      : material.faults),
    ...standardFaults(files),
    ...guideStandards(files),
    ...releasedFaults(files),
  ];
  return faults.length > 0 ? { ok: false, faults: inOrder(faults) } : parsed;
}

/** Code is left out: what a curriculum says is the same whatever an exercise's Python does. */
export function contentVersion(files: ReadonlyMap<string, string>): string {
  const content = [...files]
    .filter(([path]) => /\.(yaml|md)$/.test(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Bun.hash(JSON.stringify(content)).toString(36);
}

async function textFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return (
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
      // Of an exercise every file counts: one too many is a fault.
      .filter((path) => /\.(yaml|md)$/.test(path) || /(^|\/)(exercises|milestones)\//.test(path))
      .filter(
        (path) => !path.split("/").some((part) => part.startsWith(".") || part === "__pycache__"),
      )
      .sort()
  );
}

function refused(message: string): Folder & { readonly ok: false } {
  return { ok: false, faults: [{ file: "curriculum.yaml", line: 1, column: 1, message }] };
}
