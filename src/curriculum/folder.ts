/** A curriculum on disk. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Parsed, parseCurriculum } from "./parse.ts";

export async function readCurriculum(folder: string): Promise<Parsed> {
  const files = readFolder(folder);
  const content = [...files].map(([file, text]) => `${file}\0${text}`).join("\0");
  return parseCurriculum(files, Bun.hash(content).toString(36));
}

/** The YAML and Markdown files of a folder, by their path in it, in the order of their names. */
export function readFolder(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    paths.map((path) => [relative(folder, path).split(sep).join("/"), readFileSync(path, "utf8")]),
  );
}
