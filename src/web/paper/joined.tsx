/** What an equation belongs to: the cards that ask about it, the exercises that implement it. */
import { Link } from "wouter";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { Equation } from "../../core/content/material.ts";
import { useTracker } from "../parts/parts.tsx";
import { CardFolds } from "../review/card-folds.tsx";
import { paperWords } from "./words.ts";

export function Joined(props: { readonly paper: PaperId; readonly equation: Equation }) {
  const { paper, equation } = props;
  const { progress } = useTracker().situation;
  const known = progress.papers.find(({ id }) => id === paper)?.exercises ?? [];
  const exercises = known.filter(({ id }) => equation.exercises.includes(id));
  if (exercises.length === 0 && equation.cards.length === 0) return null;
  return (
    <div className="joined">
      {exercises.length > 0 && (
        <p>
          {paperWords.implementIt}{" "}
          {exercises.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ", "}
              <Link href={`/paper/${paper}/implement#${id}`}>{title}</Link>
            </span>
          ))}
        </p>
      )}
      {equation.cards.length > 0 && (
        <details>
          <summary>{paperWords.cardsOnIt(equation.cards.length)}</summary>
          <CardFolds ids={equation.cards} />
        </details>
      )}
    </div>
  );
}
