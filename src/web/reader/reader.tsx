/**
 * The paper itself: its pages, what is selected and marked on them, what stands beside them. Nothing of the file is
 * run: no script, no forms; a link leads on when it is pressed.
 */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PaperId } from "../../core/content/curriculum.ts";
import type { MarkColour } from "../../core/content/marks.ts";
import type { Highlight } from "../../core/entries/tally.ts";
import { useTracker } from "../parts/parts.tsx";
import { CardEditor } from "../review/card-editor.tsx";
import { type Action, useActions } from "../shell/actions.ts";
import { strings } from "../strings.ts";
import { flowing } from "./find.ts";
import { FindPanel } from "./find-panel.tsx";
import { MarkMenu, SelectionMenu } from "./menus.tsx";
import type { OpenedPdf } from "./open-pdfs.ts";
import { type Passage, rectsOn } from "./passage.ts";
import { PdfPage } from "./pdf-page.tsx";
import { selectedWords } from "./selected.ts";
import { MarkList, Outline, type Side, SidePanel, Thumbnails } from "./side-panel.tsx";
import { findSource } from "./source-place.ts";
import { Toolbar } from "./toolbar.tsx";
import { useFind } from "./use-find.ts";
import { useFindKey, useSelection, useZoomWheel } from "./use-input.ts";
import { useReading } from "./use-reading.ts";
import { readerWords as words } from "./words.ts";

export interface Toggle {
  readonly on: boolean;
  readonly toggle: () => void;
}

/** A place that the guide names. `times` tells one wish from the next. */
export interface Wanted {
  readonly source: string;
  readonly times: number;
}

export function Reader(props: {
  readonly paper: PaperId;
  readonly pdf: OpenedPdf;
  readonly focus: Toggle;
  readonly guide: Toggle;
  readonly wanted: Wanted | null;
  /** What is to be said of the file. */
  readonly children?: ReactNode;
}) {
  const { paper, pdf, focus, guide } = props;
  const { situation, run, say, server, locked } = useTracker();
  const scroller = useRef<HTMLElement>(null);
  const reading = useReading(`reading:${server.workspace}:${paper}`, pdf, scroller);
  const { laid, near, jump, goTo, page, zoomBy } = reading;
  const [drawn, setDrawn] = useState(0);
  const onDrawn = useCallback(() => setDrawn((count) => count + 1), []);
  const finding = useFind(pdf, jump, scroller, drawn);
  const [side, setSide] = useState<Side | null>(null);
  const [passage, setPassage] = useState<Passage | null>(null);
  const [card, setCard] = useState<Pick<Passage, "quote" | "page"> | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const lastColour = useRef<MarkColour>("yellow");
  const { highlights } = situation.tally;
  const marks = useMemo(() => highlights.filter((one) => one.paper === paper), [highlights, paper]);
  const mark = marks.find(({ id }) => id === chosen) ?? null;

  useSelection(scroller, setPassage);
  useWanted(props.wanted, pdf, jump);
  const highlight = useCallback(
    async (colour: MarkColour) => {
      if (passage === null) return;
      lastColour.current = colour;
      const { page: on, quote, rects, further } = passage;
      const tint = colour === "yellow" ? {} : { colour };
      const more = further.length === 0 ? {} : { further };
      const kept = await run({
        ...{ do: "add-highlight", paper, page: on, quote, rects },
        ...tint,
        ...more,
      });
      if (!kept.ok) return;
      document.getSelection()?.removeAllRanges();
      setPassage(null);
      say(words.quoted, kept.command);
    },
    [passage, paper, run, say],
  );
  const find = useCallback(() => setSide("find"), []);
  const isFocus = focus.on;
  useEffect(() => {
    if (isFocus) setSide(null);
  }, [isFocus]);
  const toggleSide = useCallback(() => setSide((now) => (now === null ? "outline" : null)), []);
  useFindKey(find);

  const { setZoom, setColumns, columns, back } = reading;
  const { toggle: toggleFocus } = focus;
  const { toggle: toggleGuide } = guide;
  const actions = useMemo<readonly Action[]>(() => {
    const group = strings.keyGroups.screen;
    const all: Action[] = [
      { id: "pdf-next", label: words.nextPage, group, keys: "j", run: () => goTo(page + 1) },
      {
        id: "pdf-previous",
        label: words.previousPage,
        group,
        keys: "k",
        run: () => goTo(page - 1),
      },
      { id: "pdf-larger", label: words.larger, group, keys: "+", run: () => zoomBy(1) },
      { id: "pdf-smaller", label: words.smaller, group, keys: "-", run: () => zoomBy(-1) },
      {
        id: "pdf-width",
        label: words.fitWidth,
        group,
        keys: "w",
        run: () => setZoom({ is: "width" }),
      },
      {
        id: "pdf-page",
        label: words.fitPage,
        group,
        keys: "p",
        run: () => setZoom({ is: "page" }),
      },
      {
        ...{ id: "pdf-two", label: words.onePage, group, keys: "t" },
        run: () => setColumns(columns === 2 ? 1 : 2),
      },
      { id: "pdf-find", label: words.findIn, group, keys: "s", run: find },
      { id: "pdf-side", label: words.side, group, keys: "o", run: toggleSide },
      { id: "pdf-back", label: words.backHere, group, keys: "b", run: back },
      { id: "pdf-focus", label: words.focus, group, keys: "f", run: toggleFocus },
      { id: "pdf-guide", label: words.showGuide, group, keys: "e", run: toggleGuide },
    ];
    if (passage === null || locked) return all;
    const mark = () => void highlight(lastColour.current);
    return [
      ...all,
      { id: "highlight", label: words.highlight, group, keys: "h", run: mark },
      { id: "pdf-card", label: words.cardFrom, group, keys: "c", run: () => setCard(passage) },
    ];
  }, [
    page,
    goTo,
    zoomBy,
    setZoom,
    setColumns,
    columns,
    back,
    find,
    toggleSide,
    toggleFocus,
    toggleGuide,
    highlight,
    passage,
    locked,
  ]);
  useActions(actions);

  /** Where the panel covers the paper, it gives way to the place that was chosen in it. */
  const giveWay = useCallback(() => {
    if (window.innerWidth <= 640) setSide(null);
  }, []);
  const leap = useCallback(
    (to: number, down?: number) => {
      jump(to, down);
      giveWay();
    },
    [jump, giveWay],
  );
  const choose = useCallback((one: Highlight) => setChosen(one.id), []);
  useZoomWheel(scroller, zoomBy);
  return (
    <section className="pdf" aria-label={words.paper}>
      <Toolbar
        pages={pdf.sizes.length}
        reading={reading}
        side={{ open: side !== null, toggle: toggleSide }}
        find={find}
        guide={{ open: guide.on, toggle: guide.toggle }}
        focus={focus}
      />
      {props.children}
      <div className="pdf-room">
        {side !== null && (
          <SidePanel side={side} choose={setSide} close={() => setSide(null)}>
            {side === "pages" && <Thumbnails pdf={pdf} page={page} goTo={leap} />}
            {side === "outline" && <Outline pdf={pdf} goTo={leap} />}
            {side === "find" && <FindPanel finding={finding} chosen={giveWay} />}
            {side === "marks" && <MarkList marks={marks} goTo={leap} choose={choose} />}
          </SidePanel>
        )}
        <section
          className="pages"
          data-takes-focus=""
          ref={scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by the keyboard.
          tabIndex={0}
          aria-label={words.pages}
          onScroll={reading.scrolled}
          onCopy={copyWords}
        >
          {laid !== null && (
            <div className="sheet-of-pages" style={{ width: laid.width, height: laid.height }}>
              {near.map((number) => {
                const box = laid.pages[number - 1];
                if (box === undefined) return null;
                return (
                  <PdfPage
                    key={number}
                    pdf={pdf}
                    box={box}
                    scale={laid.scale}
                    marks={marksOn(marks, number)}
                    choose={choose}
                    jump={jump}
                    drawn={onDrawn}
                  />
                );
              })}
              {passage !== null && !locked && (
                <SelectionMenu
                  laid={laid}
                  passage={passage}
                  highlight={(colour) => void highlight(colour)}
                  card={() => setCard(passage)}
                />
              )}
              {mark !== null && passage === null && (
                <MarkMenu
                  key={mark.id}
                  laid={laid}
                  mark={mark}
                  card={() => setCard(mark)}
                  close={() => setChosen(null)}
                />
              )}
            </div>
          )}
        </section>
      </div>
      {card !== null && (
        <CardEditor
          paper={paper}
          passage={{ text: card.quote, source: words.pageOf(card.page) }}
          close={() => setCard(null)}
        />
      )}
    </section>
  );
}

function useWanted(
  wanted: Wanted | null,
  pdf: OpenedPdf,
  jump: (page: number, down: number) => void,
): void {
  const { say } = useTracker();
  const done = useRef(wanted?.times ?? 0);
  useEffect(() => {
    if (wanted === null || wanted.times === done.current) return;
    done.current = wanted.times;
    const seek = async () => {
      const pages = await Promise.all(pdf.sizes.map((_, index) => pdf.words(index + 1)));
      const place = findSource(
        wanted.source,
        pages.map(({ text }) => text),
      );
      if (place === null) return say(words.notThere(wanted.source));
      const down = pages[place.page - 1]?.tops[place.piece] ?? 0;
      jump(place.page, Math.max(0, down - 0.04));
    };
    seek().catch(() => {});
  }, [wanted, pdf, jump, say]);
}

const none: readonly Highlight[] = [];

function marksOn(marks: readonly Highlight[], page: number): readonly Highlight[] {
  const on = marks.filter((mark) => rectsOn(mark, page).length > 0);
  return on.length === 0 ? none : on;
}

/** Words that go on, as they are read, instead of the lines that they were set in. */
function copyWords(event: React.ClipboardEvent): void {
  const target = event.target as Element;
  const text = selectedWords(event.currentTarget as HTMLElement);
  if (text === "" || target.closest("textarea, input") !== null) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", flowing(text).trim());
}
