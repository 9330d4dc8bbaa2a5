/** The questions of a month's review, drawn from the decks of its papers. */

import { monthCards } from "../../core/recall/quiz.ts";
import { useCards } from "../parts/due.ts";
import { useTracker } from "../parts/parts.tsx";
import { asDrawn, CardFold } from "../review/card-folds.tsx";
import { checkInWords } from "./words.ts";

export function MonthCards({ month }: { readonly month: number }) {
  const { tally, progress, curriculum } = useTracker().situation;
  const { held } = useCards();
  const cards = monthCards(held, tally, progress, curriculum, month).map(asDrawn);
  if (cards.length === 0) return null;
  return (
    <section aria-label={checkInWords.monthQuestions}>
      <h3>{checkInWords.monthQuestions}</h3>
      <p className="faint">{checkInWords.monthQuestionsIs}</p>
      <ol className="month-cards">
        {cards.map((card) => (
          <CardFold key={card.id} card={card} />
        ))}
      </ol>
    </section>
  );
}
