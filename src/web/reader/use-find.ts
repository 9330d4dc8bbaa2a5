/** Searching the open paper: page after page, and what is found is shown on the pages that are drawn. */
import { type RefObject, useCallback, useDeferredValue, useEffect, useState } from "react";
import { around, findOn, foldPage, foldQuery, type Match } from "./find.ts";
import type { OpenedPdf } from "./open-pdfs.ts";

export interface Found {
  readonly match: Match;
  readonly around: readonly [string, string, string];
  /** How far down its page, as a share. */
  readonly down: number;
}

export interface Finding {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly found: readonly Found[];
  readonly searching: boolean;
  /** Which of them is looked at. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
  readonly choose: (at: number) => void;
  /** Selects the words that are looked at, as a pointer would: to mark them, or to go on from there by keys. */
  readonly select: () => void;
}

/** More than so many are of no use to anyone. */
const mostFound = 1000;

export function useFind(
  pdf: OpenedPdf,
  goTo: (page: number, down: number) => void,
  pages: RefObject<HTMLElement | null>,
  /** Changes when a page has been drawn. */
  drawn: number,
): Finding {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly Found[]>([]);
  const [searching, setSearching] = useState(false);
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(query);

  const look = useCallback(
    (to: Found | undefined) => {
      if (to !== undefined) goTo(to.match.page, Math.max(0, to.down - 0.08));
    },
    [goTo],
  );
  useEffect(() => {
    let current = true;
    const search = async () => {
      const all: Found[] = [];
      setAt(0);
      setSearching(true);
      for (let page = 1; page <= pdf.sizes.length && all.length < mostFound; page += 1) {
        const { text, tops } = await pdf.words(page);
        if (!current) return;
        const matches = findOn(page, foldPage(text), wanted).map((match) => ({
          match,
          around: around(text, match),
          down: tops[match.from.piece] ?? 0,
        }));
        // The first match is gone to at once; the rest is counted meanwhile.
        if (all.length === 0) look(matches[0]);
        all.push(...matches);
        if (matches.length > 0) setFound([...all]);
      }
      setFound(all);
      setSearching(false);
    };
    if (foldQuery(wanted) === "") {
      setFound([]);
      setSearching(false);
    } else void search().catch(() => setSearching(false));
    return () => {
      current = false;
    };
  }, [pdf, wanted, look]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is drawn brings new places to show matches at.
  useEffect(() => {
    const element = pages.current;
    if (element === null || !("highlights" in CSS)) return;
    const [all, one] = [new Highlight(), new Highlight()];
    for (const [index, { match }] of found.entries()) {
      const range = rangeOf(element, match);
      if (range !== null) (index === at ? one : all).add(range);
    }
    one.priority = 1;
    CSS.highlights.set("found", all);
    CSS.highlights.set("found-one", one);
    return () => {
      CSS.highlights.delete("found");
      CSS.highlights.delete("found-one");
    };
  }, [found, at, pages, drawn]);

  const choose = useCallback(
    (to: number) => {
      setAt(to);
      look(found[to]);
    },
    [found, look],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      if (found.length > 0) choose((at + by + found.length) % found.length);
    },
    [found, at, choose],
  );
  const select = useCallback(() => {
    const element = pages.current;
    const match = found[at]?.match;
    const range = element === null || match === undefined ? null : rangeOf(element, match);
    if (element === null || range === null) return;
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    element.focus({ preventScroll: true });
  }, [found, at, pages]);
  return { query, setQuery, found, searching, at, step, choose, select };
}

function rangeOf(pages: HTMLElement, { page, from, to }: Match): Range | null {
  const layer = pages.querySelector(`[data-page="${page}"] .textLayer`);
  if (layer === null) return null;
  const pieces = layer.querySelectorAll<HTMLElement>("span[data-piece]");
  const [start, end] = [pieceAt(pieces, from.piece), pieceAt(pieces, to.piece)];
  if (start === null || end === null) return null;
  const range = document.createRange();
  range.setStart(start, Math.min(from.letter, start.length));
  range.setEnd(end, Math.min(to.letter, end.length));
  return range;
}

function pieceAt(pieces: NodeListOf<HTMLElement>, piece: number): Text | null {
  const element = [...pieces].find(({ dataset }) => dataset.piece === String(piece));
  return element?.firstChild instanceof Text ? element.firstChild : null;
}
