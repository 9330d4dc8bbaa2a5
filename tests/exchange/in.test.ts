import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import type { PaperId } from "../../src/core/content/curriculum.ts";
import { noMaterial } from "../../src/core/content/material.ts";
import { rehearsing } from "../../src/core/decide/decision.ts";
import { addEntry } from "../../src/core/entries/add-entry.ts";
import type { Body } from "../../src/core/entries/entry.ts";
import { cloneTally } from "../../src/core/entries/tally.ts";
import { stampEntries } from "../../src/core/replica/stamp.ts";
import { day } from "../../src/core/time/calendar.ts";
import { readForms, writeForms } from "../../src/exchange/forms.ts";
import { paperIndex, paperSpokenOf } from "../../src/exchange/paper-index.ts";
import { broughtBy, decideWishes } from "../../src/exchange/wishes.ts";
import { situation } from "../fixtures/llm.ts";

const today = day("2026-11-23");

async function read(name: string, data: string | Uint8Array) {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 64_000));
  const form = (await readForms()).find(({ detects }) => detects({ name, head }));
  const result = await form?.read({ name, bytes, today });
  if (result === undefined) throw new Error(`no form for ${name}`);
  if (!result.ok) throw new Error(result.fault);
  return result.found;
}

/** What a file comes to in a workspace in which nothing is done, and what a second import comes to. */
async function taken(name: string, data: string | Uint8Array) {
  const found = await read(name, data);
  const before = situation();
  const first = decideWishes(found.from, found.place(before).wishes, new Map(), before);
  const tally = cloneTally(before.tally);
  const { entries } = stampEntries(first.bodies, {
    by: "import",
    device: rehearsing,
    last: null,
    now: before.now,
  });
  for (const entry of entries) addEntry(tally, entry);
  const now = situation(tally);
  const again = decideWishes(
    found.from,
    found.place(now).wishes,
    broughtBy(entries, found.from),
    now,
  );
  return { ...first, left: found.left, again: again.bodies, from: found.from, now };
}

const sessions = (bodies: readonly Body[]) =>
  bodies.flatMap((body) =>
    body.type === "session.logged"
      ? [
          `${new Date(body.start).toISOString().slice(0, 16)} ${body.minutes} ${body.activity} ${body.paper}`,
        ]
      : [],
  );

const files: Readonly<Record<string, readonly [string, string]>> = {
  toggl: [
    "Toggl_time_entries.csv",
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\nAda,a@b,,LLM,,BERT paper,No,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,\nAda,a@b,,LLM,,"Implement LoRA, part 1",No,2026-03-03,20:15:00,2026-03-03,21:00:00,00:45:00,\n',
  ],
  clockify: [
    "Clockify.csv",
    '"Project","Description","Start Date","Start Time","End Date","End Time","Duration (h)","Duration (decimal)"\n"LLM","BERT paper","03/02/2026","09:00:00 AM","03/02/2026","10:30:00 AM","01:30:00","1.50"\n"LLM","Implement LoRA","03/13/2026","08:15:00 PM","03/13/2026","09:00:00 PM","00:45:00","0.75"\n',
  ],
  csv: ["hours.csv", "date;minutes;what\n2026-03-02;90;BERT\n2026-03-03;45;coding LoRA\n"],
  timewarrior: [
    "2026-03.data",
    'inc 20260302T090000Z - 20260302T103000Z # BERT "first pass"\ninc 20260303T201500Z - 20260303T210000Z # code LoRA\ninc 20260304T080000Z\n',
  ],
  wakatime: [
    "wakatime.json",
    '{"days":[{"date":"2026-03-02","grand_total":{"total_seconds":5400},"projects":[{"name":"lora","total_seconds":5400}]}]}',
  ],
};

test("sessions come from Toggl, Clockify, Timewarrior, WakaTime and any table, with their papers, and never twice", async () => {
  const found: Record<string, unknown> = {};
  for (const [from, [name, data]] of Object.entries(files)) {
    const { bodies, again, from: said } = await taken(name, data);
    expect([from, again]).toEqual([said, []]);
    found[from] = sessions(bodies);
  }
  const two = ["2026-03-02T09:00 90 read bert", "2026-03-03T20:15 45 implement lora"];
  expect(found).toEqual({
    toggl: two,
    clockify: ["2026-03-02T09:00 90 read bert", "2026-03-13T20:15 45 implement lora"],
    csv: ["2026-03-02T12:00 90 read bert", "2026-03-03T12:00 45 implement lora"],
    timewarrior: two,
    wakatime: ["2026-03-02T12:00 90 implement lora"],
  });
});

test("what of a table is no session is told by its line", async () => {
  const { left } = await taken(
    "hours.csv",
    "date,hours,what\n2026-03-02,two,BERT\n03/04/2026,1,BERT\n2099-01-01,1,BERT\n",
  );
  expect(left.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    "2: its time can't be read; write 1.5, 1h30 or 1:30",
    '3: "03/04/2026" may be day and month in either order; write it as 2026-11-23',
    "4: 2099-01-01 is in the future",
  ]);
});

test("an Anki package brings cards and their answers with their moments, and a second one what is new", async () => {
  const source = situation();
  const at = source.now - 86_400_000;
  const tally = cloneTally(source.tally);
  const answer = (moment: number, grade: 1 | 2 | 3 | 4) =>
    ({
      type: "card.reviewed",
      card: "other-guid",
      paper: null,
      grade,
      at: moment,
      on: "2026-11-22",
      took: 3000,
    }) as unknown as Body;
  const card = {
    type: "card.added",
    card: "other-guid",
    paper: "bert",
    front: "What is $d_k$?",
    back: "A <width>\nof keys",
    source: null,
  } as unknown as Body;
  const packageOf = async (bodies: readonly Body[]) => {
    const { entries } = stampEntries(bodies, {
      by: "cli",
      device: rehearsing,
      last: null,
      now: source.now,
    });
    const held = cloneTally(tally);
    for (const entry of entries) addEntry(held, entry);
    const form = (await writeForms()).find(({ endings }) => endings.includes("apkg"));
    const data = await form?.write(
      {
        workspace: "w",
        curriculum: source.curriculum,
        progress: source.progress,
        tally: held,
        now: source.now,
        material: async () => noMaterial,
        entries: async function* () {
          yield* entries;
        },
      },
      null,
    );
    return data as Uint8Array;
  };
  const first = await taken("deck.apkg", await packageOf([card, answer(at, 3)]));
  expect(first.bodies).toMatchObject([
    { type: "card.added", paper: "bert", front: "What is $d_k$?", back: "A <width>\nof keys" },
    { type: "card.reviewed", grade: 3, at, took: 3000 },
  ]);
  expect(first.again).toEqual([]);
  const later = await read(
    "deck.apkg",
    await packageOf([card, answer(at, 3), answer(at + 60_000, 1)]),
  );
  const more = decideWishes(
    "anki",
    later.place(first.now).wishes,
    broughtBy(first.bodies, "anki"),
    first.now,
  );
  expect(more.bodies).toMatchObject([{ type: "card.reviewed", grade: 1, at: at + 60_000 }]);
});

test("packages that Anki made, in its present form and in the one before, bring the same cards and answers", async () => {
  const fixture = (name: string) =>
    Bun.file(join(import.meta.dir, "..", "fixtures", "anki", name)).bytes();
  const present = await taken("new.apkg", await fixture("by-anki-26.apkg"));
  const legacy = await taken("old.apkg", await fixture("by-anki-26-legacy.apkg"));
  const cards = present.bodies.filter((body) => body.type === "card.added");
  expect(cards.map(({ paper, front, back }) => [paper, front, back])).toEqual(
    [0, 1, 2, 3, 4].map((one) => [
      "bert" as PaperId,
      `What is ${one}? $x^${one}$`,
      `It is ${one}\ntwo < three`,
    ]),
  );
  const grades = present.bodies.flatMap((body) =>
    body.type === "card.reviewed" ? [body.grade] : [],
  );
  expect(grades.toSorted()).toEqual([1, 3, 3, 4]);
  const plain = (bodies: readonly Body[]) =>
    JSON.stringify(bodies).replaceAll(/own-[a-z0-9-]+/g, "");
  expect(plain(legacy.bodies)).toBe(plain(present.bodies));
});

test("cards come from text with tabs, and a line that is none is told", async () => {
  const { bodies, left, again } = await taken(
    "cards.tsv",
    "#separator:tab\nFront \\(x\\)\tBack<br>two\nalone\n",
  );
  expect(bodies).toMatchObject([{ type: "card.added", front: "Front $x$", back: "Back\ntwo" }]);
  expect(left.map(({ line }) => line)).toEqual([3]);
  expect(again).toEqual([]);
});

test("papers from BibTeX and CSL-JSON that the curriculum lacks become own ones, with all that is known of them", async () => {
  const bib =
    "@article{gu2023, title={Mamba: Linear-Time Sequence Modeling}, author={Gu, Albert and Dao, Tri}, year={2023}, eprint={2312.00752}, archivePrefix={arXiv}}\n@inproceedings{v, title={Attention is all you need}, year={2017}}\n";
  const { bodies, again } = await taken("library.bib", bib);
  expect(bodies).toMatchObject([
    {
      type: "paper.added",
      name: "Mamba",
      record: {
        title: "Mamba: Linear-Time Sequence Modeling",
        authors: ["Albert Gu", "Tri Dao"],
        year: 2023,
        arxiv: "2312.00752",
      },
    },
  ]);
  expect(again).toEqual([]);
  const csl =
    '[{"id":"x","type":"book","title":"Speech and Language Processing","author":[{"family":"Jurafsky","given":"Dan"}],"issued":{"date-parts":[[2008]]}}]';
  expect((await taken("library.json", csl)).bodies).toMatchObject([
    {
      type: "paper.added",
      name: "Speech and Language Processing",
      record: { authors: ["Dan Jurafsky"], year: 2008 },
    },
  ]);
});

describe("a word of the field alone is no paper", () => {
  const marked = async (tracker: string) => {
    const { wishes } = (await read("T.md", tracker)).place(situation());
    return wishes.flatMap(({ command }) =>
      command.do === "mark-paper" ? [`${command.aspect} ${command.paper}`] : [],
    );
  };

  test("a task of it ticks nothing, be it the whole task or what is read or built", async () => {
    for (const words of [
      "Transformers",
      "Read about RLHF",
      "Study in-context learning",
      "Implement self-attention",
      "Read Transformers",
      "Code MLM",
    ]) {
      expect([words, await marked(`# Mine\n\n- [x] ${words}\n`)]).toEqual([words, []]);
    }
  });

  test('a paper\'s name, its authors, or the word with "paper" beside it mean the paper', async () => {
    expect(
      await marked(
        "# Mine\n\n- [x] Read the Transformer paper\n- [x] BERT\n- [x] Read Ouyang\n- [x] RLHF paper\n",
      ),
    ).toEqual(["read attention", "read bert", "read instructgpt", "read instructgpt"]);
  });

  test("in a table's column of papers it names one, as its reader expects", async () => {
    expect(await marked("| Paper | Status |\n|---|---|\n| Transformer | ☑ |\n")).toEqual([
      "read attention",
    ]);
  });

  test("time on it is time on no paper", () => {
    const index = paperIndex(situation());
    expect(paperSpokenOf(index, "2 lectures about transformers")).toBeNull();
    expect(paperSpokenOf(index, "the transformer paper, again") as string).toBe("attention");
  });
});
