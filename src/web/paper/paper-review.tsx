/** A paper's cards, and its teach-back. */
import { Link } from "wouter";
import type { PaperId } from "../../core/content/curriculum.ts";
import { TeachBack } from "../check-ins/teach-back.tsx";
import { useChoice } from "../parts/address.ts";
import { useCards } from "../parts/due.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { CardList } from "../review/card-list.tsx";
import { EditedCard } from "../review/edited-card.tsx";
import { cardWords } from "../review/words.ts";
import { strings } from "../strings.ts";

export function PaperReview({ id }: { readonly id: PaperId }) {
  const { locked, materialLoaded } = useTracker();
  const { held, queue } = useCards();
  const [, choose] = useChoice("card");
  const cards = held.filter(({ card }) => card.paper === id);
  const due = queue.cards.filter(({ card }) => card.paper === id).length;
  return (
    <div className="columns">
      <div className="column">
        <Section title={strings.cards(cards.length)}>
          <p className="buttons">
            {due > 0 && (
              <Link className="button" href="/review">
                {strings.reviewNow} ({due})
              </Link>
            )}
            {!locked && (
              <button type="button" onClick={() => choose("new")}>
                {cardWords.newCard}
              </button>
            )}
          </p>
          {materialLoaded ? <CardList held={cards} edit={choose} /> : <p>{strings.loadingCards}</p>}
        </Section>
      </div>
      <div className="column">
        <Section title={strings.teachBack}>
          <TeachBack paper={id} />
        </Section>
      </div>
      <EditedCard held={cards} paper={id} />
    </div>
  );
}
