/** Highlights as quotes for the notes of their papers: which paper each is of, and which a note does not have yet. Pure. */

import type { Curriculum, PaperId } from "../../core/content/curriculum.ts";
import { partFrontMatter } from "../../core/content/front-matter.ts";
import { plainName } from "../../core/content/names.ts";
import { withQuote } from "../../core/content/note-quotes.ts";
import type { FoundIn } from "../form.ts";
import type { Left } from "../markdown/reading.ts";
import { byItsName, type Known, type PaperIndex, paperIndex } from "../paper-index.ts";
import { type Annotation, annotationsIn } from "./annotations.ts";
import { paperOf, readNote } from "./paper-notes.ts";
import type { PaperQuote } from "./paper-quote.ts";

export interface PlacedQuotes {
  readonly quotes: readonly PaperQuote[];
  readonly homeless: readonly Left[];
}

/** A highlight without words, or without a page, is told: it has no place among quotes. */
export function sortedOut(all: readonly Annotation[]): {
  readonly whole: readonly (Annotation & { readonly page: number })[];
  readonly left: readonly Left[];
} {
  const whole: (Annotation & { readonly page: number })[] = [];
  const left: Left[] = [];
  for (const one of all) {
    const { line, text, page } = one;
    const tell = (reason: string) =>
      left.push({ line, kind: "row", text: text.slice(0, 80), reason });
    if (text === "") tell("the highlight has no words: an image or a remark stays in Zotero");
    else if (page === null) tell("the highlight names no page");
    else whole.push({ ...one, page });
  }
  return { whole, left };
}

export function foundQuotes(file: string, text: string): FoundIn {
  const { whole, left } = sortedOut(annotationsIn(text));
  const count = whole.length;
  return {
    from: "zotero",
    has: [`${count} ${count === 1 ? "highlight" : "highlights"}`],
    left,
    place: (situation) => ({
      wishes: [],
      homeless: placedQuotes(file, text, whole, situation).homeless,
    }),
    quotes: (known) => placedQuotes(file, text, whole, known).quotes,
  };
}

/** Each by the nearest heading above that names a paper, by its citation, or by what the file as a whole is about. */
function placedQuotes(
  file: string,
  text: string,
  all: readonly (Annotation & { readonly page: number })[],
  known: Known,
): PlacedQuotes {
  const index = paperIndex(known);
  const ofFile =
    paperOf(readNote({ file, text, place: "elsewhere" }), known, index) ?? parentOf(text, index);
  const headings = headingsIn(text, index);
  const quotes: PaperQuote[] = [];
  const homeless: Left[] = [];
  for (const { line, page, text: words, comment, cited } of all) {
    const above = headings.findLast((one) => one.line <= line)?.paper;
    const paper = above ?? paperCited(cited, known.curriculum) ?? ofFile;
    if (paper === null) {
      const reason =
        "nothing says which paper it is of; write a heading with the paper's name above it";
      homeless.push({ line, kind: "row", text: words.slice(0, 80), reason });
    } else quotes.push({ paper, page, text: words, comment });
  }
  return { quotes, homeless };
}

/** A plugin names the item that a note belongs to: `parent: 'Attention Is All You Need'`. */
function parentOf(text: string, index: PaperIndex): PaperId | null {
  const name = /^parent:\s*(['"]?)(.{1,300}?)\1\s*$/m.exec(partFrontMatter(text).matter ?? "")?.[2];
  return name === undefined ? null : byItsName(index, name);
}

function headingsIn(text: string, index: PaperIndex) {
  return text
    .split("\n")
    .flatMap((line, at): { readonly line: number; readonly paper: PaperId }[] => {
      const words =
        /^#{1,6}\s+(.{1,300})$/.exec(line)?.[1] ??
        /<h[1-6]\b[^<>]*>(.{1,300}?)<\/h[1-6]>/i.exec(line)?.[1];
      const bare = words?.replace(/<[^<>]{0,2000}>/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
      const paper = bare === undefined ? null : byItsName(index, bare);
      return paper === null ? [] : [{ line: at + 1, paper }];
    });
}

/** `Vaswani et al., 2017` where one paper alone has that first author and year. */
function paperCited(cited: string | null, { papers }: Curriculum): PaperId | null {
  const [, family = "", year = ""] =
    /^\W*([\p{L}'’-]+)[^\d]*((?:19|20)\d{2})/u.exec(cited ?? "") ?? [];
  if (family === "") return null;
  const found = papers.filter(
    (paper) => paper.year === Number(year) && paper.authors[0]?.split(/\s+/).at(-1) === family,
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

export interface Quoted {
  readonly text: string;
  readonly added: number;
}

/** The note with the quotes that it does not have: one is had where a quotation of the note holds its words. */
export function withQuotes(note: string, quotes: readonly PaperQuote[]): Quoted {
  let text = note;
  let added = 0;
  for (const quote of quotes) {
    if (holds(text, quote.text)) continue;
    added += 1;
    text = withQuote(text, quote);
  }
  return { text, added };
}

function holds(note: string, words: string): boolean {
  const wanted = plainName(words);
  const quotations = note.split(/\n(?!\s*>)/).map((part) => plainName(part.replace(/^\s*>/gm, "")));
  const own = quotations.filter((_, at) => /^\s*>/m.test(note.split(/\n(?!\s*>)/)[at] ?? ""));
  return own.some((quotation) => quotation.includes(wanted));
}
