/** The curriculum of a workspace: the learner's own folder, or one that comes with the program. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownOf } from "../core/content/bare.ts";
import type { Curriculum } from "../core/content/curriculum.ts";
import type { Material } from "../core/content/material.ts";
import type { Fault } from "../curriculum/faults.ts";
import type { EmbeddedMaterial } from "./embedded/material.ts";
import { fingerprint, kept, keptInCheckout } from "./kept.ts";
import type { Layout } from "./layout.ts";
import { Trouble } from "./trouble.ts";

/** The names of the curricula in the executable, put in place by its build; a checkout reads its folder. */
declare const EMBEDDED: readonly string[] | undefined;
const embeddedNames = typeof EMBEDDED === "undefined" ? null : EMBEDDED;

const shipped = join(import.meta.dir, "..", "..", "curricula");

export const defaultCurriculum = "llm";

/** The names of the curricula that come with the program. */
export function builtInCurricula(): readonly string[] {
  if (embeddedNames !== null) return embeddedNames;
  return readdirSync(shipped).filter((name) => existsSync(join(shipped, name, "curriculum.yaml")));
}

/** One that comes with the program, whatever a workspace has. */
export async function shippedCurriculum(name: string): Promise<Curriculum> {
  if (embeddedNames === null) return readCurriculumFolder(join(shipped, name));
  const { curricula } = await import("./embedded/curricula.ts");
  return ownOf(curricula, name) ?? fail(name);
}

/** The curriculum that `layout`'s journal is folded against. */
export async function curriculumOf(layout: Layout, name: string): Promise<Curriculum> {
  const folder = folderOf(layout, name);
  if (folder === null) {
    const { curricula } = await import("./embedded/curricula.ts");
    return ownOf(curricula, name) ?? fail(name);
  }
  return cached({ layout, name, kind: "curriculum" }, folder, readCurriculumFolder);
}

/** The guides, decks and facts of the same curriculum. */
export async function materialOf(layout: Layout, name: string): Promise<Material> {
  const folder = folderOf(layout, name);
  if (folder === null) return (await embeddedMaterial(name)).material;
  return cached({ layout, name, kind: "material" }, folder, readMaterialFolder);
}

/** What the made-up learner of the example wrote; a curriculum need not have any. */
export async function exampleNotesOf(name: string): Promise<Readonly<Record<string, string>>> {
  if (embeddedNames !== null) return (await embeddedMaterial(name)).exampleNotes;
  return readExampleNotes(join(shipped, name));
}

export function readExampleNotes(curriculum: string): Readonly<Record<string, string>> {
  const folder = join(curriculum, "example", "notes");
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace(/\.md$/, ""),
      readFileSync(join(folder, file), "utf8"),
    ]),
  );
}

/** Null for one that is part of the executable. */
function folderOf(layout: Layout, name: string): string | null {
  if (existsSync(layout.curriculum)) return layout.curriculum;
  if (embeddedNames !== null) return null;
  const folder = join(shipped, name);
  if (existsSync(join(folder, "curriculum.yaml"))) return folder;
  throw unknown(name);
}

async function embeddedMaterial(name: string): Promise<EmbeddedMaterial> {
  const { materials } = await import("./embedded/material.ts");
  return ownOf(materials, name) ?? fail(name);
}

function fail(name: string): never {
  throw unknown(name);
}

function unknown(name: string): Trouble {
  return new Trouble(
    "bad-curriculum",
    `This workspace studies the curriculum "${name}", which is neither built in (${builtInCurricula().join(", ")}) nor in its folder curriculum/.`,
  );
}

/**
 * Parsing YAML is the slow part of a start, so its result is kept until a file of the folder changes: of the learner's
 * own curriculum in the workspace, of one that every workspace shares once for all.
 */
function cached<T>(
  { layout, name, kind }: { readonly layout: Layout; readonly name: string; readonly kind: Kind },
  folder: string,
  read: (folder: string) => Promise<T>,
): Promise<T> {
  const own = kind === "curriculum" ? layout.curriculumCache : layout.materialCache;
  const file = folder === layout.curriculum ? own : keptInCheckout(`${kind}-${name}.json`);
  return kept(file, fingerprint([folder], /\.(yaml|md)$/, formatVersion), () => read(folder));
}

type Kind = "curriculum" | "material";

/** Reads and validates a curriculum; a broken one is refused with all its faults. */
export async function readCurriculumFolder(folder: string): Promise<Curriculum> {
  const { readCurriculum } = await import("../curriculum/folder.ts");
  const read = await readCurriculum(folder);
  if (read.ok) return read.curriculum;
  throw await faulty(folder, read.faults);
}

export async function readMaterialFolder(folder: string): Promise<Material> {
  const { readMaterial } = await import("../curriculum/folder.ts");
  const read = await readMaterial(folder);
  if (read.ok) return read.material;
  throw await faulty(folder, read.faults);
}

/** Both, and whether every formula can be set. */
export async function checkCurriculumFolder(folder: string): Promise<Curriculum> {
  const { checkCurriculum } = await import("../curriculum/folder.ts");
  const checked = await checkCurriculum(folder);
  if (checked.ok) return checked.curriculum;
  throw await faulty(folder, checked.faults);
}

async function faulty(folder: string, faults: readonly Fault[]): Promise<Trouble> {
  const { sayFault } = await import("../curriculum/faults.ts");
  const { length } = faults;
  return new Trouble(
    "bad-curriculum",
    `The curriculum ${folder} has ${length === 1 ? "a fault" : `${length} faults`}:\n${faults.map((fault) => `  ${sayFault(fault)}`).join("\n")}`,
  );
}

/** Goes up when `Curriculum` or `Material` changes its shape. */
const formatVersion = "6";
