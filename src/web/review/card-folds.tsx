/** Some cards, each with its back folded away: to look at, outside of a review. */
import type { CardId } from "../../core/content/material.ts";
import { drawn } from "../../core/recall/drawn.ts";
import { Rich } from "../markdown/rich.tsx";
import { useCards } from "../parts/due.ts";

export function CardFolds({ ids }: { readonly ids: readonly CardId[] }) {
  const { held } = useCards();
  const cards = ids.flatMap((id) => held.find(({ card }) => card.id === id) ?? []);
  return (
    <ul className="card-folds">
      {cards
        .map(({ card, memory }) => drawn(card, memory.answered))
        .map((card) => (
          <li key={card.id}>
            <details>
              <summary>
                <Rich text={card.front} inline />
              </summary>
              <Rich text={card.back} />
              <p className="faint">{card.source}</p>
            </details>
          </li>
        ))}
    </ul>
  );
}
