/** Whether the numbers of a card come out well: each is drawn many times, filled in and looked at. */
import type { Card, CardNumber } from "../content/material.ts";
import { placeholdersIn, rounded, withNumbers } from "../content/number-text.ts";
import { firstDraws } from "./drawn.ts";
import { readFormula, type Values } from "./formula.ts";

/** So many draws of each card are looked at by `study curriculum check`. */
export const drawsChecked = 20;
/** A card with fewer different draws is soon known by heart. */
const fewestDraws = 4;
/** What is longer is not read at a glance. */
const longestShown = 7;

export type NumberPlace =
  | { readonly in: "formula" | "number"; readonly name: string }
  /** The name itself, which nothing asks for. */
  | { readonly in: "name"; readonly name: string }
  | { readonly in: "only" | "front" | "back" | "numbers" };

/** A clause: what is wrong at a place of the card. */
export interface NumberFault {
  readonly place: NumberPlace;
  readonly message: string;
}

/** Why a filled side can't be shown; null when it can. */
export type Shown = (side: string) => string | null;

export function cardNumberFaults(card: Card, draws: number, shown: Shown): readonly NumberFault[] {
  const written = [...formulaFaults(card), ...nameFaults(card)];
  // What can't be worked out can't be drawn.
  return written.length > 0 ? written : drawFaults(card, draws, shown);
}

/** Every formula can be read, and knows only what stands before it. */
function formulaFaults({ numbers }: Card): readonly NumberFault[] {
  const before: string[] = [];
  const faults: NumberFault[] = [];
  const look = (formula: string, place: NumberPlace) => {
    const read = readFormula(formula);
    if (!read.ok) faults.push({ place, message: read.message });
    else {
      for (const name of read.formula.names.filter((one) => !before.includes(one))) {
        const known = before.length === 0 ? "" : `; known are ${before.join(", ")}`;
        faults.push({ place, message: `nothing before this is called "${name}"${known}` });
      }
    }
  };
  for (const number of numbers?.each ?? []) {
    if ("is" in number) look(number.is, { in: "formula", name: number.name });
    before.push(number.name);
  }
  const only = numbers?.only ?? null;
  if (only !== null) look(only, { in: "only" });
  return faults;
}

/** Front and back ask for numbers that there are, and every number is of use. */
function nameFaults({ front, back, numbers }: Card): readonly NumberFault[] {
  const each = numbers?.each ?? [];
  const names = each.map(({ name }) => name);
  const lost = (["front", "back"] as const).flatMap((side) =>
    placeholdersIn(side === "front" ? front : back)
      .filter((name) => !names.includes(name))
      .map((name) => ({
        place: { in: side },
        message: `the card has no number "${name}"; it has ${names.join(", ")}`,
      })),
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
    .map((name) => ({
      place: { in: "name", name } as const,
      message: `the number "${name}" is never used`,
    }));
  return [...lost, ...idle];
}

function drawFaults(card: Card, draws: number, shown: Shown): readonly NumberFault[] {
  const numbers = card.numbers;
  if (numbers === undefined) return [];
  const all = firstDraws(numbers, card.id, draws);
  if (all.length === 0) return [{ place: { in: "only" }, message: "no draw meets this condition" }];
  const fronts = new Set<string>();
  const backs = new Set<string>();
  for (const values of all) {
    const given = givenOf(values, numbers.each);
    for (const number of numbers.each) {
      const value = values[number.name] ?? Number.NaN;
      const reason = unreadable(value, number, `${card.front} ${card.back}`);
      if (reason !== null) {
        const place = { in: "number", name: number.name } as const;
        return [{ place, message: `with ${given} it is ${value}, and ${reason}` }];
      }
    }
    for (const side of ["front", "back"] as const) {
      const text = withNumbers(card[side], numbers, values);
      (side === "front" ? fronts : backs).add(text);
      const reason = doubled(text) ?? shown(text);
      if (reason !== null) return [{ place: { in: side }, message: `with ${given} ${reason}` }];
    }
  }
  if (fronts.size < Math.min(fewestDraws, draws)) {
    const message = `${fronts.size} different questions are too few; draw from more`;
    return [{ place: { in: "numbers" }, message }];
  }
  return backs.size === 1
    ? [{ place: { in: "back" }, message: "the answer is the same for all numbers" }]
    : [];
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

function doubled(side: string): string | null {
  const found = /[-+]\s*[-+]\d|\bNaN\b|\bundefined\b|Infinity/.exec(side.replace(/`[^`]*`/g, ""));
  return found === null ? null : `it says "${found[0]}"`;
}

function givenOf(values: Values, each: readonly CardNumber[]): string {
  return each
    .filter((number) => !("is" in number))
    .map(({ name }) => `${name} = ${values[name]}`)
    .join(", ");
}
