/** Where in a paper stands what a guide names: by the words with which papers begin sections, figures and tables. */
import { type PaperPlace, placesIn } from "../../core/content/paper-places.ts";
import type { PageText } from "./find.ts";

export interface SourcePlace {
  readonly page: number;
  /** The piece of its text. */
  readonly piece: number;
}

interface Line {
  readonly page: number;
  readonly piece: number;
  readonly text: string;
}

/** Null where the paper does not say it. The section is gone to first, then the equation in it, if one is named. */
export function findSource(source: string, pages: readonly PageText[]): SourcePlace | null {
  const lines = pages.flatMap((page, index) => linesOf(page, index + 1));
  const places = placesIn(source);
  const section =
    first(places, "section", (number) => sectionAt(lines, number)) ?? headingAt(lines, source);
  const from = section === null ? 0 : lines.indexOf(section);
  const equation = first(
    places,
    "equation",
    (number) => lines.slice(from).find(({ text }) => text.endsWith(`(${number})`)) ?? null,
  );
  const captioned =
    first(places, "figure", (number) => captionAt(lines, "Fig(?:ure|\\.)", number)) ??
    first(places, "table", (number) => captionAt(lines, "Table", number));
  const found = equation ?? captioned ?? section;
  return found === null ? null : { page: found.page, piece: found.piece };
}

function first(
  places: readonly PaperPlace[],
  is: PaperPlace["is"],
  find: (number: string) => Line | null,
): Line | null {
  const place = places.find((one) => one.is === is);
  return place === undefined ? null : find(place.number);
}

function linesOf({ pieces }: PageText, page: number): readonly Line[] {
  const lines: Line[] = [];
  let first = 0;
  let said = "";
  for (const [piece, { text, ends }] of pieces.entries()) {
    if (said === "") first = piece;
    said += text;
    if (!ends) continue;
    lines.push({ page, piece: first, text: said.replace(/\s+/g, " ").trim() });
    said = "";
  }
  return lines;
}

/** A heading is a line that begins with the number, then words that begin large; the contents page is passed over. */
function sectionAt(lines: readonly Line[], number: string): Line | null {
  const form = new RegExp(
    `^(?:Appendix )?${number.replaceAll(".", "\\.")}\\.?(?: (?=[A-Z\\d])[^.]*| *)$`,
  );
  const found = lines.filter(
    ({ text }) => form.test(text) && text.length < 90 && !/\d$/.test(text.replace(number, "")),
  );
  return found[0] ?? null;
}

function captionAt(lines: readonly Line[], word: string, number: string): Line | null {
  const form = new RegExp(`^${word} ?${number}(?:[:.|]| *$)`);
  return lines.find(({ text }) => form.test(text)) ?? null;
}

/** `Abstract`, or `3.2 Attention` as a guide's reading list has it. */
function headingAt(lines: readonly Line[], source: string): Line | null {
  const [, number = "", title = ""] =
    /^((?:[A-Z]|\d+)(?:\.\d+)*)?\.?\s*(.*)$/.exec(source.trim()) ?? [];
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  if (number !== "" && title !== "") {
    const wanted = plain(number + title);
    return lines.find(({ text }) => plain(text) === wanted) ?? sectionAt(lines, number);
  }
  const wanted = plain(source);
  return wanted === "" ? null : (lines.find(({ text }) => plain(text) === wanted) ?? null);
}
