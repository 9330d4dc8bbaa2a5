/** What can be done with a passage that is selected, and with one that is marked: beside it, without leaving the paper. */
import { useEffect, useRef } from "react";
import { type MarkColour, markColour, markColours } from "../../core/content/marks.ts";
import type { Highlight } from "../../core/entries/tally.ts";
import { useDraft } from "../parts/draft.ts";
import { useTracker } from "../parts/parts.tsx";
import { type Passage, rectsOn } from "./passage.ts";
import type { Laid } from "./place.ts";
import { readerWords as words } from "./words.ts";

function Colours(props: {
  readonly label: (colour: MarkColour) => string;
  readonly chosen: MarkColour | null;
  readonly choose: (colour: MarkColour) => void;
}) {
  return (
    <fieldset className="mark-colours" aria-label={words.colour}>
      {markColours.map((colour) => (
        <button
          key={colour}
          type="button"
          className={`dot is-${colour}`}
          aria-label={props.label(colour)}
          title={props.label(colour)}
          aria-pressed={props.chosen === null ? undefined : props.chosen === colour}
          onClick={() => props.choose(colour)}
        />
      ))}
    </fieldset>
  );
}

/** Where a menu stands: beneath the last line of the passage, within the sheet of pages. */
function placeBelow(
  laid: Laid,
  { page, rects }: { readonly page: number; readonly rects: Highlight["rects"] },
): { readonly left: number; readonly top: number } {
  const box = laid.pages[page - 1];
  const last = rects.at(-1);
  if (box === undefined || last === undefined) return { left: 0, top: 0 };
  const [x, y, width, height] = last;
  const middle = box.left + (x + width / 2) * box.width;
  const half = Math.min(180, laid.width / 2);
  const left = Math.min(Math.max(middle, half), laid.width - half);
  return { left, top: box.top + (y + height) * box.height + 8 };
}

export function SelectionMenu(props: {
  readonly laid: Laid;
  readonly passage: Passage;
  readonly highlight: (colour: MarkColour) => void;
  readonly card: () => void;
}) {
  const { laid, passage } = props;
  const place = placeBelow(laid, passage.further.at(-1) ?? passage);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing it must not take the selection away.
    <div className="pdf-menu" style={place} onMouseDown={(event) => event.preventDefault()}>
      <div role="toolbar" aria-label={words.selection}>
        <Colours label={words.highlightIn} chosen={null} choose={props.highlight} />
        <button type="button" onClick={props.card}>
          {words.card} <kbd>c</kbd>
        </button>
      </div>
    </div>
  );
}

export function MarkMenu(props: {
  readonly laid: Laid;
  readonly mark: Highlight;
  readonly card: () => void;
  readonly close: () => void;
}) {
  const { laid, mark, card, close } = props;
  const { run, locked } = useTracker();
  const [comment, setComment, handIn] = useComment(mark);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("textarea, button")?.focus({ preventScroll: true });
  }, []);
  const last = mark.further?.at(-1) ?? { page: mark.page, rects: rectsOn(mark, mark.page) };
  const end = () => {
    handIn();
    close();
  };
  return (
    <div
      ref={box}
      className="pdf-menu mark-menu"
      role="dialog"
      aria-label={words.markOf(mark.quote.slice(0, 60))}
      style={placeBelow(laid, last)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        end();
      }}
    >
      {locked ? (
        <p>{mark.comment}</p>
      ) : (
        <>
          <Colours
            label={(colour) => words.colours[colour]}
            chosen={markColour(mark)}
            choose={(colour) => void run({ do: "edit-highlight", highlight: mark.id, colour })}
          />
          <textarea
            rows={2}
            aria-label={words.comment}
            placeholder={words.commentHint}
            value={comment}
            dir="auto"
            onChange={({ target }) => setComment(target.value)}
            onBlur={handIn}
          />
        </>
      )}
      <span className="buttons">
        {!locked && (
          <>
            <button type="button" onClick={card}>
              {words.card}
            </button>
            <button
              type="button"
              aria-label={words.removeMark(mark.quote.slice(0, 60))}
              onClick={() => {
                void run({ do: "remove-highlight", highlight: mark.id });
                close();
              }}
            >
              {words.remove}
            </button>
          </>
        )}
        <button type="button" className="quiet" onClick={end}>
          {words.close}
        </button>
      </span>
    </div>
  );
}

/** What is written is handed in when the field is left, or the menu goes; until then it outlives the tab as a draft. */
function useComment(mark: Highlight) {
  const { run } = useTracker();
  const [draft, setDraft] = useDraft(`comment:${mark.id}`);
  const said = mark.comment ?? "";
  const begun = useRef(draft !== "");
  const latest = useRef({ draft, said });
  latest.current = { draft, said };
  const write = (text: string) => {
    begun.current = true;
    setDraft(text);
  };
  const handIn = useRef(() => {});
  handIn.current = () => {
    const { draft, said } = latest.current;
    if (!begun.current) return;
    begun.current = false;
    if (draft.trim() !== said) {
      void run({ do: "edit-highlight", highlight: mark.id, comment: draft.trim() });
    }
    setDraft("");
  };
  useEffect(() => () => handIn.current(), []);
  return [begun.current ? draft : said, write, () => handIn.current()] as const;
}
