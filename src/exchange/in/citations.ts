/** Papers from BibTeX and CSL-JSON, as Zotero and others export them: those that the curriculum lacks become your own. */
import type { Situation } from "../../core/decide/decision.ts";
import type { PaperRecord } from "../../core/entries/schemas.ts";
import type { GivenFile, Placed, ReadFile, ReadForm } from "../form.ts";
import { arxivAlone, arxivIn } from "../markdown/links.ts";
import { paperIndex, paperMeant } from "../paper-index.ts";
import type { Wish } from "../wishes.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "BibTeX or CSL-JSON: papers",
  detects: ({ name, head }) =>
    /\.bib(?:tex)?$/i.test(name) ||
    (/\.json$/i.test(name) && /"(?:title|DOI|issued|citation-key)"/.test(head)),
  read: readCitations,
};

interface Cited {
  readonly key: string;
  readonly record: PaperRecord & { readonly title: string };
}

const mostCharacters = 2_000_000;

async function readCitations({ name, bytes }: GivenFile): Promise<ReadFile> {
  const text = textOf(bytes);
  if (text === null) return { ok: false, fault: "can't be read: it is not UTF-8 text" };
  const isBib = /\.bib(?:tex)?$/i.test(name);
  if (isBib && !/@\w+\s*\{/.test(text))
    return { ok: false, fault: "holds no entry of BibTeX, @article{…}" };
  if (text.length > mostCharacters)
    return { ok: false, fault: "holds more than a library of papers does; split it" };
  let data: readonly Record<string, unknown>[];
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
  const cited = data.flatMap((item) => citedOf(item, eprints));
  if (cited.length === 0) return { ok: false, fault: "holds no paper with a title" };
  return {
    ok: true,
    found: {
      from: "citations",
      has: [`${cited.length} ${cited.length === 1 ? "paper" : "papers"}`],
      left: [],
      place: (situation) => placed(cited, situation),
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

function citedOf(
  item: Record<string, unknown>,
  eprints: ReadonlyMap<string, string>,
): readonly Cited[] {
  const title = line(item.title);
  if (title === null) return [];
  const key = String(item["citation-key"] ?? item.id ?? title);
  const issued = item.issued as
    | { readonly "date-parts"?: readonly (readonly unknown[])[] }
    | undefined;
  const year = Number(issued?.["date-parts"]?.[0]?.[0]);
  const authors = Array.isArray(item.author) ? item.author.flatMap(authorOf) : [];
  const url =
    line(item.URL) ?? (line(item.DOI) === null ? null : `https://doi.org/${line(item.DOI)}`);
  const arxiv =
    eprints.get(key) ??
    arxivIn(url ?? "") ??
    arxivAlone(line(item.note) ?? "") ??
    arxivIn(line(item.number) ?? "");
  const venue = line(item["container-title"]);
  return [
    {
      key: arxiv ?? line(item.DOI) ?? title.toLowerCase(),
      record: {
        title,
        ...(authors.length === 0 ? {} : { authors }),
        ...(Number.isInteger(year) && year > 0 && year < 10_000 ? { year } : {}),
        ...(venue === null ? {} : { venue }),
        ...(arxiv === null ? {} : { arxiv }),
        ...(url === null ? {} : { url }),
      },
    },
  ];
}

function line(value: unknown): string | null {
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

function authorOf(
  author: {
    readonly given?: unknown;
    readonly family?: unknown;
    readonly literal?: unknown;
  } | null,
): readonly string[] {
  const name = line(author?.literal) ?? line(`${author?.given ?? ""} ${author?.family ?? ""}`);
  return name === null ? [] : [name];
}

function placed(cited: readonly Cited[], situation: Situation): Placed {
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
