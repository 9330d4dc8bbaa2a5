/** The form of a paper's guide.yaml, deck.yaml and facts.yaml. See docs/curriculum.md. */
import * as v from "valibot";
import { cardKinds, factKeys, linkKinds, readings } from "../core/content/material.ts";
import { arxiv, id, some, text, url } from "./schema.ts";

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

/** Wide enough for every figure of a paper. */
const figure = v.pipe(
  v.number("must be a number"),
  v.finite("must be a number"),
  v.minValue(-1e30, "must be at least -1e30"),
  v.maxValue(1e30, "must be at most 1e30"),
);
const formula = v.pipe(text, v.maxLength(300, "must be at most 300 characters"));
const upTo = (most: number) =>
  v.pipe(
    v.number("must be a number"),
    v.integer("must be a whole number"),
    v.minValue(0, "must be 0 or more"),
    v.maxValue(most, `must be at most ${most}`),
  );

const numberName = v.pipe(
  text,
  v.regex(/^[A-Za-z][A-Za-z0-9_]*$/, "must be a name of letters, digits and _"),
);

/** How many choices one number may have. */
const mostChoices = 1000;

const cardNumber = v.pipe(
  v.strictObject({
    of: v.optional(
      v.pipe(some(figure), v.maxLength(mostChoices, `must hold at most ${mostChoices}`)),
    ),
    from: v.optional(figure),
    to: v.optional(figure),
    step: v.optional(figure),
    is: v.optional(formula),
    places: v.optional(upTo(10)),
    digits: v.optional(v.pipe(upTo(10), v.minValue(1, "must be 1 or more"))),
    power: v.optional(v.boolean("must be true or false")),
    unit: v.optional(
      v.pipe(text, v.regex(/^(%|[A-Za-z/]{1,12})$/, 'must be a short word such as GB, or "%"')),
    ),
  }),
  v.check(
    ({ of, from, is }) => [of, from, is].filter((way) => way !== undefined).length === 1,
    "must hold one of these: of (a list), from with to, or is (a formula)",
  ),
  v.check(
    ({ from, to, step }) =>
      from === undefined ? to === undefined && step === undefined : to !== undefined,
    "must hold from and to together, and step only with them",
  ),
  v.check(
    ({ from = 0, to = from, step = 1 }) =>
      step > 0 && to >= from && (to - from) / step < mostChoices,
    `must go up from "from" to "to" in at most ${mostChoices} steps`,
  ),
  v.check(
    ({ places, digits, power }) =>
      places === undefined || (digits === undefined && power === undefined),
    "must be rounded by places or by digits, not by both",
  ),
);

/** YAML gives the names in the order in which they are worked out. */
const cardNumbers = v.pipe(
  v.record(
    v.pipe(text, v.regex(/^[A-Za-z][A-Za-z0-9_]*$/, "must be a name of letters, digits and _")),
    cardNumber,
    "must hold names and what they are",
  ),
  v.check((each) => Object.keys(each).length <= 20, "must hold at most 20 numbers"),
);

export const deckFile = some(
  v.strictObject({
    id,
    kind: v.picklist(cardKinds, `must be ${cardKinds.join(", ")}`),
    front,
    back: prose,
    source,
    numbers: v.optional(cardNumbers),
    only: v.optional(formula),
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
  // Papers that the programme reads later, and what of them is enough for now.
  ahead: v.optional(v.array(v.strictObject({ paper: id, enough: prose }), "must be a list"), []),
  passes: v.pipe(
    some(
      v.strictObject({
        hours: passHours,
        read: some(text),
        look: v.array(text, "must be a list"),
        answer: some(
          v.union(
            [text, v.strictObject({ question: text, answer: prose })],
            "must be a question, or hold question and answer",
          ),
        ),
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
      cards: v.optional(v.array(id, "must be a list"), []),
      exercises: v.optional(v.array(id, "must be a list"), []),
    }),
  ),
  walkthrough: v.optional(
    v.strictObject({
      title: text,
      steps: some(
        v.strictObject({
          text: prose,
          computed: v.optional(
            some(
              v.strictObject({
                name: v.optional(numberName),
                is: formula,
                shown: v.pipe(
                  text,
                  v.regex(/^-?\d+(\.\d+)?$/, 'must be a number in quotes: "0.73"'),
                ),
              }),
            ),
          ),
        }),
      ),
    }),
  ),
  companions: v.optional(
    v.array(
      v.pipe(
        v.strictObject({
          title: text,
          by: text,
          arxiv: v.optional(arxiv),
          url: v.optional(url),
          reading: v.picklist(readings, `must be ${readings.join(" or ")}`),
          why: text,
          read: v.optional(v.array(text, "must be a list"), []),
          text: prose,
          source,
        }),
        v.check(
          ({ arxiv, url }) => (arxiv === undefined) !== (url === undefined),
          "must hold arxiv or url, so that it can be found",
        ),
      ),
      "must be a list",
    ),
    [],
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

export type DeckFile = v.InferOutput<typeof deckFile>;
export type GuideFile = v.InferOutput<typeof guideFile>;
export type FactsFile = v.InferOutput<typeof factsFile>;
