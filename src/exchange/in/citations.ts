/** Papers from BibTeX and CSL-JSON, as Zotero and others export them: those that the curriculum lacks become your own. */
import { type Cited, placedPapers, quotesFor, recordOf } from "../cited.ts";
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import { arxivIn } from "../markdown/links.ts";
import { type Annotation, annotationsIn, hasAnnotations } from "../notes/annotations.ts";
import { sortedOut } from "../notes/quotes.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "BibTeX or CSL-JSON: papers",
  detects: ({ name, head }) =>
    /\.bib(?:tex)?$/i.test(name) ||
    (/\.json$/i.test(name) &&
      /"(?:title|DOI|issued|citation-key)"/.test(head) &&
      !/"itemType"\s*:/.test(head)),
  read: readCitations,
};

type Item = Record<string, unknown>;

const mostCharacters = 2_000_000;

async function readCitations({ name, bytes }: GivenFile): Promise<ReadFile> {
  const text = textOf(bytes);
  if (text === null) return { ok: false, fault: "can't be read: it is not UTF-8 text" };
  const isBib = /\.bib(?:tex)?$/i.test(name);
  if (isBib && !/@\w+\s*\{/.test(text))
    return { ok: false, fault: "holds no entry of BibTeX, @article{…}" };
  if (text.length > mostCharacters)
    return { ok: false, fault: "holds more than a library of papers does; split it" };
  let data: readonly Item[];
  try {
    const { Cite } = await import("@citation-js/core");
    await import("@citation-js/plugin-bibtex");
    data = new Cite(isBib ? text : JSON.parse(text)).data;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return {
      ok: false,
      fault: `can't be read as ${isBib ? "BibTeX" : "CSL-JSON"} (${why.slice(0, 120)})`,
    };
  }
  const eprints = isBib ? eprintsIn(text) : new Map<string, string>();
  const all = data.flatMap((item) => citedOf(item, eprints).map((cited) => ({ item, cited })));
  const cited = all.map((one) => one.cited);
  const sorted = all.map((one) => ({ ...one, ...sortedOut(quotesIn(one.item)) }));
  if (cited.length === 0) return { ok: false, fault: "holds no paper with a title" };
  return {
    ok: true,
    found: {
      from: "citations",
      has: [`${cited.length} ${cited.length === 1 ? "paper" : "papers"}`],
      left: sorted.flatMap(({ left }) => left),
      place: (situation) => placedPapers(cited, situation),
      quotes: (known) => sorted.flatMap((one) => quotesFor(one.cited, one.whole, known)),
    },
  };
}

/** What the library leaves out: the arXiv number of an entry, by its key. */
function eprintsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of text.split(/^\s*(?=@\w+\s*\{)/m)) {
    const key = /^@\w+\s*\{\s*([^,\s]+)/.exec(entry)?.[1];
    const number =
      /\beprint\s*=\s*[{"]\s*(?:arxiv:)?(\d{4}\.\d{4,5})/i.exec(entry)?.[1] ?? arxivIn(entry);
    if (key !== undefined && number != null) found.set(key, number);
  }
  return found;
}

function citedOf(item: Item, eprints: ReadonlyMap<string, string>): readonly Cited[] {
  const issued = item.issued as
    | { readonly "date-parts"?: readonly (readonly unknown[])[] }
    | undefined;
  const authors = Array.isArray(item.author) ? item.author : [];
  const found = recordOf({
    title: item.title,
    authors: authors.map((one) => [one?.literal ?? one?.given, one?.literal ? null : one?.family]),
    year: issued?.["date-parts"]?.[0]?.[0],
    venue: item["container-title"],
    url: item.URL,
    doi: item.DOI,
    hints: [eprints.get(keyOf(item)), item.URL, item.note, item.number],
  });
  return found === null ? [] : [found];
}

function keyOf(item: Item): string {
  return String(item["citation-key"] ?? item.id ?? item.title);
}

/** Notes that an entry brings along may hold highlights. */
function quotesIn(item: Item): readonly Annotation[] {
  return [item.annote, item.note].flatMap((text) =>
    typeof text === "string" && hasAnnotations(text) ? annotationsIn(text) : [],
  );
}
