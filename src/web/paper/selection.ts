/** What is selected in the PDF: the words, the page, and where they stand on it. */

export interface Passage {
  readonly page: number;
  readonly quote: string;
  /** x, y, width, height as shares of the page. */
  readonly rects: [number, number, number, number][];
}

/** Null when nothing is selected there. A selection over several pages counts as far as its first page goes. */
export function passageOf(selection: Selection | null, pages: Element | null): Passage | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from =
    range.startContainer instanceof Element
      ? range.startContainer
      : range.startContainer.parentElement;
  const page = from?.closest<HTMLElement>("[data-page]");
  if (page === null || page === undefined || pages?.contains(page) !== true) return null;
  const quote = oneLine(selection.toString());
  if (quote === "") return null;
  const box = page.getBoundingClientRect();
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
  const rects = joined(
    [...range.getClientRects()].filter(
      ({ width, height, top, left }) =>
        width > 1 &&
        height > 1 &&
        // A box as large as the page is the layer itself, not a line of it.
        height < box.height / 4 &&
        top >= box.top - 2 &&
        top < box.bottom &&
        left >= box.left - 2,
    ),
  ).map(({ left, top, right, bottom }): [number, number, number, number] => [
    share((left - box.left) / box.width),
    share((top - box.top) / box.height),
    share((right - left) / box.width),
    share((bottom - top) / box.height),
  ]);
  return rects.length === 0 ? null : { page: Number(page.dataset.page), quote, rects };
}

/** A hyphen at a line's end is taken to divide a word. */
function oneLine(text: string): string {
  return text
    .replace(/(\p{L})-\s*\n\s*(\p{Ll})/gu, "$1$2")
    .replace(/\s+/g, " ")
    .trim();
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pieces of one line become one box. */
function joined(boxes: readonly Box[]): readonly Box[] {
  const lines: Box[] = [];
  for (const { left, top, right, bottom } of boxes) {
    const last = lines.at(-1);
    const middle = (top + bottom) / 2;
    if (last !== undefined && last.top < middle && middle < last.bottom) {
      lines[lines.length - 1] = {
        left: Math.min(last.left, left),
        top: Math.min(last.top, top),
        right: Math.max(last.right, right),
        bottom: Math.max(last.bottom, bottom),
      };
    } else lines.push({ left, top, right, bottom });
  }
  return lines;
}
