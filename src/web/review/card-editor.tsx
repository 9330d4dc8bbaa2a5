/** Writing a card: a new one, perhaps from a selected passage, or other words for one that is there. */
import { type FormEvent, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { HeldCard } from "../../core/recall/recall.ts";
import { Rich } from "../markdown/rich.tsx";
import { useDraft } from "../parts/draft.ts";
import { useTracker } from "../parts/parts.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { strings } from "../strings.ts";
import { reviewWords, cardWords as words } from "./words.ts";

interface Sides {
  readonly paper: PaperId | null;
  readonly front: string;
  readonly back: string;
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
  const first: Sides = {
    paper: props.paper,
    front: held?.card.front ?? props.front ?? "",
    back: held?.card.back ?? passage?.text ?? "",
  };
  const [draft, keep] = useDraft(draftOf(held, passage?.text));
  const [asked, setAsked] = useState(false);
  const sides: Sides = draft === "" ? first : { ...first, ...(JSON.parse(draft) as Sides) };
  const { paper, front, back } = sides;
  const [found] = useState(draft !== "");
  const isChanged = front !== first.front || back !== first.back;
  const write = (change: Partial<Sides>) => {
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
  const filled = (...texts: readonly string[]) => texts.every((text) => text.trim() !== "");
  const save = async (event: FormEvent) => {
    event.preventDefault();
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
        {held?.card.numbers !== undefined && <p className="faint">{words.numbersHint}</p>}
        {/[$`*]/.test(front + back) && (
          <div className="card preview">
            <Rich text={front} />
            <hr />
            <Rich text={back} />
          </div>
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

/** Each card, and each passage, has a draft of its own. */
function draftOf(held: HeldCard | undefined, passage: string | undefined): string {
  if (held !== undefined) return `card:${held.card.id}`;
  return passage === undefined ? "card:new" : `card:of:${passage.slice(0, 120)}`;
}
