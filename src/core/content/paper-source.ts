/** Where a paper is found: its arXiv id, or an address, as people write and paste them. */

import { arxivIdIn } from "./names.ts";

export interface PaperSource {
  readonly arxiv: string | null;
  readonly url: string | null;
}

export function paperSource(text: string): PaperSource | null {
  const said = text.trim();
  const arxiv = arxivIdIn(said);
  if (arxiv !== null) return { arxiv, url: null };
  return address.test(said) ? { arxiv: null, url: said } : null;
}

const address = /^https?:\/\/([\w.-]+)(?::\d+)?((?:\/[^\s?#]*)?)(?:[?#]\S*)?$/i;

/** A paper as it is added in one line: `Mamba 2312.00752`, `https://arxiv.org/abs/2312.00752`, or its name alone. */
export function namedPaper(line: string): {
  readonly name: string;
  readonly record?: { readonly arxiv: string } | { readonly url: string };
} {
  const words = line.trim().split(/\s+/);
  const at = words.findLastIndex((word) => paperSource(bare(word)) !== null);
  const found = paperSource(bare(words[at] ?? ""));
  if (found === null) return { name: line.trim() };
  const rest = words
    .filter((_, index) => index !== at)
    .join(" ")
    .replace(/[\s,;:–-]+$/, "");
  const name = rest.replace(/\s*\barxiv:?$/i, "");
  const record = found.arxiv === null ? { url: found.url ?? "" } : { arxiv: found.arxiv };
  return { name: name === "" ? nameOf(found) : name, record };
}

/** Without the brackets and commas of the sentence around it. */
const bare = (word: string) => word.replace(/^[(<[]+|[)>\],;]+$/g, "");

function nameOf({ arxiv, url }: PaperSource): string {
  if (arxiv !== null) return `arXiv ${arxiv}`;
  const [, host = "", path = ""] = address.exec(url ?? "") ?? [];
  const last = path.split("/").findLast((part) => part !== "") ?? host;
  return last.replace(/\.pdf$/i, "").replace(/%20|[|+]/g, " ");
}
