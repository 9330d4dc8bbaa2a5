/**
 * Which paper is meant by the name in a note's link: its id, its name, its title or one of its aliases, in any case; else
 * what a note's own properties call its paper.
 */
import type { Curriculum, PaperId } from "./curriculum.ts";
import { plainName } from "./names.ts";

interface NamedPapers {
  readonly curriculum: Curriculum;
  readonly progress: {
    readonly papers: readonly { readonly id: PaperId; readonly name: string }[];
  };
}

/** What the learner's notes call their papers, by plain names. */
export type OwnNames = ReadonlyMap<string, PaperId>;

/** A name that two notes give is nobody's. */
export function ownNamesOf(
  notes: readonly { readonly paper: PaperId; readonly aliases: readonly string[] }[],
): OwnNames {
  const papers = Map.groupBy(
    notes.flatMap(({ paper, aliases }) => aliases.map((alias) => ({ paper, alias }))),
    ({ alias }) => plainName(alias),
  );
  return new Map(
    [...papers].flatMap(([name, all]) => {
      const [first] = all;
      const isOne = all.every(({ paper }) => paper === first?.paper);
      return name === "" || first === undefined || !isOne ? [] : [[name, first.paper] as const];
    }),
  );
}

/** Null for a name that no paper has. */
export function paperNamed(
  said: string,
  { curriculum, progress }: NamedPapers,
  own: OwnNames,
): PaperId | null {
  const wanted = plainName(said);
  const known = new Map(curriculum.papers.map((paper) => [paper.id, paper]));
  const found = progress.papers.find(({ id, name }) => {
    const paper = known.get(id);
    const names = [id, name, ...(paper === undefined ? [] : [paper.title, ...paper.aliases])];
    return names.some((one) => plainName(one) === wanted);
  });
  return wanted === "" ? null : (found?.id ?? own.get(wanted) ?? null);
}
