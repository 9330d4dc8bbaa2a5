/** A paper's cards, and its teach-back. */
import { useState } from "react";
import { Link } from "wouter";
import type { PaperId } from "../../core/content/curriculum.ts";
import { TeachBack } from "../check-ins/teach-back.tsx";
import { useCards } from "../parts/due.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { CardEditor } from "../review/card-editor.tsx";
import { CardList } from "../review/card-list.tsx";
import { strings } from "../strings.ts";

export function PaperReview({ id }: { readonly id: PaperId }) {
  const { locked, materialLoaded } = useTracker();
  const { held, queue } = useCards();
  const [adding, setAdding] = useState(false);
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
              <button type="button" onClick={() => setAdding(true)}>
                {strings.newCard}
              </button>
            )}
          </p>
          {materialLoaded ? <CardList held={cards} /> : <p>{strings.loadingCards}</p>}
        </Section>
      </div>
      <div className="column">
        <Section title={strings.teachBack}>
          <TeachBack paper={id} />
        </Section>
      </div>
      {adding && <CardEditor paper={id} close={() => setAdding(false)} />}
    </div>
  );
}
