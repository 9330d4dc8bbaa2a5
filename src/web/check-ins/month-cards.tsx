/** The questions of a month's review, drawn from the decks of its papers. */

import { drawn } from "../../core/recall/drawn.ts";
import { monthCards } from "../../core/recall/quiz.ts";
import { Rich } from "../markdown/rich.tsx";
import { useCards } from "../parts/due.ts";
import { useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";

export function MonthCards({ month }: { readonly month: number }) {
  const { tally, progress, curriculum } = useTracker().situation;
  const { held } = useCards();
  const cards = monthCards(held, tally, progress, curriculum, month).map(({ card, memory }) =>
    drawn(card, memory.answered),
  );
  if (cards.length === 0) return null;
  return (
    <section aria-label={strings.monthQuestions}>
      <h3>{strings.monthQuestions}</h3>
      <p className="faint">{strings.monthQuestionsIs}</p>
      <ol className="month-cards">
        {cards.map((card) => (
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
      </ol>
    </section>
  );
}
