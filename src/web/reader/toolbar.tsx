/** The line above the paper: page, zoom, and what stands beside it. */
import {
  BookOpen,
  Maximize2,
  Minimize2,
  Minus,
  MoveHorizontal,
  PanelLeft,
  PanelRight,
  Plus,
  RectangleVertical,
  Search,
  Undo2,
} from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { ReadingState } from "./use-reading.ts";
import { readerWords as words } from "./words.ts";

export function Toolbar(props: {
  readonly pages: number;
  readonly reading: ReadingState;
  readonly side: { readonly open: boolean; readonly toggle: () => void };
  readonly find: () => void;
  readonly guide: { readonly open: boolean; readonly toggle: () => void };
  readonly focus: { readonly on: boolean; readonly toggle: () => void };
}) {
  const { reading, side, guide, focus } = props;
  const { zoom, columns, from } = reading;
  return (
    <div className="pdf-bar" role="toolbar" aria-label={words.tools}>
      <Tool label={words.side} keys="o" pressed={side.open} press={side.toggle}>
        <PanelLeft className="icon" aria-hidden="true" />
      </Tool>
      <PageField page={reading.page} pages={props.pages} goTo={reading.jump} />
      {from !== null && (
        <button type="button" className="pdf-back" onClick={reading.back}>
          <Undo2 className="icon" aria-hidden="true" /> {words.back(from.page)}
        </button>
      )}
      <span className="pdf-zoom">
        <Tool label={words.smaller} keys="-" press={() => reading.zoomBy(-1)}>
          <Minus className="icon" aria-hidden="true" />
        </Tool>
        <output aria-label={words.zoom}>{Math.round((reading.laid?.scale ?? 1) * 100)}%</output>
        <Tool label={words.larger} keys="+" press={() => reading.zoomBy(1)}>
          <Plus className="icon" aria-hidden="true" />
        </Tool>
        <Tool
          label={words.fitWidth}
          keys="w"
          pressed={zoom.is === "width"}
          press={() => reading.setZoom({ is: "width" })}
        >
          <MoveHorizontal className="icon" aria-hidden="true" />
        </Tool>
        <Tool
          label={words.fitPage}
          keys="p"
          pressed={zoom.is === "page"}
          press={() => reading.setZoom({ is: "page" })}
        >
          <RectangleVertical className="icon" aria-hidden="true" />
        </Tool>
        <Tool
          label={words.onePage}
          keys="t"
          pressed={columns === 2}
          press={() => reading.setColumns(columns === 2 ? 1 : 2)}
        >
          <BookOpen className="icon" aria-hidden="true" />
        </Tool>
      </span>
      <span className="pdf-bar-end">
        <Tool label={words.findIn} keys="s" press={props.find}>
          <Search className="icon" aria-hidden="true" />
        </Tool>
        <Tool
          label={focus.on ? words.leaveFocus : words.focus}
          keys="f"
          pressed={focus.on}
          press={focus.toggle}
        >
          {focus.on ? (
            <Minimize2 className="icon" aria-hidden="true" />
          ) : (
            <Maximize2 className="icon" aria-hidden="true" />
          )}
        </Tool>
        <button
          type="button"
          aria-pressed={guide.open}
          title={`${words.showGuide} (e)`}
          onClick={guide.toggle}
        >
          <PanelRight className="icon" aria-hidden="true" /> {words.guide}
        </button>
      </span>
    </div>
  );
}

function Tool(props: {
  readonly label: string;
  readonly keys: string;
  readonly pressed?: boolean;
  readonly press: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={props.label}
      title={`${props.label} (${props.keys})`}
      aria-pressed={props.pressed}
      onClick={props.press}
    >
      {props.children}
    </button>
  );
}

/** A number that is being typed is gone to when it is whole: at Enter, or when the field is left. */
function PageField(props: {
  readonly page: number;
  readonly pages: number;
  readonly goTo: (page: number) => void;
}) {
  const { page, pages, goTo } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page ends the typing.
  useEffect(() => setTyped(null), [page]);
  const go = () => {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) goTo(wanted);
    setTyped(null);
  };
  return (
    <form
      className="pdf-page-field"
      onSubmit={(event) => {
        event.preventDefault();
        // Leaving the field goes there, and the keys are the paper's again.
        document.querySelector<HTMLElement>(".pages")?.focus({ preventScroll: true });
      }}
    >
      <input
        type="text"
        inputMode="numeric"
        aria-label={words.page}
        value={typed ?? String(page)}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={go}
      />
      <span className="faint">{words.ofPages(pages)}</span>
    </form>
  );
}
