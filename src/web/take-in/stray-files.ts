/** A file that is dropped where nothing takes it would open in the page's place: it is told where it belongs instead. */
import { useEffect } from "react";
import { takeInWords } from "./words.ts";

export function useStrayFiles(say: (text: string) => void): void {
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const onOver = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const last = (event: DragEvent) => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      say(takeInWords.elsewhere);
    };
    // Asked for anew at each drop, it comes behind all others that take files.
    const first = () => window.addEventListener("drop", last, { once: true });
    window.addEventListener("dragover", onOver);
    window.addEventListener("drop", first, { capture: true });
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("drop", first, { capture: true });
    };
  }, [say]);
}
