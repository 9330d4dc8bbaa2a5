/** Whether the numbers of cards come out well: each is drawn many times, filled in and looked at. */
import katex from "katex";
import type { Card, CardNumber, Material } from "../core/content/material.ts";
import { placeholdersIn, rounded, withNumbers } from "../core/content/number-text.ts";
import { firstDraws } from "../core/recall/drawn.ts";
import { readFormula, type Values } from "../core/recall/formula.ts";
import type { Fault } from "./faults.ts";
import { formulasIn } from "./latex.ts";
import { readSource, type Source } from "./source.ts";
import { quote } from "./suggest.ts";

/** So many draws of each card are looked at by `study curriculum check`. */
export const drawsChecked = 20;
/** A card with fewer different draws is soon known by heart. */
const fewestDraws = 4;
/** What is longer is not read at a glance. */
const longestShown = 7;

export function numberFaults(
  material: Material,
  files: ReadonlyMap<string, string>,
  draws: number = drawsChecked,
): readonly Fault[] {
  return Object.entries(material.decks).flatMap(([paper, deck]) => {
    const file = `papers/${paper}/deck.yaml`;
    const { source } = readSource(file, files.get(file) ?? "");
    return deck.flatMap((card, at) =>
      source === null || card.numbers === undefined ? [] : cardFaults(source, at, card, draws),
    );
  });
}

function cardFaults(source: Source, at: number, card: Card, draws: number): readonly Fault[] {
  const written = [...formulaFaults(source, at, card), ...nameFaults(source, at, card)];
  // What can't be worked out can't be drawn.
  return written.length > 0 ? written : drawFaults(source, at, card, draws);
}

/** Every formula can be read, and knows only what stands before it. */
function formulaFaults(source: Source, at: number, { numbers }: Card): readonly Fault[] {
  const before: string[] = [];
  const faults: Fault[] = [];
  const look = (formula: string, place: readonly (string | number)[]) => {
    const read = readFormula(formula);
    if (!read.ok) faults.push(source.faultAt(place, read.message));
    else {
      for (const name of read.formula.names.filter((one) => !before.includes(one))) {
        const known = before.length === 0 ? "" : `; known are ${before.join(", ")}`;
        const message = `nothing before this is called "${name}"${known}`;
        faults.push(source.faultAt(place, message));
      }
    }
  };
  for (const number of numbers?.each ?? []) {
    if ("is" in number) look(number.is, [at, "numbers", number.name, "is"]);
    before.push(number.name);
  }
  const only = numbers?.only ?? null;
  if (only !== null) look(only, [at, "only"]);
  return faults;
}

/** Front and back ask for numbers that there are, and every number is of use. */
function nameFaults(source: Source, at: number, { front, back, numbers }: Card): readonly Fault[] {
  const each = numbers?.each ?? [];
  const names = each.map(({ name }) => name);
  const lost = (["front", "back"] as const).flatMap((side) =>
    placeholdersIn(side === "front" ? front : back)
      .filter((name) => !names.includes(name))
      .map((name) =>
        source.faultAt([at, side], `the card has no number "${name}"; it has ${names.join(", ")}`),
      ),
  );
  const formulas = [
    ...each.flatMap((number) => ("is" in number ? [number.is] : [])),
    ...(numbers?.only == null ? [] : [numbers.only]),
  ];
  const used = new Set([
    ...placeholdersIn(`${front} ${back}`),
    ...formulas.flatMap((text) => {
      const read = readFormula(text);
      return read.ok ? read.formula.names : [];
    }),
  ]);
  const idle = names
    .filter((name) => !used.has(name))
    .map((name) => source.faultAtKey([at, "numbers", name], `the number "${name}" is never used`));
  return [...lost, ...idle];
}

function drawFaults(source: Source, at: number, card: Card, draws: number): readonly Fault[] {
  const numbers = card.numbers;
  if (numbers === undefined) return [];
  const say = (place: readonly (string | number)[], message: string) => [
    source.faultAt([at, ...place], message),
  ];
  const all = firstDraws(numbers, card.id, draws);
  if (all.length === 0) return say(["only"], "no draw meets this condition");
  const fronts = new Set<string>();
  const backs = new Set<string>();
  for (const values of all) {
    for (const number of numbers.each) {
      const value = values[number.name] ?? Number.NaN;
      const reason = unreadable(value, number, `${card.front} ${card.back}`);
      if (reason !== null) {
        const message = `with ${givenOf(values, numbers.each)} it is ${value}, and ${reason}`;
        return say(["numbers", number.name], message);
      }
    }
    for (const side of ["front", "back"] as const) {
      const text = withNumbers(card[side], numbers, values);
      (side === "front" ? fronts : backs).add(text);
      const reason = badlySet(text);
      if (reason !== null) return say([side], `with ${givenOf(values, numbers.each)} ${reason}`);
    }
  }
  if (fronts.size < Math.min(fewestDraws, draws)) {
    return say(["numbers"], `${fronts.size} different questions are too few; draw from more`);
  }
  return backs.size === 1 ? say(["back"], "the answer is the same for all numbers") : [];
}

/** Why a number can't be shown to a person; null when it can, or is not shown. */
function unreadable(value: number, number: CardNumber, text: string): string | null {
  if (!Number.isFinite(value)) return "that is not a number";
  if (!placeholdersIn(text).includes(number.name)) return null;
  if (number.form.power === true) return null;
  const shown = rounded(value, number.form);
  if (shown === 0 && value !== 0) return "rounding leaves 0; give it digits or more places";
  const figures = shown.toString();
  if (figures.includes("e")) return "too large or small to be read; say power: true";
  const [whole = "", fraction = ""] = figures.replace("-", "").split(".");
  if (fraction === "" ? whole.length > 15 : whole.length + fraction.length > longestShown) {
    return `${figures} is long to read; give it places or digits`;
  }
  return null;
}

/** Why a side can't be shown; null when it can. */
function badlySet(side: string): string | null {
  const doubled = /[-+]\s*[-+]\d|\bNaN\b|\bundefined\b|Infinity/.exec(side.replace(/`[^`]*`/g, ""));
  if (doubled !== null) return `it says "${doubled[0]}"`;
  const wrong = formulasIn(side).find((latex) => !canBeSet(latex));
  return wrong === undefined ? null : `the formula ${quote(wrong)} can't be set`;
}

const set = new Map<string, boolean>();

/** Which digits a number has does not decide whether its formula can be set, so each form is tried once. */
function canBeSet(latex: string): boolean {
  const form = latex.replace(/\d+/g, "7");
  const known = set.get(form);
  if (known !== undefined) return known;
  let can = true;
  try {
    katex.renderToString(form, { throwOnError: true, strict: "ignore" });
  } catch {
    can = false;
  }
  set.set(form, can);
  return can;
}

function givenOf(values: Values, each: readonly CardNumber[]): string {
  return each
    .filter((number) => !("is" in number))
    .map(({ name }) => `${name} = ${values[name]}`)
    .join(", ");
}
