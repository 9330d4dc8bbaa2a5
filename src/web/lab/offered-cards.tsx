/** After a check that did not pass: the two cards that ask about what it implements. */

import type { PaperId } from "../../core/content/curriculum.ts";
import { cardsForExercise } from "../../core/content/joined.ts";
import { guideOf } from "../../core/content/material.ts";
import { useTracker } from "../parts/parts.tsx";
import { CardFolds } from "../review/card-folds.tsx";
import { labWords } from "./words.ts";

export function OfferedCards(props: { readonly paper: PaperId; readonly exercise: string }) {
  const { material } = useTracker();
  const ids = cardsForExercise(guideOf(material, props.paper), props.exercise);
  if (ids.length === 0) return null;
  return (
    <section aria-label={labWords.cardsThatHelp}>
      <p>{labWords.cardsThatHelp}</p>
      <CardFolds ids={ids} />
    </section>
  );
}
