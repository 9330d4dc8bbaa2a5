/** Cards and their answers from an Anki package, and cards from text with tabs. */
import { Database } from "bun:sqlite";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { CardId } from "../../core/content/material.ts";
import type { Situation } from "../../core/decide/decision.ts";
import type { Body, Grade } from "../../core/entries/entry.ts";
import type { Millis } from "../../core/time/calendar.ts";
import { withDollars } from "../cards.ts";
import type { GivenFile, Placed, ReadFile, ReadForm } from "../form.ts";
import type { Left } from "../markdown/reading.ts";
import { byItsName, paperIndex, paperSpokenOf } from "../paper-index.ts";
import { answerKey, type Wish } from "../wishes.ts";
import { textOf } from "./markdown.ts";

export const form: ReadForm = {
  name: "Anki package (.apkg), or cards as text with tabs (.tsv, Anki's .txt)",
  detects: ({ name, head }) =>
    /\.(?:apkg|colpkg|tsv)$/i.test(name) ||
    (/\.txt$/i.test(name) &&
      /^(?:\xef\xbb\xbf)?#(?:separator|html|notetype|deck|guid)/i.test(head)),
  read: (file) => (/\.(?:tsv|txt)$/i.test(file.name) ? readText(file) : readPackage(file)),
};

interface Answered {
  readonly at: Millis;
  readonly grade: Grade;
  readonly took: number;
}

interface CardRead {
  readonly line: number | null;
  readonly guid: string;
  readonly front: string;
  readonly back: string;
  readonly deck: string;
  readonly answers: readonly Answered[];
}

const mostBytes = 400_000_000;
const notAPackage = "is not an Anki package";

function readPackage({ bytes }: GivenFile): ReadFile {
  const data = collectionIn(bytes);
  if (data === null) return { ok: false, fault: notAPackage };
  try {
    const database = Database.deserialize(data);
    try {
      return found(cardsIn(database), []);
    } finally {
      database.close();
    }
  } catch {
    return { ok: false, fault: `${notAPackage}: its collection can't be read` };
  }
}

/** The collection: of newer programs compressed, of older ones as it is. The old one beside a new one holds a notice. */
function collectionIn(bytes: Uint8Array): Uint8Array | null {
  try {
    const names = ["collection.anki21b", "collection.anki21", "collection.anki2"];
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => names.includes(name) && originalSize < mostBytes,
    });
    const name = names.find((one) => files[one] !== undefined);
    const data = name === undefined ? undefined : files[name];
    if (data === undefined) return null;
    return withoutLog(
      name === "collection.anki21b" ? new Uint8Array(Bun.zstdDecompressSync(data)) : data,
    );
  } catch {
    return null;
  }
}

/**
 * Anki's programs keep a write-ahead log, and the file's head says so (bytes 18 and 19 of SQLite's format). A package
 * has no log beside it, and a database in memory can't have one.
 */
function withoutLog(data: Uint8Array): Uint8Array {
  const rollback = 1;
  const changed = data.slice();
  changed.fill(rollback, 18, 20);
  return changed;
}

interface Row {
  readonly id: number;
  readonly guid: string;
  readonly flds: string;
  readonly did: number;
}

function cardsIn(database: Database): readonly CardRead[] {
  const decks = decksIn(database);
  const rows = database
    .query<Row, []>(
      "select c.id, n.guid, n.flds, c.did from cards c join notes n on n.id = c.nid where c.ord = 0",
    )
    .all();
  const log = database
    .query<
      { readonly id: number; readonly cid: number; readonly ease: number; readonly time: number },
      []
    >("select id, cid, ease, time from revlog where ease between 1 and 4 order by id")
    .all();
  const answers = Map.groupBy(log, ({ cid }) => cid);
  return rows.map(({ id, guid, flds, did }) => {
    const [front = "", back = ""] = flds.split("\x1f").map(textIn);
    return {
      line: null,
      guid,
      front,
      back,
      deck: decks.get(did) ?? "",
      answers: (answers.get(id) ?? []).map((one) => ({
        at: one.id,
        grade: one.ease as Grade,
        took: Math.max(0, Math.round(one.time)),
      })),
    };
  });
}

/** Decks stand in a column of JSON, in newer collections in a table. */
function decksIn(database: Database): ReadonlyMap<number, string> {
  const tables = database
    .query<{ readonly name: string }, []>("select name from sqlite_master where type = 'table'")
    .all()
    .map(({ name }) => name);
  if (tables.includes("decks")) {
    const rows = database
      .query<{ readonly id: number; readonly name: string }, []>("select id, name from decks")
      .all();
    return new Map(rows.map(({ id, name }) => [id, name.replaceAll("\x1f", "::")]));
  }
  const text =
    database.query<{ readonly decks: string }, []>("select decks from col").get()?.decks ?? "{}";
  const all: Record<string, { readonly name?: unknown }> = JSON.parse(text);
  return new Map(Object.entries(all).map(([id, { name }]) => [Number(id), String(name ?? "")]));
}

/**
 * A field of HTML as Markdown's plain text, its mathematics between dollar signs. What is opened and never closed is
 * looked for no further than the next opening, or so many letters: a field of nothing else would take minutes.
 */
function textIn(html: string): string {
  const text = html
    .replace(
      /<style\b[\s\S]{0,5000}?<\/style>|<script\b[\s\S]{0,5000}?<\/script>|\[sound:[^\][]*\]/gi,
      "",
    )
    .replace(/<br\s*\/?>|<\/(?:div|p|li|tr)>/gi, "\n")
    .replace(/<img\b[^<>]*>/gi, "(image)")
    .replace(/<[^<>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replace(/&amp;/g, "&");
  return withDollars(text)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function readText({ bytes }: GivenFile): ReadFile {
  const text = textOf(bytes);
  if (text === null) return { ok: false, fault: "can't be read: it is not UTF-8 text" };
  const column = (name: string) =>
    Number(new RegExp(`^#${name} column:(\\d+)`, "mi").exec(text)?.[1] ?? 0) - 1;
  const [guid, deck] = [column("guid"), column("deck")];
  const apart = [guid, deck, column("tags"), column("notetype")];
  const separator = separatorOf(text);
  const rows = rowsIn(text, separator);
  if (rows === null) return { ok: false, fault: "is no list of cards: it can't be read as one" };
  const cards: CardRead[] = [];
  const left: Left[] = [];
  for (const { cells, line } of rows) {
    const sides = cells.filter((_, at) => !apart.includes(at));
    // A line without a tab is no card, whatever it is.
    const [front = "", back = ""] = sides.length < 2 ? [] : sides.map(textIn);
    if (front === "" || back === "") {
      const words = cells.join(" ").slice(0, 60);
      left.push({ line, kind: "row", text: words, reason: "a card has a front, a tab and a back" });
      continue;
    }
    const name = cells[guid] ?? `${front}`;
    cards.push({ line, guid: name, front, back, deck: cells[deck] ?? "", answers: [] });
  }
  if (!isList(rows.map(({ cells }) => cells.length)))
    return { ok: false, fault: "is no list of cards: its lines have now so many tabs, now others" };
  if (cards.length === 0)
    return { ok: false, fault: "holds no card: a line has a front, a tab and a back" };
  return found(cards, left);
}

const separators: Readonly<Record<string, string>> = {
  tab: "\t",
  semicolon: ";",
  comma: ",",
  pipe: "|",
  colon: ":",
  space: " ",
};

/** What the file's head says stands between the fields: a sign, or its name. */
function separatorOf(text: string): string {
  const said = /^#separator:(.+)$/im.exec(text)?.[1]?.trim() ?? "tab";
  return separators[said.toLowerCase()] ?? (said === "" || said.length > 2 ? "\t" : said);
}

interface CardRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** What the library says of a row besides its cells. */
interface Told {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Fields with a quotation mark or a line's end in them stand in quotation marks, as Anki writes them. */
function rowsIn(text: string, delimiter: string): readonly CardRow[] | null {
  const options = { delimiter, bom: true, relax_column_count: true, info: true, comment: "#" };
  const read = (quote: '"' | false) =>
    parse(text, {
      ...options,
      quote,
      comment_no_infix: true,
      skip_empty_lines: true,
    }) as unknown as readonly Told[];
  const rows = trying(() => read('"')) ?? trying(() => read(false));
  return (
    rows?.map(({ record, info }) => ({
      cells: record,
      line: info.lines - record.join("").split("\n").length + 1,
    })) ?? null
  );
}

function trying<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}

/** Lines of one list have as many cells each; of a few lines nothing is said. */
function isList(counts: readonly number[]): boolean {
  const same = [...Map.groupBy(counts, (cells) => cells)];
  const most = Math.max(0, ...same.map(([cells, all]) => (cells < 2 ? 0 : all.length)));
  return counts.length < 20 || most >= counts.length / 2;
}

function found(cards: readonly CardRead[], left: readonly Left[]): ReadFile {
  const answers = cards.reduce((sum, card) => sum + card.answers.length, 0);
  const has = [`${cards.length} ${cards.length === 1 ? "card" : "cards"}`];
  if (answers > 0) has.push(`${answers} ${answers === 1 ? "answer" : "answers"}`);
  return {
    ok: true,
    found: { from: "anki", has, left, place: (situation) => placed(cards, situation) },
  };
}

const longest = 20_000;

/** Our own cards are known by their ids, and bring their answers; others become cards of the learner's own. */
function placed(cards: readonly CardRead[], situation: Situation): Placed {
  const index = paperIndex(situation);
  const homeless: Left[] = [];
  const wishes = cards.flatMap((card): readonly Wish[] => {
    const { guid, front, back, deck, line } = card;
    const paper = byItsName(index, deck.split("::").at(-1) ?? "") ?? paperSpokenOf(index, deck);
    if (isOurs(guid, situation)) return answersOf(card, guid as CardId, paper);
    if (front === "" || back === "" || front.length > longest || back.length > longest) {
      const reason =
        front === "" || back === ""
          ? "one of its sides has no words"
          : "one of its sides is too long";
      homeless.push({ line: line ?? 0, kind: "row", text: front.slice(0, 60), reason });
      return [];
    }
    return [
      {
        line,
        key: `card:${guid}`,
        command: { do: "add-card", paper, front, back },
        followUp: (made: Body) =>
          made.type === "card.added" ? answersOf(card, made.card, paper) : [],
      },
    ];
  });
  return { wishes, homeless };
}

function isOurs(guid: string, { tally, curriculum }: Situation): boolean {
  if (tally.cards[guid as CardId] !== undefined) return true;
  const [paper, rest] = guid.split(/\.(.*)/s);
  return (
    rest !== undefined &&
    /^[a-z0-9][a-z0-9.-]*$/.test(rest) &&
    curriculum.papers.some(({ id }) => id === paper)
  );
}

function answersOf(
  { answers, line }: CardRead,
  card: CardId,
  paper: PaperId | null,
): readonly Wish[] {
  return answers.map(({ at, grade, took }) => ({
    line,
    key: answerKey(card, at),
    command: { do: "review-card", card, paper, grade, at, took },
  }));
}
