/**
 * Everything that a search looks through, and a plain search over it. The program searches by SQLite's index and
 * the page by this while its server is away, over the same texts and by the same rule: every word that was typed
 * is the beginning of a word there, whatever its case and its accents.
 */

import type { Curriculum, PaperId } from "../content/curriculum.ts";
import type { Material } from "../content/material.ts";
import { withoutComments } from "../content/note-sections.ts";
import { withoutNumbers } from "../content/number-text.ts";
import { readNumbers, type Sides } from "../content/written-numbers.ts";
import type { Tally } from "../entries/tally.ts";
import type { Progress } from "../progress/progress.ts";

export type FoundKind = "paper" | "task" | "card" | "note" | "guide";

interface Place {
  readonly kind: FoundKind;
  readonly title: string;
  readonly paper: PaperId | null;
  readonly week: number | null;
}

export interface SearchText extends Place {
  readonly body: string;
}

export interface Found extends Place {
  /** The words around the match; matches stand between \u2068 and \u2069. */
  readonly excerpt: string;
}

export interface Searched {
  readonly curriculum: Curriculum;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly material: Material;
  readonly notes: readonly { readonly paper: PaperId; readonly text: string }[];
}

/** What is longer was pasted by mistake; its beginning finds as much. */
const mostTyped = 200;
const excerptWords = 14;
const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of what was typed. Anything else that may stand there (quotes, operators, emoji) says nothing. */
export function wordsOf(typed: string): readonly string[] {
  const parts = typed.slice(0, mostTyped).normalize("NFC").match(word) ?? [];
  return parts.filter((part) => plain(part) !== "");
}

/** Those with the words in their title first. */
export function findIn(
  texts: readonly SearchText[],
  typed: string,
  limit: number,
): readonly Found[] {
  const wanted = wordsOf(typed).map(plain);
  if (wanted.length === 0) return [];
  const hits = texts.flatMap(({ body, ...place }) => {
    const title = plainWords(place.title);
    const words = plainWords(body);
    const has = (among: readonly string[], one: string) =>
      among.some((known) => known.startsWith(one));
    if (!wanted.every((one) => has(title, one) || has(words, one))) return [];
    const inTitle = wanted.filter((one) => has(title, one)).length;
    return [{ found: { ...place, excerpt: excerptOf(body, wanted) }, inTitle }];
  });
  return hits
    .sort((a, b) => b.inTitle - a.inTitle)
    .slice(0, limit)
    .map(({ found }) => found);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();
}

function plainWords(text: string): readonly string[] {
  return plain(text).match(word) ?? [];
}

function excerptOf(body: string, wanted: readonly string[]): string {
  const matches = [...body.matchAll(word)];
  const fits = ([whole]: RegExpExecArray) => wanted.some((one) => plain(whole).startsWith(one));
  const at = Math.max(0, matches.findIndex(fits) - 4);
  const shown = matches.slice(at, at + excerptWords);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return "";
  const end = last.index + last[0].length;
  let text = at === 0 ? "" : "…";
  let done = at === 0 ? 0 : first.index;
  for (const match of shown) {
    text += body.slice(done, match.index);
    text += fits(match) ? `\u2068${match[0]}\u2069` : match[0];
    done = match.index + match[0].length;
  }
  const isWhole = at + excerptWords >= matches.length;
  return isWhole ? text + body.slice(end) : `${text}…`;
}

export function textsOf(searched: Searched): readonly SearchText[] {
  const { curriculum, progress, tally, material, notes } = searched;
  const nameOf = (id: PaperId) => progress.papers.find((paper) => paper.id === id)?.name ?? id;
  const text = (
    kind: FoundKind,
    title: string,
    body: string,
    paper: PaperId | null,
    week: number | null = null,
  ): SearchText => ({ kind, title, body, paper, week });
  const papers = progress.papers.map(({ id, name }) => {
    const record = curriculum.papers.find((paper) => paper.id === id);
    const words = record
      ? [record.title, record.authors.join(", "), record.venue, record.year, ...record.aliases]
      : [name];
    return text("paper", name, words.join(" · "), id);
  });
  const tasks = progress.weeks.flatMap(({ number, title, goal, tasks: list }) => [
    text("task", `Week ${number}: ${title}`, goal, null, number),
    ...list.map((task) => text("task", `Week ${number}: ${title}`, task.text, null, number)),
  ]);
  const cards = Object.values(material.decks)
    .flat()
    .map(({ id, paper, front, back }) => {
      const sides = tally.cards[id]?.text ?? { front, back };
      const title = paper === null ? "Card" : nameOf(paper);
      return text("card", title, plainSides(sides), paper);
    });
  const own = Object.values(tally.cards).flatMap(({ own: mine, removed, text: sides, paper }) => {
    if (mine === undefined || removed === true || sides === undefined) return [];
    const title = paper === null ? "Own card" : nameOf(paper);
    return [text("card", title, plainSides(sides), paper)];
  });
  const guides = Object.entries(material.guides).map(([id, guide]) => {
    const glossary = guide.glossary.map(({ term, meaning }) => `${term}: ${meaning}`);
    const readings = guide.misreadings.map(({ claim, instead }) => `${claim} ${instead}`);
    const equations = guide.equations.map(({ name }) => name);
    const body = [guide.why, ...glossary, ...readings, ...equations].join("\n");
    return text("guide", nameOf(id as PaperId), body, id as PaperId);
  });
  const written = notes.map((note) =>
    text("note", nameOf(note.paper), withoutComments(note.text), note.paper),
  );
  return [...papers, ...tasks, ...cards, ...own, ...guides, ...written];
}

/** Both sides, without numbers: a search draws none. */
function plainSides(sides: Sides): string {
  const read = readNumbers(sides);
  const { front, back } = read.ok ? read.sides : sides;
  return withoutNumbers(`${front}\n${back}`);
}
