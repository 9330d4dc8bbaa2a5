/** Review: the cards that are due, one after another; a quiz of the schedule; all cards. */
import { useSearch } from "wouter";
import { parseDay } from "../../core/time/calendar.ts";
import { useChoice } from "../parts/address.ts";
import { useCards } from "../parts/due.ts";
import { Section, useTracker } from "../parts/parts.tsx";
import { strings } from "../strings.ts";
import { Aside } from "./aside.tsx";
import { CardList } from "./card-list.tsx";
import { EditedCard } from "./edited-card.tsx";
import { Quiz } from "./quiz.tsx";
import { Session } from "./session.tsx";
import { cardWords, reviewWords } from "./words.ts";

export default function Review() {
  const { materialLoaded, locked } = useTracker();
  const { held, queue } = useCards();
  const quiz = parseDay(new URLSearchParams(useSearch()).get("quiz") ?? "");
  const [, choose] = useChoice("card");
  return (
    <>
      <header className="screen-head">
        <h1>{quiz === null ? strings.places.review : reviewWords.quiz}</h1>
        {!locked && quiz === null && (
          <button type="button" onClick={() => choose("new")}>
            {cardWords.newCard}
          </button>
        )}
      </header>
      {!materialLoaded ? (
        <p role="status">{strings.loadingCards}</p>
      ) : quiz !== null ? (
        <Quiz key={quiz} on={quiz} held={held} />
      ) : (
        <>
          <Session queue={queue} edit={choose} />
          <Aside held={held} />
          <Section title={reviewWords.allCards(held.length)}>
            <CardList held={held} edit={choose} />
          </Section>
        </>
      )}
      <EditedCard held={held} paper={null} />
    </>
  );
}
