/** The paper that a person means by a name, a part of one, or an arXiv id. */
import type { Curriculum, PaperId } from "../content/curriculum.ts";
import { arxivIdIn, findByName, type Lookup } from "../content/names.ts";
import type { Tally } from "../entries/tally.ts";
import type { Progress } from "./progress.ts";

export function namedPaper(
  name: string,
  curriculum: Curriculum,
  { papers }: Pick<Progress, "papers">,
): Lookup<PaperId> {
  const arxiv = arxivIdIn(name);
  if (arxiv !== null) {
    const cited = papers.find((paper) => paper.arxiv === arxiv);
    return cited === undefined ? { found: "none", near: [] } : { found: "one", id: cited.id };
  }
  const candidates = papers.map(({ id, name: short }) => {
    const known = curriculum.papers.find((paper) => paper.id === id);
    return { id, names: [id, short, ...(known ? [known.title, ...known.aliases] : [])] };
  });
  return findByName(name, candidates);
}

/** What a paper is called, or was before it was removed. One of another curriculum has its id left. */
export function nameOfPaper(
  paper: PaperId,
  {
    progress,
    tally,
    called,
  }: {
    readonly progress: Pick<Progress, "papers">;
    readonly tally: Tally;
    readonly called?: ReadonlyMap<string, string>;
  },
): string {
  const known = progress.papers.find(({ id }) => id === paper)?.name ?? tally.ownNames[paper];
  return known ?? called?.get(paper) ?? paper;
}
