import { describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { parse } from "csv-parse/sync";
import nodeIcal from "node-ical";
import { rehearsing } from "../../src/core/decide/decision.ts";
import { addEntry } from "../../src/core/entries/add-entry.ts";
import type { Body, Entry } from "../../src/core/entries/entry.ts";
import { emptyTally } from "../../src/core/entries/tally.ts";
import { progressOf } from "../../src/core/progress/progress.ts";
import { stampEntries } from "../../src/core/replica/stamp.ts";
import { withDollars, withMathJax } from "../../src/exchange/cards.ts";
import type { Written } from "../../src/exchange/form.ts";
import { writeForms } from "../../src/exchange/forms.ts";
import { readMaterialFolder } from "../../src/workspace/content.ts";
import { llm, monday } from "../fixtures/llm.ts";

const material = await readMaterialFolder(join(import.meta.dir, "..", "..", "curricula", "llm"));
const now = Date.parse("2026-11-23T12:00:00Z");
const day = 86_400_000;

const own = "own-widths";
const bodies: readonly Body[] = [
  {
    type: "workspace.started",
    curriculum: "llm",
    timeZone: "UTC",
    start: "2026-11-23",
    target: null,
    minutesAWeek: 360,
  } as unknown as Body,
  { type: "paper.marked", paper: "bert", aspect: "read", done: true } as unknown as Body,
  {
    type: "session.logged",
    paper: "bert",
    activity: "read",
    start: now - day,
    on: "2026-11-22",
    minutes: 90,
  } as unknown as Body,
  {
    type: "paper.added",
    paper: "mamba",
    name: "Mamba",
    phase: null,
    record: {
      title: "Mamba: Linear-Time Sequence Modeling",
      authors: ["Albert Gu", "Tri Dao"],
      year: 2023,
      arxiv: "2312.00752",
    },
  } as unknown as Body,
  {
    type: "card.added",
    card: own,
    paper: "bert",
    front: 'Is $a < b$ "so"?',
    back: "=1+1\nYes, $$x^2$$",
    source: null,
  } as unknown as Body,
  {
    type: "card.reviewed",
    card: own,
    paper: "bert",
    grade: 3,
    at: now - 3 * day,
    on: "2026-11-20",
    took: 4000,
  } as unknown as Body,
  {
    type: "card.reviewed",
    card: own,
    paper: "bert",
    grade: 1,
    at: now - day,
    on: "2026-11-22",
    took: 9000,
  } as unknown as Body,
  {
    type: "exercise.checked",
    paper: "attention",
    exercise: "multi-head",
    passed: true,
    seed: 7,
    verdict: "passed",
    mistakes: [],
    digest: "abcdef0123456789",
    took: 900,
  } as unknown as Body,
];

function written(at = now): Written {
  const tally = emptyTally();
  const { entries } = stampEntries(bodies, { by: "cli", device: rehearsing, last: null, now });
  for (const entry of entries) addEntry(tally, entry);
  async function* all(): AsyncGenerator<Entry> {
    yield* entries;
  }
  return {
    workspace: "0mhx3k9q2-000-laptop01",
    curriculum: llm,
    progress: progressOf(llm, tally, monday),
    tally,
    now: at,
    material: async () => material,
    entries: all,
  };
}

async function write(ending: string, kind: string | null = null, from = written()) {
  const form = (await writeForms()).find(({ endings }) => endings.includes(ending));
  if (form === undefined) throw new Error(`no form for .${ending}`);
  return form.write(from, kind);
}
const textOf = async (ending: string, kind: string | null = null) =>
  String(await write(ending, kind));

describe("what is written is read by others:", () => {
  test("exchange.8 a calendar by node-ical, with alarms, and by the same names at the next export", async () => {
    const events = (text: string) =>
      Object.values(nodeIcal.sync.parseICS(text)).flatMap((one) =>
        one?.type === "VEVENT" ? [one] : [],
      );
    const text = await textOf("ics");
    expect(text.includes("TRIGGER;VALUE=DATE-TIME:20261123T090000Z")).toBe(true);
    const first = events(text);
    expect(first.length).toBeGreaterThan(30);
    const summaries = first.map(({ summary }) => String(summary));
    expect(summaries.some((text) => text.startsWith("Study "))).toBe(true);
    expect(summaries).toContain("1 card is due");
    expect(summaries).toContain(llm.weekly[0]?.what ?? "");
    expect(first.every(({ alarms }) => (alarms?.length ?? 0) === 1)).toBe(true);
    const later = events(String(await write("ics", null, written(now + 60_000))));
    expect(later.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    expect(Number(later[0]?.sequence)).toBeGreaterThan(Number(first[0]?.sequence));
    expect(new Set(first.map(({ uid }) => uid)).size).toBe(first.length);
  });

  test("exchange.8 BibTeX and CSL-JSON by citation-js, own papers too", async () => {
    const bibtex = new Cite(await textOf("bib")).data;
    const csl = new Cite(JSON.parse(await textOf("json"))).data;
    for (const data of [bibtex, csl]) {
      expect(data.length).toBe(llm.papers.length + 1);
      expect(data.find(({ id }) => id === "attention")).toMatchObject({
        title: "Attention Is All You Need",
        issued: { "date-parts": [[2017]] },
      });
      expect(data.find(({ id }) => id === "mamba")).toMatchObject({
        author: [
          { family: "Gu", given: "Albert" },
          { family: "Dao", given: "Tri" },
        ],
      });
    }
  });

  test("exchange.8 an Anki package by Python's zipfile and sqlite3: decks, cards, mathematics and the review log", async () => {
    const folder = mkdtempSync(join(tmpdir(), "study-"));
    writeFileSync(join(folder, "cards.apkg"), (await write("apkg")) as Uint8Array);
    const script = `
import json, sqlite3, zipfile
archive = zipfile.ZipFile("cards.apkg")
assert archive.testzip() is None
archive.extract("collection.anki2")
db = sqlite3.connect("collection.anki2")
decks, models = (json.loads(one) for one in db.execute("select decks, models from col").fetchone())
note = db.execute("select id, flds, mid, tags from notes where guid = 'own-widths'").fetchone()
card = db.execute("select id, did, type, queue, reps, ivl from cards where nid = ?", (note[0],)).fetchone()
print(json.dumps({
  "ok": db.execute("pragma integrity_check").fetchone()[0],
  # Answers by four buttons, as of Anki's second scheduler on.
  "scheduler": json.loads(db.execute("select conf from col").fetchone()[0])["schedVer"],
  "notes": db.execute("select count(*) from notes").fetchone()[0],
  "fields": note[1].split(chr(31)),
  "model": models[str(note[2])]["name"],
  "deck": decks[str(card[1])]["name"],
  "card": card[2:5],
  "log": db.execute("select id, ease, time from revlog where cid = ? order by id", (card[0],)).fetchall(),
}))`;
    const child = Bun.spawnSync(["python3", "-c", script], { cwd: folder });
    rmSync(folder, { recursive: true });
    expect(child.stderr.toString()).toBe("");
    const cards = Object.values(material.decks).reduce((sum, deck) => sum + deck.length, 0) + 1;
    expect(JSON.parse(child.stdout.toString())).toEqual({
      ok: "ok",
      scheduler: 2,
      notes: cards,
      fields: ["Is \\(a &lt; b\\) &quot;so&quot;?", "=1+1<br>Yes, \\[x^2\\]"],
      model: "study",
      deck: "study::BERT",
      card: [2, 2, 2],
      log: [
        [now - 3 * day, 3, 4000],
        [now - day, 1, 9000],
      ],
    });
  });

  // Anki's package is not a part of what the tests install: `pip install anki` for the Python that is found.
  const hasAnki = Bun.spawnSync(["python3", "-c", "import anki.collection"]).exitCode === 0;
  test.skipIf(!hasAnki)(
    "exchange.8 an Anki package by Anki's own: cards, answers, a sound collection, and the second import changes nothing",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "study-"));
      writeFileSync(join(folder, "cards.apkg"), (await write("apkg")) as Uint8Array);
      const script = `
import json
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
collection = Collection("collection.anki2")
options = ImportAnkiPackageOptions(with_scheduling=True)
logs = [collection.import_anki_package(ImportAnkiPackageRequest(package_path="cards.apkg", options=options)).log for _ in range(2)]
card = collection.get_card(collection.find_cards('deck:study::BERT "=1+1"')[0])
print(json.dumps({
  "new": [len(log.new) for log in logs],
  "conflicting": [len(log.conflicting) for log in logs],
  "question": "(a &lt; b" in card.question(),
  "log": collection.db.all("select ease, time from revlog where cid = ? order by id", card.id),
  "sound": collection.fix_integrity()[1],
}))`;
      const child = Bun.spawnSync(["python3", "-c", script], { cwd: folder });
      rmSync(folder, { recursive: true });
      const cards = Object.values(material.decks).reduce((sum, deck) => sum + deck.length, 0) + 1;
      expect(JSON.parse(child.stdout.toString() || child.stderr.toString())).toEqual({
        new: [cards, 0],
        conflicting: [0, 0],
        question: true,
        log: [
          [3, 4000],
          [1, 9000],
        ],
        sound: true,
      });
    },
  );

  test("tables by a CSV reader, and no cell is a formula", async () => {
    const sessions = parse(await textOf("csv", "sessions"), { columns: true });
    expect(sessions).toMatchObject([
      { day: "2026-11-22", start: "12:00", minutes: "90", paper: "BERT" },
    ]);
    const cards: { id: string; back: string; answers: string }[] = parse(
      await textOf("csv", "cards"),
      { columns: true },
    );
    expect(cards.find(({ id }) => id === own)).toMatchObject({
      back: "'=1+1\nYes, $$x^2$$",
      answers: "2",
    });
    expect(parse(await textOf("csv", "checks"), { columns: true })).toMatchObject([
      { exercise: "multi-head", result: "passed", seed: "7", digest: "abcdef0123456789" },
    ]);
  });

  test("cards as text with tabs, a line each", async () => {
    const rows = (await textOf("tsv"))
      .trimEnd()
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    expect(rows.every((row) => row.split("\t").length === 4)).toBe(true);
    // Cards of numbers go out with some: no other program draws them.
    expect(rows.filter((row) => row.includes("{{"))).toEqual([]);
    expect(rows.at(-1)).toBe(
      "own-widths\tstudy::BERT\tIs \\(a &lt; b\\) &quot;so&quot;?\t=1+1<br>Yes, \\[x^2\\]",
    );
  });
});

test("the page to show has what was read and the evidence of each check, and asks nothing of the net", async () => {
  const page = await textOf("html");
  expect(page).toContain("1 of 16 papers read");
  expect(page).toContain("passed (2026-11-23, code abcdef012345, seed 7)");
  expect(page).not.toMatch(/<script|<img|<link|src=/);
  expect(await textOf("svg")).toContain("study: 1 of 16 papers read");
});

test("mathematics goes between dollar signs and MathJax's brackets and back", () => {
  const text = "A $x_1$ costs \\$5, $$\\sum_i$$";
  expect(withMathJax(text)).toBe("A \\(x_1\\) costs \\$5, \\[\\sum_i\\]");
  expect(withDollars(withMathJax(text))).toBe(text);
});
