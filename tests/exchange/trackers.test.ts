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

test("exchange.1 each of a hundred and two trackers yields all that stands in it", () => {
  expect(files.length).toBe(102);
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

const readText = (text: string) => readMarkdown(text, monday);
const minutesOf = (text: string) =>
  readText(text).findings.reduce(
    (sum, one) =>
      sum +
      (one.is === "task" || one.is === "session" ? (one.minutes ?? 0) : 0) +
      (one.is === "paper" ? (one.hours.read ?? 0) : 0),
    0,
  );

test("exchange.12 a time beside what is done was spent, unless such times stand beside what is open too", () => {
  expect(minutesOf("- [x] Read BERT (3h)\n- [ ] Read T5\n")).toBe(180);
  expect(minutesOf("- [x] BERT -- 45 min\n- [ ] T5 (est. 4 hrs)\n")).toBe(45);
  const plan = "# Plan\n- [x] Read BERT (3h)\n- [ ] Read T5 (2h)\n";
  expect(minutesOf(plan)).toBe(0);
  expect(readText(plan).left).toMatchObject([{ line: 2, kind: "hours" }]);
  expect(minutesOf("- [x] Read BERT (spent: 3h)\n- [ ] Read T5 (2h)\n")).toBe(180);
});

test("exchange.12 a time below a week was spent where the week has begun, and one that says so always was", () => {
  const weeks = (second: string) =>
    `## Week 1\n- [x] Read\n- Time: 6h 30m\n\n## Week 2\n- [ ] Code\n- Time: ${second}\n`;
  expect(minutesOf(weeks("__ h"))).toBe(390);
  expect(minutesOf(weeks("4h"))).toBe(0);
  expect(readText(weeks("4h")).left).toHaveLength(1);
  expect(minutesOf("## Week 1\n- [ ] Read\n- Time spent: 2h\n")).toBe(120);
});

test("exchange.13 hours of a task whose paper has a row with hours count once, and so do those of a file that logs its days", () => {
  const wished = (text: string) => placed(readText(text), situation());
  const row = "| Paper | Hours |\n|---|---|\n| BERT | 3 |\n\n- [x] Read BERT (3h)\n";
  const { wishes, homeless } = wished(row);
  expect(wishes.filter(({ command }) => command.do === "adjust-hours")).toHaveLength(1);
  expect(homeless).toMatchObject([{ line: 5, reason: expect.stringContaining("count twice") }]);
  const logged = wished(`${row}\n| Date | Hours |\n|---|---|\n| 2026-03-02 | 3 |\n`);
  expect(logged.wishes.map(({ command }) => command.do)).toEqual(["mark-paper", "log"]);
  expect(logged.homeless).toMatchObject([{ line: 3, reason: expect.stringContaining("twice") }]);
  const said = readText(`${row}\n| Date | Hours |\n|---|---|\n| 2026-03-02 | 3 |\n`);
  expect(said.left).toMatchObject([{ line: 5, reason: expect.stringContaining("twice") }]);
});

test("time is understood as people write it in other languages, and from one time of day to another", () => {
  const said = [
    "2,5 Std.",
    "1 Std. 15 Min.",
    "1小时30分钟",
    "2時間半",
    "1시간 30분",
    "30 мин",
    "half an hour",
    "19:00-20:30",
    "11:30 PM – 12:15 AM",
    "1½",
  ];
  expect(said.map((text) => hoursIn(text, "hours"))).toEqual([
    150, 75, 90, 150, 90, 30, 30, 90, 45, 90,
  ]);
});

test("days are understood as people write them in other languages, and the order of a column from their words", () => {
  const days = (...cells: string[]) =>
    readDays(cells, monday).map((read) => (read.ok && read.day.is === "day" ? read.day.on : null));
  expect(
    days(
      "5 de enero de 2026",
      "lundi 5 janvier 2026",
      "1. Februar 2026",
      "2026年1月5日",
      "1월 6일",
      "20260110",
      "2026-01-12T20:00",
      "Jan. 13, '26",
      "5 января 2026",
    ),
  ).toEqual([
    "2026-01-05",
    "2026-01-05",
    "2026-02-01",
    "2026-01-05",
    "2026-01-06",
    "2026-01-10",
    "2026-01-12",
    "2026-01-13",
    "2026-01-05",
  ] as never);
  expect(days("6 janvier 2026", "07/01/2026")[1]).toBe("2026-01-07" as never);
});

test("what a badge, a bar and a shortcode say is a state", () => {
  const states = [
    "![](https://img.shields.io/badge/status-in%20progress-yellow)",
    "![](https://geps.dev/progress/100)",
    ":white_check_mark:",
    ":x:",
    "- [x]",
  ].map((cell) => {
    const [paper] = readText(`| Paper | Status |\n|---|---|\n| BERT | ${cell} |\n`).findings;
    return paper?.is === "paper" ? paper.states.read : null;
  });
  expect(states).toEqual(["started", "done", "done", "none", "done"]);
});

test("properties below a heading are of a paper where they lead to one, and a sum over boxes makes none", () => {
  const paper = "## BERT\n- Status: Done\n- Time: 2h\n- Link: https://arxiv.org/abs/1810.04805\n";
  expect(readText(paper).findings).toMatchObject([
    { is: "heading" },
    {
      is: "paper",
      name: "BERT",
      arxiv: "1810.04805",
      states: { read: "done" },
      hours: { read: 120 },
    },
  ]);
  const sum = "## Group\n\nProgress: 3/7 done\n\n- [x] One\n";
  expect(readText(sum).findings.map(({ is }) => is)).toEqual(["heading", "task"]);
});

test("a habit with a state for each day is told and never taken for done", () => {
  const habit =
    "| Habit | M | T | W | T | F |\n|---|---|---|---|---|---|\n| Anki | ✅ | ❌ | ❌ | ❌ | ❌ |\n";
  const { findings, left } = readText(habit);
  expect([findings.length, left.length]).toEqual([0, 1]);
});
