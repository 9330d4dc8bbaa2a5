import { expect, test } from "bun:test";
import { rehearsing } from "../../src/core/decide/decision.ts";
import { addEntry } from "../../src/core/entries/add-entry.ts";
import type { Body, Entry } from "../../src/core/entries/entry.ts";
import { cloneTally } from "../../src/core/entries/tally.ts";
import { stampEntries } from "../../src/core/replica/stamp.ts";
import type { Stamp } from "../../src/core/time/clock.ts";
import { readForms } from "../../src/exchange/forms.ts";
import { broughtBy, decideWishes } from "../../src/exchange/wishes.ts";
import { monday, situation } from "../fixtures/llm.ts";

async function found(name: string, text: string) {
  const form = (await readForms()).find(({ detects }) => detects({ name, head: text }));
  if (form === undefined) throw new Error(`no form for ${name}`);
  const bytes = new TextEncoder().encode(text);
  const read = await form.read({ name, bytes, today: monday });
  if (!read.ok) throw new Error(read.fault);
  return read.found;
}

/** A journal that takes one file after another, as each import sees it. */
function journal() {
  const entries: Entry[] = [];
  let at = situation();
  let last: Stamp | null = null;
  const add = (bodies: readonly Body[]) => {
    const tally = cloneTally(at.tally);
    const made = stampEntries(bodies, { by: "import", device: rehearsing, last, now: at.now });
    for (const entry of made.entries) addEntry(tally, entry);
    entries.push(...made.entries);
    last = made.last;
    at = situation(tally);
  };
  return {
    add,
    entries,
    take: async (name: string, text: string) => {
      const { from, place, left } = await found(name, text);
      const decided = decideWishes(from, place(at).wishes, broughtBy(entries, from), at);
      add(decided.bodies);
      return { ...decided, left };
    },
    sessions: () =>
      at.tally.lately.map(
        ({ start, minutes, paper }) =>
          `${new Date(start).toISOString().slice(0, 16)} ${minutes} ${paper}`,
      ),
  };
}

const exports: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    "Toggl's table with half days",
    "toggl.csv",
    '"Description","Duration","Project","Start date","Start time","Stop date","Stop time"\n"BERT paper","1:30:00","LLM","03/02/2026","9:00 AM","03/02/2026","10:30 AM"\n"LoRA code","0:45:00","LLM","03/14/2026","11:30 PM","03/15/2026","12:15 AM"\n',
    ["2026-03-02T09:00 90 bert", "2026-03-14T23:30 45 lora"],
  ],
  [
    "Toggl's JSON, with one that runs",
    "toggl.json",
    '[{"id":1,"start":"2026-03-02T09:00:00+00:00","stop":"2026-03-02T10:30:00Z","duration":5400,"description":"BERT paper","tags":["reading"]},{"id":2,"start":"2026-03-03T20:00:00+00:00","stop":null,"duration":-1772568000,"description":"running"}]',
    ["2026-03-02T09:00 90 bert"],
  ],
  [
    "Clockify's report as JSON",
    "clockify.json",
    '{"totals":[{"totalTime":5400}],"timeentries":[{"_id":"64a1","description":"BERT paper","timeInterval":{"start":"2026-03-02T09:00:00Z","end":"2026-03-02T10:30:00Z","duration":5400},"projectName":"LLM"}]}',
    ["2026-03-02T09:00 90 bert"],
  ],
  [
    "Clockify's entries as JSON",
    "entries.json",
    '[{"id":"64a1","description":"LoRA","timeInterval":{"start":"2026-03-02T09:00:00Z","end":"2026-03-02T10:30:00Z","duration":"PT1H30M"}}]',
    ["2026-03-02T09:00 90 lora"],
  ],
  [
    "WakaTime's summaries, whose days stand in a range",
    "summaries.json",
    '{"data":[{"grand_total":{"total_seconds":5400},"projects":[{"name":"lora","total_seconds":5400}],"range":{"date":"2026-03-02","timezone":"UTC"}}]}',
    ["2026-03-02T12:00 90 lora"],
  ],
  [
    "WakaTime's durations",
    "durations.json",
    '{"data":[{"project":"lora","time":1772442000.5,"duration":3600.2}],"timezone":"UTC"}',
    ["2026-03-02T09:00 60 lora"],
  ],
  [
    "a German table with semicolons",
    "zeiten.csv",
    "Datum;Beginn;Ende;Dauer;Projekt;Beschreibung\n02.03.2026;09:00;10:30;1,5;LLM;BERT lesen\n",
    ["2026-03-02T09:00 90 bert"],
  ],
  [
    "a table that says its separator first",
    "excel.csv",
    'sep=;\r\n"Date";"Hours";"Note"\r\n"2026-03-02";"1,5";"BERT"\r\n',
    ["2026-03-02T12:00 90 bert"],
  ],
  [
    "starts and ends in half days, over noon and over midnight",
    "ends.csv",
    "Start,End,Description\n2026-03-02 11:30 AM,2026-03-02 1:00 PM,BERT paper\n2026-03-03 11:30 PM,2026-03-04 12:15 AM,LoRA\n",
    ["2026-03-02T11:30 90 bert", "2026-03-03T23:30 45 lora"],
  ],
  [
    "points in time with their zone",
    "zoned.csv",
    "start,end,duration,description\n2026-03-02T23:30:00+02:00,2026-03-03T00:30:00+02:00,01:00:00,BERT\n",
    ["2026-03-02T21:30 60 bert"],
  ],
  [
    "seconds",
    "seconds.csv",
    "date,duration_seconds,description\n2026-03-02,5400,BERT\n",
    ["2026-03-02T12:00 90 bert"],
  ],
];

for (const [what, name, text, sessions] of exports) {
  test(`exchange.2 ${what}: its sessions come once`, async () => {
    const here = journal();
    await here.take(name, text);
    expect(here.sessions()).toEqual(sessions as string[]);
    expect((await here.take(name, text)).bodies).toEqual([]);
  });
}

const toggl = (stop: string) =>
  `[{"id":1,"start":"2026-03-02T09:00:00Z","stop":"2026-03-02T${stop}:00Z","duration":1,"description":"BERT paper"}]`;

test("exchange.11 a session that was changed in the other tool is changed at the next import, as often as it was", async () => {
  const here = journal();
  for (const [stop, minutes] of [
    ["10:30", 90],
    ["11:00", 120],
    ["09:30", 30],
  ] as const) {
    await here.take("toggl.json", toggl(stop));
    expect(here.sessions()).toEqual([`2026-03-02T09:00 ${minutes} bert`]);
    expect((await here.take("toggl.json", toggl(stop))).bodies).toEqual([]);
  }
});

test("exchange.11 one that was changed here as well stays as it is here, and that is told", async () => {
  const here = journal();
  await here.take("toggl.json", toggl("10:30"));
  const [first] = here.entries;
  if (first?.type !== "session.logged") throw new Error("no session");
  const { paper, activity, start, on, minutes } = first;
  const logged = { paper, activity, start, on, minutes };
  here.add([
    { type: "session.edited", session: first.id, logged, now: { ...logged, minutes: 75 } },
  ]);
  const again = await here.take("toggl.json", toggl("11:00"));
  expect(again.bodies).toEqual([]);
  expect(again.refused).toMatchObject([
    { message: expect.stringContaining("changed here as well") },
  ]);
  expect(here.sessions()).toEqual(["2026-03-02T09:00 75 bert"]);
});

test("exchange.11 a day of a tracker whose time was put right changes its session", async () => {
  const here = journal();
  const log = (time: string) => `# Log\n\n## 2026-03-02\n- BERT: ${time}\n- 30m flashcards\n`;
  await here.take("log.md", log("2h"));
  const { bodies } = await here.take("log.md", log("3h"));
  expect(bodies).toMatchObject([{ type: "session.edited", now: { minutes: 180 } }]);
});

test("what no table of sessions and no list of times is says what would be", async () => {
  const { left } = await found(
    "heartbeats.json",
    '{"days":[{"date":"2026-03-02","heartbeats":[{"entity":"a.py","time":1772442000}]}]}',
  );
  expect(left).toMatchObject([{ reason: expect.stringContaining("daily totals") }]);
  expect(found("zotero.csv", '"Key","Author","Title","DOI"\n"A","Hu","LoRA",""\n')).rejects.toThrow(
    "export it as BibTeX",
  );
});

test("of a BibTeX file with an entry that does not end the others come, and it is told with its line", async () => {
  const { has, left } = await found(
    "refs.bib",
    '@string{x = "NIPS"}\n@article{a, title = {One}, journal = x, year = 2020}\n@book{untitled, year = {2020}}\n@article{b, title = {Unclosed\n',
  );
  expect(has).toEqual(["1 paper"]);
  expect(left.map(({ line, text }) => [line, text.slice(0, 12)])).toEqual([
    [4, "@article{b, "],
    [3, "untitled"],
  ]);
});

test("Anki's own text export comes with its quotation marks, line ends, separator and columns", async () => {
  const tabs =
    '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\nabc\tBasic\tLLM::BERT\t"What is ""MLM""?"\t"Masked\nlanguage"\tx\n';
  const semicolons = '#separator:Semicolon\n#notetype column:1\nBasic;<b>One</b>;"a; b"\n';
  const cards = async (text: string) =>
    (await journal().take("Deck.txt", text)).bodies.map((body) =>
      body.type === "card.added" ? [body.front, body.back, body.paper] : [],
    );
  expect(await cards(tabs)).toEqual([['What is "MLM"?', "Masked\nlanguage", "bert"]] as never);
  expect(await cards(semicolons)).toEqual([["One", "a; b", null]]);
});
