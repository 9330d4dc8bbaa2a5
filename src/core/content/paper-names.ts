/** Which paper is meant by the name in a note's link: its id, its name, its title or one of its aliases, in any case. */
import type { Curriculum, PaperId } from "./curriculum.ts";
import { plainName } from "./names.ts";

interface NamedPapers {
  readonly curriculum: Curriculum;
  readonly progress: {
    readonly papers: readonly { readonly id: PaperId; readonly name: string }[];
  };
}

/** Null for a name that no paper has. */
export function paperNamed(said: string, { curriculum, progress }: NamedPapers): PaperId | null {
  const wanted = plainName(said);
  const known = new Map(curriculum.papers.map((paper) => [paper.id, paper]));
  const found = progress.papers.find(({ id, name }) => {
    const paper = known.get(id);
    const names = [id, name, ...(paper === undefined ? [] : [paper.title, ...paper.aliases])];
    return names.some((one) => plainName(one) === wanted);
  });
  return wanted === "" ? null : (found?.id ?? null);
}
