/**
 * Search over papers, tasks, cards and notes: SQLite's full-text index (FTS5) in memory. The texts are few
 * hundred kilobytes at most, so the index is made when it is asked for and can't be out of date.
 */
import { Database } from "bun:sqlite";
import type { Curriculum, PaperId } from "../core/curriculum.ts";
import type { Material } from "../core/material.ts";
import type { Progress } from "../core/progress.ts";
import type { Tally } from "../core/tally.ts";
import type { Note } from "./notes.ts";

export type FoundKind = "paper" | "task" | "card" | "note" | "guide";

export interface Found {
  readonly kind: FoundKind;
  readonly title: string;
  /** The words around the match; matches stand between \u2068 and \u2069. */
  readonly excerpt: string;
  readonly paper: PaperId | null;
  readonly week: number | null;
}

interface Row extends Found {
  readonly body: string;
}

export interface Searched {
  readonly curriculum: Curriculum;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly material: Material;
  readonly notes: readonly Note[];
}

export interface Index {
  readonly find: (words: string, limit?: number) => readonly Found[];
  readonly close: () => void;
}

export function indexOf(searched: Searched): Index {
  const db = new Database(":memory:");
  db.run(
    "CREATE VIRTUAL TABLE part USING fts5(title, body, kind UNINDEXED, paper UNINDEXED, week UNINDEXED, tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')",
  );
  const add = db.query("INSERT INTO part (title, body, kind, paper, week) VALUES (?, ?, ?, ?, ?)");
  db.transaction(() => {
    for (const { title, body, kind, paper, week } of rowsOf(searched)) {
      add.run(title, body, kind, paper, week);
    }
  })();
  const select = db.query<Found, [string, number]>(
    "SELECT title, kind, paper, week, snippet(part, 1, char(8296), char(8297), '…', 14) AS excerpt FROM part WHERE part MATCH ? ORDER BY bm25(part, 4.0, 1.0) LIMIT ?",
  );
  return {
    find: (words, limit = 20) => {
      const query = matchOf(words);
      return query === null ? [] : select.all(query, limit);
    },
    close: () => db.close(),
  };
}

/** Every word must be there, the last one may be unfinished. Quotes keep what is typed from being syntax. */
function matchOf(words: string): string | null {
  const parts = words.match(/[\p{L}\p{N}]+/gu);
  if (parts === null) return null;
  return parts.map((part) => `"${part}"*`).join(" ");
}

function rowsOf({ curriculum, progress, tally, material, notes }: Searched): readonly Row[] {
  const nameOf = (id: PaperId) => progress.papers.find((paper) => paper.id === id)?.name ?? id;
  const row = (
    kind: FoundKind,
    title: string,
    body: string,
    paper: PaperId | null,
    week: number | null = null,
  ): Row => ({ kind, title, body, excerpt: "", paper, week });
  const papers = progress.papers.map(({ id, name }) => {
    const record = curriculum.papers.find((paper) => paper.id === id);
    const words = record
      ? [record.title, record.authors.join(", "), record.venue, record.year, ...record.aliases]
      : [name];
    return row("paper", name, words.join(" · "), id);
  });
  const tasks = progress.weeks.flatMap(({ number, title, goal, tasks: list }) => [
    row("task", `Week ${number}: ${title}`, goal, null, number),
    ...list.map(({ text }) => row("task", `Week ${number}: ${title}`, text, null, number)),
  ]);
  const cards = Object.values(material.decks)
    .flat()
    .map(({ id, paper, front, back }) => {
      const text = tally.cards[id]?.text ?? { front, back };
      return row(
        "card",
        paper === null ? "Card" : nameOf(paper),
        `${text.front}\n${text.back}`,
        paper,
      );
    });
  const own = Object.values(tally.cards).flatMap(({ own: mine, removed, text, paper }) =>
    mine === undefined || removed === true || text === undefined
      ? []
      : [
          row(
            "card",
            paper === null ? "Own card" : nameOf(paper),
            `${text.front}\n${text.back}`,
            paper,
          ),
        ],
  );
  const guides = Object.entries(material.guides).map(([id, guide]) => {
    const glossary = guide.glossary.map(({ term, meaning }) => `${term}: ${meaning}`);
    const readings = guide.misreadings.map(({ claim, instead }) => `${claim} ${instead}`);
    const equations = guide.equations.map(({ name }) => name);
    const body = [guide.why, ...glossary, ...readings, ...equations].join("\n");
    return row("guide", nameOf(id as PaperId), body, id as PaperId);
  });
  const written = notes.map(({ paper, text }) => row("note", nameOf(paper), plain(text), paper));
  return [...papers, ...tasks, ...cards, ...own, ...guides, ...written];
}

/** A note without the comments of its template. */
function plain(markdown: string): string {
  return markdown.replace(/<!--[\s\S]*?-->/g, "");
}
