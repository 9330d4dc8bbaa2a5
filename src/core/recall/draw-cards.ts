/** Cards as they are asked this time: what draws their numbers is loaded only where a card has some. */
import type { Card } from "../content/material.ts";
import type { HeldCard } from "./recall.ts";

export async function drawCards(held: readonly HeldCard[]): Promise<readonly Card[]> {
  if (held.every(({ card }) => card.numbers === undefined)) return held.map(({ card }) => card);
  const { drawn } = await import("./drawn.ts");
  return held.map(({ card, memory }) => drawn(card, memory.answered));
}
