/**
 * Models side by side: what the papers report, each figure with its place, and the learner's own. Nothing that a
 * paper does not say is filled in; what can be computed from two reported figures stands beside them, and says so.
 */

import { bare } from "../content/bare.ts";
import type { PaperId } from "../content/curriculum.ts";
import { type Fact, factKeys, type Material } from "../content/material.ts";
import type { Measurement } from "../entries/tally.ts";

export interface ComparedModel {
  readonly model: string;
  /** Null for the learner's own. */
  readonly paper: PaperId | null;
  /** Figures by key, of the keys that are known. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** Training compute by the rule of 6ND, in FLOP; null where parameters or tokens are unknown. */
  readonly rule: number | null;
  /** The reported compute in FLOP; null where none is reported, or in a unit that is not known here. */
  readonly reported: number | null;
}

export interface Comparison {
  /** The keys that any of the models has, the curriculum's in their order, then the learner's own. */
  readonly keys: readonly string[];
  readonly models: readonly ComparedModel[];
}

/** Kaplan et al. 2020 (arXiv:2001.08361), Section 2.1: six FLOP for each parameter and token. */
export function sixND(parameters: number, tokens: number): number {
  return 6 * parameters * tokens;
}

/** 10¹⁵ operations a second for a day. */
const petaflopDay = 1e15 * 86_400;

/** A reported compute in FLOP; null when it is no number or its unit is unknown. */
export function computeInFlop(fact: Fact | undefined): number | null {
  if (fact === undefined || typeof fact.value !== "number") return null;
  const unit = (fact.unit ?? "").toLowerCase().replace(/[^a-z/]/g, "");
  if (unit === "flop" || unit === "flops") return fact.value;
  if (/^(petaflop|petaflops|pf|pflop|pflops|petaflop\/s|pf\/s|pflop\/s)days?$/.test(unit)) {
    return fact.value * petaflopDay;
  }
  return null;
}

/** Every model of every paper, then the learner's own. */
export function comparedModels(
  material: Material,
  measurements: Readonly<Record<string, Measurement>>,
): readonly ComparedModel[] {
  const reported = Object.entries(material.facts).flatMap(([paper, models]) =>
    models.map(({ model, facts }) => comparedModel(model, paper as PaperId, facts)),
  );
  const own = Object.entries(measurements).map(([model, { on, values }]) => {
    const source = `measured ${on}`;
    const facts = Object.entries(values).map(([key, value]) => [key, { value, source }] as const);
    return comparedModel(model, null, bare(facts));
  });
  return [...reported, ...own];
}

function comparedModel(
  model: string,
  paper: PaperId | null,
  facts: Readonly<Record<string, Fact | undefined>>,
): ComparedModel {
  const known = bare(
    Object.entries(facts).filter((pair): pair is [string, Fact] => pair[1] !== undefined),
  );
  const parameters = countOf(known.parameters, "parameters");
  const tokens = countOf(known.tokens, "tokens");
  return {
    model,
    paper,
    facts: known,
    rule: parameters === null || tokens === null ? null : sixND(parameters, tokens),
    reported: computeInFlop(known.compute),
  };
}

/** A number of this very thing: sentence pairs, say, are no tokens. */
function countOf(fact: Fact | undefined, what: string): number | null {
  const itself = fact?.unit === undefined || fact.unit === what;
  return itself && typeof fact?.value === "number" ? fact.value : null;
}

export function comparison(models: readonly ComparedModel[]): Comparison {
  const used = new Set(models.flatMap(({ facts }) => Object.keys(facts)));
  const known: readonly string[] = factKeys;
  return {
    keys: [
      ...known.filter((key) => used.has(key)),
      ...[...used].filter((key) => !known.includes(key)),
    ],
    models,
  };
}

/** `feedForward` as a person reads it: `feed forward`. */
export function keyLabel(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** `175B`, `3.14e23`, `0.0006`: short, and with no more digits than were given. */
export function figureText({ value, unit }: Pick<Fact, "value" | "unit">): string {
  if (typeof value === "string") return unit === undefined ? value : `${value} ${unit}`;
  const text = numberText(value);
  return unit === undefined ? text : `${text} ${unit}`;
}

const scales = [
  { least: 1e12, sign: "T" },
  { least: 1e9, sign: "B" },
  { least: 1e6, sign: "M" },
] as const;

export function numberText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15)
    return value
      .toExponential(2)
      .replace("e+", "e")
      .replace(/\.?0+e/, "e");
  const scale = scales.find(({ least }) => size >= least);
  if (scale !== undefined) return `${Number((value / scale.least).toPrecision(5))}${scale.sign}`;
  return String(value);
}

/** The rule's figure, and how far the reported one is from it: `3.15e23 (reported 1.00×)`. */
function ruleText({ rule, reported }: ComparedModel): string {
  if (rule === null) return "unknown";
  const share = reported === null ? "" : ` (reported ${(reported / rule).toFixed(2)}×)`;
  return `${numberText(rule)} FLOP${share}`;
}

/** The rows of the table: a label, then a cell for each model. Unknown is `null`. */
export function comparedRows({ keys, models }: Comparison) {
  const reported = keys.map((key) => ({
    label: keyLabel(key),
    cells: models.map(({ facts }) => facts[key] ?? null),
  }));
  const computed = {
    label: "6ND (computed)",
    cells: models.map((model) =>
      model.rule === null
        ? null
        : { value: ruleText(model), source: "six times parameters times tokens" },
    ),
  };
  return models.some(({ rule }) => rule !== null) ? [...reported, computed] : reported;
}

export function comparisonMarkdown(compared: Comparison): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rows = comparedRows(compared).map(({ label, cells }) =>
    line([
      label,
      ...cells.map((fact) => {
        if (fact === null) return "unknown";
        const note = "note" in fact && fact.note !== undefined ? `; ${fact.note}` : "";
        return `${figureText(fact)} (${fact.source}${note})`;
      }),
    ]),
  );
  const head = ["", ...compared.models.map(({ model }) => model)];
  return [line(head), line(head.map(() => "---")), ...rows].join("\n");
}

/** A line a model; every figure is followed by its unit and its source. RFC 4180. */
export function comparisonCsv({ keys, models }: Comparison): string {
  const quote = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const head = [
    "model",
    "paper",
    ...keys.flatMap((key) => [key, `${key} unit`, `${key} source`]),
    "6ND FLOP",
    "reported FLOP",
  ];
  const lines = models.map(({ model, paper, facts, rule, reported }) => [
    model,
    paper ?? "own",
    ...keys.flatMap((key) => {
      const fact = facts[key];
      return fact === undefined ? ["", "", ""] : [String(fact.value), fact.unit ?? "", fact.source];
    }),
    rule === null ? "" : String(rule),
    reported === null ? "" : String(reported),
  ]);
  return [head, ...lines].map((cells) => cells.map(quote).join(",")).join("\r\n");
}
