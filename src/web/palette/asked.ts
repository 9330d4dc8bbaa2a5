/** Reads what was typed into the palette as something to do. */
import { editDistance } from "../../core/content/names.ts";
import { type Words, wordsIn } from "./arguments.ts";
import type { Asked, Offer, Verb } from "./offer.ts";
import { pageVerbs } from "./page-verbs.ts";
import { recordVerbs } from "./record-verbs.ts";
import { timeVerbs } from "./time-verbs.ts";

export const verbs: readonly Verb[] = [...timeVerbs, ...recordVerbs, ...pageVerbs];

/** What can be done with these words: nothing where they begin with no verb, several things where they are unclear. */
export function offersFor(text: string, asked: Asked): readonly Offer[] {
  const said = wordsIn(text);
  const spoken = said[0]?.toLowerCase() === "set" ? said.slice(1) : said;
  const found = verbOf(spoken);
  return found === null ? [] : found.verb.read(spoken.slice(found.length), asked);
}

/** A word of four letters may have one slip, a longer one two; two letters that changed places are one. */
const slipsIn = (word: string) => (word.length < 3 ? 0 : word.length < 6 ? 1 : 2);

/** What the words would do if their first were the one verb that it is nearly. Nothing where several are as near. */
export function nearOffers(text: string, asked: Asked): readonly Offer[] {
  const [first = "", ...rest] = wordsIn(text);
  const said = first.toLowerCase();
  const names = verbs.flatMap((verb) => verb.names).filter((name) => !name.includes(" "));
  const near = names.flatMap((name) => {
    const slips = slipsBetween(said, name);
    return slips > 0 && slips <= slipsIn(said) ? [{ name, slips }] : [];
  });
  const least = Math.min(...near.map(({ slips }) => slips));
  const nearest = near.filter(({ slips }) => slips === least);
  const [only] = nearest;
  if (names.includes(said) || only === undefined || nearest.length > 1) return [];
  return offersFor([only.name, ...rest].join(" "), asked);
}

function slipsBetween(a: string, b: string): number {
  const isSwapped = [...a].some(
    (letter, at) => a.slice(0, at) + (a[at + 1] ?? "") + letter + a.slice(at + 2) === b,
  );
  return isSwapped ? 1 : editDistance(a, b);
}

/** The verb with the longest name that the words begin with: `start date` is not `start`. */
function verbOf(said: Words): { readonly verb: Verb; readonly length: number } | null {
  let best: { readonly verb: Verb; readonly length: number } | null = null;
  for (const verb of verbs) {
    for (const name of verb.names) {
      const parts = wordsIn(name.toLowerCase());
      const fits = parts.every((part, at) => said[at]?.toLowerCase() === part);
      if (fits && parts.length > (best?.length ?? 0)) best = { verb, length: parts.length };
    }
  }
  return best;
}
