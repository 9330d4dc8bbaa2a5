/** Whether the page is being printed: paper shows everything, also what a screen shows only when it is scrolled to. */
import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import { cellOf } from "../store/cell.ts";

/** Of the whole page: what comes in with the printing knows of it too. */
const printing = cellOf(false);
let listening = false;

export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, printing.now);
}

function subscribe(listener: () => void): () => void {
  if (!listening) {
    listening = true;
    // The browser takes its picture as soon as its listeners are through.
    window.addEventListener("beforeprint", () => flushSync(() => printing.change(() => true)));
    window.addEventListener("afterprint", () => printing.change(() => false));
  }
  return printing.subscribe(listener);
}
