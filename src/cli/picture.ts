/** Small pictures made of characters, as wide as the terminal. */
import type { AspectState } from "../core/entries/entry.ts";
import type { Paint } from "./terminal.ts";
import { columns } from "./width.ts";
import { wrap } from "./wrap.ts";

/** `████░░░░`, `width` characters wide. A part that has begun is never drawn empty, nor an open one full. */
export function bar(paint: Paint, part: number, whole: number, width: number): string {
  const share = whole === 0 ? 0 : part / whole;
  let filled = Math.round(share * width);
  if (part > 0 && filled === 0) filled = 1;
  if (part < whole && filled === width) filled = width - 1;
  return paint("good", "█".repeat(filled)) + paint("faint", "░".repeat(width - filled));
}

export function tickBox(paint: Paint, done: boolean): string {
  return done ? paint("good", "☑") : "☐";
}

/** A box that may be half full: what is begun. */
export function stateBox(paint: Paint, state: AspectState): string {
  return state === "started" ? paint("accent", "◐") : tickBox(paint, state === "done");
}

/** `left` and `right` at the two ends of a line, or of two where one is too short. */
export function spread(left: string, right: string, width = columns()): string {
  if (right === "") return left;
  const gap = width - Bun.stringWidth(left) - Bun.stringWidth(right);
  if (gap >= 2) return `${left}${" ".repeat(gap)}${right}`;
  const before = " ".repeat(Math.max(0, width - Bun.stringWidth(right)));
  return `${wrap(left, "  ", width)}\n${before}${right}`;
}
