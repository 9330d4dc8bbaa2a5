/** Sessions, cards or checks as a table with commas. */
import type { PaperId } from "../../core/content/curriculum.ts";
import { madeAt, type Spent } from "../../core/entries/entry.ts";
import { dateAt, timeAt } from "../../core/time/calendar.ts";
import { writtenCards } from "../cards.ts";
import type { WriteForm, Written } from "../form.ts";

export const form: WriteForm = {
  name: "table: sessions, cards or checks",
  endings: ["csv"],
  kinds: ["sessions", "cards", "checks"],
  option: "csv",
  async write(from, kind) {
    if (kind === "cards") return table(await cardRows(from));
    return table(kind === "checks" ? await checkRows(from) : await sessionRows(from));
  },
};

type Row = readonly (string | number | null)[];

function table(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

/** A cell that begins as a formula does is one of text, so that no spreadsheet runs it. */
function cellOf(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? "") ? `'${value}` : (value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function paperName({ progress, tally }: Written, paper: PaperId | null): string {
  if (paper === null) return "";
  return progress.papers.find(({ id }) => id === paper)?.name ?? tally.ownNames[paper] ?? paper;
}

/** As they count now: edits and removals are taken into account. */
async function sessionRows(from: Written): Promise<readonly Row[]> {
  const sessions = new Map<string, Spent>();
  for await (const entry of from.entries()) {
    if (entry.type === "session.logged") sessions.set(entry.id, entry);
  }
  for (const [id, revised] of Object.entries(from.tally.revised)) {
    if (revised.is === "edited") sessions.set(id, revised.now);
    else sessions.delete(id);
  }
  const { timeZone } = from.tally;
  const rows = [...sessions.values()]
    .toSorted((a, b) => a.start - b.start)
    .map(
      (session): Row => [
        session.on,
        dateAt(session.start, timeZone),
        timeAt(session.start, timeZone),
        session.minutes,
        session.activity,
        session.pass ?? null,
        paperName(from, session.paper),
        session.paper,
      ],
    );
  return [["day", "date", "start", "minutes", "activity", "pass", "paper", "paper id"], ...rows];
}

async function cardRows(from: Written): Promise<readonly Row[]> {
  const cards = await writtenCards(from);
  const rows = cards.map(
    ({ card, paperName: name, memory, answers, suspended }): Row => [
      card.id,
      name,
      card.front,
      card.back,
      memory.stage,
      memory.due === null ? null : new Date(memory.due).toISOString(),
      Math.round(memory.stability * 100) / 100,
      answers.length,
      memory.lapses,
      suspended ? "suspended" : "",
    ],
  );
  const head = [
    "id",
    "paper",
    "front",
    "back",
    "stage",
    "due",
    "stability in days",
    "answers",
    "lapses",
    "state",
  ];
  return [head, ...rows];
}

async function checkRows(from: Written): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const entry of from.entries()) {
    if (entry.type !== "exercise.checked") continue;
    const { paper, exercise, passed, verdict, mistakes, seed, digest, took } = entry;
    const at = new Date(madeAt(entry));
    rows.push([
      at.toISOString(),
      paperName(from, paper),
      exercise,
      passed ? "passed" : "failed",
      verdict,
      mistakes.join("; "),
      seed,
      digest,
      took,
    ]);
  }
  return [
    ["at", "paper", "exercise", "result", "verdict", "mistakes", "seed", "digest", "milliseconds"],
    ...rows,
  ];
}
