/** A card's two sides. */
import { Link } from "wouter";
import { drawn } from "../../core/recall/drawn.ts";
import type { HeldCard } from "../../core/recall/recall.ts";
import { Rich } from "../markdown/rich.tsx";
import { useTracker } from "../parts/parts.tsx";
import { reviewWords } from "./words.ts";

export function CardView({ held, open }: { readonly held: HeldCard; readonly open: boolean }) {
  const card = drawn(held.card, held.memory.answered);
  const { progress } = useTracker().situation;
  const paper = progress.papers.find(({ id }) => id === card.paper);
  return (
    <article className="card">
      <p className="faint card-of">
        {paper !== undefined && <Link href={`/paper/${paper.id}`}>{paper.name}</Link>}
        {paper !== undefined && " · "}
        {reviewWords.cardKinds[card.kind]}
      </p>
      {/* Whoever listens hears the next question as soon as it is there. */}
      <div className="side front" aria-live="polite">
        <Rich text={card.front} />
      </div>
      <div className="side back" aria-live="polite">
        {open && (
          <>
            <Rich text={card.back} />
            {card.source !== null && <p className="faint source">{card.source}</p>}
          </>
        )}
      </div>
    </article>
  );
}
