/**
 * What a good curriculum holds to beyond its form. These faults do not keep a curriculum from being used; they
 * are what `study curriculum check` adds.
 */
import type { Range } from "../core/content/curriculum.ts";
import { plainName } from "../core/content/names.ts";
import type { Fault } from "./faults.ts";
import { type Mention, mentions, numbers, type TextMention, texts } from "./mentions.ts";
import { readRange } from "./range.ts";
import { type Source, sourceOf } from "./source.ts";
import { quote } from "./suggest.ts";
import { symbolFaults } from "./symbols.ts";

export function standardFaults(files: ReadonlyMap<string, string>): readonly Fault[] {
  const source = (file: string) => sourceOf(files, file);
  const papers = [...files.keys()].flatMap(
    (file) => /^papers\/([^/]+)\/paper\.yaml$/.exec(file)?.[1] ?? [],
  );
  const decks = papers.map((paper) => source(`papers/${paper}/deck.yaml`));
  const facts = papers.map((paper) => source(`papers/${paper}/facts.yaml`));
  const size = sizeOf(source("curriculum.yaml"));
  return [
    ...decks.flatMap((deck) => deckFaults(deck, size)),
    ...askedTwice(decks),
    ...disagreements(facts),
    ...papers.flatMap((paper) => symbolFaults(source(`papers/${paper}/guide.yaml`))),
    ...papers.flatMap((paper) =>
      recordFaults(source(`papers/${paper}/paper.yaml`), source(`papers/${paper}/guide.yaml`)),
    ),
  ];
}

/** How many cards a deck holds, as the curriculum says; null where it does not. */
function sizeOf(curriculum: Source | null): Range | null {
  const [said] = mentions(curriculum, "deck.cards");
  return said === undefined ? null : readRange(said.value, 1000);
}

/** The share of a deck's cards that memory alone may answer is two thirds. */
const thoughtShare = 1 / 3;

function deckFaults(deck: Source | null, size: Range | null): readonly Fault[] {
  if (deck === null) return [];
  const kinds = texts(deck, "*.kind").map(({ value }) => value);
  const count = mentions(deck, "*").length;
  const thought = kinds.filter((kind) => kind !== "recall").length;
  const faults: Fault[] = [];
  if (size !== null && (count < size.least || count > size.most)) {
    faults.push(
      deck.faultAt(
        [],
        `the deck has ${count} cards; this curriculum's have ${size.least} to ${size.most}`,
      ),
    );
  }
  if (count > 0 && thought < count * thoughtShare) {
    faults.push(
      deck.faultAt(
        [],
        `${thought} of ${count} cards need thought; a third should (derive, compare, apply)`,
      ),
    );
  }
  return [...faults, ...sameSides(deck), ...doubleQuestions(deck)];
}

/** A second question behind the first: half an answer could not be graded. What contrasts two cases asks one thing. */
const second =
  /\?.*\?|\band (why|how many|by which factor|what (follows|(does|do) (this|that|they|the sign))\b)[^?]*\?/s;

/** A card asks one thing. */
function doubleQuestions(deck: Source): readonly Fault[] {
  return texts(deck, "*.front").flatMap(({ value, fault }) =>
    second.test(withoutQuotes(value))
      ? [fault("the card asks two things; make it two cards, or one question")]
      : [],
  );
}

/** Code, formulas and what is quoted ask nothing. */
function withoutQuotes(front: string): string {
  return front.replaceAll(/```.*?```|`[^`]*`|\$[^$]*\$|"[^"]*"/gs, "");
}

/** A card whose back is its front asks nothing. */
function sameSides(deck: Source): readonly Fault[] {
  return texts(deck, "*.back").flatMap(({ value, path, fault }) => {
    const [front] = texts(deck, `${path[0]}.front`);
    return front !== undefined && plainName(front.value) === plainName(value)
      ? [fault("the answer repeats the question")]
      : [];
  });
}

/** Within a deck the form's own check tells; here the decks of two papers are held against each other. */
function askedTwice(decks: readonly (Source | null)[]): readonly Fault[] {
  const asked = new Map<string, TextMention>();
  return decks.flatMap((deck) =>
    texts(deck, "*.front").flatMap((mention) => {
      const plain = plainName(mention.value);
      const first = asked.get(plain);
      if (first === undefined) asked.set(plain, mention);
      return first === undefined || first.file === mention.file
        ? []
        : [mention.fault(`the same question stands in ${first.file}`)];
    }),
  );
}

/** A model's figure may be given by several papers; then they must be the same. */
function disagreements(facts: readonly (Source | null)[]): readonly Fault[] {
  const known = new Map<string, Mention>();
  return facts.flatMap((source) =>
    texts(source, "*.model").flatMap(({ value: model, path }) => {
      const place = `${path[0]}`;
      const figures = mentions(source, place).flatMap(({ value }) => Object.keys(Object(value)));
      return figures.flatMap((key) =>
        ["value", "unit"].flatMap((part) =>
          mentions(source, `${place}.${key}.${part}`).flatMap((mention) => {
            const name = `${plainName(model)} ${key} ${part}`;
            const first = known.get(name);
            if (first === undefined) known.set(name, mention);
            return first === undefined || first.value === mention.value
              ? []
              : [
                  mention.fault(
                    `${model} has ${key} ${JSON.stringify(first.value)} in ${first.file}, and ${JSON.stringify(mention.value)} here`,
                  ),
                ];
          }),
        ),
      );
    }),
  );
}

/** The paper's record stands in paper.yaml; the guide repeats some of it. */
function recordFaults(paper: Source | null, guide: Source | null): readonly Fault[] {
  const [bibtex] = texts(guide, "record.bibtex");
  const [year] = numbers(paper, "year");
  const [title] = texts(paper, "title");
  const faults: Fault[] = [];
  if (bibtex !== undefined && year !== undefined) {
    const said = field(bibtex.value, "year");
    if (said !== String(year.value)) {
      faults.push(
        bibtex.fault(`its year is ${said ?? "missing"}, and paper.yaml says ${year.value}`),
      );
    }
  }
  if (bibtex !== undefined && title !== undefined) {
    const said = field(bibtex.value, "title");
    if (said === null || plainName(said) !== plainName(title.value)) {
      faults.push(
        bibtex.fault(
          `its title is ${quote(said ?? "missing")}, and paper.yaml says ${quote(title.value)}`,
        ),
      );
    }
  }
  return [...faults, ...hourFaults(paper, guide)];
}

function hourFaults(paper: Source | null, guide: Source | null): readonly Fault[] {
  const hours = numbers(guide, "passes.*.hours");
  const [read] = numbers(paper, "hours.read");
  const [first] = hours;
  if (read === undefined || first === undefined) return [];
  const sum = hours.reduce((total, { value }) => total + value, 0);
  return Math.abs(sum - read.value) < 1e-6
    ? []
    : [first.fault(`the passes take ${sum} hours together, and paper.yaml says ${read.value}`)];
}

/** A field of a BibTeX entry without its braces; a brace inside only keeps capitals. */
function field(bibtex: string, name: string): string | null {
  const value = new RegExp(
    `\\b${name}\\s*=\\s*(?:\\{((?:[^{}]|\\{[^{}]*\\})*)\\}|"([^"]*)"|(\\d+))`,
    "i",
  ).exec(bibtex);
  return value === null ? null : (value[1] ?? value[2] ?? value[3] ?? "").replace(/[{}]/g, "");
}
