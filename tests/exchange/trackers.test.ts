import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rehearsing } from "../../src/core/decide/decision.ts";
import { addEntry } from "../../src/core/entries/add-entry.ts";
import type { Body } from "../../src/core/entries/entry.ts";
import { cloneTally } from "../../src/core/entries/tally.ts";
import { stampEntries } from "../../src/core/replica/stamp.ts";
import { textOf as decoded } from "../../src/exchange/in/markdown.ts";
import { ungarbled } from "../../src/exchange/markdown/clean.ts";
import { stateOfBox, stateOfCell } from "../../src/exchange/markdown/marks.ts";
import { placed } from "../../src/exchange/markdown/placing.ts";
import { readMarkdown } from "../../src/exchange/markdown/read.ts";
import { readDays } from "../../src/exchange/markdown/read-days.ts";
import { hoursIn } from "../../src/exchange/markdown/times.ts";
import { broughtBy, decideWishes } from "../../src/exchange/wishes.ts";
import { monday, situation } from "../fixtures/llm.ts";
import { yields } from "../fixtures/tracker-yields.ts";

const folder = join(import.meta.dir, "..", "fixtures", "trackers");
const textOf = (file: string) => decoded(readFileSync(join(folder, file))) ?? "";
const files = readdirSync(folder).sort();

test("exchange.1 each of ninety-six trackers yields all that stands in it", () => {
  expect(files.length).toBe(96);
  const found = Object.fromEntries(
    files.map((file) => {
      const { findings, counts, left } = readMarkdown(textOf(file), monday);
      const tasks = findings.filter((one) => one.is === "task");
      const papers = findings.filter((one) => one.is === "paper");
      const sessions = findings.filter((one) => one.is === "session");
      const hours = papers.map(({ hours }) => (hours.read ?? 0) + (hours.implement ?? 0));
      return [
        file,
        {
          counts,
          tasks: tasks.length,
          done: tasks.filter(({ state }) => state === "done").length,
          papers: papers.length,
          read: papers.filter(({ states }) => states.read === "done").length,
          hours: hours.reduce((a, b) => a + b, 0),
          sessions: sessions.length,
          minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
          left: left.map(({ line }) => line),
        },
      ];
    }),
  );
  expect(found).toEqual(yields);
});

test("exchange.1 no box of a tracker is passed over in silence, and 95 of 100 are understood", () => {
  let all = 0;
  let lost = 0;
  for (const file of files) {
    const text = textOf(file);
    const boxes = text
      .split("\n")
      .filter((line) => /^[\s>]*(?:[-*+]|\d+\.)?\s*\[[^\]\d]?\](?!\()|type="checkbox"/.test(line));
    const { counts, left } = readMarkdown(text, monday);
    expect(`${file}: ${counts.box >= boxes.length}`).toBe(`${file}: true`);
    const kinds = ["box", "paper", "hours"] as const;
    all += kinds.reduce((sum, kind) => sum + counts[kind], 0);
    lost += left.filter(({ kind }) => kind !== "row" && kind !== "heading").length;
  }
  expect(lost / all).toBeLessThan(0.05);
});

/** The situation after an import, and the keys that it left. */
function after(bodies: readonly Body[]) {
  const start = situation();
  const tally = cloneTally(start.tally);
  const { entries } = stampEntries(bodies, {
    by: "import",
    device: rehearsing,
    last: null,
    now: start.now,
  });
  for (const entry of entries) addEntry(tally, entry);
  const known = broughtBy(entries, "markdown");
  return { now: situation(tally), known };
}

test("exchange.2 a second import of each tracker adds nothing", () => {
  for (const file of files) {
    const reading = readMarkdown(textOf(file), monday);
    const first = decideWishes(
      "markdown",
      placed(reading, situation()).wishes,
      new Map(),
      situation(),
    );
    const { now, known } = after(first.bodies);
    const second = decideWishes("markdown", placed(reading, now).wishes, known, now);
    expect([file, second.bodies]).toEqual([file, []]);
  }
});

test("exchange.2 hours that grew since bring the difference, and a row more brings itself", () => {
  const text = textOf("35-french.md");
  const take = (said: string, before: ReturnType<typeof after>) =>
    decideWishes(
      "markdown",
      placed(readMarkdown(said, monday), before.now).wishes,
      before.known,
      before.now,
    );
  const first = take(text, { now: situation(), known: new Map() });
  const grown = text.replace("2,5", "4").replace("| GPT-2", "| LoRA | ✅ | 1 |\n| GPT-2");
  const { bodies } = take(grown, after(first.bodies));
  expect(bodies).toMatchObject([
    { type: "hours.adjusted", paper: "attention", minutes: 90 },
    { type: "paper.marked", paper: "lora", done: true },
    { type: "hours.adjusted", paper: "lora", minutes: 60 },
  ]);
});

test("papers are found by title, alias, arXiv id and link, and no name within a longer one is taken for it", () => {
  const rows = [
    "| Transformer | done |",
    "| BERT: Pre-training of Deep Bidirectional Transformers | done |",
    "| [pdf](https://arxiv.org/pdf/2106.09685v2) low-rank | done |",
    "| RoBERTa | done |",
    "| DistilBERT, a distilled version of BERT | done |",
  ];
  const reading = readMarkdown(`| Paper | Status |\n|---|---|\n${rows.join("\n")}\n`, monday);
  const { bodies } = decideWishes(
    "markdown",
    placed(reading, situation()).wishes,
    new Map(),
    situation(),
  );
  const marked = bodies.flatMap((body) => (body.type === "paper.marked" ? [body.paper] : []));
  expect(marked.map(String)).toEqual([
    "attention",
    "bert",
    "lora",
    "roberta",
    "distilbert-a-distilled-version-of-bert",
  ]);
});

test("a done date is kept with the tick", () => {
  const { bodies } = decideWishes(
    "markdown",
    placed(readMarkdown(textOf("26-done-dates.md"), monday), situation()).wishes,
    new Map(),
    situation(),
  );
  const { now } = after(bodies);
  const done = now.tally.papers["attention" as never]?.done.read ?? 0;
  expect(new Date(done).toISOString().slice(0, 10)).toBe("2026-01-12");
});

test("states are understood as people write them", () => {
  const said = [
    "Done",
    "✅",
    "100 %",
    "reading",
    "50 %",
    "Pending",
    "⏳",
    "3/5",
    "5/5",
    "✅ Done 2026-01-03",
    "On hold",
    "wat",
  ];
  expect(said.map(stateOfCell)).toEqual([
    "done",
    "done",
    "done",
    "started",
    "started",
    "none",
    "started",
    "started",
    "done",
    "done",
    "dropped",
    null,
  ]);
  expect(["x", " ", "/", "-", ">", "✓", "q"].map(stateOfBox)).toEqual([
    "done",
    "none",
    "started",
    "dropped",
    "none",
    "done",
    null,
  ]);
});

test("time is understood as people write it", () => {
  const said = [
    "3h",
    "2.5",
    "1:30",
    "02:15",
    "1:30:00",
    "90 min",
    "1h 15m",
    "2,5",
    "~3 hours",
    "two",
  ];
  expect(said.map((text) => hoursIn(text, "hours"))).toEqual([
    180,
    150,
    90,
    135,
    90,
    90,
    75,
    150,
    180,
    null,
  ]);
});

test("a column of dates is read in the order that any of its cells tells, and else not at all", () => {
  const days = (...cells: string[]) =>
    readDays(cells, monday).map((read) => (read.ok && read.day.is === "day" ? read.day.on : null));
  expect(days("03/14/2026", "04/02/2026") as (string | null)[]).toEqual([
    "2026-03-14",
    "2026-04-02",
  ]);
  expect(days("14.03.", "3 Apr", "Apr 5th") as (string | null)[]).toEqual([
    "2026-03-14",
    "2026-04-03",
    "2026-04-05",
  ]);
  expect(days("03/04/2026")).toEqual([null]);
});

test("signs that were saved in another encoding are brought back", () => {
  expect(ungarbled("ðŸ“Š â˜‘ âœ… â˜ 1 Té naïve")).toBe("📊 ☑ ✅ ☐ 1 Té naïve");
});
