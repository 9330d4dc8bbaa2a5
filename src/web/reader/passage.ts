/** What is marked in a paper: its words, and where they stand on its pages. */
import { flowing } from "./find.ts";

/** x, y, width and height as shares of the page. */
type Rect = [number, number, number, number];

export interface Passage {
  /** The first of the pages that it stands on. */
  readonly page: number;
  readonly quote: string;
  readonly rects: Rect[];
  /** Where it goes on, on later pages. */
  readonly further: { readonly page: number; readonly rects: Rect[] }[];
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A piece of text; `turned` where its line runs up or down as it is seen. */
export interface Piece extends Area {
  readonly turned: boolean;
}

/** The pieces of text on a page that are selected, in the order of reading, and the page itself; all in one measure. */
export interface PagePart {
  readonly page: number;
  readonly box: Area;
  readonly pieces: readonly Piece[];
}

/** Null when no words are selected. */
export function passageFrom(text: string, parts: readonly PagePart[]): Passage | null {
  const quote = flowing(text).trim();
  const found = parts
    .map(({ page, box, pieces }) => ({ page, rects: sharesOf(box, linesOf(pieces)) }))
    .filter(({ rects }) => rects.length > 0)
    .toSorted((one, other) => one.page - other.page);
  const [first, ...further] = found;
  if (quote === "" || first === undefined) return null;
  return { ...first, quote, further };
}

function sharesOf(box: Area, areas: readonly Area[]): Rect[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
  return areas
    .map(({ left, top, right, bottom }): Rect => {
      const [x, y] = [share((left - box.left) / width), share((top - box.top) / height)];
      return [x, y, share((right - box.left) / width - x), share((bottom - box.top) / height - y)];
    })
    .filter(([, , w, h]) => w > 0 && h > 0);
}

/** Pieces of one line become one area; those of the next column do not, though they are at the same height. */
function linesOf(pieces: readonly Piece[]): readonly Area[] {
  const lines: Piece[] = [];
  for (const piece of pieces) {
    if (piece.right - piece.left < 0.5 || piece.bottom - piece.top < 0.5) continue;
    const last = lines.at(-1);
    if (last !== undefined && isOneLine(last, piece)) lines[lines.length - 1] = around(last, piece);
    else lines.push(piece);
  }
  return lines;
}

function isOneLine(line: Piece, piece: Piece): boolean {
  if (line.turned !== piece.turned) return false;
  const turned = (area: Area): Area => ({
    left: area.top,
    top: area.left,
    right: area.bottom,
    bottom: area.right,
  });
  return piece.turned ? goesOn(turned(line), turned(piece)) : goesOn(line, piece);
}

function goesOn(line: Area, piece: Area): boolean {
  const shared = Math.min(line.bottom, piece.bottom) - Math.max(line.top, piece.top);
  const [height, other] = [line.bottom - line.top, piece.bottom - piece.top];
  const gap = Math.max(line.left, piece.left) - Math.min(line.right, piece.right);
  return shared > 0.5 * Math.min(height, other) && gap < 1.5 * Math.max(height, other);
}

function around(one: Piece, other: Piece): Piece {
  return {
    turned: one.turned,
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** What a passage and a mark have in common. */
interface Placed {
  readonly page: number;
  readonly rects: readonly Readonly<Rect>[];
  readonly further?: readonly {
    readonly page: number;
    readonly rects: readonly Readonly<Rect>[];
  }[];
}

/** Where a mark stands on a page. */
export function rectsOn(mark: Placed, page: number): readonly Readonly<Rect>[] {
  if (mark.page === page) return mark.rects;
  return mark.further?.find((one) => one.page === page)?.rects ?? [];
}

/** The mark that covers a point of a page, the newest where there are several; x and y as shares. */
export function markAt<M extends Placed>(
  marks: readonly M[],
  page: number,
  x: number,
  y: number,
): M | null {
  const covers = ([left, top, width, height]: Readonly<Rect>) =>
    left <= x && x <= left + width && top <= y && y <= top + height;
  return marks.findLast((mark) => rectsOn(mark, page).some(covers)) ?? null;
}
