/** Cards in a list: their state, and what can be done with each. */
import { useState } from "react";
import type { CardId } from "../../core/content/material.ts";
import { drawn } from "../../core/recall/drawn.ts";
import type { HeldCard } from "../../core/recall/recall.ts";
import { intervalText } from "../format.ts";
import { Rich } from "../markdown/rich.tsx";
import { useChoice } from "../parts/address.ts";
import { useTracker } from "../parts/parts.tsx";
import { usePrinting } from "../parts/printing.ts";
import { strings } from "../strings.ts";
import { reviewWords } from "./words.ts";

const shownAtOnce = 25;

export function CardList(props: {
  readonly held: readonly HeldCard[];
  readonly edit: (card: CardId) => void;
}) {
  const { held, edit } = props;
  const [kept, find] = useChoice("find");
  const words = kept ?? "";
  const [shown, setShown] = useState(shownAtOnce);
  const printing = usePrinting();
  const wanted = words.toLowerCase().trim();
  const found = held.filter(
    ({ card }) => wanted === "" || `${card.front} ${card.back}`.toLowerCase().includes(wanted),
  );
  if (held.length === 0) return <p className="faint">{reviewWords.noCards}</p>;
  return (
    <>
      <label className="field no-print">
        {reviewWords.filterCards}
        <input
          type="search"
          value={words}
          onChange={({ target }) => find(target.value === "" ? null : target.value)}
        />
      </label>
      {found.length === 0 && <p className="faint">{reviewWords.nothingFound}</p>}
      <ul className="card-list">
        {found.slice(0, printing ? found.length : shown).map((one) => (
          <CardRow key={one.card.id} held={one} edit={() => edit(one.card.id)} />
        ))}
      </ul>
      {found.length > shown && (
        <button type="button" onClick={() => setShown(shown + shownAtOnce * 4)}>
          {reviewWords.showMore(found.length - shown)}
        </button>
      )}
    </>
  );
}

function CardRow({ held, edit }: { readonly held: HeldCard; readonly edit: () => void }) {
  const { situation, run, locked } = useTracker();
  const { own, suspended, aside, memory } = held;
  const card = drawn(held.card, memory.answered);
  const state = suspended
    ? reviewWords.suspended
    : aside
      ? reviewWords.isAside
      : memory.due === null
        ? reviewWords.isNew
        : memory.due <= situation.now
          ? reviewWords.isDue
          : reviewWords.dueIn(intervalText(memory.due - situation.now));
  return (
    <li className={suspended ? "is-suspended" : ""}>
      <details>
        <summary>
          <Rich text={card.front} inline /> <span className="faint state">{state}</span>
        </summary>
        <Rich text={card.back} />
        <p className="faint">
          {reviewWords.cardKinds[card.kind]}
          {card.source !== null && ` · ${card.source}`}
          {memory.answered > 0 && ` · ${reviewWords.answeredTimes(memory.answered, memory.lapses)}`}
        </p>
        {!locked && (
          <p className="buttons">
            <button type="button" className="quiet" onClick={edit}>
              {strings.edit}
            </button>
            <button
              type="button"
              className="quiet"
              onClick={() => void run({ do: "suspend-card", card: card.id, suspended: !suspended })}
            >
              {suspended ? reviewWords.resumeCard : reviewWords.suspendCard}
            </button>
            {own && (
              <button
                type="button"
                className="quiet"
                onClick={() => void run({ do: "remove-card", card: card.id })}
              >
                {strings.remove}
              </button>
            )}
          </p>
        )}
      </details>
    </li>
  );
}
