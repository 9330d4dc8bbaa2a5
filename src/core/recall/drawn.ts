/**
 * A card with numbers, as it is asked this time. The draw is a function of the card's id and of how often it was
 * answered, so terminal, page and every device ask the same, and an answer that is taken back brings it again.
 */
import type { Card, CardId, CardNumber, CardNumbers } from "../content/material.ts";
import { type Formula, readFormula, type Values } from "./formula.ts";
import { lotOf } from "./lot.ts";
import { withNumbers } from "./number-text.ts";

/** A formula that could not be read leaves the card as it is written; the content check tells of it. */
export function drawn(card: Card, answered: number): Card {
  const { numbers, ...rest } = card;
  if (numbers === undefined) return card;
  const values = valuesAt(numbers, card.id, answered);
  if (values === null) return rest;
  return {
    ...rest,
    front: withNumbers(card.front, numbers, values),
    back: withNumbers(card.back, numbers, values),
  };
}

/** What drawn numbers can be, one place for each. */
export function choicesOf(number: CardNumber): readonly number[] {
  if ("of" in number) return number.of;
  if ("is" in number) return [];
  const { from, to, step } = number;
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  // A step of 0.1 has no exact binary form: what is added up is set right to twelve digits.
  return Array.from({ length: count }, (_, at) => Number((from + at * step).toPrecision(12)));
}

/** No walk looks further for a draw that its condition allows. */
const longestWalk = 20_000;

/**
 * The numbers of the draw after so many answers; null where a formula fails. All combinations lie on a circle, and
 * a stride without a common divisor walks over each before it comes back to one: no two draws in a row are the same.
 */
export function valuesAt(numbers: CardNumbers, id: CardId, answered: number): Values | null {
  const only = numbers.only === null ? null : formulaOf(numbers.only);
  const all = combinations(numbers);
  const stride = strideFor(all);
  const start = lotOf(id) % all;
  if (only === null) return valuesOf(numbers, (start + answered * stride) % all);
  let first: Values | null = null;
  let allowed = 0;
  for (let step = 0; step < Math.min(all, longestWalk); step += 1) {
    const values = valuesOf(numbers, (start + step * stride) % all);
    if (values === null) return null;
    first ??= values;
    if (only.of(values) !== 1) continue;
    if (allowed === answered) return values;
    allowed += 1;
  }
  // Once round, the walk repeats itself. A condition that nothing meets is told by the content check.
  return allowed === 0 ? first : valuesAt(numbers, id, answered % allowed);
}

/** How many combinations of drawn numbers there are. */
export function combinations({ each }: CardNumbers): number {
  return each.reduce((all, number) => all * Math.max(1, choicesOf(number).length), 1);
}

/** Near the golden section of the circle, so that a few steps spread over all of it. */
function strideFor(all: number): number {
  let stride = Math.max(1, Math.round(all * 0.618));
  while (divisor(stride, all) !== 1) stride += 1;
  return stride;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function valuesOf({ each }: CardNumbers, place: number): Values | null {
  const values: Record<string, number> = {};
  let rest = place;
  for (const number of each) {
    if ("is" in number) {
      const formula = formulaOf(number.is);
      if (formula?.names.some((name) => values[name] === undefined) !== false) return null;
      values[number.name] = formula.of(values);
    } else {
      const choices = choicesOf(number);
      values[number.name] = choices[rest % choices.length] ?? 0;
      rest = Math.floor(rest / choices.length);
    }
  }
  return values;
}

const formulas = new Map<string, Formula | null>();

/** Read once: a card is drawn at every look at it. */
function formulaOf(text: string): Formula | null {
  const known = formulas.get(text);
  if (known !== undefined) return known;
  const read = readFormula(text);
  const formula = read.ok ? read.formula : null;
  formulas.set(text, formula);
  return formula;
}
