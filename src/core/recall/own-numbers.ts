/** What is said of the numbers that a learner writes into a card, before the card is kept. It loads the evaluator. */
import type { Card, CardId, CardNumbers } from "../content/material.ts";
import { withoutNumbers } from "../content/number-text.ts";
import { readNumbers, type Sides } from "../content/written-numbers.ts";
import { drawn } from "./drawn.ts";
import { cardNumberFaults, type NumberFault } from "./number-check.ts";

/** So many draws of a card are tried before it is kept. */
const tried = 50;

const unkept = "own.new" as CardId;

function cardOf(sides: Sides, numbers: CardNumbers | null): Card {
  const rest = { id: unkept, paper: null, kind: "apply", source: null } as const;
  return { ...rest, ...sides, ...(numbers === null ? {} : { numbers }) };
}

/** One sentence; null where the numbers are sound, or there are none. */
export function ownNumbersFault(sides: Sides, deck: CardNumbers | null = null): string | null {
  const read = readNumbers(sides, deck);
  if (!read.ok) return read.message;
  const left = namelessIn(read.sides, read.numbers !== null);
  if (left !== null) return left;
  // Without a number of the learner's own nothing is new: the deck's were checked with it.
  if (read.numbers === null || read.numbers.each.length === (deck?.each.length ?? 0)) return null;
  const given = new Set(deck?.each.map(({ name }) => name));
  const faults = cardNumberFaults(cardOf(read.sides, read.numbers), tried, () => null);
  // A number of the deck that the new words have no use for is no fault.
  const fault = faults.find(({ place }) => place.in !== "name" || !given.has(place.name));
  return fault === undefined ? null : sentence(fault);
}

const braces = /\{\{([^{}\\]*)\}\}/g;

/** What was meant as a number and is none would stand in the card as it was written. LaTeX is left alone. */
function namelessIn({ front, back }: Sides, hasNumbers: boolean): string | null {
  for (const [whole, inside = ""] of withoutNumbers(`${front} ${back}`).matchAll(braces)) {
    const [, name] = /^\s*(\S+)\s*(?:\sin\s|:=)/.exec(inside) ?? [];
    if (name !== undefined) {
      return `"${name}" can't be a number's name: begin it with a letter.`;
    }
    if (hasNumbers && /[A-Za-z]/.test(inside)) {
      const formula = inside.replace(/^\s*[A-Za-z]\w*\s*=(?!=)/, "").trim();
      return `"${whole}" has no name: write {{answer := ${formula}}}.`;
    }
  }
  return null;
}

function sentence({ place, message }: NumberFault): string {
  const where = {
    formula: (name: string) => `The formula of "${name}": `,
    number: (name: string) => `The number "${name}": `,
    name: () => "",
    only: () => "The condition after where: ",
    front: () => "The question: ",
    back: () => "The answer: ",
    numbers: () => "",
  }[place.in]("name" in place ? place.name : "");
  const said = message
    .replace("say power: true", "write , power behind it")
    .replace("give it places or digits", "write , digits 3 or , places 1 behind it");
  const whole = `${where}${said}`;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}

/** The card as it might be asked: what its writer looks at. */
export function asAsked(sides: Sides, deck: CardNumbers | null = null): Sides {
  const read = readNumbers(sides, deck);
  if (!read.ok || read.numbers === null) return sides;
  const card = cardOf(read.sides, read.numbers);
  const { numbers, front, back } = drawn(card, 0);
  // What can't be drawn is shown as it is written.
  return numbers === undefined && front !== card.front ? { front, back } : sides;
}
