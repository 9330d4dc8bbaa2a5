/** `curriculum check`, `curriculum new`, `curriculum release`: curricula as data. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { sayFault } from "../../curriculum/faults.ts";
import { readFolder } from "../../curriculum/folder.ts";
import { builtInCurricula, checkCurriculumFolder } from "../../workspace/content.ts";
import { replaceFile } from "../../workspace/replace-file.ts";
import { systemReason } from "../../workspace/trouble.ts";
import { type CommonOptions, layoutFrom, Stop } from "../run.ts";
import type { Terminal } from "../terminal.ts";

const shipped = join(import.meta.dir, "..", "..", "..", "curricula");

/** Without a folder: all that come with a checkout, else the workspace's own. */
export async function checkCurriculum(
  terminal: Terminal,
  folder: string | undefined,
  options: CommonOptions,
): Promise<void> {
  for (const path of foldersMeant(terminal, folder, options)) {
    const { title, papers, weeks } = await checkCurriculumFolder(path);
    terminal.print(
      `${title}: ${count(papers.length, "paper")} and ${count(weeks.length, "week")}, no fault.`,
    );
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function foldersMeant(
  terminal: Terminal,
  folder: string | undefined,
  options: CommonOptions,
): readonly string[] {
  if (folder !== undefined) {
    const path = resolve(terminal.cwd, folder);
    if (existsSync(path) || !builtInCurricula().includes(folder)) return [path];
    if (existsSync(shipped)) return [join(shipped, folder)];
    throw new Stop(
      `"${folder}" comes with the program; name a folder to check one of your own.`,
      2,
    );
  }
  if (!existsSync(shipped)) {
    const own = layoutFrom(terminal, options).curriculum;
    if (existsSync(own)) return [own];
    throw new Stop(
      "This workspace's curriculum comes with the program; name a folder to check.",
      2,
    );
  }
  return readdirSync(shipped)
    .map((name) => join(shipped, name))
    .filter((path) => existsSync(join(path, "curriculum.yaml")));
}

/** Makes a whole, small curriculum in a new folder. */
export async function newCurriculum(terminal: Terminal, name: string): Promise<void> {
  if (name.trim() === "") throw new Stop("The name is empty; give the curriculum one.", 2);
  const folder = resolve(terminal.cwd, name);
  const id = basename(folder)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (id === "") throw new Stop(`"${name}" holds no letter or digit to name a curriculum by.`, 2);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Stop(`${name} already exists and is not empty; name a new folder.`);
  }
  const { starterFiles } = await import("../../curriculum/starter.ts");
  const title = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll("-", " ")} Tracker`;
  try {
    for (const [file, text] of starterFiles(id, title)) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: "wx" });
    }
  } catch (error) {
    throw new Stop(`${folder} can't be written: ${systemReason(error)}.`);
  }
  await checkCurriculumFolder(folder);
  const said = /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
  terminal.print(`Made the curriculum "${id}" in ${name}: one paper, one week.`);
  terminal.print(`\`study curriculum check ${said}\` lists every fault in it.`);
  terminal.print(`\`study init --curriculum ${said}\` studies it.`);
}

/** Writes down the ids of today, so that a later check tells when one is gone. */
export async function releaseCurriculum(terminal: Terminal, folder: string): Promise<void> {
  const path = resolve(terminal.cwd, folder);
  const read = await readFolder(path);
  if (!read.ok) throw new Stop(read.faults.map(sayFault).join("\n"));
  const { releaseAll, releasedFile } = await import("../../curriculum/released.ts");
  await checkCurriculumFolder(path);
  const { text, added } = releaseAll(read.files);
  replaceFile(join(path, releasedFile), path, text);
  terminal.print(`${added} new ids were added to ${folder}/${releasedFile}.`);
}
