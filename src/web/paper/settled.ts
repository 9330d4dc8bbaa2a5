/** A value that follows another when that has rested for a moment, so that what is made of it is off the typing path. */
import { startTransition, useEffect, useRef, useState } from "react";

/** Milliseconds without a change; and how long changes may go on before one is followed all the same. */
const rest = 150;
const most = 700;

export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  const waits = useRef<number | null>(null);
  // The first text is there at once; nobody has typed it.
  const first = settled === "" && value !== "";
  useEffect(() => {
    if (settled === value) {
      waits.current = null;
      return;
    }
    if (first) return setSettled(value);
    const now = performance.now();
    waits.current ??= now;
    const left = Math.max(0, Math.min(rest, waits.current + most - now));
    const timer = window.setTimeout(() => {
      waits.current = null;
      startTransition(() => setSettled(value));
    }, left);
    return () => window.clearTimeout(timer);
  }, [value, settled, first]);
  return settled;
}
