/** Zotero's items as JSON, with their attachments' annotations and their notes: papers, and quotes for their notes. */

import { type Cited, placedPapers, quotesFor, recordOf } from "../cited.ts";
import type { GivenFile, Placed, ReadFile, ReadForm } from "../form.ts";
import { type Annotation, annotationsIn, pageOf } from "../notes/annotations.ts";
import { sortedOut } from "../notes/quotes.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "Zotero's items with their annotations (Better BibTeX JSON)",
  detects: ({ name, head }) => /\.json$/i.test(name) && /"itemType"\s*:/.test(head),
  read: readItems,
};

type Fields = Readonly<Record<string, unknown>>;

interface Item {
  readonly cited: Cited;
  readonly annotations: readonly Annotation[];
}

function readItems({ bytes }: GivenFile): ReadFile {
  const text = textOf(bytes);
  if (text === null) return { ok: false, fault: "can't be read: it is not UTF-8 text" };
  const items = itemsOf(text);
  if (items === null) return { ok: false, fault: "is no list of Zotero's items" };
  const sorted = items.map((item) => ({ item, ...sortedOut(item.annotations) }));
  const papers = items.length;
  const highlights = sorted.reduce((sum, { whole }) => sum + whole.length, 0);
  return {
    ok: true,
    found: {
      from: "citations",
      has: [
        `${papers} ${papers === 1 ? "paper" : "papers"}`,
        ...(highlights === 0
          ? []
          : [`${highlights} ${highlights === 1 ? "highlight" : "highlights"}`]),
      ],
      left: sorted.flatMap(({ left }) => left),
      place: (situation): Placed =>
        placedPapers(
          items.map(({ cited }) => cited),
          situation,
        ),
      quotes: (known) => sorted.flatMap(({ item, whole }) => quotesFor(item.cited, whole, known)),
    },
  };
}

function itemsOf(text: string): readonly Item[] | null {
  try {
    const read: unknown = JSON.parse(text);
    const listed = Array.isArray(read)
      ? read
      : (read as { readonly items?: unknown } | null)?.items;
    if (!Array.isArray(listed)) return null;
    const items = listed.flatMap(itemOf);
    return items.length === 0 ? null : items;
  } catch {
    return null;
  }
}

const objects = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "object" && one !== null) : [];

const notPapers = ["attachment", "annotation", "note"];

function itemOf(given: unknown): readonly Item[] {
  if (typeof given !== "object" || given === null) return [];
  const item = given as Fields;
  // The library's own form keeps the fields one step deeper.
  const fields = typeof item.data === "object" && item.data !== null ? (item.data as Fields) : item;
  if (notPapers.includes(String(fields.itemType))) return [];
  const record = recordOf({
    title: fields.title,
    authors: objects(fields.creators).map((one) => [one.firstName, one.lastName, one.name]),
    year: /\b(\d{4})\b/.exec(String(fields.date ?? ""))?.[1],
    venue: fields.publicationTitle ?? fields.proceedingsTitle ?? fields.conferenceName,
    url: fields.url,
    doi: fields.DOI,
    hints: [fields.archiveID, fields.extra, fields.number, fields.url, fields.DOI],
  });
  if (record === null) return [];
  const attachments = objects(item.attachments);
  const annotations = [item, ...attachments]
    .flatMap((one) => objects(one.annotations))
    .map(annotationOf);
  const notes = objects(item.notes).flatMap(({ note }) => annotationsIn(String(note ?? "")));
  return [{ cited: record, annotations: [...annotations, ...notes] }];
}

function annotationOf(one: Fields): Annotation {
  return {
    line: 1,
    page: pageOf(pageIndexOf(one.annotationPosition), one.annotationPageLabel),
    text: String(one.annotationText ?? "")
      .replace(/\s+/g, " ")
      .trim(),
    comment: String(one.annotationComment ?? "").trim(),
    cited: null,
  };
}

/** The place is JSON within the JSON, or an object. */
function pageIndexOf(position: unknown): unknown {
  try {
    const place: unknown = typeof position === "string" ? JSON.parse(position) : position;
    return (place as { readonly pageIndex?: unknown } | null)?.pageIndex;
  } catch {
    return null;
  }
}
