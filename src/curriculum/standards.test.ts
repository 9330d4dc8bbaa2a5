import { describe, expect, test } from "bun:test";
import { sayFault } from "./faults.ts";
import { latexFaults } from "./latex.ts";
import { parseMaterial } from "./material.ts";
import { standardFaults } from "./standards.ts";
import { starterFiles } from "./starter.ts";

const whole = starterFiles("example", "Example Tracker");

/** The starter with one file changed; `from` must be there, so that a test can't pass by missing it. */
function changed(file: string, from: string, to: string): Map<string, string> {
  const files = new Map(whole);
  const text = files.get(file) ?? "";
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  files.set(file, text.replace(from, to));
  return files;
}

const standards = (files: ReadonlyMap<string, string>) => standardFaults(files).map(sayFault);
const forms = (files: ReadonlyMap<string, string>) => {
  const parsed = parseMaterial(files);
  return (parsed.ok ? latexFaults(parsed.material, files) : parsed.faults).map(sayFault);
};

const deck = "papers/first-paper/deck.yaml";
const guide = "papers/first-paper/guide.yaml";

test("the starter has no fault", () => {
  expect(standards(whole)).toEqual([]);
  expect(forms(whole)).toEqual([]);
});

describe("decks", () => {
  test("a size out of what the curriculum declares", () => {
    expect(standards(changed("curriculum.yaml", "cards: 3-25", "cards: 15-25"))).toEqual([
      `${deck}:1:1: the deck has 3 cards; this curriculum's have 15 to 25`,
    ]);
  });

  test("no size is declared, none is asked for", () => {
    expect(standards(changed("curriculum.yaml", "deck: { cards: 3-25 }", ""))).toEqual([]);
  });

  test("fewer than a third need thought", () => {
    const files = changed(deck, "kind: derive", "kind: recall");
    files.set(deck, (files.get(deck) ?? "").replace("kind: compare", "kind: recall"));
    expect(standards(files)).toEqual([
      `${deck}:1:1: 0 of 3 cards need thought; a third should (derive, compare, apply)`,
    ]);
  });

  test("a card that asks two things", () => {
    const twice = "the card asks two things; make it two cards, or one question";
    const front = /front: .*/.exec(whole.get(deck) ?? "")?.[0] ?? "";
    const asks = (question: string) => standards(changed(deck, front, `front: '${question}'`));
    expect(asks("What is it? What does it cost?")).toEqual([`${deck}:3:10: ${twice}`]);
    expect(asks("What does it do, and why?")).toEqual([`${deck}:3:10: ${twice}`]);
    expect(asks("Which is it, and how many are there?")).toEqual([`${deck}:3:10: ${twice}`]);
    expect(asks("What does the one do, and what the other?")).toEqual([]);
    expect(asks('What does $a?$ mean in `why?` or "and why?" here?')).toEqual([]);
  });

  test("an answer that repeats its question", () => {
    const files = changed(
      deck,
      "back: Put the answer here, in one or two sentences.",
      "back: Which problem does the paper solve",
    );
    expect(standards(files)).toEqual([`${deck}:4:9: the answer repeats the question`]);
  });

  test("the same question in two decks", () => {
    const files = new Map(whole);
    for (const [file, text] of whole) {
      if (file.startsWith("papers/")) files.set(file.replace("first-paper", "second"), text);
    }
    expect(standards(files)[0]).toBe(
      `papers/second/deck.yaml:3:10: the same question stands in ${deck}`,
    );
  });

  test("a question for yes or no, a list, and a source without a place", () => {
    for (const [from, to, fault] of [
      [
        "Which problem does the paper solve?",
        "Is it deep?",
        '3:10: "front" must not be a question for yes or no',
      ],
      [
        "Which problem does the paper solve?",
        "Please list all models",
        '3:10: "front" must not ask for a list',
      ],
      [
        "source: Section 1",
        "source: The paper",
        '5:11: "source" must name a section, equation, figure, table, appendix or page of the paper',
      ],
    ] as const) {
      expect(forms(changed(deck, from, to))).toEqual([`${deck}:${fault}`]);
    }
  });
});

describe("figures that are repeated", () => {
  test("a model in two papers' facts", () => {
    const files = new Map(whole);
    files.set("papers/second/paper.yaml", "");
    files.set(
      "papers/second/facts.yaml",
      "- model: the Model\n  parameters: { value: 2000000, source: Section 1 }\n",
    );
    expect(standards(files)).toEqual([
      "papers/second/facts.yaml:2:24: the Model has parameters 1000000 in papers/first-paper/facts.yaml, and 2000000 here",
    ]);
  });

  test("the year, the title and the hours of a paper", () => {
    expect(standards(changed(guide, "year = {2024}", "year = {2023}"))).toEqual([
      `${guide}:3:11: its year is 2023, and paper.yaml says 2024`,
    ]);
    expect(standards(changed(guide, "title = {The Title", "title = {The {T}itle"))).toEqual([]);
    expect(standards(changed(guide, "title = {The Title", "title = {A Title"))).toEqual([
      `${guide}:3:11: its title is "A Title of the First Paper", and paper.yaml says "The Title of the First Paper"`,
    ]);
    expect(standards(changed(guide, "hours: 1.5", "hours: 2"))).toEqual([
      `${guide}:14:14: the passes take 3.5 hours together, and paper.yaml says 3`,
    ]);
  });
});

describe("symbols", () => {
  const unexplained = (latex: string) =>
    standards(changed(guide, "latex: 'y = f(x)'", `latex: '${latex}'`)).map(
      (fault) => /leaves (.*) unexplained/.exec(fault)?.[1],
    );

  test("letters and Greek letters that no line explains", () => {
    expect(unexplained("y = f(x; \\theta) + z")).toEqual(["\\theta, z"]);
    expect(unexplained("\\hat{y} = \\mathbf{f}(x_{\\text{old}})")).toEqual([]);
  });

  test("words, operators and what is read alike everywhere need no line", () => {
    expect(unexplained("y = \\mathrm{softmax}(x) \\cdot \\sum \\mathbb{E}[x] \\, dx")).toEqual([]);
  });
});

describe("sources and formulas", () => {
  test("a fact's source names a place", () => {
    const file = "papers/first-paper/facts.yaml";
    expect(forms(changed(file, "source: Section 4", "source: the web"))).toEqual([
      `${file}:2:41: "source" must name a section, equation, figure, table, appendix or page of the paper`,
    ]);
  });

  test("later work is another paper that can be found", () => {
    const later = (source: string) =>
      forms(
        changed(guide, "later: []", `later:\n  - { text: Something changed., source: ${source} }`),
      );
    expect(later('"Someone 2024, arXiv:2401.00001"')).toEqual([]);
    expect(later("Someone 2024")).toEqual([
      `${guide}:28:41: "source" must name the later work, with arXiv:…, doi:… or an address`,
    ]);
  });

  test("a formula that can't be set, with its place", () => {
    const [fault] = forms(changed(guide, "latex: 'y = f(x)'", "latex: 'y = \\frac{x'"));
    expect(fault).toStartWith(`${guide}:21:13: the formula "y = \\\\frac{x" can't be set: `);
  });

  test("a dollar sign without its other", () => {
    const [fault] = forms(changed(deck, "Put the step of reasoning here.", "It costs $5."));
    expect(fault).toBe(`${deck}:9:9: a dollar sign without its other in "It costs $5."`);
    expect(
      forms(changed(deck, "Put the step of reasoning here.", "It costs \\$5 in `$HOME`.")),
    ).toEqual([]);
  });

  test("formulas of exercises", () => {
    const files = new Map(whole);
    files.set("papers/first-paper/exercises/one/exercise.md", "---\n---\nWrite $\\fraq{1}{2}$.\n");
    expect(forms(files)[0]).toStartWith(
      "papers/first-paper/exercises/one/exercise.md:3:8: the formula",
    );
  });
});
