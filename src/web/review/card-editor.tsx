/** Writing a card: a new one, perhaps from a selected passage, or other words for one that is there. */
import { type FormEvent, useEffect, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { CardNumbers } from "../../core/content/material.ts";
import type { Sides } from "../../core/content/written-numbers.ts";
import type { HeldCard } from "../../core/recall/recall.ts";
import { Rich } from "../markdown/rich.tsx";
import { useDraft } from "../parts/draft.ts";
import { useTracker } from "../parts/parts.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { strings } from "../strings.ts";
import { reviewWords, cardWords as words } from "./words.ts";

interface Draft extends Sides {
  readonly paper: PaperId | null;
}

export function CardEditor(props: {
  readonly paper: PaperId | null;
  readonly held?: HeldCard;
  /** Two cards are made of it. */
  readonly split?: boolean;
  /** A question that was begun elsewhere. */
  readonly front?: string;
  /** The passage that the card is made from, and where it stands. */
  readonly passage?: { readonly text: string; readonly source: string };
  readonly close: () => void;
}) {
  const { held, passage, split = false, close } = props;
  const { situation, run } = useTracker();
  const first: Draft = {
    paper: props.paper,
    front: held?.written.front ?? props.front ?? "",
    back: held?.written.back ?? passage?.text ?? "",
  };
  const [draft, keep] = useDraft(draftOf(held, passage?.text));
  const [asked, setAsked] = useState(false);
  const sides: Draft = draft === "" ? first : { ...first, ...(JSON.parse(draft) as Draft) };
  const { paper, front, back } = sides;
  const [found] = useState(draft !== "");
  const isChanged = front !== first.front || back !== first.back;
  const write = (change: Partial<Draft>) => {
    setFault(null);
    setAsked(false);
    keep(JSON.stringify({ ...sides, ...change }));
  };
  const end = () => {
    keep("");
    close();
  };
  const leave = () => {
    if (isChanged && !asked) setAsked(true);
    else close();
  };
  const [second, setSecond] = useState({ front: "", back: "" });
  const [fault, setFault] = useState<string | null>(null);
  const deck = useDeckNumbers(held);
  const preview = useAsked(front, back, deck);
  const filled = (...texts: readonly string[]) => texts.every((text) => text.trim() !== "");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wrong =
      (await numbersFault({ front, back }, deck)) ??
      (split ? await numbersFault(second, null) : null);
    setFault(wrong);
    if (wrong !== null) return;
    const source = passage === undefined ? {} : { source: passage.source };
    const saved =
      held === undefined
        ? await run({ do: "add-card", paper, front, back, ...source })
        : split
          ? await run({
              do: "split-card",
              card: held.card.id,
              paper: held.card.paper,
              first: { front, back },
              second,
            })
          : await run({ do: "edit-card", card: held.card.id, front, back });
    if (saved.ok) end();
  };
  return (
    <Dialog
      title={held === undefined ? words.newCard : split ? reviewWords.splitCard : words.editCard}
      close={leave}
      className="card-editor"
    >
      <form className="questions" onSubmit={save}>
        {found && isChanged && (
          <p className="faint">
            {words.draft}{" "}
            <button type="button" className="quiet" onClick={() => keep("")}>
              {words.dropDraft}
            </button>
          </p>
        )}
        {held === undefined && (
          <label>
            {strings.paper}
            <select
              value={paper ?? ""}
              onChange={({ target }) =>
                write({ paper: target.value === "" ? null : (target.value as PaperId) })
              }
            >
              <option value="">{strings.noPaper}</option>
              {situation.progress.papers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {words.front}
          <textarea
            rows={3}
            value={front}
            data-first=""
            onChange={({ target }) => write({ front: target.value })}
          />
        </label>
        <label>
          {words.back}
          <textarea
            rows={5}
            value={back}
            onChange={({ target }) => write({ back: target.value })}
          />
        </label>
        {split && (
          <>
            <label>
              {reviewWords.secondFront}
              <textarea
                rows={3}
                value={second.front}
                onChange={({ target }) => setSecond({ ...second, front: target.value })}
              />
            </label>
            <label>
              {reviewWords.secondBack}
              <textarea
                rows={5}
                value={second.back}
                onChange={({ target }) => setSecond({ ...second, back: target.value })}
              />
            </label>
          </>
        )}
        <p className="faint">{words.hint}</p>
        <p className="faint">{deck === null ? words.numbers : words.numbersHint}</p>
        {/[$`*]|\{\{/.test(front + back) && (
          <div className="card preview">
            <Rich text={preview.front} />
            <hr />
            <Rich text={preview.back} />
          </div>
        )}
        {fault !== null && (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
        {asked && (
          <p role="alert" className="fault">
            {words.notSaved}
          </p>
        )}
        <span className="buttons">
          <button
            type="submit"
            className="strong"
            disabled={!filled(front, back, ...(split ? [second.front, second.back] : []))}
          >
            {strings.save}
          </button>
          <button type="button" className="quiet" onClick={end}>
            {strings.cancel}
          </button>
        </span>
      </form>
    </Dialog>
  );
}

/** What reads formulas is loaded with the first number that is written. */
const withNumbers = () => import("../../core/recall/own-numbers.ts");

async function numbersFault(sides: Sides, deck: CardNumbers | null): Promise<string | null> {
  if (!`${sides.front}${sides.back}`.includes("{{")) return null;
  return (await withNumbers()).ownNumbersFault(sides, deck);
}

/** The numbers that the curriculum gives the card. */
function useDeckNumbers(held: HeldCard | undefined): CardNumbers | null {
  const { material } = useTracker();
  if (held === undefined || held.card.paper === null) return null;
  const deck = material?.decks[held.card.paper] ?? [];
  return deck.find(({ id }) => id === held.card.id)?.numbers ?? null;
}

/** Both sides with numbers, as they might be asked. */
function useAsked(front: string, back: string, deck: CardNumbers | null): Sides {
  const [shown, setShown] = useState<Sides>({ front, back });
  useEffect(() => {
    let current = true;
    if (!`${front}${back}`.includes("{{")) setShown({ front, back });
    else {
      void withNumbers().then(({ asAsked }) => {
        if (current) setShown(asAsked({ front, back }, deck));
      });
    }
    return () => {
      current = false;
    };
  }, [front, back, deck]);
  return shown;
}

/** Each card, and each passage, has a draft of its own. */
function draftOf(held: HeldCard | undefined, passage: string | undefined): string {
  if (held !== undefined) return `card:${held.card.id}`;
  return passage === undefined ? "card:new" : `card:of:${passage.slice(0, 120)}`;
}
