/** Some cards, each with its back folded away: to look at, outside of a review. */
import type { Card, CardId } from "../../core/content/material.ts";
import { drawn } from "../../core/recall/drawn.ts";
import type { HeldCard } from "../../core/recall/recall.ts";
import { Rich } from "../markdown/rich.tsx";
import { useCards } from "../parts/due.ts";

export function CardFolds({ ids }: { readonly ids: readonly CardId[] }) {
  const { held } = useCards();
  const cards = ids.flatMap((id) => held.find(({ card }) => card.id === id) ?? []);
  return (
    <ul className="card-folds">
      {cards.map(asDrawn).map((card) => (
        <CardFold key={card.id} card={card} />
      ))}
    </ul>
  );
}

/** With the numbers that it asks for now. */
export function asDrawn({ card, memory }: HeldCard): Card {
  return drawn(card, memory.answered);
}

export function CardFold({ card }: { readonly card: Card }) {
  return (
    <li>
      <details>
        <summary>
          <Rich text={card.front} inline />
        </summary>
        <Rich text={card.back} />
        <p className="faint">{card.source}</p>
      </details>
    </li>
  );
}
