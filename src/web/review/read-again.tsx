/** After "again": where the answer is found in the paper, and in its guide. */
import { Link } from "wouter";
import { readAgain } from "../../core/content/joined.ts";
import { type Card, guideOf } from "../../core/content/material.ts";
import { useTracker } from "../parts/parts.tsx";
import { reviewWords } from "./words.ts";

export function ReadAgain({ card }: { readonly card: Card }) {
  const { material, situation } = useTracker();
  const guide = card.paper === null ? null : guideOf(material, card.paper);
  const place = readAgain(guide, card);
  if (place === null) return null;
  const paper = situation.progress.papers.find(({ id }) => id === card.paper);
  return (
    <p className="read-again" role="status">
      {reviewWords.readAgain}{" "}
      {paper === undefined ? (
        place.source
      ) : (
        <Link href={`/paper/${paper.id}/read`}>
          {paper.name}, {place.source}
        </Link>
      )}
      {place.equation !== null && ` (${place.equation})`}
    </p>
  );
}
