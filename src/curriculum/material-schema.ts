/** The form of a paper's guide.yaml, deck.yaml and facts.yaml. See docs/curriculum.md. */
import * as v from "valibot";
import { cardKinds, factKeys, linkKinds } from "../core/content/material.ts";
import { id, some, text, url } from "./schema.ts";

/** Markdown of one or more lines. */
const prose = v.pipe(
  v.string("must be text"),
  v.trim(),
  v.minLength(1, "must not be empty"),
  v.maxLength(6000, "must be at most 6,000 characters"),
);

/** A place in a paper that somebody can turn to. */
const place =
  /\b(abstract|section|sections|sec\.|appendix|eq\.|eqs\.|equation|figure|figures|fig\.|table|tables|page|pages|p\.|footnote|algorithm)\b|§/i;
const source = v.pipe(
  text,
  v.check(
    (value) => place.test(value),
    "must name a section, equation, figure, table, appendix or page of the paper",
  ),
);

/** Later work is another paper: one that somebody can find. */
const elsewhere = v.pipe(
  text,
  v.check(
    (value) => /arXiv:\s?\d{4}\.\d{4,5}|arXiv:[a-z-]+\/\d{7}|doi:|https?:\/\//i.test(value),
    "must name the later work, with arXiv:…, doi:… or an address",
  ),
);

/** A question that yes or no would answer tests nothing. */
const yesOrNo =
  /^(is|are|was|were|does|do|did|can|could|has|have|had|will|would|should|true or false)\b/i;
const front = v.pipe(
  prose,
  v.check((value) => !yesOrNo.test(value), "must not be a question for yes or no"),
  v.check((value) => !/\blist (all|every|the)\b/i.test(value), "must not ask for a list"),
);

export const deckFile = some(
  v.strictObject({
    id,
    kind: v.picklist(cardKinds, `must be ${cardKinds.join(", ")}`),
    front,
    back: prose,
    source,
  }),
);

const passHours = v.pipe(
  v.number("must be a number"),
  v.minValue(0.1, "must be at least 0.1"),
  v.maxValue(100, "must be at most 100"),
);

export const guideFile = v.strictObject({
  record: v.strictObject({ version: text, code: v.optional(url), bibtex: prose }),
  why: prose,
  needs: v.array(
    v.union(
      [v.strictObject({ paper: id, why: text }), v.strictObject({ concept: text, why: text })],
      "must hold paper or concept, and why",
    ),
    "must be a list",
  ),
  passes: v.pipe(
    some(
      v.strictObject({
        hours: passHours,
        read: some(text),
        look: v.array(text, "must be a list"),
        answer: some(text),
      }),
    ),
    v.length(3, "must hold three passes"),
  ),
  glossary: some(v.strictObject({ term: text, meaning: text })),
  equations: some(
    v.strictObject({
      name: text,
      latex: prose,
      source,
      symbols: some(v.strictObject({ symbol: text, meaning: text })),
    }),
  ),
  later: v.array(v.strictObject({ text: prose, source: elsewhere }), "must be a list"),
  misreadings: v.array(v.strictObject({ claim: text, instead: text, source }), "must be a list"),
  prompts: some(v.strictObject({ section: text, prompt: text })),
  teachBack: v.strictObject({
    prompt: text,
    points: v.pipe(some(text), v.length(6, "must hold six points")),
  }),
  links: v.array(
    v.strictObject({
      kind: v.picklist(linkKinds, `must be ${linkKinds.join(", ")}`),
      paper: id,
      why: text,
    }),
    "must be a list",
  ),
});

const fact = v.strictObject({
  value: v.union([v.number(), text], "must be a number or text"),
  unit: v.optional(text),
  note: v.optional(text),
  source,
});

export const factsFile = some(
  v.strictObject({
    model: text,
    ...v.entriesFromList(factKeys, v.optional(fact)),
  }),
);

export type GuideFile = v.InferOutput<typeof guideFile>;
export type FactsFile = v.InferOutput<typeof factsFile>;
