/**
 * Numbers that a learner writes into a card of their own, where they are first said: `{{d in 64, 128}}`,
 * `{{n in 10..100 step 10}}`, `{{w := d^2, digits 3}}`, `{{where d > n}}`. Read, the text asks for `{{d}}` there, and the
 * numbers are those that a deck gives under `numbers`. The journal keeps the text as it was written.
 */
import type { CardNumber, CardNumbers, NumberForm } from "./material.ts";

export interface Sides {
  readonly front: string;
  readonly back: string;
}

export type WrittenNumbers =
  | { readonly ok: true; readonly sides: Sides; readonly numbers: CardNumbers | null }
  /** A sentence. */
  | { readonly ok: false; readonly message: string };

const slot = /\{\{\s*(?:(where)\s+([^{}]+)|([A-Za-z]\w*)\s*(\bin\b|:=)([^{}]*))\}\}/g;

/** How many choices one number may have. */
const mostChoices = 1000;
const mostNumbers = 20;

/** Those of the card's own deck come first: what is written may be worked out from them. */
export function readNumbers(sides: Sides, deck: CardNumbers | null = null): WrittenNumbers {
  if (!`${sides.front}${sides.back}`.includes("{{")) return { ok: true, sides, numbers: deck };
  const each: CardNumber[] = [...(deck?.each ?? [])];
  const conditions = deck?.only == null ? [] : [deck.only];
  let fault: string | null = null;
  const read = (text: string) =>
    text.replace(
      slot,
      (
        _,
        where: string | undefined,
        condition = "",
        name = "",
        how: string | undefined,
        said = "",
      ) => {
        if (where !== undefined) {
          conditions.push(condition.trim());
          return "";
        }
        const number = numberOf(name, how === "in" ? "drawn" : "worked out", said.trim());
        if (typeof number === "string") fault ??= number;
        else if (each.some((one) => one.name === name)) {
          fault ??= `The number "${name}" is given twice; say {{${name}}} the second time.`;
        } else each.push(number);
        return `{{${name}}}`;
      },
    );
  const asked = { front: read(sides.front).trim(), back: read(sides.back).trim() };
  if (each.length > mostNumbers) fault ??= `A card has ${mostNumbers} numbers at most.`;
  if (fault !== null) return { ok: false, message: fault };
  const only = conditions.length === 0 ? null : conditions.map((one) => `(${one})`).join(" and ");
  if (each.length === 0) {
    return conditions.length === 0
      ? { ok: true, sides, numbers: null }
      : { ok: false, message: "A {{where …}} needs numbers: write {{d in 64, 128, 256}}." };
  }
  return { ok: true, sides: asked, numbers: { each, only } };
}

/** A sentence where it can't be read. */
function numberOf(name: string, way: "drawn" | "worked out", said: string): CardNumber | string {
  const [words, form] = withForm(said);
  if (way === "worked out") {
    return words === ""
      ? `"${name}" has no formula: write {{${name} := 2 * d}}.`
      : { name, form, is: words };
  }
  const range = /^(\S+)\s*\.\.\s*(\S+?)(?:\s+step\s+(\S+))?$/.exec(words);
  const parts =
    range === null ? words.split(",") : range.slice(1).filter((one) => one !== undefined);
  const values = parts.map((one) => figureOf(one));
  if (values.some((one) => one === null)) {
    return `"{{${name} in ${words}}}" names no numbers: write {{${name} in 64, 128, 256}} or {{${name} in 10..100 step 10}}.`;
  }
  const figures = values.filter((one) => one !== null);
  if (range === null) {
    if (figures.length < 2)
      return `"${name}" has one value only: give it two or more, as in {{${name} in 64, 128}}.`;
    return figures.length > mostChoices
      ? `"${name}" has more than ${mostChoices} values.`
      : { name, form, of: figures };
  }
  const [from = 0, to = 0, step = 1] = figures;
  return step > 0 && to > from && (to - from) / step < mostChoices
    ? { name, form, from, to, step }
    : `"{{${name} in ${words}}}" must go up, in at most ${mostChoices} steps.`;
}

function figureOf(text: string): number | null {
  const plain = text.trim();
  const value = Number(plain);
  return plain !== "" && Number.isFinite(value) && Math.abs(value) <= 1e30 ? value : null;
}

const ending = /,\s*(?:(places|digits)\s+(\d{1,2})|unit\s+(%|[A-Za-z/]{1,12})|(power))\s*$/;

/** How a number is written stands at its end: `, digits 3, unit GB`. */
function withForm(said: string): readonly [words: string, form: NumberForm] {
  let words = said;
  let form: NumberForm = {};
  for (let found = ending.exec(words); found !== null; found = ending.exec(words)) {
    const [, rounding, count, unit, power] = found;
    const figures = Math.min(10, Number(count));
    if (rounding === "places") form = { ...form, places: figures };
    else if (rounding === "digits") form = { ...form, digits: Math.max(1, figures) };
    else if (unit !== undefined) form = { ...form, unit };
    else if (power !== undefined) form = { ...form, power: true };
    words = words.slice(0, found.index);
  }
  return [words.trim(), form];
}
