/** The curriculum of a workspace: the learner's own folder, or one that comes with the program. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Curriculum } from "../core/curriculum.ts";
import type { Layout } from "./layout.ts";
import { Trouble } from "./trouble.ts";

/** Put in place by the build of the executable; a checkout reads its folder. */
declare const EMBEDDED_CURRICULA: Readonly<Record<string, Curriculum>> | undefined;

const shipped = join(import.meta.dir, "..", "..", "curricula");

export const defaultCurriculum = "llm";

/** The names of the curricula that come with the program. */
export function builtInCurricula(): readonly string[] {
  if (typeof EMBEDDED_CURRICULA !== "undefined") return Object.keys(EMBEDDED_CURRICULA);
  return readdirSync(shipped).filter((name) => existsSync(join(shipped, name, "curriculum.yaml")));
}

/** The curriculum that `layout`'s journal is folded against. */
export async function curriculumOf(layout: Layout, name: string): Promise<Curriculum> {
  if (existsSync(layout.curriculum)) return cached(layout, layout.curriculum);
  if (typeof EMBEDDED_CURRICULA !== "undefined") {
    const embedded = EMBEDDED_CURRICULA[name];
    if (embedded !== undefined) return embedded;
  } else if (existsSync(join(shipped, name, "curriculum.yaml"))) {
    return cached(layout, join(shipped, name));
  }
  throw new Trouble(
    "bad-curriculum",
    `This workspace studies the curriculum "${name}", which is neither built in (${builtInCurricula().join(", ")}) nor in its folder curriculum/.`,
  );
}

/** Parsing YAML is the slow part of a start, so its result is kept until a file of the folder changes. */
async function cached(layout: Layout, folder: string): Promise<Curriculum> {
  const key = fingerprint(folder);
  try {
    const stored = JSON.parse(readFileSync(layout.curriculumCache, "utf8"));
    if (stored.key === key) return stored.curriculum;
  } catch {
    // No cache, or one that was cut short: made anew below.
  }
  const curriculum = await readCurriculumFolder(folder);
  try {
    writeFileSync(layout.curriculumCache, JSON.stringify({ key, curriculum }));
  } catch {
    // A workspace that can't be written is still good to look at.
  }
  return curriculum;
}

/** Reads and validates a curriculum; a broken one is refused with all its faults. */
export async function readCurriculumFolder(folder: string): Promise<Curriculum> {
  const { readCurriculum } = await import("../curriculum/folder.ts");
  const { sayFault } = await import("../curriculum/faults.ts");
  const read = await readCurriculum(folder);
  if (read.ok) return read.curriculum;
  const { length } = read.faults;
  throw new Trouble(
    "bad-curriculum",
    `The curriculum ${folder} has ${length === 1 ? "a fault" : `${length} faults`}:\n${read.faults.map((fault) => `  ${sayFault(fault)}`).join("\n")}`,
  );
}

/** Names, sizes and times of all files: what a change of content can't leave alike. */
function fingerprint(folder: string): string {
  const parts: string[] = [formatVersion, folder];
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) walk(child);
      else if (/\.(yaml|md)$/.test(entry.name)) {
        const { mtimeMs, size } = statSync(child);
        parts.push(`${child}:${mtimeMs}:${size}`);
      }
    }
  };
  walk(folder);
  return Bun.hash(parts.join("\n")).toString(36);
}

/** Goes up when `Curriculum` changes its shape. */
const formatVersion = "1";
