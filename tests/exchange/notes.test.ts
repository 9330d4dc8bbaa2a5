import { expect, test } from "bun:test";
import { partFrontMatter } from "../../src/core/content/front-matter.ts";
import { annotationsIn } from "../../src/exchange/notes/annotations.ts";
import { foundNotes, readNote } from "../../src/exchange/notes/paper-notes.ts";
import { foundQuotes, withQuotes } from "../../src/exchange/notes/quotes.ts";
import { broughtBy, decideWishes } from "../../src/exchange/wishes.ts";
import { situation } from "../fixtures/llm.ts";

const note = (file: string, properties: string, place: "own" | "elsewhere" = "elsewhere") =>
  readNote({ file, place, text: `---\n${properties}\n---\n# Notes\n\n- [x] a box of the note\n` });

function taken(notes: ReturnType<typeof note>[], before = situation(), known = new Map()) {
  const found = foundNotes(notes);
  const placed = found.place(before);
  const decided = decideWishes("note", placed.wishes, known, before);
  return { ...decided, left: found.left, homeless: placed.homeless, held: placed.held };
}

test("exchange.9 the properties of a paper's note are taken over, and a second time bring nothing", () => {
  const notes = [
    note(
      "Papers/Attention Is All You Need.md",
      "status: done\nhours: 3\nfinished: 2025-12-20\ntags: [x]",
    ),
    note("Papers/x.md", "Status: [Reading]\nHours: '1:30'\naliases:\n  - LoRA"),
    note("bert.md", "status: half done\narxiv: 1810.04805", "own"),
  ];
  const first = taken(notes);
  expect(first.bodies).toMatchObject([
    { type: "paper.marked", paper: "attention", aspect: "read", done: true, on: "2025-12-20" },
    { type: "hours.adjusted", paper: "attention", minutes: 180, on: "2025-12-20" },
    { type: "paper.progressed", paper: "lora", state: "started" },
    { type: "hours.adjusted", paper: "lora", minutes: 90 },
    { type: "paper.progressed", paper: "bert", state: "started" },
  ]);
  const again = taken(
    notes,
    first.situation,
    broughtBy(first.bodies, "note") as Map<string, never>,
  );
  expect([again.bodies, again.held]).toEqual([[], 3]);
});

test("exchange.9 hours of a note are all that its paper took, so what is logged already counts once", () => {
  const first = taken([note("bert.md", "hours: 2\nstatus: done")]);
  const grown = taken([note("bert.md", "hours: 5\nstatus: reading")], first.situation);
  expect(grown.bodies).toMatchObject([{ type: "hours.adjusted", paper: "bert", minutes: 180 }]);
  expect(
    taken([note("a/bert.md", "hours: 3"), note("b/bert.md", "hours: 4")]).bodies,
  ).toMatchObject([{ minutes: 240 }]);
});

test("exchange.9 properties that can't be read, or name no paper, are told by their line", () => {
  const { bodies, left, homeless } = taken([
    note("bert.md", "status: purple\nhours: many\nfinished: soon"),
    note("lora.md", "title: x\nstatus: [done"),
    note("Garden.md", "up: y\nstatus: done"),
  ]);
  expect(bodies).toEqual([]);
  expect(left.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "bert.md:2",
    "bert.md:3",
    "bert.md:4",
    "lora.md:3",
  ]);
  expect(homeless.map(({ file, line }) => `${file}:${line}`)).toEqual(["Garden.md:3"]);
});

test("a stroke across the page is no beginning of properties", () => {
  for (const text of [
    "---\n\nWords: some\nmore\n",
    "---\n- [ ] a\n---\n",
    "text\n---\na: b\n---\n",
  ]) {
    expect(partFrontMatter(text)).toEqual({ matter: null, lines: 0, body: text });
  }
  expect(partFrontMatter("---\r\na: b\r\n---\r\nrest")).toEqual({
    matter: "a: b",
    lines: 3,
    body: "rest",
  });
  expect(partFrontMatter("---\n---\nrest")).toEqual({ matter: "", lines: 2, body: "rest" });
});

const data = encodeURIComponent(
  JSON.stringify({ annotationKey: "D", pageLabel: "4173", position: { pageIndex: 2 } }),
);
const link = (page: number, label: string) =>
  `[${label}](zotero://open-pdf/library/items/J7?page=${page}&annotation=K${page})`;
const shapes: Readonly<Record<string, string>> = {
  markdown: `# Annotations\n\n“low intrinsic rank” ([Hu et al., 2022, p. 2](zotero://select/library/items/P)) (${link(2, "pdf")}) so few numbers\n\n“merged when deployed” ([Hu et al., 2022, p. 4](zotero://select/library/items/P)) (${link(4, "pdf")})\n`,
  html: `<div data-schema-version="9"><h1>LoRA</h1>\n<p><span class="highlight" data-annotation="${data}">“low <i>intrinsic</i> rank”</span> <span class="citation">(<span class="citation-item">Hu et al., 2022, p. 2</span>)</span> so few numbers</p>\n<p><span class="highlight" data-annotation="${data}">“merged when deployed”</span></p></div>`,
  callouts: `# LoRA\n>[!quote|#ffd400]\n>low intrinsic rank [(p. 2)](zotero://open-pdf/library/items/J7?page=2)\n\n---\n>[!cite|#a28ae5]+ ${link(4, "(p.4)")}\n> *" merged when deployed "*\n`,
  below: `## [[LoRA]]\n>📌 low intrinsic rank\n\n${link(2, "Page 2")}\n\n- <mark>merged when deployed</mark> ${link(4, "(p. 4)")}\n`,
};

test("exchange.10 highlights of Zotero's are read in each form that it and its plugins give them, and become quotes with their page", () => {
  for (const [shape, text] of Object.entries(shapes)) {
    const quotes = foundQuotes(`${shape}.md`, text).quotes?.(situation()) ?? [];
    const said = quotes.map(({ paper, text: words }) => `${paper}: ${words}`);
    expect([shape, ...said]).toEqual([
      shape,
      "lora: low intrinsic rank",
      "lora: merged when deployed",
    ]);
    expect([shape, quotes[0]?.page]).toEqual([shape, shape === "html" ? 3 : 2]);
  }
});

test("exchange.10 a quote that a note has is not put into it again, and what was said to it stands below", () => {
  const quotes = foundQuotes("x.md", shapes.markdown ?? "").quotes?.(situation()) ?? [];
  const first = withQuotes("---\nstatus: done\n---\n# LoRA\n", quotes);
  expect(first.text).toBe(
    "---\nstatus: done\n---\n# LoRA\n\n## Quotes\n\n> low intrinsic rank\n> ([p. 2](../papers/lora.pdf#page=2))\n\nso few numbers\n\n> merged when deployed\n> ([p. 4](../papers/lora.pdf#page=4))\n",
  );
  expect(withQuotes(first.text, quotes)).toEqual({ text: first.text, added: 0 });
});

test("a highlight without words or of no known paper is told", () => {
  const text = `# Garden\n\n(${link(3, "pdf")})\n\n“words” (${link(4, "pdf")})\n`;
  expect(annotationsIn(text).map((one) => one.text)).toEqual(["", "words"]);
  const found = foundQuotes("x.md", text);
  expect(found.left.map(({ line }) => line)).toEqual([3]);
  expect(found.place(situation()).homeless.map(({ line }) => line)).toEqual([5]);
});
