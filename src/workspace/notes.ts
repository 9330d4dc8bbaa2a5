/** The note file of a paper, made from the curriculum's template the first time. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PaperId } from "../core/curriculum.ts";
import type { Workspace } from "./workspace.ts";

/** The path of the paper's note; an existing file is never touched. */
export function ensureNote({ folder, curriculum }: Workspace, id: PaperId): string {
  const path = join(folder, "notes", `${id}.md`);
  if (existsSync(path)) return path;
  mkdirSync(join(folder, "notes"), { recursive: true });
  const paper = curriculum.papers.find((candidate) => candidate.id === id);
  const link = paper?.arxiv ? `https://arxiv.org/abs/${paper.arxiv}` : (paper?.url ?? "");
  const values: Record<string, string> = {
    title: paper?.title ?? id,
    authors: paper?.authors.join(", ") ?? "",
    year: paper === undefined ? "" : String(paper.year),
    venue: paper?.venue ?? "",
    link,
  };
  const text = curriculum.noteTemplate.replace(
    /\{\{(\w+)\}\}/g,
    (whole, key) => values[key] ?? whole,
  );
  writeFileSync(path, text, { flag: "wx" });
  return path;
}
