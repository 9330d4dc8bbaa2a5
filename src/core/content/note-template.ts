/** The first text of a note: the curriculum's template with the paper's record filled in. */
import { bareCopy } from "./bare.ts";
import type { Curriculum, PaperId } from "./curriculum.ts";

const form = /\{\{(\w+)\}\}/g;

/** A paper of the learner's own has a `name` and no record; a line that would say nothing of it is left out. */
export function noteTemplateFor(curriculum: Curriculum, id: PaperId, name: string = id): string {
  const paper = curriculum.papers.find((candidate) => candidate.id === id);
  const link = paper?.arxiv ? `https://arxiv.org/abs/${paper.arxiv}` : (paper?.url ?? "");
  const values: Readonly<Record<string, string>> = bareCopy({
    title: paper?.title ?? name,
    authors: paper?.authors.join(", ") ?? "",
    year: String(paper?.year ?? ""),
    venue: paper?.venue ?? "",
    link,
  });
  const lines = curriculum.noteTemplate.split("\n").filter((line) => {
    const keys = [...line.matchAll(form)].map(([, key = ""]) => key);
    return keys.length === 0 || keys.some((key) => values[key] !== "");
  });
  return lines.join("\n").replace(form, (whole, key) => values[key] ?? whole);
}
