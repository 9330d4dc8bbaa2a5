/** What is said of what was done. */
import type { Situation } from "../../core/decide/decision.ts";
import { type Entry, reversedBy } from "../../core/entries/entry.ts";
import { asSentence, describeAll } from "../../core/words/describe.ts";
import { noticesOf } from "../../core/words/notices.ts";
import { storeWords } from "./words.ts";

/** A quiz has a dozen clauses; what stands first says enough. */
function inShort(clauses: readonly string[]): string {
  const most = 3;
  if (clauses.length <= most) return clauses.join("; ");
  const said = clauses.slice(0, most - 1);
  return [...said, storeWords.andMore(clauses.length - said.length)].join("; ");
}

export function sayEntries(
  entries: readonly Entry[],
  known: readonly Entry[],
  before: Situation,
  after: Situation,
): string {
  const reversal = entries.find((entry) => reversedBy(entry) !== null);
  if (reversal !== undefined) {
    const target = reversedBy(reversal);
    const of = known.filter(({ command }) => command === target);
    const word = reversal.type === "command.undone" ? storeWords.undone : storeWords.redone;
    const said = inShort(describeAll(of, before));
    return said === "" ? `${word}.` : asSentence(`${word}: ${said}`);
  }
  const naming = after;
  return [asSentence(inShort(describeAll(entries, naming))), ...noticesOf(entries, naming)].join(
    " ",
  );
}
