/** Papers from BibTeX and CSL-JSON, as Zotero and others export them: those that the curriculum lacks become your own. */
import { type Cited, placedPapers, quotesFor, recordOf } from "../cited.ts";
import type { GivenFile, ReadFile, ReadForm } from "../form.ts";
import { arxivIn } from "../markdown/links.ts";
import type { Left } from "../markdown/reading.ts";
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
  const parsed = await itemsIn(text, isBib);
  if (!parsed.ok) {
    const { why } = parsed;
    return { ok: false, fault: `can't be read as ${isBib ? "BibTeX" : "CSL-JSON"} (${why})` };
  }
  const data = parsed.items;
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
      left: [...parsed.left, ...untitled(data, text), ...sorted.flatMap(({ left }) => left)],
      place: (situation) => placedPapers(cited, situation),
      quotes: (known) => sorted.flatMap((one) => quotesFor(one.cited, one.whole, known)),
    },
  };
}

type Parsed =
  | { readonly ok: true; readonly items: readonly Item[]; readonly left: readonly Left[] }
  | { readonly ok: false; readonly why: string };

/** Where one entry can't be read, the others still are, and it is told. */
async function itemsIn(text: string, isBib: boolean): Promise<Parsed> {
  const { Cite } = await import("@citation-js/core");
  await import("@citation-js/plugin-bibtex");
  const read = (source: string): Parsed => {
    try {
      return { ok: true, items: new Cite(isBib ? source : JSON.parse(source)).data, left: [] };
    } catch (error) {
      const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
      return { ok: false, why: why.slice(0, 120) };
    }
  };
  const whole = read(text);
  if (whole.ok || !isBib) return whole;
  const entries = entriesOf(text);
  if (entries.length > mostEntries) return whole;
  const strings = entries.filter(({ source }) => /^@string\b/i.test(source));
  const names = strings.map(({ source }) => source).join("");
  const items: Item[] = [];
  const left: Left[] = [];
  for (const { source, line } of entries) {
    if (/^@(?:string|comment|preamble)\b/i.test(source)) continue;
    const one = read(names + source);
    if (one.ok) items.push(...one.items);
    else {
      const reason = "this entry is not whole: a brace or a quotation mark is missing";
      left.push({ line, kind: "row", text: source.slice(0, 60), reason });
    }
  }
  return items.length === 0 ? whole : { ok: true, items, left };
}

const mostEntries = 3000;

/** Entries begin in a line with `@`. */
function entriesOf(text: string): readonly { readonly source: string; readonly line: number }[] {
  const starts = [...text.matchAll(/^[ \t]*(?=@\w+\s*[{(])/gm)].map(({ index }) => index);
  let line = 1;
  let counted = 0;
  return starts.map((start, at) => {
    line += text.slice(counted, start).split("\n").length - 1;
    counted = start;
    return { source: text.slice(start, starts[at + 1]).trimStart(), line };
  });
}

function untitled(items: readonly Item[], text: string): readonly Left[] {
  return items
    .filter(({ title }) => typeof title !== "string" || title.trim() === "")
    .map((item) => {
      const key = keyOf(item);
      const before = text.slice(0, Math.max(0, text.indexOf(key)));
      const line = before.split("\n").length;
      return { line, kind: "row", text: key.slice(0, 80), reason: "it has no title" };
    });
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
