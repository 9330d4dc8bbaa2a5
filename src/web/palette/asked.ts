/** Reads what was typed into the palette as something to do. */
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
