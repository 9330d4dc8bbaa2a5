/** What is offered behind `[[`: each paper under every name that a link to it may have. */
import type { Curriculum, PaperId } from "../../core/content/curriculum.ts";
import { plainName } from "../../core/content/names.ts";
import { rankOf } from "../palette/matching.ts";

export interface LinkOffer {
  readonly paper: PaperId;
  readonly label: string;
  readonly detail: string;
  /** What stands between the brackets then. */
  readonly link: string;
}

interface Known {
  readonly papers: readonly { readonly id: PaperId; readonly name: string }[];
  readonly curriculum: Pick<Curriculum, "papers">;
  /** What the learner's notes call their papers. */
  readonly own: readonly { readonly paper: PaperId; readonly alias: string }[];
}

/**
 * A link holds the paper's id, which is its file's name, and another name behind a bar: so it leads there in Obsidian
 * too, which finds no file by an alias.
 */
export function linkOffers({ papers, curriculum, own }: Known): readonly LinkOffer[] {
  return papers.flatMap(({ id, name }) => {
    const paper = curriculum.papers.find((one) => one.id === id);
    const aliases = own.filter((one) => one.paper === id).map(({ alias }) => alias);
    const others = [name, ...(paper === undefined ? [] : [paper.title, ...paper.aliases])];
    const offered = new Map([[plainName(id), id as string]]);
    for (const one of [...others, ...aliases]) {
      const plain = plainName(one);
      if (plain !== "" && !offered.has(plain) && !/[[\]|\n]/.test(one)) offered.set(plain, one);
    }
    return [...offered.values()].map((label) =>
      label === id
        ? { paper: id, label, detail: name, link: id }
        : { paper: id, label, detail: id, link: `${id}|${label}` },
    );
  });
}

/** Each paper once, under the name that fits best what was typed; the best first. All by their ids where nothing was. */
export function fitting(offers: readonly LinkOffer[], typed: string): readonly LinkOffer[] {
  if (plainName(typed) === "") return offers.filter(({ label, link }) => label === link);
  const best = new Map<PaperId, { readonly offer: LinkOffer; readonly rank: number }>();
  for (const offer of offers) {
    const rank = rankOf(typed, offer.label);
    if (rank === null || rank >= (best.get(offer.paper)?.rank ?? Number.POSITIVE_INFINITY))
      continue;
    best.set(offer.paper, { offer, rank });
  }
  return [...best.values()].toSorted((a, b) => a.rank - b.rank).map(({ offer }) => offer);
}
