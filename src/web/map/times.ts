/** Which of two papers came first. */
import type { Paper, PaperId } from "../../core/content/curriculum.ts";

/** By the month of their arXiv numbers, else by their years; where neither is known, in the order of study. */
export function isEarlier(a: PaperId, b: PaperId, papers: readonly Paper[]): boolean {
  const [one, other] = [a, b].map((id) => papers.findIndex((paper) => paper.id === id));
  const [first, second] = [papers[one ?? -1], papers[other ?? -1]].map(monthOf);
  if (first == null || second == null || first === second) return (one ?? 0) < (other ?? 0);
  return first < second;
}

/** `2017-06`; a year alone stands before its months' papers. */
function monthOf(paper: Paper | undefined): string | null {
  if (paper === undefined) return null;
  const [, year, month] = /^(\d\d)(\d\d)\./.exec(paper.arxiv ?? "") ?? [];
  if (year !== undefined) return `20${year}-${month}`;
  return paper.year === null ? null : String(paper.year);
}
