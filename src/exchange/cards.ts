/** The learner's cards as they stand, with all their answers: what card programs take. */
import type { PaperId } from "../core/content/curriculum.ts";
import type { Entry } from "../core/entries/entry.ts";
import { drawn } from "../core/recall/drawn.ts";
import { type HeldCard, heldCards } from "../core/recall/recall.ts";
import type { Written } from "./form.ts";

export type Answer = Extract<Entry, { readonly type: "card.reviewed" }>;

export interface WrittenCard extends HeldCard {
  /** The paper's name; null for a card of none. */
  readonly paperName: string | null;
  /** In the order in which they were given. */
  readonly answers: readonly Answer[];
}

export async function writtenCards(from: Written): Promise<readonly WrittenCard[]> {
  const answers = new Map<string, Answer[]>();
  for await (const entry of from.entries()) {
    if (entry.type !== "card.reviewed") continue;
    const known = answers.get(entry.card);
    if (known === undefined) answers.set(entry.card, [entry]);
    else known.push(entry);
  }
  const nameOf = (paper: PaperId | null) =>
    paper === null ? null : (from.progress.papers.find(({ id }) => id === paper)?.name ?? paper);
  // Another program draws no numbers: a card of numbers goes out as it is asked the first time.
  return heldCards(await from.material(), from.tally).map((held) => ({
    ...held,
    card: drawn(held.card, 0),
    paperName: nameOf(held.card.paper),
    answers: (answers.get(held.card.id) ?? []).toSorted((a, b) => a.at - b.at),
  }));
}

/** Dollar signs around mathematics as MathJax has them in card programs. */
export function withMathJax(text: string): string {
  return text
    .replace(/\$\$([\s\S]+?)\$\$/g, (_, tex: string) => `\\[${tex}\\]`)
    .replace(/(?<![\\$])\$((?:\\.|[^$\\\n])+?)\$(?!\d)/g, (_, tex: string) => `\\(${tex}\\)`);
}

/** And back. */
export function withDollars(text: string): string {
  return text
    .replace(/\\\[([\s\S]{1,5000}?)\\\]/g, (_, tex: string) => `$$${tex}$$`)
    .replace(/\\\(([\s\S]{1,5000}?)\\\)/g, (_, tex: string) => `$${tex}$`);
}

export function escapedHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A card's side as a field of HTML. */
export function fieldOf(text: string): string {
  return escapedHtml(withMathJax(text)).replaceAll("\n", "<br>");
}
