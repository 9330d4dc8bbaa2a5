/** Papers as libraries of citations tell them: those that the workspace lacks become the learner's own. Pure. */
import type { Situation } from "../core/decide/decision.ts";
import type { PaperRecord } from "../core/entries/schemas.ts";
import type { Placed } from "./form.ts";
import { arxivAlone, arxivIn } from "./markdown/links.ts";
import type { PaperQuote } from "./notes/paper-quote.ts";
import { type Known, paperIndex, paperMeant } from "./paper-index.ts";
import type { Wish } from "./wishes.ts";

export interface Cited {
  readonly key: string;
  readonly record: PaperRecord & { readonly title: string };
}

/** What a library says of a paper, each field as it has it. */
export interface Told {
  readonly title: unknown;
  /** For each its parts, given name first. */
  readonly authors: readonly (readonly unknown[])[];
  readonly year: unknown;
  readonly venue: unknown;
  readonly url: unknown;
  readonly doi: unknown;
  /** Fields that may hold an arXiv id. */
  readonly hints: readonly unknown[];
}

/** Null for what has no title. */
export function recordOf(told: Told): Cited | null {
  const title = lineIn(told.title);
  if (title === null) return null;
  const doi = lineIn(told.doi);
  const url = lineIn(told.url) ?? (doi === null ? null : `https://doi.org/${doi}`);
  const year = Number(told.year);
  const venue = lineIn(told.venue);
  const authors = told.authors.flatMap((parts) => {
    const name = lineIn(parts.filter((part) => typeof part === "string").join(" "));
    return name === null ? [] : [name];
  });
  const hints = told.hints.map((hint) => lineIn(hint) ?? "");
  const arxiv =
    hints.map(arxivIn).find((found) => found !== null) ??
    hints
      .filter((hint) => !/^https?:/.test(hint))
      .map(arxivAlone)
      .find((found) => found !== null) ??
    null;
  return {
    key: arxiv ?? doi ?? title.toLowerCase(),
    record: {
      title,
      ...(authors.length === 0 ? {} : { authors }),
      ...(Number.isInteger(year) && year > 0 && year < 10_000 ? { year } : {}),
      ...(venue === null ? {} : { venue }),
      ...(arxiv === null ? {} : { arxiv }),
      ...(url === null ? {} : { url }),
    },
  };
}

function lineIn(value: unknown): string | null {
  const text =
    typeof value === "string"
      ? value
          .replace(/<[^<>]{0,50}>/g, "")
          .replace(/\s+/g, " ")
          .trim()
          .slice(0, 1900)
      : "";
  return text === "" ? null : text;
}

/** Highlights of a paper that the workspace has. */
export function quotesFor(
  { record }: Cited,
  all: readonly { readonly page: number; readonly text: string; readonly comment: string }[],
  known: Known,
): readonly PaperQuote[] {
  const { title, arxiv = null, url } = record;
  const addresses = url === undefined ? [] : [url];
  const paper =
    all.length === 0 ? null : paperMeant(paperIndex(known), { name: title, arxiv, addresses });
  return paper === null
    ? []
    : all.map(({ page, text, comment }) => ({ paper, page, text, comment }));
}

export function placedPapers(cited: readonly Cited[], situation: Situation): Placed {
  const index = paperIndex(situation);
  const wishes = cited.flatMap(({ key, record }): readonly Wish[] => {
    const { title, arxiv = null, url } = record;
    const known = paperMeant(index, {
      name: title,
      arxiv,
      addresses: url === undefined ? [] : [url],
    });
    if (known !== null) return [];
    const short = /^([^:]{2,40}):\s/.exec(title)?.[1];
    const name = (short ?? title).replaceAll("|", "/").slice(0, 200);
    return [
      { line: null, key: `paper:${key}`, command: { do: "add-paper", name, phase: null, record } },
    ];
  });
  return { wishes, homeless: [] };
}
