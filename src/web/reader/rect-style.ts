/** Where a rectangle of shares lies on its page. */
import type { CSSProperties } from "react";
import type { Rect } from "../../core/entries/tally.ts";

export function placeOfRect([x, y, width, height]: Rect): CSSProperties {
  return {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  };
}
