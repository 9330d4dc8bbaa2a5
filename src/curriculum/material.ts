/** From the texts of the papers' guides, decks and facts to a curriculum's material, or to all of their faults. */
import type * as v from "valibot";
import type { PaperId } from "../core/content/curriculum.ts";
import type {
  Card,
  CardId,
  CardNumber,
  Guide,
  Material,
  ModelFacts,
} from "../core/content/material.ts";
import { check } from "./check.ts";
import { type Fault, inOrder } from "./faults.ts";
import {
  type DeckFile,
  deckFile,
  type FactsFile,
  factsFile,
  type GuideFile,
  guideFile,
} from "./material-schema.ts";
import { mentions, repeated, texts } from "./mentions.ts";
import { rhythmFaults, rhythmFile, rhythmOf, rhythmSchema } from "./rhythm.ts";
import { readingOf, type Source, sourceOf } from "./source.ts";
import { didYouMean, quote } from "./suggest.ts";
import { templateFile } from "./template.ts";

export type ParsedMaterial =
  | { readonly ok: true; readonly material: Material }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** `files` by their path in the curriculum's folder. Every file of a paper is optional. */
export function parseMaterial(files: ReadonlyMap<string, string>): ParsedMaterial {
  const faults: Fault[] = [];
  const papers = [...files.keys()].flatMap(
    (file) => /^papers\/([^/]+)\/paper\.yaml$/.exec(file)?.[1] ?? [],
  );
  const headings = headingsOf(files.get(templateFile) ?? "");
  const read = <S extends v.GenericSchema>(
    file: string,
    schema: S,
    further: (source: Source) => readonly Fault[],
  ): v.InferOutput<S> | null => {
    const reading = readingOf(files, file);
    if (reading === null) return null;
    const { source, faults: broken } = reading;
    faults.push(...broken);
    if (source === null) return null;
    const checked = check(source, schema);
    faults.push(...(checked.ok ? further(source) : checked.faults));
    return checked.ok ? checked.value : null;
  };
  const exercises = exercisesOf(files);
  const guides: Record<PaperId, Guide> = {};
  const decks: Record<PaperId, readonly Card[]> = {};
  const facts: Record<PaperId, readonly ModelFacts[]> = {};
  for (const folder of papers.sort()) {
    const paper = folder as PaperId;
    const guide = read(`papers/${folder}/guide.yaml`, guideFile, (source) => [
      ...guideFaults(source, folder, papers, headings),
      ...joinFaults(source, {
        cards: texts(sourceOf(files, `papers/${folder}/deck.yaml`), "*.id").map(
          ({ value }) => value,
        ),
        exercises: exercises.get(folder) ?? [],
      }),
    ]);
    if (guide !== null) guides[paper] = guideOf(guide, paper);
    const deck = read(`papers/${folder}/deck.yaml`, deckFile, (source) => [
      ...repeated(texts(source, "*.id"), (id) => `the card "${id}" appears twice`),
      ...repeated(texts(source, "*.front"), () => "the same question appears in this deck twice"),
      ...texts(source, "*.only").flatMap(({ path, fault }) =>
        mentions(source, `${path[0]}.numbers`).length === 0
          ? [fault("a condition without numbers holds nothing; give the card numbers")]
          : [],
      ),
    ]);
    if (deck !== null) {
      decks[paper] = deck.map((card) => cardOf(card, paper));
    }
    const models = read(`papers/${folder}/facts.yaml`, factsFile, (source) =>
      repeated(texts(source, "*.model"), (model) => `the model "${model}" appears twice`),
    );
    if (models !== null) facts[paper] = models.map(factsOf);
  }
  const rhythm = read(rhythmFile, rhythmSchema, (source) =>
    rhythmFaults(source, {
      papers,
      exercises,
      curriculum: sourceOf(files, "curriculum.yaml"),
      weeks: sourceOf(files, "weeks.yaml"),
    }),
  );
  return faults.length > 0
    ? { ok: false, faults: inOrder(faults) }
    : {
        ok: true,
        material: { guides, decks, facts, rhythm: rhythm === null ? [] : rhythmOf(rhythm) },
      };
}

/** The exercises of each paper that has any, by their folders. */
function exercisesOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of files.keys()) {
    const [, paper, exercise] =
      /^papers\/([^/]+)\/exercises\/([^/]+)\/exercise\.md$/.exec(file) ?? [];
    if (paper === undefined || exercise === undefined) continue;
    found.set(paper, [...(found.get(paper) ?? []), exercise]);
  }
  return found;
}

function guideFaults(
  source: Source,
  folder: string,
  papers: readonly string[],
  headings: readonly string[],
): readonly Fault[] {
  const named = ["needs", "ahead", "links"].flatMap((list) => texts(source, `${list}.*.paper`));
  const unknown = named
    .filter(({ value }) => !papers.includes(value))
    .map(({ value, fault }) =>
      fault(`there is no paper ${quote(value)}${didYouMean(value, papers)}`),
    );
  const itself = named
    .filter(({ value }) => value === folder)
    .map(({ fault }) => fault("a paper can't be linked to itself"));
  const sections = texts(source, "prompts.*.section");
  const lost = sections
    .filter(({ value }) => !headings.includes(value))
    .map(({ value, fault }) =>
      fault(
        `${templateFile} has no heading ${quote(value)}${didYouMean(value, headings) || `; known are ${headings.join(", ")}`}`,
      ),
    );
  return [
    ...unknown,
    ...itself,
    ...lost,
    ...repeated(sections, (section) => `"${section}" has a prompt already`),
    ...repeated(mentions(source, "glossary.*.term"), (term) => `"${String(term)}" stands twice`),
  ];
}

/** The second- and third-level headings of a note. */
function headingsOf(template: string): readonly string[] {
  return [...template.matchAll(/^#{2,3} +(.+?)\s*$/gm)].map(([, heading]) => heading ?? "");
}

function cardOf({ id, numbers, only, ...card }: DeckFile[number], paper: PaperId): Card {
  const whole = { ...card, id: `${paper}.${id}` as CardId, paper };
  if (numbers === undefined) return whole;
  const each = Object.entries(numbers).map(([name, number]) => numberOf(name, number));
  return { ...whole, numbers: { each, only: only ?? null } };
}

function numberOf(
  name: string,
  number: NonNullable<DeckFile[number]["numbers"]>[string],
): CardNumber {
  const { of, from, to, step, is, ...form } = number;
  if (of !== undefined) return { name, form, of };
  if (is !== undefined) return { name, form, is };
  return { name, form, from: from ?? 0, to: to ?? 0, step: step ?? 1 };
}

/** What an equation is joined with is there. */
function joinFaults(
  source: Source,
  known: { readonly cards: readonly string[]; readonly exercises: readonly string[] },
): readonly Fault[] {
  return (["cards", "exercises"] as const).flatMap((kind) =>
    texts(source, `equations.*.${kind}.*`)
      .filter(({ value }) => !known[kind].includes(value))
      .map(({ value, fault }) =>
        fault(
          `the paper has no ${kind.slice(0, -1)} ${quote(value)}${didYouMean(value, known[kind])}`,
        ),
      ),
  );
}

function guideOf(
  { record, needs, ahead, passes, equations, walkthrough, companions, links, ...rest }: GuideFile,
  paper: PaperId,
): Guide {
  return {
    ...rest,
    ahead: ahead.map((one) => ({ ...one, paper: one.paper as PaperId })),
    passes: passes.map(({ answer, ...pass }) => ({
      ...pass,
      answer: answer.map((one) => (typeof one === "string" ? one : one.question)),
      answers: answer.map((one) => (typeof one === "string" ? null : one.answer)),
    })),
    equations: equations.map((equation) => ({
      ...equation,
      cards: equation.cards.map((card) => `${paper}.${card}` as CardId),
    })),
    walkthrough:
      walkthrough === undefined
        ? null
        : {
            title: walkthrough.title,
            steps: walkthrough.steps.map(({ text, computed = [] }) => ({
              text,
              computed: computed.map(({ name, is, shown }) => ({ name: name ?? null, is, shown })),
            })),
          },
    companions: companions.map(({ arxiv, url, ...companion }) => ({
      ...companion,
      arxiv: arxiv ?? null,
      url: url ?? null,
    })),
    record: { ...record, code: record.code ?? null },
    needs: needs.map((need) =>
      "paper" in need ? { ...need, paper: need.paper as PaperId } : need,
    ),
    links: links.map((link) => ({ ...link, paper: link.paper as PaperId })),
  };
}

function factsOf({ model, ...facts }: FactsFile[number]): ModelFacts {
  return { model, facts: facts as ModelFacts["facts"] };
}
