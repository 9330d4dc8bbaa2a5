/** The cards that kept failing: each may be written anew, split, or asked again as it is. */
import { useState } from "react";
import type { HeldCard } from "../../core/recall/recall.ts";
import { Rich } from "../markdown/rich.tsx";
import { Section, useTracker } from "../parts/parts.tsx";
import { CardEditor } from "./card-editor.tsx";
import { asDrawn } from "./card-folds.tsx";
import { cardWords, reviewWords } from "./words.ts";

export function Aside({ held }: { readonly held: readonly HeldCard[] }) {
  const { run, locked } = useTracker();
  const [editing, setEditing] = useState<{
    readonly held: HeldCard;
    readonly split: boolean;
  } | null>(null);
  const aside = held.filter((one) => one.aside && !one.suspended);
  if (aside.length === 0) return null;
  return (
    <Section title={reviewWords.asideTitle(aside.length)}>
      <p className="faint">{reviewWords.asideWhy(aside.length)}</p>
      <ul className="card-list">
        {aside.map((one) => (
          <li key={one.card.id}>
            <Rich text={asDrawn(one).front} inline />
            {!locked && (
              <p className="buttons">
                <button type="button" onClick={() => setEditing({ held: one, split: false })}>
                  {cardWords.editCard}
                </button>
                <button type="button" onClick={() => setEditing({ held: one, split: true })}>
                  {reviewWords.splitCard}
                </button>
                <button
                  type="button"
                  className="quiet"
                  onClick={() =>
                    void run({ do: "suspend-card", card: one.card.id, suspended: false })
                  }
                >
                  {reviewWords.askAgain}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {editing !== null && (
        <CardEditor
          held={editing.held}
          paper={editing.held.card.paper}
          split={editing.split}
          close={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
