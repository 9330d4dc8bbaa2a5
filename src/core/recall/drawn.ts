/**
 * A card with numbers, as it is asked this time. The draw is a function of the card's id and of how often it was
 * answered, so terminal, page and every device ask the same, and an answer that is taken back brings it again.
 */
import type { Card, CardId, CardNumber, CardNumbers } from "../content/material.ts";
import { withNumbers } from "../content/number-text.ts";
import { type Formula, readFormula, type Values } from "./formula.ts";
import { lotOf } from "./lot.ts";

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
function choicesOf(number: CardNumber): readonly number[] {
  if ("of" in number) return number.of;
  if ("is" in number) return [];
  const { from, to, step } = number;
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  // A step of 0.1 has no exact binary form: what is added up is set right to twelve digits.
  return Array.from({ length: count }, (_, at) => Number((from + at * step).toPrecision(12)));
}

/** The numbers of the draw after so many answers; null where a formula fails. */
export function valuesAt(numbers: CardNumbers, id: CardId, answered: number): Values | null {
  const circle = circleOf(numbers);
  if (circle === null) return null;
  if (circle.only === null) return circle.at(startOf(id, circle) + answered * circle.stride);
  const draws = walk(circle, id, answered + 1);
  return draws[answered % Math.max(1, draws.length)] ?? circle.at(startOf(id, circle));
}

/** The numbers of the first draws; fewer where there are no more that differ. */
export function firstDraws(numbers: CardNumbers, id: CardId, count: number): readonly Values[] {
  const circle = circleOf(numbers);
  return circle === null ? [] : walk(circle, id, Math.min(count, circle.all));
}

/**
 * All combinations of a card's numbers lie on a circle, and a stride without a common divisor walks over each before
 * it comes back to one: no two draws in a row are the same.
 */
interface Circle {
  readonly all: number;
  readonly stride: number;
  readonly only: Formula | null;
  readonly at: (place: number) => Values;
}

function startOf(id: CardId, { all }: Circle): number {
  return lotOf(id) % all;
}

/** No walk looks further for draws that its condition allows. */
const longestWalk = 20_000;

function walk(circle: Circle, id: CardId, count: number): readonly Values[] {
  const { all, stride, only } = circle;
  const draws: Values[] = [];
  const start = startOf(id, circle);
  for (let step = 0; step < Math.min(all, longestWalk) && draws.length < count; step += 1) {
    const values = circle.at(start + step * stride);
    if (only === null || only.of(values) === 1) draws.push(values);
  }
  return draws;
}

/** Made once for each card: it is drawn at every look at it. */
const circles = new WeakMap<CardNumbers, Circle | null>();

function circleOf(numbers: CardNumbers): Circle | null {
  const known = circles.get(numbers);
  if (known !== undefined) return known;
  const circle = makeCircle(numbers);
  circles.set(numbers, circle);
  return circle;
}

type Step = { readonly name: string } & (
  | { readonly choices: readonly number[] }
  | { readonly formula: Formula }
);

/** Null where a formula can't be read or asks for what is not there. */
function makeCircle(numbers: CardNumbers): Circle | null {
  const steps: Step[] = [];
  const known = new Set<string>();
  for (const number of numbers.each) {
    if ("is" in number) {
      const formula = formulaOf(number.is, known);
      if (formula === null) return null;
      steps.push({ name: number.name, formula });
    } else steps.push({ name: number.name, choices: choicesOf(number) });
    known.add(number.name);
  }
  const only = numbers.only === null ? null : formulaOf(numbers.only, known);
  if (numbers.only !== null && only === null) return null;
  const all = steps.reduce((so, step) => so * ("choices" in step ? step.choices.length : 1), 1);
  return { all, stride: strideFor(all), only, at: (place) => valuesOf(steps, place % all) };
}

function formulaOf(text: string, known: ReadonlySet<string>): Formula | null {
  const read = readFormula(text);
  return read.ok && read.formula.names.every((name) => known.has(name)) ? read.formula : null;
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

function valuesOf(steps: readonly Step[], place: number): Values {
  const values: Record<string, number> = {};
  let rest = place;
  for (const step of steps) {
    if ("formula" in step) values[step.name] = step.formula.of(values);
    else {
      values[step.name] = step.choices[rest % step.choices.length] ?? 0;
      rest = Math.floor(rest / step.choices.length);
    }
  }
  return values;
}
