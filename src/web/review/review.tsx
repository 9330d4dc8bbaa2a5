/** Review: the cards that are due, one after another; a quiz of the schedule; all cards. */
import { useState } from "react";
import { useSearch } from "wouter";
import { parseDay } from "../../core/time/calendar.ts";
import { useCards } from "../parts/due.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { Aside } from "./aside.tsx";
import { CardEditor } from "./card-editor.tsx";
import { CardList } from "./card-list.tsx";
import { Quiz } from "./quiz.tsx";
import { Session } from "./session.tsx";

export default function Review() {
  const { materialLoaded, locked } = useTracker();
  const { held, queue } = useCards();
  const quiz = parseDay(new URLSearchParams(useSearch()).get("quiz") ?? "");
  const [adding, setAdding] = useState(false);
  return (
    <>
      <header className="screen-head">
        <h1>{quiz === null ? strings.places.review : strings.quiz}</h1>
        {!locked && quiz === null && (
          <button type="button" onClick={() => setAdding(true)}>
            {strings.newCard}
          </button>
        )}
      </header>
      {!materialLoaded ? (
        <p role="status">{strings.loadingCards}</p>
      ) : quiz !== null ? (
        <Quiz key={quiz} on={quiz} held={held} />
      ) : (
        <>
          <Session queue={queue} />
          <Aside held={held} />
          <Section title={strings.allCards(held.length)}>
            <CardList held={held} />
          </Section>
        </>
      )}
      {adding && <CardEditor paper={null} close={() => setAdding(false)} />}
    </>
  );
}
