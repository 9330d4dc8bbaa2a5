/** The first text of a note: the curriculum's template with the paper's record filled in. */
import type { Curriculum, PaperId } from "./curriculum.ts";

export function noteTemplateFor(curriculum: Curriculum, id: PaperId): string {
  const paper = curriculum.papers.find((candidate) => candidate.id === id);
  const link = paper?.arxiv ? `https://arxiv.org/abs/${paper.arxiv}` : (paper?.url ?? "");
  const values: Record<string, string> = {
    title: paper?.title ?? id,
    authors: paper?.authors.join(", ") ?? "",
    year: paper === undefined ? "" : String(paper.year),
    venue: paper?.venue ?? "",
    link,
  };
  return curriculum.noteTemplate.replace(/\{\{(\w+)\}\}/g, (whole, key) => values[key] ?? whole);
}
