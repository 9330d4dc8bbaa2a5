/**
 * Search over papers, tasks, cards, guides and notes: SQLite's full-text index (FTS5) in memory. The texts are few
 * hundred kilobytes at most, so the index is made when it is asked for and can't be out of date.
 */
import { Database } from "bun:sqlite";
import { type Found, type Searched, textsOf, wordsOf } from "../core/search/texts.ts";

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
    for (const { title, body, kind, paper, week } of textsOf(searched)) {
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

/** Every word must be there, any may be unfinished. Quotes keep what is typed from being syntax. */
function matchOf(words: string): string | null {
  const parts = wordsOf(words);
  return parts.length === 0 ? null : parts.map((part) => `"${part}"*`).join(" ");
}
