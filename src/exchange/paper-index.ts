/** Which paper of a workspace a person means: by arXiv id, address, name, title or alias, or by words that hold one. */
import type { PaperId } from "../core/content/curriculum.ts";
import { plainName } from "../core/content/names.ts";
import type { Situation } from "../core/decide/decision.ts";
import { sameAddress } from "./markdown/links.ts";

export interface PaperIndex {
  readonly byArxiv: ReadonlyMap<string, PaperId>;
  readonly byAddress: ReadonlyMap<string, PaperId>;
  readonly byName: ReadonlyMap<string, PaperId>;
  /** Words of the field: they name a paper where one is expected, and are not looked for in what people write. */
  readonly byTopic: ReadonlyMap<string, PaperId>;
  /** Names as words, the longest first. */
  readonly inWords: readonly { readonly words: string; readonly id: PaperId }[];
}

/** What of a situation tells its papers. */
export type Known = Pick<Situation, "curriculum" | "tally" | "progress">;

export function paperIndex({ curriculum, tally, progress }: Known): PaperIndex {
  const byArxiv = new Map<string, PaperId>();
  const byAddress = new Map<string, PaperId>();
  const byName = new Map<string, PaperId>();
  const byTopic = new Map<string, PaperId>();
  const inWords = new Map<string, PaperId>();
  const named = (name: string, id: PaperId) => {
    const plain = plainName(name);
    if (plain !== "" && !byName.has(plain)) byName.set(plain, id);
    const words = wordsOf(name);
    if (words.trim().length >= 3 && !inWords.has(words)) inWords.set(words, id);
  };
  for (const { id, name } of progress.papers) named(name, id);
  for (const paper of curriculum.papers) {
    const topics = new Set(paper.topics);
    const names = paper.aliases.filter((alias) => !topics.has(alias));
    for (const name of [paper.title, ...names, paper.id]) named(name, paper.id);
    for (const topic of topics) {
      byTopic.set(plainName(topic), paper.id);
      named(`${topic} paper`, paper.id);
    }
    if (paper.arxiv !== null) byArxiv.set(paper.arxiv.replace(/v\d+$/, ""), paper.id);
    if (paper.url !== null) byAddress.set(sameAddress(paper.url), paper.id);
  }
  for (const { id, record } of tally.added) {
    if (record?.arxiv !== undefined) byArxiv.set(record.arxiv, id);
    if (record?.url !== undefined) byAddress.set(sameAddress(record.url), id);
    if (record?.title !== undefined) named(record.title, id);
  }
  const longest = [...inWords].map(([words, id]) => ({ words, id }));
  longest.sort((a, b) => b.words.length - a.words.length);
  return { byArxiv, byAddress, byName, byTopic, inWords: longest };
}

/** Letters and digits alone, with a blank between words and at both ends. */
function wordsOf(text: string): string {
  return ` ${text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

interface Meant {
  readonly name: string;
  readonly arxiv: string | null;
  readonly addresses: readonly string[];
}

export function paperMeant(index: PaperIndex, { name, arxiv, addresses }: Meant): PaperId | null {
  const byId = arxiv === null ? undefined : index.byArxiv.get(arxiv);
  if (byId !== undefined) return byId;
  for (const address of addresses) {
    const found = index.byAddress.get(sameAddress(address)) ?? index.byName.get(plainName(address));
    if (found !== undefined && !/^https?:/.test(address)) return found;
    if (found !== undefined) return found;
  }
  return byNameOrTopic(index, name);
}

/** Where a paper is expected, as in a table's column of papers, a topic names one too. */
export function byNameOrTopic(index: PaperIndex, said: string): PaperId | null {
  return byItsName(index, said) ?? firstIn(index.byTopic, said);
}

/** An exact name, also without what stands behind a colon, in brackets, or around it. */
export function byItsName({ byName }: PaperIndex, said: string): PaperId | null {
  return firstIn(byName, said);
}

function firstIn(names: ReadonlyMap<string, PaperId>, said: string): PaperId | null {
  const forms = [
    said,
    said.replace(/\s*[([].*$/, ""),
    said.replace(/\s*[:–—|].*$/, ""),
    said.replace(/\s+-\s+.*$/, ""),
    said.replace(/^the\s+/i, "").replace(/\s+papers?$/i, ""),
    said.replace(/,?\s*(?:19|20)\d{2}\s*$/, ""),
    said.replace(/,?\s+by\s+.*$/i, ""),
    ...[.../\(([^()]{2,60})\)/g[Symbol.matchAll](said)].map(([, inside]) => inside ?? ""),
  ];
  for (const form of forms) {
    const found = names.get(plainName(form));
    if (found !== undefined) return found;
  }
  return null;
}

/** The one paper that a text speaks of; null for none, and for several. */
export function paperSpokenOf(index: PaperIndex, text: string): PaperId | null {
  let words = wordsOf(text.slice(0, 2000));
  const found = new Set<PaperId>();
  for (const name of index.inWords) {
    if (!words.includes(name.words)) continue;
    found.add(name.id);
    // A name within a longer one is not spoken of by itself.
    words = words.replaceAll(name.words, " | ");
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
