/** Writing a card: a new one, perhaps from a selected passage, or other words for one that is there. */
import { type FormEvent, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { HeldCard } from "../../core/recall/recall.ts";
import { Rich } from "../markdown/rich.tsx";
import { useTracker } from "../parts/parts.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { strings } from "../strings.ts";

export function CardEditor(props: {
  readonly paper: PaperId | null;
  readonly held?: HeldCard;
  /** Two cards are made of it. */
  readonly split?: boolean;
  /** The passage that the card is made from, and where it stands. */
  readonly passage?: { readonly text: string; readonly source: string };
  readonly close: () => void;
}) {
  const { held, passage, split = false, close } = props;
  const { situation, run } = useTracker();
  const [paper, setPaper] = useState<PaperId | null>(props.paper);
  const [front, setFront] = useState(held?.card.front ?? "");
  const [back, setBack] = useState(held?.card.back ?? passage?.text ?? "");
  const [second, setSecond] = useState({ front: "", back: "" });
  const filled = (...texts: readonly string[]) => texts.every((text) => text.trim() !== "");
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved =
      held === undefined
        ? await run({
            do: "add-card",
            paper,
            front,
            back,
            ...(passage === undefined ? {} : { source: passage.source }),
          })
        : split
          ? await run({
              do: "split-card",
              card: held.card.id,
              paper: held.card.paper,
              first: { front, back },
              second,
            })
          : await run({ do: "edit-card", card: held.card.id, front, back });
    if (saved.ok) close();
  };
  return (
    <Dialog
      title={held === undefined ? strings.newCard : split ? strings.splitCard : strings.editCard}
      close={close}
      className="card-editor"
    >
      <form className="questions" onSubmit={save}>
        {held === undefined && (
          <label>
            {strings.paper}
            <select
              value={paper ?? ""}
              onChange={({ target }) =>
                setPaper(target.value === "" ? null : (target.value as PaperId))
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
          {strings.front}
          <textarea
            rows={3}
            value={front}
            data-first=""
            onChange={({ target }) => setFront(target.value)}
          />
        </label>
        <label>
          {strings.back}
          <textarea rows={5} value={back} onChange={({ target }) => setBack(target.value)} />
        </label>
        {split && (
          <>
            <label>
              {strings.secondFront}
              <textarea
                rows={3}
                value={second.front}
                onChange={({ target }) => setSecond({ ...second, front: target.value })}
              />
            </label>
            <label>
              {strings.secondBack}
              <textarea
                rows={5}
                value={second.back}
                onChange={({ target }) => setSecond({ ...second, back: target.value })}
              />
            </label>
          </>
        )}
        <p className="faint">{strings.cardHint}</p>
        {/[$`*]/.test(front + back) && (
          <div className="card preview">
            <Rich text={front} />
            <hr />
            <Rich text={back} />
          </div>
        )}
        <span className="buttons">
          <button
            type="submit"
            className="strong"
            disabled={!filled(front, back, ...(split ? [second.front, second.back] : []))}
          >
            {strings.save}
          </button>
          <button type="button" className="quiet" onClick={close}>
            {strings.cancel}
          </button>
        </span>
      </form>
    </Dialog>
  );
}
