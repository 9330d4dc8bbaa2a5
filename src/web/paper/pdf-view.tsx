/**
 * The PDF, drawn page by page as they come into view, with its text to select and the learner's highlights.
 * Nothing of the file is run: no script, no forms, no links; it is drawn and that is all.
 */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from "pdfjs-dist";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ItemId, PaperId } from "../../core/content/curriculum.ts";
import { withQuote } from "../../core/content/note-sections.ts";
import { api } from "../../wire/wire.ts";
import { useTracker } from "../parts/parts.tsx";
import { CardEditor } from "../review/card-editor.tsx";
import { type Action, useActions } from "../shell/actions.ts";
import { open } from "../store/server.ts";
import { strings } from "../strings.ts";
import { PdfPage, pixelsAPoint } from "./pdf-page.tsx";
import { type Passage, passageOf } from "./selection.ts";

declare const PDF_WORKER: string;
GlobalWorkerOptions.workerSrc = PDF_WORKER;

interface Opened {
  readonly file: PDFDocumentProxy;
  /** Width and height of each page in points. */
  readonly sizes: readonly (readonly [number, number])[];
}

const zooms = [0.6, 0.8, 1, 1.25, 1.5, 2, 2.5] as const;

/** What the frame of a page takes of the width, in CSS pixels. */
const frame = 40;

/** The zoom at which a page of `points` fits into `room` pixels; no larger than it is on paper by a quarter. */
function fitting(points: number, room: number): number {
  if (points === 0 || room <= frame) return 1;
  return Math.min(1.25, (room - frame) / (points * pixelsAPoint));
}

export default function PdfView({ paper }: { readonly paper: PaperId }) {
  const { situation, run, notes, say, locked } = useTracker();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const [passage, setPassage] = useState<Passage | null>(null);
  const [card, setCard] = useState<Passage | null>(null);
  const pages = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const highlights = situation.tally.highlights.filter((one) => one.paper === paper);

  useEffect(() => {
    const leaving = new AbortController();
    let loading: PDFDocumentLoadingTask | null = null;
    let current = true;
    const show = async () => {
      try {
        const response = await open(api.pdf, { parts: { paper }, signal: leaving.signal });
        const data = await response.arrayBuffer();
        if (!current) return;
        loading = getDocument({ data, enableXfa: false, useWasm: false });
        const file = await loading.promise;
        const sizes: [number, number][] = [];
        for (let number = 1; number <= file.numPages; number += 1) {
          const { width, height } = (await file.getPage(number)).getViewport({ scale: 1 });
          sizes.push([width, height]);
        }
        if (!current) return;
        setOpened({ file, sizes });
        setZoom(fitting(sizes[0]?.[0] ?? 0, place.current?.clientWidth ?? 0));
      } catch (error) {
        if (current) setFault(strings.badPdf(error instanceof Error ? error.message : ""));
      }
    };
    void show();
    return () => {
      current = false;
      leaving.abort();
      void loading?.destroy();
    };
  }, [paper]);

  const goTo = useCallback((number: number) => {
    const target = pages.current?.querySelector(`[data-page="${number}"]`);
    target?.scrollIntoView({ block: "start" });
  }, []);

  useEffect(() => {
    if (opened === null) return;
    const follow = () => {
      const wanted = /^#page=(\d+)$/.exec(window.location.hash)?.[1];
      if (wanted !== undefined) goTo(Number(wanted));
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [opened, goTo]);

  useEffect(() => {
    const onSelect = () => setPassage(passageOf(document.getSelection(), pages.current));
    document.addEventListener("selectionchange", onSelect);
    return () => document.removeEventListener("selectionchange", onSelect);
  }, []);

  const highlight = useCallback(async () => {
    if (passage === null) return;
    const { page: on, quote, rects } = passage;
    const kept = await run({ do: "add-highlight", paper, page: on, quote, rects });
    if (!kept.ok) return;
    document.getSelection()?.removeAllRanges();
    const note = await notes.open(paper);
    if (note === null) return;
    notes.edit(paper, withQuote(note.text, { paper, page: on, text: quote }));
    say(strings.quoted, kept.command);
  }, [passage, paper, run, notes, say]);

  const step = useCallback(
    (by: number) => goTo(Math.min(Math.max(page + by, 1), opened?.sizes.length ?? 1)),
    [page, opened, goTo],
  );
  const zoomBy = useCallback((by: 1 | -1) => {
    setZoom((now) =>
      by === 1
        ? (zooms.find((one) => one > now) ?? now)
        : (zooms.findLast((one) => one < now) ?? now),
    );
  }, []);
  const actions = useMemo<readonly Action[]>(() => {
    const group = strings.keyGroups.screen;
    const all: Action[] = [
      { id: "pdf-next", label: strings.nextPage, group, keys: "j", run: () => step(1) },
      { id: "pdf-previous", label: strings.previousPage, group, keys: "k", run: () => step(-1) },
      { id: "pdf-larger", label: strings.larger, group, keys: "+", run: () => zoomBy(1) },
      { id: "pdf-smaller", label: strings.smaller, group, keys: "-", run: () => zoomBy(-1) },
    ];
    if (passage === null || locked) return all;
    return [
      ...all,
      { id: "highlight", label: strings.highlight, group, keys: "h", run: () => void highlight() },
      { id: "pdf-card", label: strings.cardFrom, group, keys: "c", run: () => setCard(passage) },
    ];
  }, [passage, locked, step, zoomBy, highlight]);
  useActions(actions);

  if (fault !== null) {
    return (
      <p role="alert" className="fault">
        {fault}
      </p>
    );
  }
  if (opened === null) {
    return (
      <div ref={place}>
        <p role="status">{strings.loadingPdf}</p>
      </div>
    );
  }
  return (
    <section className="pdf" aria-label={strings.pdf}>
      <div className="pdf-bar" role="toolbar" aria-label={strings.pdfTools}>
        <button type="button" aria-label={strings.smaller} onClick={() => zoomBy(-1)}>
          −
        </button>
        <span>{Math.round(zoom * 100)}%</span>
        <button type="button" aria-label={strings.larger} onClick={() => zoomBy(1)}>
          +
        </button>
        <label>
          <span className="hidden">{strings.page}</span>
          <input
            type="number"
            min={1}
            max={opened.sizes.length}
            value={page}
            onChange={({ target }) => {
              const wanted = target.valueAsNumber;
              if (wanted >= 1 && wanted <= opened.sizes.length) goTo(wanted);
            }}
          />
        </label>
        <span className="faint">{strings.ofPages(opened.sizes.length)}</span>
        {!locked && (
          <>
            <button type="button" disabled={passage === null} onClick={() => void highlight()}>
              {strings.highlight} <kbd>h</kbd>
            </button>
            <button type="button" disabled={passage === null} onClick={() => setCard(passage)}>
              {strings.cardFrom} <kbd>c</kbd>
            </button>
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by the keyboard. */}
      <section className="pages" ref={pages} tabIndex={0} aria-label={strings.pages}>
        {opened.sizes.map((size, index) => (
          <PdfPage
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
            key={index}
            file={opened.file}
            number={index + 1}
            size={size}
            zoom={zoom}
            highlights={highlights.filter((one) => one.page === index + 1)}
            remove={
              locked ? null : (id: ItemId) => void run({ do: "remove-highlight", highlight: id })
            }
            arrived={setPage}
          />
        ))}
      </section>
      {card !== null && (
        <CardEditor
          paper={paper}
          passage={{ text: card.quote, source: strings.pageOf(card.page) }}
          close={() => setCard(null)}
        />
      )}
    </section>
  );
}
