/** Papers as CSL-JSON has them: those of the curriculum, and the learner's own with what is known of them. */
import type { Paper } from "../core/content/curriculum.ts";
import type { Written } from "./form.ts";

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly "date-parts": readonly (readonly number[])[] };
  readonly "container-title"?: string;
  readonly URL?: string;
  readonly note?: string;
}

/** What of a paper a citation says, its own or the curriculum's. */
type Known = Pick<Paper, "id" | "title" | "authors" | "year" | "venue" | "arxiv" | "url">;

/** The paper's id is its citekey, in notes as well: `[@bert]`. */
export function papersAsCsl({
  curriculum,
  tally,
}: Pick<Written, "curriculum" | "tally">): readonly CslItem[] {
  const own = tally.added
    .filter(({ id }) => !curriculum.papers.some((paper) => paper.id === id))
    .map(
      ({ id, name, record }): Known => ({
        id,
        title: record?.title ?? name,
        authors: record?.authors ?? [],
        year: record?.year ?? null,
        venue: record?.venue ?? null,
        arxiv: record?.arxiv ?? null,
        url: record?.url ?? null,
      }),
    );
  return [...curriculum.papers, ...own].map(itemOf);
}

function itemOf({ id, title, authors, year, venue, arxiv, url }: Known): CslItem {
  const address = url ?? (arxiv === null ? null : `https://arxiv.org/abs/${arxiv}`);
  return {
    id,
    type: venue === null || /^arxiv\b/i.test(venue) ? "article" : "paper-conference",
    title,
    ...(authors.length === 0 ? {} : { author: authors.map(nameOf) }),
    ...(year === null ? {} : { issued: { "date-parts": [[year]] } }),
    ...(venue === null ? {} : { "container-title": venue }),
    ...(address === null ? {} : { URL: address }),
    ...(arxiv === null ? {} : { note: `arXiv:${arxiv}` }),
  };
}

/** Words that stand in the names of institutions, and in no person's. */
const institution =
  /\b(?:team|group|institute|research|university|labs?|foundation|consortium|collaboration|deepmind|ai|inc)\b|gemeinschaft$/i;

/** `Ashish Vaswani`, `Vaswani, Ashish`, `OpenAI`, `Gemini Team`, `et al.` */
export function nameOf(name: string): CslName {
  if (/^et al\.?$/i.test(name.trim()) || institution.test(name)) return { literal: name.trim() };
  const [family, given] = name.split(/,\s*/);
  if (given !== undefined && family !== undefined) return { family, given };
  const at = name.trim().lastIndexOf(" ");
  return at < 0 ? { literal: name } : { given: name.slice(0, at), family: name.slice(at + 1) };
}
