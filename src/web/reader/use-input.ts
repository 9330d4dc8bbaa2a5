/** What the reader hears beside presses: a selection, the key that seeks, fingers and wheels that zoom. */
import { type RefObject, useEffect } from "react";
import { keyOf } from "../shell/actions.ts";
import type { Passage } from "./passage.ts";
import { selectedIn } from "./selected.ts";

export function useSelection(
  pages: RefObject<HTMLElement | null>,
  setPassage: (passage: Passage | null) => void,
): void {
  useEffect(() => {
    let frame = 0;
    const onSelect = () => {
      // Writing a comment, or a word to search for, leaves the selection as it was.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setPassage(selectedIn(pages.current)));
    };
    document.addEventListener("selectionchange", onSelect);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("selectionchange", onSelect);
    };
  }, [pages, setPassage]);
}

/** The browser's own search would find only what is drawn. */
export function useFindKey(find: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (keyOf(event).toLowerCase() !== "f") return;
      if (document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      find();
      document.querySelector<HTMLElement>(".pdf-find input")?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [find]);
}

/** Ctrl and the wheel, or two fingers: the paper is zoomed and not the whole page. */
export function useZoomWheel(
  scroller: RefObject<HTMLElement | null>,
  zoomBy: (by: 1 | -1) => void,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let rolled = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      rolled += event.deltaY;
      if (Math.abs(rolled) < 40) return;
      zoomBy(rolled < 0 ? 1 : -1);
      rolled = 0;
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [scroller, zoomBy]);
}
